// The standard library's own normal forms are not public; those of Foundation bring 40 MB of data about languages into a binary. A test
// holds them against Foundation's.
@_spi(_Unicode) internal import Swift

extension String {
  /// The text with accented letters in one character where there is one (NFC).
  var composed: String {
    var result = ""
    result.unicodeScalars.append(contentsOf: _nfc)
    return result
  }

  /// The text with accents behind their letters (NFD).
  var decomposedScalars: [Unicode.Scalar] { Array(_nfd) }
}
