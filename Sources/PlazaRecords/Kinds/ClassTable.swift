internal import PlazaLayers

/// The classes that the names of crimes in the registries of a country stand for ("Kinds" and "Codes" in the design).
///
/// A name may stand for several classes. Names are compared as kinds are: without blanks at their ends, in NFC, otherwise as
/// written, or else without case, accents and repeated blanks. A name that is not in the table is listed, never dropped; a name that is no crime has one class without a code.
public struct ClassTable: Hashable, Sendable {
  /// A line of the table's file: its number there, from 1, and its cells in the order of the header.
  public struct Row: Hashable, Sendable {
    public var line: Int
    public var cells: [String]

    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// The columns the table must have; the other columns of the shipped table may be missing, and unknown ones are passed over.
  public static let requiredColumns = ["country", "name", "iccs"]

  private struct Key: Hashable, Sendable {
    var country: String
    var name: String
  }

  private var entries: [Key: [CrimeClass]]
  /// The same by what kinds are compared by; of several spellings in a table the first by its bytes.
  private var folded: [Key: [CrimeClass]] = [:]
  /// The title of each code that has one; of several the first by its bytes.
  private var titles: [String: String] = [:]

  /// Reads the rows of a table.
  ///
  /// - Parameters:
  ///   - header: the names of the columns.
  ///   - rows: the rows under it; blank ones are passed over.
  ///   - titles: the title of every code there is. When given, a code that is not in it is a problem, and so is a class name
  ///     that differs from its title.
  /// - Throws: every problem of the table at once, in the order of the lines.
  public init(header: [String], rows: some Sequence<Row>, titles: [String: String]? = nil) throws(ClassTableError) {
    var reader = ClassTableReader(header: header, titles: titles)
    for row in rows { reader.read(row) }
    reader.checkNames()
    guard reader.problems.isEmpty else {
      let inOrder = reader.problems.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      throw ClassTableError(problems: inOrder.map(\.element))
    }
    entries = [:]
    for (key, read) in reader.names {
      entries[Key(country: key.country, name: key.name)] = read.map(\.value)
      for value in read.map(\.value) where !value.title.isEmpty {
        guard let code = value.code else { continue }
        if let known = self.titles[code], !CanonicalText.precedes(value.title, known) { continue }
        self.titles[code] = value.title
      }
    }
    fold()
  }

  private mutating func fold() {
    for key in entries.keys.sorted(by: { CanonicalText.precedes($0.name, $1.name) }) {
      let folding = Key(country: key.country, name: KindName.folded(key.name))
      if folded[folding] == nil { folded[folding] = entries[key] }
    }
  }

  /// The countries of the table, as it writes them, in order of their bytes.
  public var countries: [String] {
    Set(entries.keys.map(\.country)).sorted(by: CanonicalText.precedes)
  }

  /// The names the table has for a country, in order of their bytes.
  public func names(ofCountry country: String) -> [String] {
    entries.keys.filter { $0.country == country }.map(\.name).sorted(by: CanonicalText.precedes)
  }

  /// The classes of a kind in the order of the table, or none when the table does not have the kind.
  public func classes(ofKind kind: String, country: String) -> [CrimeClass] {
    entries[Key(country: country, name: CanonicalText.of(kind.utf8))] ?? folded[
      Key(country: country, name: KindName.folded(kind))]
      ?? []
  }

  /// The title of a class, as some row of the table gives it; nil when none does.
  public func title(ofCode code: String) -> String? { titles[code] }

  /// Whether a kind is sexual, domestic or against children, by any of its classes; nil when the table does not have the kind.
  ///
  /// What to do with a kind nobody has judged is for the caller to say: it is not known to be harmless.
  public func isSensitive(kind: String, country: String) -> Bool? {
    let classes = classes(ofKind: kind, country: country)
    return classes.isEmpty ? nil : classes.contains(where: \.isSensitive)
  }

  /// The kinds the table does not have, each once, in order of their bytes.
  public func unmapped(kinds: some Sequence<String>, country: String) -> [String] {
    var missing: Set<String> = []
    for kind in kinds where classes(ofKind: kind, country: country).isEmpty {
      missing.insert(CanonicalText.of(kind.utf8))
    }
    return missing.sorted(by: CanonicalText.precedes)
  }
}
