internal import PlazaWords

/// A round length in kilometres or metres, and how long it is on the map.
struct ScaleBar: Hashable {
  /// 1, 2 or 5 times a power of ten.
  let metres: Double
  let pixels: Double

  /// - Returns: nil where the map has no extent, or is so large or so small that a length says nothing.
  init?(pixelsPerMetre: Double, longest: Double) {
    guard pixelsPerMetre.isFinite, pixelsPerMetre > 0 else { return nil }
    let limit = longest / pixelsPerMetre
    guard (1...5_000_000).contains(limit) else { return nil }
    var power = 1.0
    while power * 10 <= limit { power *= 10 }
    metres = power * 5 <= limit ? power * 5 : power * 2 <= limit ? power * 2 : power
    pixels = metres * pixelsPerMetre
  }

  func label(_ words: Words) -> String {
    metres >= 1000 ? words.number(String(Int(metres / 1000))) + "\u{202F}km" : "\(Int(metres))\u{202F}m"
  }
}
