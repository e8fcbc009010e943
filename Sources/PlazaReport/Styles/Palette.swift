internal import PlazaLayers

/// The colours of our maps: told apart by people who do not see red or green, and in grey; none is the white of the paper.
enum Palette {
  /// Blue over near-white to red, for what lies below and above expectation.
  static let diverging = [0x2A5FA5, 0x6DA3D0, 0xC3DCEE, 0xF0EFEC, 0xFBD0B5, 0xEA8558, 0xB3242C].map { RGBColor($0) }
  /// Light to dark, for numbers of records.
  static let counts = [0xFDEFCF, 0xF9CB85, 0xEF9A4B, 0xCF5F2A, 0x8F2D1D].map { RGBColor($0) }
  /// Light to dark, for rates and what else is per something; another hue, so that nobody takes one for the other.
  static let rates = [0xE9E9F5, 0xBFC4E3, 0x9189C4, 0x6D4CA0, 0x3F1D6F].map { RGBColor($0) }
  /// For what has no order; told apart by people who do not see red or green. After Okabe and Ito 2008, "Color universal design".
  static let categories = [0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xB8A900].map { RGBColor($0) }
  static let neutral = RGBColor(0xF0EFEC)
  static let up = RGBColor(0xC95427)
  static let down = RGBColor(0x2B7FA3)
  static let tooFew = RGBColor(0xCFCCC4)
  /// Not to be read as a change: greys with a hue of their own.
  static let incomplete = RGBColor(0x8F8798)
  static let notComparable = RGBColor(0xB5A6BE)
  /// No value: a cool grey that none of the classes comes near to.
  static let missing = RGBColor(0xBFC6CC)
  /// Spaces over a map of shares, and the zones of a hazard over one of areas: hues that no class has.
  static let places = RGBColor(0x1B7837)
  static let ground = RGBColor(0x2A7FB8)
  static let outline = RGBColor(0x8A8A8A)
  static let ink = RGBColor(0x222222)
}
