internal import PlazaLayers

/// The classes of one hazard in their order, and which features have them.
struct HazardScale: Sendable {
  /// From the lowest to the highest; those of the order that occur.
  private(set) var names: [String] = []
  private(set) var slugs: [String] = []
  /// Of each feature; nil where it has none.
  private(set) var classOfFeature: [Int?] = []
  var withoutClass: Int { classOfFeature.count { $0 == nil } }

  /// - Throws: `Failure` `exposure.no_field`, `exposure.no_classes`, `exposure.unknown_classes`, `exposure.no_order`.
  init(_ hazard: Hazard) throws {
    let fields = hazard.features.columns.map(\.name)
    guard let index = FieldNames.index(of: hazard.field, in: fields) else {
      throw Failure(
        .notUnderstood, "exposure.no_field",
        ["file": hazard.file, "field": hazard.field, "fields": fields.joined(separator: ", ")])
    }
    let texts = hazard.features.columns[index].values.map { value -> String? in
      let text = value.text.map { CanonicalText.of($0.utf8) }
      return text?.isEmpty == true ? nil : text
    }
    let found = Set(texts.compactMap { $0 }).sorted(by: CanonicalText.precedes)
    guard !found.isEmpty else {
      throw Failure(.notUnderstood, "exposure.no_classes", ["file": hazard.file, "field": fields[index]])
    }
    func failure(_ id: String, _ classes: [String]) -> Failure {
      Failure(
        .usage, id,
        [
          "hazard": hazard.name, "file": hazard.file, "field": fields[index], "classes": classes.joined(separator: ", "),
          "order": hazard.about.order.joined(separator: ","),
        ])
    }
    var place: [String: Int] = [:]
    if hazard.about.order.isEmpty {
      let unknown = found.filter { Self.level($0) == nil }
      guard unknown.isEmpty else { throw failure("exposure.no_order", found) }
      let levels = Set(found.map { Self.level($0)! }).sorted()
      names = levels.map { level in found.first { Self.level($0) == level }! }
      for text in found { place[text] = levels.firstIndex(of: Self.level(text)!)! }
    } else {
      let order = hazard.about.order
      for text in found { place[text] = Self.place(of: text, in: order) }
      let unknown = found.filter { place[$0] == nil }
      guard unknown.isEmpty else { throw failure("exposure.unknown_classes", unknown) }
      let used = Set(place.values).sorted()
      names = used.map { order[$0] }
      place = place.mapValues { used.firstIndex(of: $0)! }
    }
    slugs = Slug.unique(names)
    classOfFeature = texts.map { $0.flatMap { place[$0] } }
  }

  /// The place of a class in an order: by the same text, else without regard to case and accents, else by what its word means.
  static func place(of text: String, in order: [String]) -> Int? {
    if let same = order.firstIndex(of: text) { return same }
    if let close = order.firstIndex(where: { FieldNames.normalised($0) == FieldNames.normalised(text) }) { return close }
    guard let level = level(text) else { return nil }
    return order.firstIndex { self.level($0) == level }
  }

  /// Where the usual words for degrees stand, from *none* to *very high*, in Spanish, Portuguese and English.
  private static func level(_ text: String) -> Int? {
    let words = FieldNames.normalised(text).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return levels.firstIndex { $0.contains(words) }
  }

  private static let levels: [Set<String>] = [
    ["none", "ninguno", "ninguna", "nulo", "nula", "nenhum", "nenhuma", "sin peligro"],
    ["very low", "muy bajo", "muy baja", "muito baixo", "muito baixa"],
    ["low", "bajo", "baja", "baixo", "baixa", "leve"],
    ["medium", "medio", "media", "moderate", "moderado", "moderada"],
    ["high", "alto", "alta"],
    ["very high", "muy alto", "muy alta", "muito alto", "muito alta", "extreme", "extremo", "extrema"],
  ]
}
