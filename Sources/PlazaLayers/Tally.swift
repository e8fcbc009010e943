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
    if used * 2 > mask { grow() }
  }

  private mutating func grow() {
    let old = occupied
    mask = mask * 2 + 1
    cells = Self.vacantCells(mask + 1)
    weights = isWeighted ? Array(repeating: 0, count: mask + 1) : []
    used = 0
    for (key, count, weight) in old { add(key, count: count, weight: weight) }
  }

  private static func vacantCells(_ count: Int) -> [UInt64] { Array(repeating: vacant, count: 2 * count) }

  private var occupied: [(key: UInt64, count: Int64, weight: Int128)] {
    (0...mask).compactMap { slot in
      let key = cells[slot << 1]
      return key == Self.vacant ? nil : (key, Int64(bitPattern: cells[slot << 1 | 1]), isWeighted ? weights[slot] : 0)
    }
  }

  /// Every combination that occurs, in the order of its key: area, then kind, then period.
  public func entries() -> [(key: UInt64, count: Int64, weight: Int128)] { occupied.sorted { $0.key < $1.key } }

  /// The sum of all counts.
  public var total: Int64 { occupied.reduce(0) { $0 + $1.count } }

  /// Adds another tally, its numbers of kinds renamed to ours.
  public mutating func merge(_ other: Tally, kinds: [Int]) {
    for (key, count, weight) in other.occupied {
      let (area, kind, period) = Self.parts(key)
      add(Self.key(area: area, kind: kinds[kind], period: period), count: count, weight: weight)
    }
  }
}
