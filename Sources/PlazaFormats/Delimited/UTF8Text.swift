/// Checks and makes UTF-8 byte by byte.
enum UTF8Text {
  /// A text without the beginning of a letter at its end, where a field of fixed width has cut it.
  static func withoutCutLetter(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let lead = text.suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }), text[lead] >= 0xC2 else { return text }
    let length = text[lead] >= 0xF0 ? 4 : text[lead] >= 0xE0 ? 3 : 2
    return text.endIndex - lead < length ? text[..<lead] : text
  }

  /// Whether the bytes are well-formed UTF-8 (Unicode table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let count = bytes.count
    while index < count {
      let lead = bytes[index]
      if lead < 0x80 {
        index = skipASCII(bytes, from: index)
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if lead == 0xE0 { low = 0xA0 }
        if lead == 0xED { high = 0x9F }
      case 0xF0...0xF4:
        length = 4
        if lead == 0xF0 { low = 0x90 }
        if lead == 0xF4 { high = 0x8F }
      default: return false
      }
      guard index + length <= count, bytes[index + 1] >= low, bytes[index + 1] <= high else { return false }
      for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return false }
      index += length
    }
    return true
  }

  /// Whether no byte is above 0x7F: the text is the same in every encoding that we read.
  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { skipASCII(bytes, from: 0) == bytes.count }

  /// The next byte above 0x7F, sixteen bytes at a time.
  @inline(__always)
  private static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var index = from
    while index &+ 16 <= bytes.count {
      let low = (base + index).loadUnaligned(as: UInt64.self)
      let high = (base + index + 8).loadUnaligned(as: UInt64.self)
      if (low | high) & 0x8080_8080_8080_8080 != 0 { break }
      index &+= 16
    }
    while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
    return index
  }
}
