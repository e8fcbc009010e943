import Glibc

/// What the kernels are timed on: a lattice of values, a cloud of points and the streets of a town, as raw doubles that every side reads alike.
struct Kernels {
  /// Areas along a side of the lattice.
  static let side = 100
  static let permutations = 9999
  /// The frame of the density: a square from 0,0, in metres.
  static let cell = 20
  static let cells = 1000
  /// 20 cells.
  static let bandwidth = 400
  static let points = 1_000_000
  /// Of the clusters.
  static let radius = 30
  static let minimum = 20
  /// Of the coverage: spaces, and metres around each.
  static let spaces = 10_000
  static let walk = 400
  /// The tree is asked at one cell in so many of each axis: at all of them it takes minutes.
  static let treeStep = 5
  /// Of the exposure.
  static let discs = 5_000

  /// Writes `PREFIX_values.bin`, a positive field with waves, and `PREFIX_points.bin`, interleaved x and y: six in ten of the points anywhere,
  /// the others in 200 hot spots of 150 m; the streets of `StreetMap`; and `PREFIX_discs.bin`.
  static func make(prefix: String, seed: UInt64) throws(BenchError) {
    var random = SplitMix64(seed: seed)
    let values = try ByteWriter(path: prefix + "_values.bin")
    for place in 0..<side * side {
      let wave = sin(Double(place / side) / 8) * cos(Double(place % side) / 11)
      values.write(double: exp(0.4 * wave + 0.5 * random.normals().0))
    }
    try values.finish()

    // A whole cell is left free along the border: the peer's grid of cell centres must hold every point.
    let edge = Double(cell)
    let extent = Double(cell * cells) - 2 * edge
    let spots = (0..<200).map { _ in (edge + extent * random.unit(), edge + extent * random.unit()) }
    let points = try ByteWriter(path: prefix + "_points.bin")
    var left = Self.points
    while left > 0 {
      var place = (edge + extent * random.unit(), edge + extent * random.unit())
      if random.below(10) >= 6 {
        let (spot, step) = (spots[random.below(spots.count)], random.normals())
        place = (spot.0 + 150 * step.0, spot.1 + 150 * step.1)
      }
      guard min(place.0, place.1) > edge, max(place.0, place.1) < edge + extent else { continue }
      points.write(double: place.0)
      points.write(double: place.1)
      left -= 1
    }
    try points.finish()
    try StreetMap(seed: seed).write(prefix: prefix)
    try makeDiscs(prefix + "_discs.bin", seed: seed)
  }

  /// Writes centre and radius, in degrees, of discs over the territory: some 50 m to 400 m.
  static func makeDiscs(_ path: String, seed: UInt64) throws(BenchError) {
    var random = SplitMix64(seed: seed &+ 1)
    let file = try ByteWriter(path: path)
    for _ in 0..<discs {
      file.write(double: Tiling.west + Tiling.side * random.unit())
      file.write(double: Tiling.south + Tiling.side * random.unit())
      file.write(double: 0.0005 + 0.0035 * random.unit())
    }
    try file.finish()
  }
}

/// How far two columns of doubles differ.
struct ColumnDifference {
  var greatest = 0.0
  var mean = 0.0
  /// The greatest value of the second column.
  var peak = 0.0

  init(_ ours: some RandomAccessCollection<Double>, _ theirs: some RandomAccessCollection<Double>) throws(BenchError) {
    guard ours.count == theirs.count, !ours.isEmpty else { throw BenchError("\(ours.count) values beside \(theirs.count)") }
    for (mine, other) in zip(ours, theirs) {
      let difference = abs(mine - other)
      // One that is not a number is as far off as can be.
      greatest = max(greatest, difference.isNaN ? .infinity : difference)
      mean += difference
      peak = max(peak, other)
    }
    mean /= Double(ours.count)
  }
}

func readDoubles(_ path: String) throws(BenchError) -> [Double] {
  let bytes = try readFile(path)
  return bytes.withUnsafeBytes { raw in
    (0..<raw.count / 8).map { raw.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
  }
}
