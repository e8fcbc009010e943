/// How wide text will be in a font that we do not know: generous, after the wide system fonts, so that nothing runs over.
enum TextWidth {
  /// How much wider bold letters are, in the widest of those fonts.
  private static let bold = 1.14

  /// - Returns: in the unit of `size`.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) } * size * (isBold ? bold : 1)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "|", "!", "'", ".", ",", ":", ";", "í": 0.32
    case " ", "\u{202F}", "\u{A0}", "f", "t", "r", "(", ")", "[", "]", "/", "-": 0.4
    case "m", "w", "M", "W", "%", "—", "@": 0.92
    default: scalar.properties.isUppercase ? 0.7 : scalar.properties.isIdeographic ? 1 : 0.6
    }
  }

  /// Lines of bold letters, or of others.
  static func lines(_ text: String, size: Double, width: Double, isBold: Bool) -> [String] {
    lines(text, size: isBold ? size * bold : size, width: width)
  }

  /// Lines no wider than `width`, broken at blanks, and within a word that is wider than a line by itself.
  static func lines(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }).flatMap({ pieces($0, size: size, width: width) }) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || of(longer, size: size) <= width {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A word, or the parts of one that no line holds: a name of a file, an address.
  private static func pieces(_ word: Substring, size: Double, width: Double) -> [Substring] {
    guard of(String(word), size: size) > width else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    var used = 0.0
    for index in word.indices {
      let own = of(String(word[index]), size: size)
      if used + own > width, index > start {
        pieces.append(word[start..<index])
        (start, used) = (index, 0)
      }
      used += own
    }
    return pieces + [word[start...]]
  }
}
