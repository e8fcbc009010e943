/// What it costs to go from each place where people live to each supply that they can reach: a sparse matrix by rows.
///
/// The supplies that place i reaches stand in `supplies` and `costs` at `rowOffsets[i]..<rowOffsets[i + 1]`, ascending. Pairs beyond the
/// farthest distance of interest are left out, so the matrix grows with what is near and not with the product of both sides.
public struct TravelCosts: Hashable, Sendable {
  /// One more than there are places; the first is 0, the last the number of pairs.
  public let rowOffsets: [Int]
  public let supplies: [Int32]
  /// Metres, minutes or what else; finite and not negative.
  public let costs: [Double]
  public let supplyCount: Int

  public var placeCount: Int { rowOffsets.count - 1 }

  /// - Parameter rows: for each place the supplies within its reach with their costs, in any order.
  /// - Throws: `neighborOutOfRange`, `repeatedNeighbor`, `badCost`.
  /// - Complexity: O(pairs × log of the longest row).
  public init(rows: [[(supply: Int, cost: Double)]], supplyCount: Int) throws(StatisticsError) {
    var offsets = [0]
    var supplies: [Int32] = []
    var costs: [Double] = []
    offsets.reserveCapacity(rows.count + 1)
    for (place, row) in rows.enumerated() {
      var previous = -1
      for pair in row.sorted(by: { $0.supply < $1.supply }) {
        guard pair.supply >= 0, pair.supply < supplyCount else { throw .neighborOutOfRange(area: place, neighbor: pair.supply) }
        guard pair.supply != previous else { throw .repeatedNeighbor(area: place, neighbor: pair.supply) }
        guard pair.cost >= 0, pair.cost.isFinite else { throw .badCost(pair.cost) }
        previous = pair.supply
        supplies.append(Int32(pair.supply))
        costs.append(pair.cost)
      }
      offsets.append(supplies.count)
    }
    rowOffsets = offsets
    self.supplies = supplies
    self.costs = costs
    self.supplyCount = supplyCount
  }

  /// The least cost to any supply; nil for a place that reaches none. O(pairs of the place).
  public func leastCost(ofPlace place: Int) -> Double? { costs[rowOffsets[place]..<rowOffsets[place + 1]].min() }
}
