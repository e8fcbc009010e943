/// Kinds and other values of records as people write them: compared without case, accents and repeated blanks.
///
/// Other than in names of places every sign counts: `LESIONES > 30 DÍAS` is not `LESIONES < 30 DÍAS`.
package enum KindName {
  /// `RÓBO  a Casa` is `robo a casa`.
  package static func folded(_ text: String) -> String { withSingleBlanks(Slug.plain(text)) }

  /// Without blanks at its ends, and with one blank where several stand; no-break spaces are blanks.
  package static func withSingleBlanks(_ text: String) -> String {
    var result = ""
    var isPending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isPending = !result.isEmpty
        continue
      }
      if isPending { result.append(" ") }
      isPending = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
