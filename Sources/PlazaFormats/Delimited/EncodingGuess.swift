/// Finds by evidence in the first bytes of a file in which encoding its text is.
enum EncodingGuess {
  /// UTF-8 where most lines with letters beyond ASCII are; else what the bytes inside words say: code page 850 of DOS, or
  /// Windows-1252, or Mac Roman for files whose lines end as only the old Macintosh ended them.
  ///
  /// - Parameter hasMark: whether a byte order mark says that it is UTF-8, which one damaged cell must not unsay.
  /// - Parameter mends: whether single lines may differ, and text may have been encoded twice.
  static func encoding(of bytes: [UInt8], isWhole: Bool, newline: UInt8, hasMark: Bool, mends: Bool) -> TextEncoding {
    // The head may end inside a character.
    let end = isWhole ? bytes.count : bytes.lastIndex(where: { $0 < 0x80 }).map { $0 + 1 } ?? 0
    let text = bytes[..<end]
    let isUTF8 = text.withUnsafeBufferPointer { UTF8Text.isValid($0) }
    if isUTF8 { return mends && TwiceEncoded.isLikely(text) ? .utf8Twice : .utf8 }
    if hasMark || mends && mostLinesAreUTF8(text, newline: newline) { return .utf8 }
    if newline == 0x0D { return .macRoman }
    return isDOS(text) ? .cp850 : .windows1252
  }

  private static func mostLinesAreUTF8(_ bytes: ArraySlice<UInt8>, newline: UInt8) -> Bool {
    var (sound, other) = (0, 0)
    for line in bytes.split(separator: newline) {
      guard line.contains(where: { $0 >= 0x80 }) else { continue }
      if line.withUnsafeBufferPointer({ UTF8Text.isValid($0) }) { sound += 1 } else { other += 1 }
    }
    return sound > other
  }

  /// Whether the bytes within words are letters of code page 850 (`\u{a2}` for ó) rather than of Windows-1252.
  ///
  /// Between two letters of ASCII Windows-1252 has letters from 0xC0 on; what code page 850 has there below 0xA6 are signs in it.
  private static func isDOS(_ bytes: ArraySlice<UInt8>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    let dosLetters: Set<UInt8> = [
      0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8D, 0x8E, 0x90, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99,
      0x9A,
      0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xB5,
    ]
    var (dos, windows) = (0, 0)
    var at = bytes.startIndex + 1
    while at < bytes.endIndex {
      let byte = bytes[at]
      let left = bytes[at - 1]
      if byte >= 0x80, isLetter(left), at + 1 < bytes.endIndex {
        let isInside = isLetter(bytes[at + 1])
        // A small letter of Windows-1252 between capitals, or a capital between small letters, is none.
        let fits = byte >= 0xC0 && (left & 0x20 == 0) == (byte < 0xE0)
        if isInside, dosLetters.contains(byte) || byte >= 0xC0 && !fits && (bytes[at + 1] ^ left) & 0x20 == 0 {
          dos += 1
        } else if fits, byte != 0xD7, byte != 0xF7 {
          windows += 1
        }
      }
      at += 1
    }
    return dos > windows
  }
}
