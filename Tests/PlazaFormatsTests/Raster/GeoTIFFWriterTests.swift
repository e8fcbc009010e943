import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@Suite struct GeoTIFFWriterTests {
  static let laea = CRS.definition("+proj=laea +lat_0=14 +lon_0=-89 +datum=WGS84 +units=m +no_defs")

  static func grid(_ columns: Int, _ rows: Int) throws -> RasterGrid {
    try #require(
      RasterGrid(west: 250_000, north: 1_500_025, cellWidth: 25, cellHeight: 12.5, columnCount: columns, rowCount: rows))
  }

  static func write(_ grid: RasterGrid, _ crs: CRS, _ values: [Double]) throws -> [UInt8] {
    try GeoTIFFWriter.bytes(grid, crs: crs, path: "r.tif") { row, place in
      for column in place.indices { place[column] = values[row * grid.columnCount + column] }
    }
  }

  @Test(arguments: [CRS.epsg(32616), .epsg(4326), .wgs84, .epsg(31983)], [(1, 1), (37, 21), (300, 700)])
  func `what is written is read again, bit by bit`(_ crs: CRS, _ size: (Int, Int)) throws {
    let grid = try Self.grid(size.0, size.1)
    var random = SplitMix64(seed: 4)
    var values = (0..<grid.cellCount).map { _ in Double.random(in: -1...1e9, using: &random) }
    values[values.count / 2] = .nan
    let bytes = try Self.write(grid, crs, values)
    #expect(try bytes == Self.write(grid, crs, values), "the same values give the same bytes")
    let folder = TemporaryFolder()
    let source = try openRaster("r.tif", folder.write("r.tif", bytes)).source
    #expect(source.grid == grid && source.crs == (crs == .wgs84 ? .epsg(4326) : crs) && !source.isSequential)
    let read = try allValues(source, jobs: 2)
    #expect(zip(read, values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) } && read.count == values.count)
  }

  @Test func `a CRS without a code is written as its definition`() throws {
    let grid = try Self.grid(5, 4)
    let folder = TemporaryFolder()
    let bytes = try Self.write(grid, Self.laea, Array(repeating: 1, count: 20))
    let crs = try openRaster("r.tif", folder.write("r.tif", bytes)).source.crs
    guard case .definition(let text) = crs else {
      Issue.record("\(crs)")
      return
    }
    #expect(text.hasPrefix("PROJCS[") && text.contains("Lambert_Azimuthal_Equal_Area") && text.hasSuffix("]"))
    #expect(throws: Failure(.notUnderstood, "crs.unknown", ["file": "r.tif", "crs": "EPSG:999999"])) {
      try Self.write(grid, .epsg(999_999), Array(repeating: 1, count: 20))
    }
  }
}
