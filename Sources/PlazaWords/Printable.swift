/// Text out of a file, made fit for one line that a person reads.
///
/// A name may hold an escape sequence that writes over what a terminal shows, a line break that forges a message, or a mark that turns the
/// direction of what follows. What is shown is what stands there, not what it does.
enum Printable {
  /// Characters of one value that are shown at most; what is longer says how much longer.
  static let limit = 600

  /// - Complexity: O(bytes); text of printable ASCII comes back as it is.
  static func line(_ text: String) -> String {
    if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return String(result) + "…" }
      count += 1
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
