internal import PlazaLayers

/// What was counted for a row, a kind and a period, in sixteen bytes each; ordered by row, kind and period.
///
/// An unknown period is written as nothing, which sorts first.
struct AreaEntries: RandomAccessCollection, Sendable {
  struct Entry: Sendable {
    var place: Int
    var kind: Int
    var period: Int
    var count: Int64
    var weight: Int128
  }

  private let keys: [UInt64]
  private let counts: [Int64]
  /// Empty when records have none.
  private let weights: [Int128]

  /// - Parameter counted: every key once.
  /// - Parameter renamed: the key of the row and the kind that a key counts in, none of two the same; nil for one that counts in no row.
  init(_ counted: consuming Tally.Entries, renamed: (UInt64) -> UInt64? = { $0 }) {
    counted.sort { renamed($0).map(Self.key) ?? .max }
    counted.dropLast(while: { $0 == .max })
    (keys, counts, weights) = (counted.keys, counted.counts, counted.weights)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { keys.count }

  subscript(index: Int) -> Entry {
    let (place, kind, period) = Self.parts(keys[index])
    return Entry(
      place: place, kind: kind, period: period, count: counts[index], weight: weights.isEmpty ? 0 : weights[index])
  }

  /// The entries of each row.
  func ranges(placeCount: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(placeCount)
    var index = 0
    for place in 0..<placeCount {
      let start = index
      while index < keys.count, Int(keys[index] >> 40) == place { index += 1 }
      ranges.append(start..<index)
    }
    return ranges
  }

  private static let unknown = Tally.key(area: 0, kind: 0, period: Tally.unknownPeriod)
  private static let periods = (UInt64(1) << 26) - 1

  /// A tally's key with the unknown period before all others.
  private static func key(_ key: UInt64) -> UInt64 {
    let period = key & periods
    return key & ~periods | (period == unknown ? 0 : period + 1)
  }

  private static func parts(_ key: UInt64) -> (area: Int, kind: Int, period: Int) {
    let period = key & periods
    return Tally.parts(key & ~periods | (period == 0 ? unknown : period - 1))
  }
}
