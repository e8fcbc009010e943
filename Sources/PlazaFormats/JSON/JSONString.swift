import Glibc

/// A string of a JSON text that has been checked: the bytes between its quotes.
struct JSONString {
  var start: UnsafePointer<UInt8>
  var end: UnsafePointer<UInt8>
  var isEscaped: Bool

  var count: Int { end - start }

  /// Whether it writes this ASCII word.
  @inline(__always)
  func equals(_ word: StaticString) -> Bool {
    if isEscaped { return text == word.description }
    return count == word.utf8CodeUnitCount && memcmp(start, word.utf8Start, count) == 0
  }

  var text: String {
    if !isEscaped { return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }
    var bytes: [UInt8] = []
    appendText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the UTF-8 that the string stands for. Half of a surrogate pair without the other becomes U+FFFD.
  func appendText(to bytes: inout [UInt8]) {
    if !isEscaped {
      bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
      return
    }
    var p = start
    while p < end {
      guard p.pointee == 0x5C else {
        bytes.append(p.pointee)
        p += 1
        continue
      }
      let kind = p[1]
      p += 2
      switch kind {
      case 0x62: bytes.append(0x08)
      case 0x66: bytes.append(0x0C)
      case 0x6E: bytes.append(0x0A)
      case 0x72: bytes.append(0x0D)
      case 0x74: bytes.append(0x09)
      case 0x75:
        var unit = Self.fourHexDigits(p)
        p += 4
        if unit & 0xFC00 == 0xD800, end - p >= 6, p[0] == 0x5C, p[1] == 0x75 {
          let low = Self.fourHexDigits(p + 2)
          if low & 0xFC00 == 0xDC00 {
            unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
            p += 6
          }
        }
        bytes.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
      default: bytes.append(kind)  // the quote, the backslash, the slash
      }
    }
  }

  private static func fourHexDigits(_ p: UnsafePointer<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<4 {
      let byte = p[index]
      value = value << 4 | UInt32(byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
    }
    return value
  }
}

extension JSONScanner {
  /// Passes a string and checks its escapes and its UTF-8.
  mutating func string() throws(JSONError) -> JSONString {
    guard p.pointee == 0x22, p < end else { throw unexpected(at: p) }
    var q = p + 1
    let start = q
    var isEscaped = false
    while true {
      // Eight bytes at a time: the first that is a quote, a backslash, below 0x20 or above 0x7F. A borrow in these subtractions can
      // mark only bytes after one that is marked rightly.
      let word = loadEightBytes(q)
      let ones: UInt64 = 0x0101_0101_0101_0101
      let quote = word ^ (0x22 &* ones)
      let slash = word ^ (0x5C &* ones)
      let special = ((quote &- ones) & ~quote | (slash &- ones) & ~slash | (word &- 0x20 &* ones) & ~word | word) & (0x80 &* ones)
      if special == 0 {
        q += 8
        continue
      }
      q += special.trailingZeroBitCount &>> 3
      switch q.pointee {
      case 0x22:
        guard q < end else { throw unexpected(at: q) }
        p = q + 1
        return JSONString(start: start, end: q, isEscaped: isEscaped)
      case 0x5C:
        isEscaped = true
        q = try escape(q)
      case 0x80...:
        q = try multibyte(q)
      default:
        throw error(.controlCharacter(q.pointee), at: q)
      }
    }
  }

  /// Checks the escape at `q` and returns the place behind it.
  private func escape(_ q: UnsafePointer<UInt8>) throws(JSONError) -> UnsafePointer<UInt8> {
    switch q[1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return q + 2
    case 0x75:
      for index in 2..<6 {
        let byte = q[index]
        guard isDigit(byte) || (byte | 0x20) &- 0x61 < 6 else { throw error(.badEscape, at: q + index) }
      }
      return q + 6
    default: throw error(.badEscape, at: q + 1)
    }
  }

  /// Checks the non-ASCII character at `q` and returns the place behind it (The Unicode Standard, table 3-7: neither overlong forms,
  /// surrogates nor anything beyond U+10FFFF).
  @inline(__always)
  private func multibyte(_ q: UnsafePointer<UInt8>) throws(JSONError) -> UnsafePointer<UInt8> {
    let first = q[0]
    let second = q[1]
    switch first {
    case 0xC2...0xDF:
      if second & 0xC0 == 0x80 { return q + 2 }
    case 0xE0...0xEF:
      let lowest: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = first == 0xED ? 0x9F : 0xBF
      if second >= lowest, second <= highest, q[2] & 0xC0 == 0x80 { return q + 3 }
    case 0xF0...0xF4:
      let lowest: UInt8 = first == 0xF0 ? 0x90 : 0x80
      let highest: UInt8 = first == 0xF4 ? 0x8F : 0xBF
      if second >= lowest, second <= highest, q[2] & 0xC0 == 0x80, q[3] & 0xC0 == 0x80 { return q + 4 }
    default: break
    }
    // A text that ends inside a character is cut short rather than wrong.
    var place = q
    while place < end, place == q || place.pointee & 0xC0 == 0x80 { place += 1 }
    throw error(.badUTF8, at: place < end ? q : end)
  }
}
