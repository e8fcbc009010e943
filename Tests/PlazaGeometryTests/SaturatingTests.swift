import Testing

@testable import PlazaGeometry

@Suite struct SaturatingTests {
  @Test func `a number out of a file never ends the process`() {
    let cases: [(Double, Int)] = [
      (0, 0), (1.9, 1), (-1.9, -1), (5e19, .max), (-5e19, .min), (.infinity, .max), (-.infinity, .min), (.nan, 0),
      (.leastNonzeroMagnitude, 0),
      (0x1p63, .max), (-0x1p63, .min), (0x1p63.nextDown, 9_223_372_036_854_774_784),
    ]
    for (value, expected) in cases { #expect(Int(saturating: value) == expected, "\(value)") }
  }
}
