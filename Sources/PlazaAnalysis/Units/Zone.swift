/// Units in a row that are called together, with what people ask of them.
public struct Zone: Hashable, Sendable {
  /// From 1, that with most records.
  public let number: Int
  /// The area that most of it lies in, or the unit itself; nil where nothing has a name.
  public let name: String?
  /// The middle of its records, in degrees on WGS 84.
  public let longitude: Double
  public let latitude: Double
  /// Their places in the list of units, ascending.
  let units: [Int]
  /// How many units.
  public var unitCount: Int { units.count }
  /// How many records lie in it, and how many chance would put there by its share of the surface (of the people where rates are tested).
  public let records: Int
  public let expected: Double?
  /// In km².
  public let surface: Double?
  /// Nil where the units have no population.
  public let people: Double?
}
