internal import PlazaLayers

/// The words of a text as they are compared with lists of words: without case, accents, punctuation and repeated blanks.
///
/// Letters that stand alone are one word, and so are numbers that only a mark divides: `V.I.F.` is `vif`, `lei 11.340/06` is `lei 1134006`.
struct FoldedWords {
  let words: [String]
  /// The words with a blank between them.
  let text: String

  init(_ text: String) {
    var words: [String] = []
    var isOpen = false
    for word in PlaceName.folded(text).split(separator: " ") {
      let isDigits = word.utf8.allSatisfy { $0 &- 0x30 < 10 }
      let isLetter = !isDigits && word.unicodeScalars.count == 1
      let isNumber = isDigits && words.last?.utf8.allSatisfy { $0 &- 0x30 < 10 } == true
      if (isLetter && isOpen) || isNumber {
        words[words.count - 1] += word
      } else {
        words.append(String(word))
      }
      isOpen = isLetter
    }
    self.words = words
    self.text = words.joined(separator: " ")
  }

  /// Whether a word begins as one of a list, phrases included; what stands in `except` at the same place is passed over.
  func begin(with beginnings: Beginnings, except harmless: Beginnings = []) -> Bool {
    var text = text
    return text.withUTF8 { text in
      var place = 0
      while place < text.count {
        let rest = UnsafeBufferPointer(rebasing: text[place...])
        if let length = harmless.match(rest) {
          place += length
        } else if beginnings.match(rest) != nil {
          return true
        }
        while place < text.count, text[place] != 0x20 { place += 1 }
        place += 1
      }
      return false
    }
  }
}

/// A list of beginnings of words, folded, by their first byte.
struct Beginnings: Sendable, ExpressibleByArrayLiteral {
  private var ofByte = [[[UInt8]]](repeating: [], count: 256)

  init(arrayLiteral elements: String...) {
    for element in elements { ofByte[Int(element.utf8.first!)].append(Array(element.utf8)) }
  }

  /// The length of the first that a text begins with.
  func match(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    return ofByte[Int(first)].first { text.starts(with: $0) }?.count
  }
}
