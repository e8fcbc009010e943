import Glibc

// A fast look at the structure only: where does a value end that begins with a brace? It looks at braces and quotes; everything else is
// left to the scanner, which sees the same braces and quotes and therefore never runs past the end found here.

/// The place behind the brace that closes the one at `p`, or nil if the text ends before.
func endOfObject(_ p: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
  var p = p
  var depth = 0
  while p < end {
    let word = loadEightBytes(p)
    // Bytes with bits 5 and 6 (braces, small letters; no digit, bracket, comma or blank) and quotes.
    let quote = word ^ 0x2222_2222_2222_2222
    let candidates =
      ((word & (word &<< 1)) &<< 1 | (quote &- 0x0101_0101_0101_0101) & ~quote) & 0x8080_8080_8080_8080
    if candidates == 0 {
      p += 8
      continue
    }
    p += candidates.trailingZeroBitCount &>> 3
    if p >= end { return nil }
    switch p.pointee {
    case 0x22:
      guard let after = endOfString(p + 1, end: end) else { return nil }
      p = after
    case 0x7B:
      depth += 1
      p += 1
    case 0x7D:
      depth -= 1
      p += 1
      if depth == 0 { return p }
    default:
      p += 1
    }
  }
  return nil
}

/// The place behind the quote that closes a string whose content begins at `p`.
@inline(__always)
private func endOfString(_ p: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
  var p = p
  while p < end {
    let word = loadEightBytes(p)
    let quote = word ^ 0x2222_2222_2222_2222
    let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
    let ones: UInt64 = 0x0101_0101_0101_0101
    let found = ((quote &- ones) & ~quote | (slash &- ones) & ~slash) & 0x8080_8080_8080_8080
    if found == 0 {
      p += 8
      continue
    }
    p += found.trailingZeroBitCount &>> 3
    if p >= end { return nil }
    if p.pointee == 0x22 { return p + 1 }
    p += 2
  }
  return nil
}

/// The first such byte from `p` on.
func find(_ byte: UInt8, _ p: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
  guard p < end, let found = memchr(p, Int32(byte), end - p) else { return nil }
  return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
}

/// The first byte from `p` on that is no blank of JSON; record separators count as blanks where `separators` says so.
func skippingBlanks(
  _ p: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, separators: Bool = false
) -> UnsafePointer<UInt8> {
  var p = p
  while p < end {
    switch p.pointee {
    case 0x20, 0x0A, 0x0D, 0x09: p += 1
    case 0x1E where separators: p += 1
    default: return p
    }
  }
  return end
}
