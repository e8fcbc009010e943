import PlazaGEOS
import PlazaGeometry
import PlazaTesting
import Testing

/// Zonal sums against the intersection of every cell with every zone by GEOS, and against what must hold of them.
@Suite struct ZonalOracleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var seed: UInt64
    var step: Double
    var testDescription: String { "seed \(seed), vertices on multiples of \(step)" }
  }

  static let cases = [
    Case(seed: 1, step: 1), Case(seed: 2, step: 0.5), Case(seed: 3, step: 1e-3), Case(seed: 4, step: 0.25),
    Case(seed: 5, step: 1e-9),
    Case(seed: 6, step: 1),
  ]

  /// Cells that are no squares, a frame that zones reach over on every side, and holes in the values.
  static func raster(_ seed: UInt64, isSequential: Bool = false) -> MemoryRaster {
    var random = SplitMix64(seed: seed &* 77)
    let grid = RasterGrid(west: 3, north: 60, cellWidth: 1.5, cellHeight: 1.25, columnCount: 37, rowCount: 43)!
    let values = (0..<grid.cellCount).map { _ in
      Int.random(in: 0..<9, using: &random) == 0 ? Double.nan : Double.random(in: -5...50, using: &random)
    }
    return MemoryRaster(grid, values, isSequential: isSequential)
  }

  static func zones(_ test: Case) throws -> PolygonColumn {
    var generator = PolygonGenerator(seed: test.seed, size: 64, step: test.step)
    var zones = generator.overlappingStars(areas: 8, vertices: 9)
    zones.append(contentsOf: generator.tiling(count: 3, verticesPerSide: 5))
    let context = GEOSContext()
    var valid = PolygonColumn()
    for zone in 0..<zones.featureCount { valid.append(contentsOf: try context.union(features: [zone], of: zones)) }
    return valid
  }

  @Test(arguments: cases) func `sums are those of the intersection with every cell`(_ test: Case) throws {
    let (raster, zones) = (Self.raster(test.seed), try Self.zones(test))
    let sums = try ZonalSums.compute(raster, zones: zones, breaks: [0, 20], jobs: 2)
    let (weights, context) = (Self.raster(test.seed + 50), GEOSContext())
    let weighted = try ZonalSums.compute(raster, weights: weights, zones: zones, jobs: 2)
    for zone in 0..<zones.featureCount {
      let slow = try Self.slow(raster, weights, zones, zone, context)
      let fast = sums[zone]
      #expect(Self.near(fast.sum, slow.sum) && Self.near(fast.coverage, slow.coverage) && Self.near(fast.nodata, slow.nodata))
      #expect(Self.near(fast.low, slow.low) && Self.near(fast.high, slow.high), "zone \(zone): \(fast) and \(slow)")
      #expect(fast.minimum == slow.minimum && fast.maximum == slow.maximum, "zone \(zone)")
      #expect(Self.near(fast.beyond, slow.beyond), "zone \(zone): \(fast.beyond) and \(slow.beyond)")
      #expect(Self.near(fast.classes.reduce(0) { $0 + $1.sum }, slow.sum))
      #expect(Self.near(weighted[zone].weightedSum, slow.weightedSum) && Self.near(weighted[zone].weight, slow.weight))
      for index in 0..<3 { #expect(Self.near(fast.classes[index].coverage, slow.classes[index].coverage), "zone \(zone)") }
    }
  }

  static func near(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 1e-9 * max(1, a.magnitude, b.magnitude) * 10 }

  /// The obvious way: every cell with every zone.
  static func slow(
    _ raster: MemoryRaster, _ weights: MemoryRaster, _ zones: PolygonColumn, _ zone: Int, _ context: GEOSContext
  ) throws -> ZonalSum {
    let grid = raster.grid
    var result = ZonalSum()
    result.classes = Array(repeating: ZonalSum.Class(), count: 3)
    let shape = try context.geometry(feature: zone, of: zones)
    let whole = try shape.area
    for row in 0..<grid.rowCount {
      for column in 0..<grid.columnCount {
        let box = Envelope(
          minX: grid.west + Double(column) * grid.cellWidth, minY: grid.north - Double(row + 1) * grid.cellHeight,
          maxX: grid.west + Double(column + 1) * grid.cellWidth, maxY: grid.north - Double(row) * grid.cellHeight)
        let share = try shape.intersection(context.geometry(of: box)).area / (grid.cellWidth * grid.cellHeight)
        let value = raster.values[row * grid.columnCount + column]
        if share < 1e-8 { continue }
        if value.isNaN {
          result.nodata += share
          continue
        }
        result.sum += share * value
        result.coverage += share
        result.high += value
        if share > 1 - 1e-8 { result.low += value }
        result.minimum = min(result.minimum ?? value, value)
        result.maximum = max(result.maximum ?? value, value)
        result.classes[value < 0 ? 0 : value < 20 ? 1 : 2].coverage += share
        let weight = weights.values[row * grid.columnCount + column]
        if !weight.isNaN {
          result.weight += share * weight
          result.weightedSum += share * value * weight
        }
      }
    }
    result.beyond = whole / (grid.cellWidth * grid.cellHeight) - result.coverage - result.nodata
    return result
  }

  @Test(arguments: cases) func `neither workers nor the order of reading change a bit`(_ test: Case) throws {
    let zones = try Self.zones(test)
    let one = try ZonalSums.compute(Self.raster(test.seed), zones: zones, breaks: [10], jobs: 1)
    for jobs in [2, 5] {
      #expect(try ZonalSums.compute(Self.raster(test.seed), zones: zones, breaks: [10], jobs: jobs) == one)
    }
    #expect(try ZonalSums.compute(Self.raster(test.seed, isSequential: true), zones: zones, breaks: [10], jobs: 3) == one)
  }

  @Test(arguments: cases) func `reversed rings and other starts give the same sums`(_ test: Case) throws {
    let (raster, zones) = (Self.raster(test.seed), try Self.zones(test))
    let sums = try ZonalSums.compute(raster, zones: zones, jobs: 1)
    let reversed = try ZonalSums.compute(raster, zones: zones.reorderingRings { $0.reverse() }, jobs: 1)
    let turned = try ZonalSums.compute(raster, zones: zones.reorderingRings { $0.append($0.removeFirst()) }, jobs: 1)
    for (zone, sum) in sums.enumerated() {
      #expect(Self.near(sum.sum, reversed[zone].sum) && Self.near(sum.sum, turned[zone].sum), "zone \(zone)")
    }
  }

  @Test(arguments: cases) func `zones that part the raster share out all of it`(_ test: Case) throws {
    var generator = PolygonGenerator(seed: test.seed, size: 64, step: min(test.step, 0.125))
    let zones = generator.tiling(count: 11, verticesPerSide: 3)
    let grid = RasterGrid(west: 0, north: 64, cellWidth: 0.5, cellHeight: 1, columnCount: 128, rowCount: 64)!
    var random = SplitMix64(seed: test.seed)
    let raster = MemoryRaster(grid, (0..<grid.cellCount).map { _ in .random(in: 0...1000, using: &random) }, rowsPerBlock: 10)
    let sums = try ZonalSums.compute(raster, zones: zones, jobs: 2)
    let total = try ZonalSums.total(raster, jobs: 2)
    let exact = raster.values.reduce(0, +)
    #expect((total.sum - exact).magnitude <= 1e-12 * exact)
    #expect((sums.reduce(0) { $0 + $1.sum } - exact).magnitude <= 1e-9 * exact)
    #expect((sums.reduce(0) { $0 + $1.coverage } - Double(grid.cellCount)).magnitude <= 1e-9 * Double(grid.cellCount))
    #expect(sums.allSatisfy { $0.low <= $0.sum && $0.sum <= $0.high && $0.beyond == 0 })
  }

  @Test func `raster and zones moved together keep their sums`() throws {
    let test = Case(seed: 9, step: 0.25)
    let (raster, zones) = (Self.raster(9), try Self.zones(test))
    let (x, y) = (512.0, 9_437_184.0)
    let grid = RasterGrid(
      west: raster.grid.west + x, north: raster.grid.north + y, cellWidth: raster.grid.cellWidth,
      cellHeight: raster.grid.cellHeight,
      columnCount: raster.grid.columnCount, rowCount: raster.grid.rowCount)!
    let sums = try ZonalSums.compute(raster, zones: zones, jobs: 1)
    let moved = try ZonalSums.compute(
      MemoryRaster(grid, raster.values), zones: zones.mapped { Coordinate(x: $0.x + x, y: $0.y + y) }, jobs: 1)
    // The moved places are exact, so every quotient is; a surface far from the origin loses digits.
    for (zone, sum) in sums.enumerated() { #expect(Self.near(sum.sum, moved[zone].sum), "zone \(zone)") }
  }
}
