/// The text by which kinds and other values of records are told apart: without blanks at its ends, in NFC.
public enum CanonicalText {
  public static func of(_ bytes: some Collection<UInt8>) -> String {
    var trimmed = Substring(String(decoding: bytes, as: UTF8.self))
    while let first = trimmed.first, first.isWhitespace { trimmed.removeFirst() }
    while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
    return trimmed.utf8.allSatisfy({ $0 < 0x80 }) ? String(trimmed) : String(trimmed).composed
  }

  /// Order of the bytes of the UTF-8 text, the same on every machine.
  package static func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}
