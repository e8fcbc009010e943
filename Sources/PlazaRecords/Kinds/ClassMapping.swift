internal import PlazaLayers

/// The class table of a join: whose names it goes by, and whether kinds or their classes are counted.
public struct ClassMapping: Hashable, Sendable {
  public let table: ClassTable
  /// The table's file, as the user named it.
  public let file: String
  /// The country whose names are used.
  public let country: String
  /// The level of the classification that records are counted by, 1 to 4; nil counts them by kind.
  public let level: Int?

  /// - Parameter country: nil when the table has only one.
  /// - Throws: `Failure` `classes.which_country`, `classes.no_country`, `classes.bad_level`.
  public init(_ table: ClassTable, file: String, country: String? = nil, level: Int? = nil) throws {
    let countries = table.countries
    let values = ["file": file, "countries": countries.joined(separator: ", "), "country": country ?? ""]
    if let level, !(1...4).contains(level) { throw Failure(.usage, "classes.bad_level", ["level": String(level)]) }
    if let country {
      guard countries.contains(country) else { throw Failure(.usage, "classes.no_country", values) }
    } else if countries.count != 1 {
      throw Failure(.usage, "classes.which_country", values)
    }
    self.table = table
    self.file = file
    self.country = country ?? countries[0]
    self.level = level
  }

  /// The classes of a kind in the order of the table; none when the table does not have the kind.
  public func classes(ofKind kind: String) -> [CrimeClass] { table.classes(ofKind: kind, country: country) }

  /// What the records of a kind are counted as: each class at the level, `0401 Robbery`, once; the kind itself when it has none.
  ///
  /// A class that is not known as deep as the level counts as deep as it is known.
  package func groups(ofKind kind: String) -> [String] {
    guard let level else { return [kind] }
    var groups: [String] = []
    for code in classes(ofKind: kind).compactMap({ $0.code(atLevel: level) ?? $0.code }) {
      let label = table.title(ofCode: code).map { "\(code) \($0)" } ?? code
      if !groups.contains(label) { groups.append(label) }
    }
    return groups.isEmpty ? [kind] : groups
  }
}
