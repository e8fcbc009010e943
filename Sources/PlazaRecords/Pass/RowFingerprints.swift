package import PlazaLayers

/// How many rows of a file are exact copies of others, from 64 bits of each row and in bounded memory.
///
/// Of a small file every row is remembered. Of a large one those whose first hash begins with so many zero bits that at most `limit`
/// different rows are left; what they come to is then multiplied, and said as about so many where enough of them were seen: copies come in
/// clumps, and few say little. The outcome is that of the set of rows: their order, how they are divided between workers and how often sets
/// are merged do not matter.
///
/// Most rows of a large file are dismissed by four words of theirs, in a few nanoseconds.
package struct RowFingerprints: Sendable {
  /// Different rows that are remembered at most, of 12 bytes each in a table that is at most three quarters full.
  package static let plainLimit = 1 << 17
  /// Where records are held in memory anyhow.
  package static let heldLimit = 1 << 21
  /// Fewer copies than this in a share of the rows are no number.
  static let leastSeen = 100
  /// Leading bits of a key that are of the first hash.
  private static let choosingBits = 20

  private let limit: Int
  /// Rows are remembered whose first hash has so many leading zero bits.
  private var shift = 0
  /// 0 is vacant.
  private var keys: [UInt64] = [UInt64](repeating: 0, count: 1024)
  private var counts: [UInt32] = [UInt32](repeating: 0, count: 1024)
  private var used = 0
  /// Whether a row was offered at all.
  private var isAsked = false

  package init(limit: Int) { self.limit = limit }

  /// The rows beyond the first of each, of a share of them to two digits; nil when no row was offered, when of a share too few were seen, and
  /// when rows are too alike to be told apart in the memory.
  package var repeats: Account.Repeats? {
    guard isAsked, shift <= Self.choosingBits else { return nil }
    var surplus = 0
    for slot in keys.indices where keys[slot] != 0 { surplus += Int(counts[slot]) - 1 }
    guard shift > 0 else { return Account.Repeats(count: surplus, isExact: true) }
    guard surplus >= Self.leastSeen else { return nil }
    let all = surplus << shift
    var unit = 1
    while all / unit >= 100 { unit *= 10 }
    return Account.Repeats(count: (all + unit / 2) / unit * unit, isExact: false)
  }

  /// - Parameter count: bytes of the row, without the end of its line.
  @inline(__always)
  package mutating func add(_ row: UnsafePointer<UInt8>, count: Int) {
    isAsked = true
    let first = Self.first(row, count)
    guard shift == 0 || first >> UInt64(64 - min(shift, 63)) == 0 else { return }
    insert(first, row, count)
  }

  /// Remembers the rows of a batch that could be read.
  package mutating func add(_ batch: PointBatch) {
    guard batch.rows.starts.count >= batch.count else { return }
    batch.text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      for record in 0..<batch.count {
        switch batch.states[record] {
        case .badRow, .badEncoding, .tooLong: continue
        default:
          let start = Int(batch.rows.starts[record])
          add(base + start, count: Int(batch.rows.ends[record]) - start)
        }
      }
    }
  }

  @inline(never)
  private mutating func insert(_ first: UInt64, _ row: UnsafePointer<UInt8>, _ count: Int) {
    let rest = Self.whole(row, count) >> UInt64(Self.choosingBits)
    let chosen = first & ~(UInt64.max >> UInt64(Self.choosingBits))
    add(key: max(1, chosen | rest), 1)
    while used > limit, shift <= Self.choosingBits { narrow(to: shift + 1) }
  }

  private mutating func add(key: UInt64, _ number: UInt32) {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key {
        counts[slot] &+= number
        return
      }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    counts[slot] = number
    used += 1
    if used * 4 > keys.count * 3 { rebuild(size: keys.count * 2) }
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 24) & mask
  }

  /// Forgets the rows whose first hash has fewer leading zero bits.
  private mutating func narrow(to shift: Int) {
    self.shift = shift
    rebuild(size: keys.count)
  }

  private mutating func rebuild(size: Int) {
    let (old, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: 0, count: size)
    counts = [UInt32](repeating: 0, count: size)
    used = 0
    for slot in old.indices where old[slot] != 0 && isChosen(old[slot]) { add(key: old[slot], oldCounts[slot]) }
  }

  private func isChosen(_ key: UInt64) -> Bool { shift == 0 || key >> UInt64(64 - min(shift, Self.choosingBits)) == 0 }

  package mutating func merge(_ other: RowFingerprints) {
    isAsked = isAsked || other.isAsked
    if other.shift > shift { narrow(to: other.shift) }
    for slot in other.keys.indices where other.keys[slot] != 0 && isChosen(other.keys[slot]) {
      add(key: other.keys[slot], other.counts[slot])
    }
    while used > limit, shift <= Self.choosingBits { narrow(to: shift + 1) }
  }

  // MARK: Hashes

  /// Of four words, spread over the row: it only chooses, so rows that agree in them are chosen or left together.
  @inline(__always)
  private static func first(_ row: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    guard count >= 8 else { return mix(short(row, count) ^ 0x2D35_8DCC_AA6C_78A5, 0x8BB8_4B93_962E_ACC9 ^ UInt64(count)) }
    let last = count - 8
    let (a, b) = (word(row, 0), word(row, last))
    let (c, d) = (word(row, last / 3), word(row, last - last / 3))
    return mix(
      mix(a ^ 0x2D35_8DCC_AA6C_78A5, b ^ UInt64(count)) ^ 0x4B33_A62E_D433_D4A3,
      mix(c ^ 0x8BB8_4B93_962E_ACC9, d ^ 0x4D5A_2DA5_1DE1_AA47))
  }

  /// Of every byte of the row.
  private static func whole(_ row: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)
    guard count >= 16 else {
      let low = count >= 8 ? word(row, 0) : short(row, count)
      let high = count >= 8 ? word(row, count - 8) : 0
      return mix(mix(low ^ 0xA076_1D64_78BD_642F, high ^ hash), 0xE703_7ED1_A0B4_28DB)
    }
    var at = 0
    while at + 16 <= count {
      hash = mix(word(row, at) ^ hash, word(row, at + 8) ^ 0xA076_1D64_78BD_642F)
      at += 16
    }
    if at < count { hash = mix(word(row, count - 16) ^ hash, word(row, count - 8) ^ 0xE703_7ED1_A0B4_28DB) }
    return mix(hash, 0x8EBC_6AF0_9C88_C6E3)
  }

  @inline(__always)
  private static func word(_ row: UnsafePointer<UInt8>, _ at: Int) -> UInt64 {
    UnsafeRawPointer(row + at).loadUnaligned(as: UInt64.self)
  }

  private static func short(_ row: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 << 8 | UInt64(row[$1]) }
  }

  /// Both halves of a product of 128 bits.
  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}

/// Remembers the rows of good records, where the reader says where rows stand.
struct RepeatStage: RecordStage {
  private var fingerprints: RowFingerprints

  init(limit: Int) { fingerprints = RowFingerprints(limit: limit) }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    guard batch.rows.starts.count >= batch.count else { return }
    let verdicts = columns.verdicts
    batch.rows.starts.withUnsafeBufferPointer { starts in
      batch.rows.ends.withUnsafeBufferPointer { ends in
        for record in 0..<batch.count
        where verdicts[record] == RecordColumns.Verdict.good || verdicts[record] == RecordColumns.Verdict.withheld {
          let start = Int(starts[record])
          fingerprints.add(text + start, count: Int(ends[record]) - start)
        }
      }
    }
  }

  func finish(_ part: inout RecordPart) { part.rows = fingerprints }
}
