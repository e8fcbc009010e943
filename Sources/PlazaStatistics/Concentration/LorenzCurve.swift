/// How much the places with the most records hold, place after place: Lorenz's curve read from its top.
public struct LorenzCurve: Hashable, Sendable {
  /// The records of the places, most first.
  public let counts: [Int]
  /// The records of so many places with the most: `held[0]` is 0, the last all.
  public let held: [Int]

  /// - Throws: `negativeCount`.
  /// - Complexity: O(n log n).
  public init(_ counts: [Int]) throws(StatisticsError) {
    for count in counts where count < 0 { throw .negativeCount(count) }
    self.counts = counts.sorted(by: >)
    var held = [0]
    held.reserveCapacity(counts.count + 1)
    var sum = 0
    for count in self.counts {
      sum += count
      held.append(sum)
    }
    self.held = held
  }

  public var places: Int { counts.count }
  public var records: Int { held[counts.count] }

  /// The fewest places that hold at least so much of the records; 0 when there are none.
  /// - Parameter share: in percent, so that a half is told apart from a hair below it.
  /// - Complexity: O(log n).
  public func fewestPlaces(holdingPercent share: Int) -> Int { held.partitioningIndex { $0 * 100 >= records * share } }
}
