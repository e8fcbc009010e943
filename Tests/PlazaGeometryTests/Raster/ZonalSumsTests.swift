import PlazaGeometry
import PlazaTesting
import Testing

@Suite struct ZonalSumsTests {
  /// exactextract, test/test_zonal.cpp and its Python tests: the raster 1…9 and the square (0.5, 0.5)–(2.5, 2.5).
  static let nine = MemoryRaster(
    RasterGrid(west: 0, north: 3, cellWidth: 1, cellHeight: 1, columnCount: 3, rowCount: 3)!, (1...9).map { Double($0) })
  static let middle = square(0.5, 0.5, 2.5, 2.5)

  static func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> PolygonColumn {
    var column = PolygonColumn()
    column.append(polygon: [[(west, south), (east, south), (east, north), (west, north)].map { Coordinate(x: $0.0, y: $0.1) }])
    return column
  }

  @Test func `the square on nine cells has count 4, sum 20 and mean 5`() throws {
    let sum = try ZonalSums.compute(Self.nine, zones: Self.middle, jobs: 1)[0]
    #expect(sum.coverage == 4 && sum.sum == 20 && sum.mean == 5)
    #expect(sum.low == 5 && sum.high == 45 && sum.minimum == 1 && sum.maximum == 9)
    #expect(sum.nodata == 0 && sum.beyond == 0)
  }

  @Test func `each of the nine cells has its share`() throws {
    let shares = [0.25, 0.5, 0.25, 0.5, 1, 0.5, 0.25, 0.5, 0.25]
    for cell in 0..<9 {
      var raster = Self.nine
      raster.values = (0..<9).map { $0 == cell ? 1 : 0 }
      #expect(try ZonalSums.compute(raster, zones: Self.middle, jobs: 1)[0].sum == shares[cell], "cell \(cell)")
    }
  }

  /// exactextract: `weighted_mean` and `weighted_sum` are 8 with weights of 1 in the southern row.
  @Test func `weights in the southern row leave a sum of 8`() throws {
    var weights = Self.nine
    weights.values = [0, 0, 0, 0, 0, 0, 1, 1, 1]
    let sum = try ZonalSums.compute(Self.nine, weights: weights, zones: Self.middle, jobs: 1)[0]
    #expect(sum.weightedSum == 8 && sum.weight == 1 && sum.sum == 20)
  }

  /// mapsmith-ai/MapSmith#4: cells 0…99 by row from the north, the 5 × 5 in the north-west.
  @Test func `five by five cells of a hundred have count 25, mean 22 and sum 550`() throws {
    let grid = RasterGrid(west: 0, north: 10, cellWidth: 1, cellHeight: 1, columnCount: 10, rowCount: 10)!
    let raster = MemoryRaster(grid, (0..<100).map { Double($0) })
    let sum = try ZonalSums.compute(raster, zones: Self.square(0, 5, 5, 10), jobs: 1)[0]
    #expect(sum.coverage == 25 && sum.mean == 22 && sum.sum == 550)
    #expect(sum.low == 550 && sum.high == 550, "edges along the borders of cells touch none beyond")
  }

  @Test func `cells without a value carry none and are counted`() throws {
    var raster = Self.nine
    raster.values[4] = .nan
    raster.values[0] = .nan
    let sum = try ZonalSums.compute(raster, zones: Self.middle, jobs: 1)[0]
    #expect(sum.nodata == 1.25 && sum.coverage == 2.75 && sum.sum == 20 - 5 - 0.25)
    #expect(sum.low == 0 && sum.high == 39 && sum.minimum == 2)
    raster.values = Array(repeating: .nan, count: 9)
    let none = try ZonalSums.compute(raster, zones: Self.middle, jobs: 1)[0]
    #expect(none.coverage == 0 && none.mean == nil && none.minimum == nil && none.nodata == 4 && none.beyond == 0)
  }

  @Test func `a zone beyond the raster is told apart from one without values`() throws {
    var zones = Self.square(-1, -1, 1, 4)
    zones.append(contentsOf: Self.square(-2, 0, -1, 3))
    zones.append(contentsOf: Self.square(5, 0, 6, 3))
    zones.append(contentsOf: Self.square(0, 7, 1, 9))
    zones.endFeature()
    let sums = try ZonalSums.compute(Self.nine, zones: zones, jobs: 1)
    #expect(sums.map(\.coverage) == [3, 0, 0, 0, 0] && sums.map(\.beyond) == [7, 3, 3, 2, 0])
    #expect(sums[0].sum == 12 && sums[4] == ZonalSum())
  }

  @Test func `the total of a raster is that of its values`() throws {
    let total = try ZonalSums.total(Self.nine, jobs: 1)
    #expect(total.sum == 45 && total.coverage == 9 && total.low == 45 && total.high == 45 && total.beyond == 0)
  }

  @Test func `classes divide a zone by its values`() throws {
    let sum = try ZonalSums.compute(Self.nine, zones: Self.middle, breaks: [4, 7.5], jobs: 1)[0]
    #expect(sum.classes.map(\.coverage) == [1, 2.25, 0.75])
    #expect(sum.classes.map(\.sum) == [2, 11.75, 6.25])
    #expect(sum.classes.map(\.weight) == sum.classes.map(\.coverage))
    var people = Self.nine
    people.values = [10, 10, 10, .nan, 20, 20, 40, 40, 40]
    let weighted = try ZonalSums.compute(Self.nine, weights: people, zones: Self.middle, breaks: [4, 7.5], jobs: 1)[0]
    #expect(weighted.classes.map(\.weight) == [10, 40, 30])
    #expect(weighted.weight == 80 && weighted.classes.map(\.coverage) == sum.classes.map(\.coverage))
  }

  @Test func `weights on other cells are refused`() throws {
    let grid = RasterGrid(west: 0.5, north: 3, cellWidth: 1, cellHeight: 1, columnCount: 3, rowCount: 3)!
    let weights = MemoryRaster(grid, Self.nine.values)
    #expect(throws: ZonalError.differentGrids) {
      try ZonalSums.compute(Self.nine, weights: weights, zones: Self.middle, jobs: 1)
    }
  }

  @Test func `a place without an image is refused with its zone`() throws {
    var zones = Self.middle
    zones.append(contentsOf: Self.square(0, 0, .nan, 1))
    #expect(throws: ZonalError.notFinite(zone: 1)) { try ZonalSums.compute(Self.nine, zones: zones, jobs: 1) }
  }

  @Test func `the error of the northernmost block ends the reading`() throws {
    struct Broken: RasterSource {
      let grid = RasterGrid(west: 0, north: 100, cellWidth: 1, cellHeight: 1, columnCount: 3, rowCount: 100)!
      let crs = CRS.wgs84
      let rowsPerBlock = 1
      let isSequential = false
      func makeReader() -> any RasterReader { Reader() }
      struct Damage: Error, Equatable { var row: Int }
      final class Reader: RasterReader {
        func read(rows: Range<Int>, into values: UnsafeMutableBufferPointer<Double>) throws {
          if rows.lowerBound >= 30 { throw Damage(row: rows.lowerBound) }
          values.update(repeating: 1)
        }
      }
    }
    for jobs in [1, 4] {
      #expect(throws: Broken.Damage(row: 30)) { try ZonalSums.total(Broken(), jobs: jobs) }
    }
  }
}
