/// How unequally records are spread over places: Gini's coefficient, and its form for fewer records than places.
public struct Gini: Hashable, Sendable {
  /// 0 when all places have as many, towards 1 when one has all.
  public var standard: Double
  /// `max(1, N/C)(G − 1) + 1` for C records in N places: 0 when they are spread as evenly as so few records can be (Bernasco and Steenbeek 2017,
  /// doi:10.1007/s10940-016-9324-7). Equal to the standard one when there are at least as many records as places.
  public var generalized: Double
  /// The generalised coefficient times `m / (m − 1)`, m the smaller of N and C: 1 when all records are in one place; nil for one record or place.
  public var unbiased: Double?

  /// - Parameter counts: one for each place, in any order, places without a record included.
  /// - Returns: nil without places or records, where there is nothing to spread.
  /// - Throws: `negativeCount`.
  /// - Complexity: O(n log n).
  public init?(_ counts: [Int]) throws(StatisticsError) {
    for count in counts where count < 0 { throw .negativeCount(count) }
    let sorted = counts.sorted()
    var records = 0.0
    var ranked = 0.0
    for (place, count) in sorted.enumerated() {
      records += Double(count)
      ranked += Double(place + 1) * Double(count)
    }
    self.init(places: Double(counts.count), records: records, ranked: ranked)
  }

  /// - Parameter ranked: the sum of each count times its rank, from 1 for the smallest.
  init?(places: Double, records: Double, ranked: Double) {
    guard records > 0 else { return nil }
    standard = max(0, (2 * ranked / records - places - 1) / places)
    generalized = max(1, places / records) * (standard - 1) + 1
    let smaller = min(places, records)
    unbiased = smaller > 1 ? generalized * smaller / (smaller - 1) : nil
  }
}
