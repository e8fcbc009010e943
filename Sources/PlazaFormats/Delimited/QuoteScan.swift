internal import Glibc

/// Where the last whole record of some bytes ends: the only part of CSV that must be read in sequence.
///
/// A quote opens a field only as its first byte; inside, two quotes are one and a single one closes (RFC 4180). Between quotes the
/// bytes are skipped by `memchr`, so a chunk costs a fraction of what parsing it does.
struct QuoteScan {
  /// One past the newline of the last whole record, nil when there is none.
  var end: Int?
  /// Where the record begins that still has a quote open at the end of the bytes.
  var openRecord: Int?
  /// Whether the very last byte is a quote that closes its field, unless another quote follows it.
  var endsWithQuote = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, newline: UInt8) {
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var position = 0
    while position < count {
      let quote = Self.first(0x22, base, position, count)
      let span = quote ?? count
      if let last = Self.last(newline, base, position, span) { end = last + 1 }
      guard let quote else { return }
      position = quote + 1
      let opens = quote == (end ?? 0) || base[quote - 1] == delimiter || base[quote - 1] == newline
      if !opens { continue }
      while true {
        guard let next = Self.first(0x22, base, position, count), next + 1 < count else {
          openRecord = end ?? 0
          // Quotes in pairs were passed over, so one that is found at the end stands alone.
          endsWithQuote = position < count && base[count - 1] == 0x22
          return
        }
        position = next + 2
        if base[next + 1] == 0x22 { continue }
        position = next + 1
        break
      }
    }
  }

  private static func first(_ byte: UInt8, _ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int? {
    guard from < to, let found = memchr(base + from, Int32(byte), to - from) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  static func last(_ byte: UInt8, _ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int? {
    // A record's length at most, so a plain loop does.
    var at = to - 1
    while at >= from {
      if base[at] == byte { return at }
      at -= 1
    }
    return nil
  }
}
