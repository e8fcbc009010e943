public import PlazaLayers
public import PlazaRecords

/// What a coverage is asked for.
public struct CoverageOptions: Hashable, Sendable {
  /// How far people go to a space, in metres, ascending.
  public var distances: [Double] = [400, 500, 1000]
  public var areas = AreaFields()
  /// Which of the spaces count, by their fields.
  public var only: [RecordFilter.Condition] = []
  /// The columns of people.
  public var people = PeopleFields()
  /// Ends of streets within so many metres of another vertex are one node with it.
  public var snap = 0.0
  /// Which lines of the streets people walk on.
  public var streets = StreetChoice()
  /// Metres to each side of a street within which people live on it.
  public var band = 50.0

  public init() {}

  public static let distanceRange = 1.0...50_000.0

  /// Chords to a quarter of a circle: the surface of a disc falls short by 0.16 %.
  static let quadrantSegments = 16
}

/// How people get to a space.
public enum CoverageMode: String, Hashable, Sendable, CaseIterable {
  /// As the crow flies: an upper bound of what walking reaches.
  case straight
  case walk

  /// What the fields end in.
  var suffix: String { self == .straight ? "" : "_walk" }
}
