@_spi(_Unicode) internal import Swift

/// The text by which kinds and other values of records are told apart: without blanks at its ends, in NFC.
public enum CanonicalText {
  public static func canonical(_ bytes: some Collection<UInt8>) -> String {
    var trimmed = Substring(String(decoding: bytes, as: UTF8.self))
    while let first = trimmed.first, first.isWhitespace { trimmed.removeFirst() }
    while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
    if trimmed.utf8.allSatisfy({ $0 < 0x80 }) { return String(trimmed) }
    var result = ""
    result.unicodeScalars.append(contentsOf: String(trimmed)._nfc)
    return result
  }
}
