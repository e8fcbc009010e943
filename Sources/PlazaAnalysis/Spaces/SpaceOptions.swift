public import PlazaLayers

/// What is asked about public spaces, each by itself; the names are those of the command line and of `study.yaml`.
public struct SpaceOptions: Hashable, Sendable {
  /// Metres around each space within which people and incidents count; whole, ascending.
  public var distances = [100, 200, 400]
  /// Which features are spaces that are asked about; all when empty.
  public var only: [RecordFilter.Condition] = []
  /// The fields that are named; the others are found by their usual names.
  public var fields = SpaceFields()

  public init() {}

  /// Whole metres that a plane around a place is right for; see `LocalPlane`.
  public static let distanceRange = 1...20_000
}

/// The fields of a registry of spaces, as the caller names them.
public struct SpaceFields: Hashable, Sendable {
  public var code: String?
  public var name: String?
  public var type: String?
  public var state: String?
  /// The day on which a space was recovered.
  public var recovered: String?
  public var committee: String?
  public var members: String?
  public var women: String?
  public var men: String?
  /// Whether the committee has a chat group: counted, and no other text of it is written.
  public var chat: String?
  /// The code (or the name) of the region that a space belongs to; without one and with areas its place tells.
  public var region: String?

  public init() {}
}
