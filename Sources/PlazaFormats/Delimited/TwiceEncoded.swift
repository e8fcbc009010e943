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

  /// A text with every piece beyond ASCII as it was meant that can be, and the rest as it stands; nil where none can.
  static func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var text: [UInt8] = []
    var isMended = false
    for piece in Pieces(bytes) {
      if bytes[piece.lowerBound] >= 0x80, let meant = decoded(bytes[piece]) {
        text += meant
        isMended = true
      } else {
        text += bytes[piece]
      }
    }
    return isMended ? text : nil
  }

  /// Whether nearly every character beyond ASCII of a text comes of being encoded twice; letters that were lost on the way say nothing.
  static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (twice, other) = (0, 0)
    for piece in Pieces(bytes) where bytes[piece.lowerBound] >= 0x80 {
      // A cut character at either end decides nothing.
      if piece.upperBound == bytes.endIndex { break }
      if decoded(bytes[piece]) != nil {
        twice += 1
      } else if !isLost(bytes[piece]) {
        other += 1
      }
    }
    return twice > 0 && other * 20 <= twice
  }

  /// Whether U+FFFD is in a piece.
  private static func isLost(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.indices.dropLast(2).contains { piece[$0] == 0xEF && piece[$0 + 1] == 0xBF && piece[$0 + 2] == 0xBD }
  }

  /// The runs of a text of which all bytes are ASCII, or none is.
  private struct Pieces: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    init(_ bytes: ArraySlice<UInt8>) { (self.bytes, at) = (bytes, bytes.startIndex) }

    mutating func next() -> Range<Int>? {
      guard at < bytes.endIndex else { return nil }
      let from = at
      let isPlain = bytes[from] < 0x80
      while at < bytes.endIndex, (bytes[at] < 0x80) == isPlain { at += 1 }
      return from..<at
    }
  }
}
