import Glibc

/// The raster of the zonal sums: 10 000 × 10 000 floats over the metropolis, one in a hundred of them without a value.
enum ZonalRaster {
  static let side = 10_000
  static let noData: Float = -9999
  /// A little of the metropolis lies beyond the raster, and a little of the raster beyond the metropolis.
  private static let west = Tiling.west + 0.01
  private static let north = Tiling.south + Tiling.side + 0.005
  private static let cell = Tiling.side / Double(side)

  /// Writes an uncompressed GeoTIFF: the head, one directory, its arrays, then a strip for each row.
  static func make(_ path: String, seed: UInt64) throws(BenchError) {
    let out = try ByteWriter(path: path)
    let keys: [UInt16] = [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326]
    let count = 15
    var free = 8 + 2 + 12 * count + 4
    func place(_ size: Int) -> Int {
      defer { free += size }
      return free
    }
    let (offsets, lengths) = (place(4 * side), place(4 * side))
    let (scale, tie, directory, text) = (place(24), place(48), place(2 * keys.count), place(6))
    let cells = free
    out.write("II")
    out.write(short: 42)
    out.write(long: 8)
    out.write(short: count)
    // Tag, type, count, value or place: width, height, bits, compression, photometric, offsets, samples, rows of a strip, lengths,
    // planes, format, scale, tie point, keys, nodata.
    let entries = [
      (256, 4, 1, side), (257, 4, 1, side), (258, 3, 1, 32), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, side, offsets),
      (277, 3, 1, 1),
      (278, 4, 1, 1), (279, 4, side, lengths), (284, 3, 1, 1), (339, 3, 1, 3), (33550, 12, 3, scale), (33922, 12, 6, tie),
      (34735, 3, keys.count, directory), (42113, 2, 6, text),
    ]
    for (tag, type, count, value) in entries {
      out.write(short: tag)
      out.write(short: type)
      out.write(long: count)
      out.write(long: value)
    }
    out.write(long: 0)
    for row in 0..<side { out.write(long: cells + 4 * side * row) }
    for _ in 0..<side { out.write(long: 4 * side) }
    for value in [cell, cell, 0, 0, 0, 0, west, north, 0] { out.write(double: value) }
    for key in keys { out.write(short: Int(key)) }
    out.write("-9999\0")
    var random = SplitMix64(seed: seed)
    for _ in 0..<side * side {
      let drawn = random.unit()
      // People, say: whole hundredths, few of them large.
      let value = drawn < 0.01 ? noData : Float((-2000 * log(drawn)).rounded() / 100)
      out.write(long: Int(value.bitPattern))
    }
    try out.finish()
  }
}

extension ByteWriter {
  func write(short value: Int) {
    withUnsafeBytes(of: UInt16(truncatingIfNeeded: value).littleEndian) { write($0) }
  }

  func write(long value: Int) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).littleEndian) { write($0) }
  }
}
