/// How a workbook writes characters that XML has no place for: `_x000D_` is a return, and `_x005F_` the mark itself (ECMA-376, part 1, 22.9.2.19).
enum SheetEscapes {
  /// A text in which nothing is taken for an escape.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for place in bytes.indices {
      if value(bytes, place) != nil { result += Array("_x005F".utf8) }
      result.append(bytes[place])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text with its escapes undone; what is none stays.
  static func undone(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x5F) else { return bytes }
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let scalar = value(bytes, place) {
        result += String(Character(scalar)).utf8
        place += 7
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }

  private static func value(_ bytes: [UInt8], _ place: Int) -> Unicode.Scalar? {
    guard place + 7 <= bytes.count, bytes[place] == 0x5F, bytes[place + 1] == 0x78, bytes[place + 6] == 0x5F else { return nil }
    let digits = String(decoding: bytes[place + 2..<place + 6], as: UTF8.self)
    return digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) : nil
  }
}
