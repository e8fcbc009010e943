package import PlazaLayers

/// How many rows of a file are exact copies of others, from 64 bits of each row and in bounded memory.
///
/// Of a file of at most `limit` different rows every row is remembered. Of a larger one those whose first hash begins with so many zero bits
/// that at most half of `limit` are left; what they come to is then multiplied, and said as about so many where enough of them were seen:
/// copies come in clumps, and few say little. The outcome is that of the set of rows: their order, how they are divided between workers and
/// how often sets are merged do not matter.
///
/// Most rows of a large file are dismissed by four words of theirs, in a few nanoseconds.
package struct RowFingerprints: Sendable {
  /// Different rows that are remembered at most: 16 bytes each, in a table of a MiB, at most three quarters full. It is to stay in the cache
  /// of its worker: beyond it, looking for a row takes many times as long.
  package static let plainLimit = 48_000
  /// Where records are held in memory anyhow.
  package static let heldLimit = 1 << 21
  /// Fewer copies than this in a share of the rows are no number.
  static let leastSeen = 100
  /// Leading bits of a key that are of the first hash.
  private static let choosingBits = 20

  /// A row and how often it was met; the key 0 is vacant.
  private struct Entry {
    var key: UInt64 = 0
    var count: UInt32 = 0
  }

  private let limit: Int
  /// Rows are remembered whose first hash has so many leading zero bits.
  private var shift = 0
  private var entries = [Entry](repeating: Entry(), count: 1024)
  private var used = 0
  /// Whether a row was offered at all.
  private var isAsked = false

  package init(limit: Int) { self.limit = limit }

  /// The rows beyond the first of each, of a share of them to two digits; nil when no row was offered, when of a share too few were seen, and
  /// when rows are too alike to be told apart in the memory.
  package var repeats: Account.Repeats? {
    guard isAsked, shift <= Self.choosingBits else { return nil }
    var surplus = 0
    for entry in entries where entry.key != 0 { surplus += Int(entry.count) - 1 }
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
    let rest = ByteHash.whole(row, count) >> UInt64(Self.choosingBits)
    let chosen = first & ~(UInt64.max >> UInt64(Self.choosingBits))
    add(Entry(key: max(1, chosen | rest), count: 1))
    narrow()
  }

  private mutating func add(_ entry: Entry) {
    let mask = entries.count - 1
    let isNew = entries.withUnsafeMutableBufferPointer { entries in
      var slot = Int(truncatingIfNeeded: (entry.key &* 0x9E37_79B9_7F4A_7C15) &>> 24) & mask
      while entries[slot].key != 0 {
        if entries[slot].key == entry.key {
          entries[slot].count &+= entry.count
          return false
        }
        slot = (slot &+ 1) & mask
      }
      entries[slot] = entry
      return true
    }
    guard isNew else { return }
    used += 1
    if used * 4 > entries.count * 3 { rebuild(size: entries.count * 4) }
  }

  /// Forgets rows until those that are left are few enough.
  private mutating func narrow() {
    while used > (shift == 0 ? limit : limit / 2), shift <= Self.choosingBits { narrow(to: shift + 1) }
  }

  /// Forgets the rows whose first hash has fewer leading zero bits.
  private mutating func narrow(to shift: Int) {
    self.shift = shift
    rebuild(size: entries.count)
  }

  private mutating func rebuild(size: Int) {
    let old = entries
    entries = [Entry](repeating: Entry(), count: size)
    used = 0
    for entry in old where entry.key != 0 && isChosen(entry.key) { add(entry) }
  }

  private func isChosen(_ key: UInt64) -> Bool { shift == 0 || key >> UInt64(64 - min(shift, Self.choosingBits)) == 0 }

  package mutating func merge(_ other: RowFingerprints) {
    isAsked = isAsked || other.isAsked
    if other.shift > shift { narrow(to: other.shift) }
    for entry in other.entries where entry.key != 0 && isChosen(entry.key) { add(entry) }
    narrow()
  }

  /// Of four words, spread over the row: it only chooses, so rows that agree in them are chosen or left together.
  @inline(__always)
  private static func first(_ row: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    guard count >= 8 else {
      return ByteHash.mixed(ByteHash.short(row, count) ^ 0x2D35_8DCC_AA6C_78A5, 0x8BB8_4B93_962E_ACC9 ^ UInt64(count))
    }
    let last = count - 8
    let (a, b) = (ByteHash.word(row, 0), ByteHash.word(row, last))
    let (c, d) = (ByteHash.word(row, last / 3), ByteHash.word(row, last - last / 3))
    return ByteHash.mixed(
      ByteHash.mixed(a ^ 0x2D35_8DCC_AA6C_78A5, b ^ UInt64(count)) ^ 0x4B33_A62E_D433_D4A3,
      ByteHash.mixed(c ^ 0x8BB8_4B93_962E_ACC9, d ^ 0x4D5A_2DA5_1DE1_AA47))
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
