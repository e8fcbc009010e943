/// Kinds and other values of records as people write them: compared without case, accents and repeated blanks.
///
/// Other than in names of places every sign counts: `LESIONES > 30 DÍAS` is not `LESIONES < 30 DÍAS`.
package enum KindName {
  /// `RÓBO  a Casa` is `robo a casa`.
  package static func folded(_ text: String) -> String { withSingleBlanks(Slug.plain(text)) }

  /// As a sentence begins, where a name is written in capitals alone: `ROBO A CASA` is `Robo a casa`. One of few letters may be a short form,
  /// and stays.
  package static func spoken(_ text: String) -> String {
    guard text.unicodeScalars.count(where: { $0.properties.isUppercase }) > 4,
      !text.unicodeScalars.contains(where: { $0.properties.isLowercase })
    else { return text }
    let small = text.lowercased()
    return small.prefix(1).uppercased() + small.dropFirst()
  }

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
