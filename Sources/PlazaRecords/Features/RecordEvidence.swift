internal import PlazaGeometry
internal import PlazaLayers

/// Which fields of features say that each is a single record, by their names or by what they hold.
///
/// Points and rows are records where a field says of what kind they are, when they happened, or who they are about; lines and areas only where
/// a field holds mails, telephones or documents, or where they have a kind of incident and one of the others: those of a map have names and
/// dates too. Rows that bear names of places (`Centro Escolar …`, `Parque …`) are places: their dates, addresses and telephones are those of
/// the place, and their types no kinds of incident. A field `nombre` alone says nothing: what it holds does.
struct RecordEvidence {
  /// In the order of the file; empty for features that are no records.
  private(set) var fields: [String] = []

  /// O(bytes of the first values).
  init(_ features: Features, _ found: SensitiveFields) {
    let columns = features.columns
    let kinds = Set(found.kinds.map(\.field)).filter { !Self.areOfPlaces(columns[$0]) }
    if features.polygons.polygonCount > 0 || features.lines.lineCount > 0 {
      let people = columns.indices.filter { PersonalValues.areOfPeople(columns[$0]) }
      let others = columns.indices.filter { place in
        let name = columns[place].name
        return Self.isDate(columns[place]) || FieldNames.isIdentifying(name) && FieldNames.name(in: [name]) == nil
      }
      take(people + (kinds.isEmpty ? [] : others.isEmpty ? [] : kinds + others), of: columns)
      return
    }
    let arePlaces = columns.contains { Self.isName($0.name) && Self.isDistinct($0) && Self.areOfPlaces($0) }
    let victims = found.flags.filter { $0.flag != .words }.map(\.field)
    let others = columns.indices.filter { place in
      let column = columns[place]
      if PersonalValues.areDocuments(column) || PersonNames.are(in: column) && !FieldNames.isArea(column.name) { return true }
      if arePlaces { return FieldNames.isIdentifying(column.name, ofPlace: true) }
      return Self.isDate(column) || PersonalValues.areOfPeople(column)
        || FieldNames.isIdentifying(column.name) && (!FieldNames.isPlainName(column.name) || PersonNames.mayBe(in: column))
    }
    take(Array(kinds) + victims + others, of: columns)
  }

  private mutating func take(_ places: [Int], of columns: [Column]) {
    fields = Set(places).sorted().map { columns[$0].name }
  }

  private static func isDate(_ column: Column) -> Bool {
    FieldNames.isDate(column.name) || FieldNames.isBirth(column.name) || PersonalValues.areDates(column)
  }

  private static func isName(_ name: String) -> Bool { FieldNames.name(in: [name]) != nil || PlaceWords.isField(name) }

  /// How many of the first values are looked at.
  private static let sampled = 2_000

  private static func texts(_ column: Column) -> [String] {
    column.values.prefix(sampled).compactMap { if case .text(let text) = $0, !text.isEmpty { text } else { nil } }
  }

  /// Whether a name stands once, as those of a list of places do.
  private static func isDistinct(_ column: Column) -> Bool {
    let texts = texts(column)
    return Set(texts).count * 5 >= texts.count * 4
  }

  /// Whether at least half of the different values name places, or types of them.
  private static func areOfPlaces(_ column: Column) -> Bool {
    let texts = Set(texts(column))
    return !texts.isEmpty && texts.count { PlaceWords.name(FoldedWords($0)) } * 2 >= texts.count
  }
}
