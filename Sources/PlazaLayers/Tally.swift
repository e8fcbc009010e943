/// Counts by area × kind × period: a commutative monoid, exactly, so workers may count and merge in any order.
///
/// Only combinations that occur take memory. A key packs three small numbers; what they mean is the caller's table.
public struct Tally: Sendable {
  /// Areas, kinds and periods that fit a key.
  public static let areaLimit = 1 << 24
  public static let kindLimit = 1 << 14
  public static let periodRange = -(1 << 24)..<(1 << 25) - (1 << 24)

  /// 2²⁵ periods around 1970 (hours reach the years 56 to 3883); one more number says that the period is unknown.
  @inline(__always)
  public static func key(area: Int, kind: Int, period: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: area) &<< 40 | UInt64(truncatingIfNeeded: kind) &<< 26
      | UInt64(truncatingIfNeeded: period &+ (1 &<< 24)) & 0x3FF_FFFF
  }

  public static let unknownPeriod = (1 << 25) - (1 << 24)

  public static func parts(_ key: UInt64) -> (area: Int, kind: Int, period: Int) {
    (Int(key >> 40), Int(key >> 26) & 0x3FFF, Int(key & 0x3FF_FFFF) - (1 << 24))
  }

  private static let vacant = UInt64.max

  /// A key and, behind it, its count: a look-up touches one line of the cache.
  private var cells: [UInt64]
  private var weights: [Int128]
  private let isWeighted: Bool
  private var used = 0
  /// Means nothing: what is fetched must be used for something.
  private var fetched: UInt64 = 0
  private var mask: Int

  /// - Parameter isWeighted: whether a weight is summed beside each count.
  public init(isWeighted: Bool = false) {
    mask = 1023
    cells = Self.vacantCells(mask + 1)
    weights = isWeighted ? Array(repeating: 0, count: mask + 1) : []
    self.isWeighted = isWeighted
  }

  /// Adds to one combination. Weights are units of 10⁻⁹.
  @inline(__always)
  public mutating func add(_ key: UInt64, count: Int64 = 1, weight: Int128 = 0) {
    var slot = Self.slot(key, mask)
    while true {
      let found = cells[slot &<< 1]
      if found == key {
        cells[slot &<< 1 | 1] &+= UInt64(bitPattern: count)
        if isWeighted { weights[slot] &+= weight }
        return
      }
      if found == Self.vacant { return insert(key, slot, count, weight) }
      slot = (slot &+ 1) & mask
    }
  }

  /// From here on a table is larger than what is near a core.
  private static let largeMask = (1 << 15) - 1
  /// Keys whose places are fetched together.
  private static let stretch = 32

  /// Whether adding many at once is faster than one by one.
  package var isLarge: Bool { mask >= Self.largeMask }

  /// Adds many counts without weights: the places of the next keys are fetched from memory all at once before any of them is added to.
  package mutating func add(_ keys: UnsafeBufferPointer<UInt64>, counts: UnsafePointer<Int64>) {
    var start = 0
    while start < keys.count {
      let end = min(start + Self.stretch, keys.count)
      for index in start..<end { fetched &+= cells[Self.slot(keys[index], mask) &<< 1] }
      for index in start..<end { add(keys[index], count: counts[index]) }
      start = end
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    let mixed = (key ^ (key &>> 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 20) & mask
  }

  @inline(never)
  private mutating func insert(_ key: UInt64, _ slot: Int, _ count: Int64, _ weight: Int128) {
    cells[slot << 1] = key
    cells[slot << 1 | 1] = UInt64(bitPattern: count)
    if isWeighted { weights[slot] = weight }
    used += 1
    // Three quarters: a key and its count are half a line of the cache from the next.
    if used * 4 > (mask + 1) * 3 { grow() }
  }

  private mutating func grow() {
    let (old, oldWeights, oldMask) = (cells, weights, mask)
    mask = mask * 2 + 1
    cells = Self.vacantCells(mask + 1)
    weights = isWeighted ? Array(repeating: 0, count: mask + 1) : []
    for slot in 0...oldMask where old[slot << 1] != Self.vacant {
      var place = Self.slot(old[slot << 1], mask)
      while cells[place << 1] != Self.vacant { place = (place &+ 1) & mask }
      cells[place << 1] = old[slot << 1]
      cells[place << 1 | 1] = old[slot << 1 | 1]
      if isWeighted { weights[place] = oldWeights[slot] }
    }
  }

  private static func vacantCells(_ count: Int) -> [UInt64] { Array(repeating: vacant, count: 2 * count) }

  /// Combinations in columns: sixteen bytes each, or thirty-two with weights.
  package struct Entries: Sendable {
    package private(set) var keys: [UInt64] = []
    package private(set) var counts: [Int64] = []
    /// Empty without weights.
    package private(set) var weights: [Int128] = []

    package init() {}

    package mutating func reserveCapacity(_ count: Int, isWeighted: Bool) {
      keys.reserveCapacity(count)
      counts.reserveCapacity(count)
      if isWeighted { weights.reserveCapacity(count) }
    }

    package mutating func append(_ key: UInt64, count: Int64) {
      keys.append(key)
      counts.append(count)
    }

    package mutating func append(_ key: UInt64, count: Int64, weight: Int128) {
      append(key, count: count)
      weights.append(weight)
    }

    /// Takes entries off the end as long as their keys are such.
    package mutating func dropLast(while isDropped: (UInt64) -> Bool) {
      while let last = keys.last, isDropped(last) {
        keys.removeLast()
        counts.removeLast()
        if !weights.isEmpty { weights.removeLast() }
      }
    }

    /// Puts what a function makes of each key in its place, and the entries in the order of that.
    /// - Complexity: O(n) for each eleven bits in which the keys differ.
    package mutating func sort(by key: (UInt64) -> UInt64) {
      var order = keys.indices.map { Int32(truncatingIfNeeded: $0) }
      keys = keys.map(key)
      let varying = keys.reduce(0) { $0 | ($1 ^ keys[0]) }
      var nextKeys = keys
      var nextOrder = order
      let digits = 11
      for shift in stride(from: 0, to: 64, by: digits) where varying >> UInt64(shift) & (1 << UInt64(digits) - 1) != 0 {
        var starts = [Int](repeating: 0, count: 1 << digits + 1)
        for key in keys { starts[Int(truncatingIfNeeded: key >> UInt64(shift)) & (1 << digits - 1) + 1] += 1 }
        for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
        for place in keys.indices {
          let digit = Int(truncatingIfNeeded: keys[place] >> UInt64(shift)) & (1 << digits - 1)
          nextKeys[starts[digit]] = keys[place]
          nextOrder[starts[digit]] = order[place]
          starts[digit] += 1
        }
        swap(&keys, &nextKeys)
        swap(&order, &nextOrder)
      }
      counts = order.map { counts[Int($0)] }
      if !weights.isEmpty { weights = order.map { weights[Int($0)] } }
    }
  }

  /// Every combination that occurs, in no order.
  package var unordered: Entries {
    var entries = Entries()
    entries.reserveCapacity(used, isWeighted: isWeighted)
    for slot in 0...mask where cells[slot << 1] != Self.vacant {
      let count = Int64(bitPattern: cells[slot << 1 | 1])
      if isWeighted {
        entries.append(cells[slot << 1], count: count, weight: weights[slot])
      } else {
        entries.append(cells[slot << 1], count: count)
      }
    }
    return entries
  }

  /// Every combination that occurs, in the order of its key: area, then kind, then period.
  public func entries() -> [(key: UInt64, count: Int64, weight: Int128)] {
    var entries = unordered
    entries.sort { $0 }
    return entries.keys.indices.map {
      (entries.keys[$0], entries.counts[$0], entries.weights.isEmpty ? 0 : entries.weights[$0])
    }
  }

  /// The sum of all counts.
  public var total: Int64 { unordered.counts.reduce(0, +) }

  /// How many combinations occur.
  package var count: Int { used }

  /// Adds another tally, its numbers of kinds renamed to ours.
  public mutating func merge(_ other: Tally, kinds: [Int]) {
    let isRenamed = kinds.indices.contains { kinds[$0] != $0 }
    if used == 0, !isRenamed, isWeighted == other.isWeighted {
      self = other
      return
    }
    for slot in 0...other.mask where other.cells[slot << 1] != Self.vacant {
      let (area, kind, period) = Self.parts(other.cells[slot << 1])
      add(
        Self.key(area: area, kind: kinds[kind], period: period), count: Int64(bitPattern: other.cells[slot << 1 | 1]),
        weight: other.isWeighted ? other.weights[slot] : 0)
    }
  }
}
