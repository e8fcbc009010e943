/// A stretch of street at which a space is entered, and what it costs to get there from the space.
public struct StreetEntry: Hashable, Sendable {
  public var edge: Int
  /// In metres from the start of the edge; equal to `to` for an entrance at one place.
  public var from: Double
  public var to: Double
  /// Metres between the space and the stretch, at least 0.
  public var cost: Double

  public init(edge: Int, from: Double, to: Double, cost: Double) {
    self.edge = edge
    self.from = from
    self.to = to
    self.cost = cost
  }

  public init(_ position: StreetPosition, cost: Double = 0) {
    self.init(edge: position.edge, from: position.offset, to: position.offset, cost: cost)
  }

  static func < (a: StreetEntry, b: StreetEntry) -> Bool { (a.edge, a.from, a.to, a.cost) < (b.edge, b.from, b.to, b.cost) }
}

/// Where spaces meet the streets: for each space its entries, by edge and offset.
public struct StreetEntries: Hashable, Sendable {
  public let entries: [StreetEntry]
  /// The first entry of each space; one more than there are spaces.
  public let offsets: [Int]

  /// - Parameter spaces: the entries of each space, in any order; costs and offsets are finite and at least 0.
  public init(_ spaces: some Sequence<[StreetEntry]>) {
    var entries: [StreetEntry] = []
    var offsets = [0]
    for space in spaces {
      precondition(
        space.allSatisfy { $0.from >= 0 && $0.from <= $0.to && $0.to.isFinite && $0.cost >= 0 && $0.cost.isFinite },
        "an entry that is not a stretch, or costs less than nothing")
      entries += space.sorted(by: <)
      offsets.append(entries.count)
    }
    self.entries = entries
    self.offsets = offsets
  }

  public var spaceCount: Int { offsets.count - 1 }

  /// The entries of one space, by edge and offset; none where it reaches no street.
  public func entries(ofSpace space: Int) -> ArraySlice<StreetEntry> { entries[offsets[space]..<offsets[space + 1]] }

  /// The spaces that reach no street.
  public var spacesWithoutStreet: [Int] { (0..<spaceCount).filter { offsets[$0] == offsets[$0 + 1] } }
}
