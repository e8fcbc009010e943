/// Names of places as people write them: compared without accents, case, punctuation and repeated blanks.
package enum PlaceName {
  /// `Bº  Armonía` is `bo armonia`, `SAN MARTÍN (CT)` is `san martin ct`.
  package static func folded(_ text: String) -> String {
    var result: [UInt8] = []
    var isPending = false
    for scalar in Slug.plain(text).unicodeScalars {
      let letter: Unicode.Scalar =
        switch scalar {
        case "º": "o"
        case "ª": "a"
        default: scalar
        }
      guard letter.properties.isAlphabetic || letter.properties.numericType != nil else {
        isPending = !result.isEmpty
        continue
      }
      if isPending { result.append(0x20) }
      isPending = false
      result.append(contentsOf: UTF8.encode(letter)!)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Insertions, deletions and replacements that lead from one text to the other (Levenshtein).
  /// - Complexity: O(product of the lengths).
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
