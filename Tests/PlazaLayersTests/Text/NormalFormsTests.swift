import Foundation
import PlazaTesting
import Testing

@testable import PlazaLayers

/// The normal forms of the standard library, which are not documented, beside those of Foundation.
@Suite struct NormalFormsTests {
  @Test func `every letter of Europe and America is composed and decomposed as Foundation does`() {
    for value in UInt32(0x20)...0x24FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      #expect(same(text.composed, text.precomposedStringWithCanonicalMapping), "U+\(String(value, radix: 16))")
      #expect(
        text.decomposedScalars.elementsEqual(text.decomposedStringWithCanonicalMapping.unicodeScalars),
        "U+\(String(value, radix: 16))")
    }
  }

  @Test func `letters with marks in any order are composed as Foundation does`() {
    var random = SplitMix64(seed: 20)
    let letters = Array("aeiounçãéÑü한각".unicodeScalars)
    let marks: [Unicode.Scalar] = ["\u{301}", "\u{303}", "\u{308}", "\u{327}", "\u{323}", "\u{302}"]
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<(1 + Int.random(in: 0..<4, using: &random)) {
        text.unicodeScalars.append(letters.randomElement(using: &random)!)
        for _ in 0..<Int.random(in: 0..<4, using: &random) { text.unicodeScalars.append(marks.randomElement(using: &random)!) }
      }
      #expect(same(text.composed, text.precomposedStringWithCanonicalMapping), "\(text.unicodeScalars.map(\.value))")
      #expect(
        text.composed.decomposedScalars.elementsEqual(text.decomposedStringWithCanonicalMapping.unicodeScalars),
        "\(text.unicodeScalars.map(\.value))")
    }
  }

  /// Swift takes equivalent texts for equal: the scalars tell.
  private func same(_ left: String, _ right: String) -> Bool { left.unicodeScalars.elementsEqual(right.unicodeScalars) }
}
