internal import PlazaLayers

/// The colours of our maps: told apart by people who do not see red or green, and in grey; none is the white of the paper.
enum Palette {
  /// Blue over near-white to red, for what lies below and above expectation.
  static let diverging = [0x2A5FA5, 0x6DA3D0, 0xC3DCEE, 0xF0EFEC, 0xFBD0B5, 0xEA8558, 0xB3242C].map { RGBColor($0) }
  /// Light to dark, for numbers of records.
  static let counts = [0xFBE0AE, 0xF6BC6E, 0xE98F45, 0xC95A27, 0x86291A].map { RGBColor($0) }
  /// Light to dark, for rates and what else is per something; another hue, so that nobody takes one for the other.
  static let rates = [0xD9D7EE, 0xB3B1DC, 0x8A80C2, 0x674A9E, 0x3A1A68].map { RGBColor($0) }
  /// For what has no order; told apart by people who do not see red or green. After Okabe and Ito 2008, "Color universal design".
  static let categories = [0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xB8A900].map { RGBColor($0) }
  static let neutral = RGBColor(0xF0EFEC)
  static let up = RGBColor(0xC95427)
  static let down = RGBColor(0x2B7FA3)
  /// Hatched, so that it is no shade of anything.
  static let tooFew = RGBColor(0xE6E3DA)
  /// For what has no colour left.
  static let other = RGBColor(0xCFCCC4)
  /// Not to be read as a change: greys with a hue of their own.
  static let incomplete = RGBColor(0x8F8798)
  static let notComparable = RGBColor(0xB5A6BE)
  /// No value: a cool grey that none of the classes comes near to.
  static let missing = RGBColor(0xBFC6CC)
  /// Spaces over a map of shares: a hue that no class has.
  static let places = RGBColor(0x1B7837)
  static let otherPlaces = RGBColor(0x9A9A94)
  /// What lies over areas and lets them be seen, one hue for each hazard: dark enough over every class and none of theirs.
  static let grounds = [0x0B5C9C, 0x5B2A86, 0x1E6B52].map { RGBColor($0) }
  /// Between two colours of a ramp where there are more classes than colours; few classes are spread over the whole of it.
  /// - Parameter count: at least 1; a single class has the middle.
  static func shades(_ ramp: [RGBColor], _ count: Int) -> [RGBColor] {
    let last = ramp.count - 1
    guard count > 1 else { return [ramp[ramp.count / 2]] }
    return (0..<count).map { shade in
      if count <= ramp.count { return ramp[(shade * last + (count - 1) / 2) / (count - 1)] }
      let place = Double(shade * last) / Double(count - 1)
      let lower = min(last - 1, Int(place))
      return ramp[lower].mixed(with: ramp[lower + 1], part: place - Double(lower))
    }
  }

  static let outline = RGBColor(0x8A8A8A)
  static let ink = RGBColor(0x222222)
}

extension RGBColor {
  /// Another colour's part, 0 … 1, of the way to it.
  func mixed(with other: RGBColor, part: Double) -> RGBColor {
    func mixed(_ a: UInt8, _ b: UInt8) -> UInt32 { UInt32((Double(a) + (Double(b) - Double(a)) * part).rounded()) }
    return RGBColor(mixed(red, other.red) << 16 | mixed(green, other.green) << 8 | mixed(blue, other.blue))
  }
}
