/// UTF-8 that somebody took for Windows-1252 and made UTF-8 again: `PeÃ±Ã³n` for `Peñón`.
enum TwiceEncoded {
  /// The text that was meant; nil for text that cannot have been encoded twice, or has nothing but ASCII.
  static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    var once: [UInt8] = []
    var isPlain = true
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      guard let byte = TextEncoding.windowsByte(scalar) else { return nil }
      if byte >= 0x80 { isPlain = false }
      once.append(byte)
    }
    guard !isPlain, once.withUnsafeBufferPointer({ UTF8Text.isValid($0) }) else { return nil }
    return once
  }

  /// Whether every character beyond ASCII of a text, some at least, comes of being encoded twice.
  static func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
    var pieces = 0
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      let from = at
      while at < bytes.endIndex, bytes[at] >= 0x80 { at += 1 }
      // A cut character at either end decides nothing.
      if at == bytes.endIndex { break }
      guard decoded(bytes[from..<at]) != nil else { return false }
      pieces += 1
    }
    return pieces > 0
  }
}
