/// The Z-order curve over the box of some places: places near one another have near codes. Morton 1966.
struct MortonCurve {
  private let west: Double
  private let south: Double
  private let scale: Double

  init(x: [Double], y: [Double]) {
    (west, south) = (x.min() ?? 0, y.min() ?? 0)
    // Halves, so that no difference of finite numbers overflows.
    let side = max((x.max() ?? 0) / 2 - west / 2, (y.max() ?? 0) / 2 - south / 2, .leastNormalMagnitude)
    scale = min(65_535 / side, .greatestFiniteMagnitude)
  }

  func code(x: Double, y: Double) -> UInt32 {
    Self.spread(UInt32((x / 2 - west / 2) * scale)) | Self.spread(UInt32((y / 2 - south / 2) * scale)) << 1
  }

  /// The bits of a number of 16 bits, one place apart.
  private static func spread(_ value: UInt32) -> UInt32 {
    var bits = value
    bits = (bits | bits << 8) & 0x00ff_00ff
    bits = (bits | bits << 4) & 0x0f0f_0f0f
    bits = (bits | bits << 2) & 0x3333_3333
    bits = (bits | bits << 1) & 0x5555_5555
    return bits
  }
}
