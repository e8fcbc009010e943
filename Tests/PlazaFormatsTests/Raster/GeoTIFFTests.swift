import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Synchronization
import Testing

/// All values of a raster by row, read by blocks.
func allValues(_ raster: any RasterSource, jobs: Int = 1) throws -> [Double] {
  let rows = Mutex<[Int: [Double]]>([:])
  try raster.forEachRowBlock(jobs: jobs) { block in
    let values = Array(block.values)
    rows.withLock { $0[block.rows.lowerBound] = values }
  }
  return rows.withLock { rows in rows.keys.sorted().flatMap { rows[$0]! } }
}

/// A raster, opened by what the file holds.
func openRaster(
  _ name: String, _ path: String, _ assumedCRS: CRS? = nil, edit: (inout Reading) -> Void = { _ in }
) throws -> RasterReading {
  var reading = Reading()
  reading.assumedCRS = assumedCRS
  edit(&reading)
  return try Formats.open(name, path: path, as: reading).raster()
}

@Suite struct GeoTIFFTests {
  /// 7 × 11 cells with values that every type of cell holds.
  static let plain = TIFFBytes(width: 7, height: 11, values: (0..<77).map { Double($0) })

  private func open(
    _ tiff: TIFFBytes, prj: String? = nil, assumedCRS: CRS? = nil, edit: (inout Reading) -> Void = { _ in }
  ) throws -> (RasterReading, TemporaryFolder) {
    let folder = TemporaryFolder()
    let path = folder.write("r.tif", tiff.bytes)
    if let prj { folder.write("r.prj", prj) }
    return (try openRaster("r.tif", path, assumedCRS, edit: edit), folder)
  }

  private func failure(_ tiff: TIFFBytes) -> String? {
    do {
      let (reading, folder) = try open(tiff)
      _ = try allValues(reading.source)
      _ = folder.path
      return nil
    } catch { return (error as? Failure)?.diagnostic.id }
  }

  @Test(arguments: TIFFBytes.Sample.allCases, [false, true])
  func `every type of cell is read, of either order of bytes`(_ sample: TIFFBytes.Sample, _ isBigEndian: Bool) throws {
    var tiff = Self.plain
    (tiff.sample, tiff.isBigEndian) = (sample, isBigEndian)
    let (reading, folder) = try open(tiff)
    #expect(try allValues(reading.source) == tiff.values)
    #expect(reading.source.crs == .epsg(32717) && reading.notes.isEmpty)
    #expect(
      reading.source.grid
        == RasterGrid(west: 500_000, north: 9_000_000, cellWidth: 10, cellHeight: 20, columnCount: 7, rowCount: 11))
    _ = folder.path
  }

  @Test(arguments: [false, true], [false, true])
  func `tiles, strips and BigTIFF hold the same`(_ isBigTIFF: Bool, _ isTiled: Bool) throws {
    var tiff = TIFFBytes(width: 37, height: 35, values: (0..<37 * 35).map { Double($0) })
    tiff.isBigTIFF = isBigTIFF
    if isTiled { tiff.tile = (16, 16) }
    let (reading, folder) = try open(tiff)
    for jobs in [1, 3] { #expect(try allValues(reading.source, jobs: jobs) == tiff.values) }
    _ = folder.path
  }

  @Test(arguments: [false, true], [false, true])
  func `of several bands the first is read, and that is said`(_ isInterleaved: Bool, _ isTiled: Bool) throws {
    var tiff = Self.plain
    (tiff.bandCount, tiff.isInterleaved) = (3, isInterleaved)
    if isTiled { tiff.tile = (16, 16) }
    let (reading, folder) = try open(tiff)
    #expect(try allValues(reading.source) == tiff.values)
    #expect(reading.notes == [Diagnostic(.note, "raster.bands", ["file": "r.tif", "count": "3"])])
    _ = folder.path
  }

  @Test func `what stands for nothing is compared in the type of the cells`() throws {
    var tiff = Self.plain
    tiff.values[5] = -3.4028234663852886e38
    tiff.values[6] = .infinity
    tiff.values[7] = .nan
    tiff.noData = "-3.40282346638529e+38"
    var (reading, folder) = try open(tiff)
    var values = try allValues(reading.source)
    #expect(values[5].isNaN && values[6].isNaN && values[7].isNaN && values[4] == 4 && values.count { $0.isNaN } == 3)
    tiff = Self.plain
    (tiff.sample, tiff.noData) = (.u8, "7")
    (reading, folder) = try open(tiff)
    values = try allValues(reading.source)
    #expect(values[7].isNaN && values.count { $0.isNaN } == 1)
    tiff.noData = "-9999"
    (reading, folder) = try open(tiff)
    #expect(try allValues(reading.source) == tiff.values)
    _ = folder.path
  }

  @Test func `a number for no data that is rounded in the tag, lost or told by the caller leaves cells out`() throws {
    var tiff = Self.plain
    tiff.values[5] = -3.4028234663852886e38
    tiff.noData = "-3.40282e+38"
    var (reading, folder) = try open(tiff)
    #expect(try allValues(reading.source)[5].isNaN)
    // As WorldClim has it: the tag is a double, the cells are floats.
    (tiff.values[5], tiff.noData) = (-3.4e38, "-3.39999995214436425e+38")
    (reading, folder) = try open(tiff)
    #expect(try allValues(reading.source).count { $0.isNaN } == 1)
    (tiff.values[5], tiff.noData) = (-99999, nil)
    (reading, folder) = try open(tiff)
    #expect(try allValues(reading.source)[5] == -99999)
    (reading, folder) = try open(tiff) { $0.noData = -99999 }
    #expect(try allValues(reading.source).count { $0.isNaN } == 1 && reading.storage.noData == -99999)
    // Beside the value that the file states.
    tiff.noData = "7"
    (reading, folder) = try open(tiff) { $0.noData = -99999 }
    let values = try allValues(reading.source)
    #expect(values[5].isNaN && values[7].isNaN && values.count { $0.isNaN } == 2)
    _ = folder.path
  }

  @Test func `values are what is stored times SCALE plus OFFSET`() throws {
    var tiff = Self.plain
    (tiff.sample, tiff.noData) = (.u8, "7")
    tiff.metadata =
      "<GDALMetadata>\n <Item name=\"OFFSET\" sample=\"0\" role=\"offset\">-2</Item>\n <Item name=\"SCALE\" sample=\"0\" role=\"scale\">0.5</Item>\n <Item name=\"SCALE\" sample=\"1\" role=\"scale\">9</Item>\n</GDALMetadata>"
    let (reading, folder) = try open(tiff)
    let values = try allValues(reading.source)
    #expect(values[0] == -2 && values[10] == 3 && values[76] == 36 && values[7].isNaN)
    #expect(reading.notes.map(\.id) == ["raster.scaled"] && reading.storage.scale == 0.5 && reading.storage.offset == -2)
    tiff.metadata = "<GDALMetadata><Item name=\"SCALE\">x</Item><Item name=\"UNIT\">5</Item></GDALMetadata>"
    let plain = try open(tiff)
    #expect(try allValues(plain.0.source)[10] == 10)
    _ = (folder.path, plain.1.path)
  }

  @Test(arguments: [false, true]) func `rows from south to north are turned`(_ isTiled: Bool) throws {
    var tiff = TIFFBytes(width: 20, height: 35, values: (0..<700).map { Double($0) })
    if isTiled { tiff.tile = (16, 16) }
    let turned = stride(from: 34, through: 0, by: -1).flatMap { row in tiff.values[row * 20..<(row + 1) * 20] }
    let grid = RasterGrid(west: 500_000, north: 9_000_700, cellWidth: 10, cellHeight: 20, columnCount: 20, rowCount: 35)
    tiff.pixelScale = [10, -20, 0]
    var (reading, folder) = try open(tiff)
    #expect(reading.source.grid == grid)
    for jobs in [1, 3] { #expect(try allValues(reading.source, jobs: jobs) == turned) }
    (tiff.pixelScale, tiff.tiePoint) = (nil, nil)
    tiff.transformation = [10, 0, 0, 500_000, 0, 20, 0, 9_000_000, 0, 0, 0, 0, 0, 0, 0, 1]
    (reading, folder) = try open(tiff)
    #expect(reading.source.grid == grid)
    #expect(try allValues(reading.source) == turned)
    _ = folder.path
  }

  @Test func `a head that claims more cells than are read is refused, and more can be allowed`() throws {
    var tiff = Self.plain
    #expect(throws: Failure.self) { _ = try open(tiff) { $0.cellLimit = 76 } }
    _ = try open(tiff) { $0.cellLimit = 77 }
    // Strips of one row each, as many as rows are claimed, would need memory for all of them.
    tiff.stripRows = 1
    let failure = #expect(throws: Failure.self) { _ = try open(tiff) { $0.cellLimit = 10 } }
    #expect(failure?.diagnostic.id == "raster.too_large" && failure?.diagnostic.values["count"] == "77")
  }

  @Test func `a tie point inside, a point for an area, and a matrix place the cells`() throws {
    var tiff = Self.plain
    tiff.tiePoint = [2, 3, 0, 500_020, 8_999_940, 0]
    var (reading, folder) = try open(tiff)
    let grid = try #require(
      RasterGrid(west: 500_000, north: 9_000_000, cellWidth: 10, cellHeight: 20, columnCount: 7, rowCount: 11))
    #expect(reading.source.grid == grid)
    tiff = Self.plain
    tiff.keys[1] = (1025, 2)
    tiff.tiePoint = [0, 0, 0, 500_005, 8_999_990, 0]
    (reading, folder) = try open(tiff)
    #expect(reading.source.grid == grid)
    tiff = Self.plain
    (tiff.pixelScale, tiff.tiePoint) = (nil, nil)
    tiff.transformation = [10, 0, 0, 500_000, 0, -20, 0, 9_000_000, 0, 0, 0, 0, 0, 0, 0, 1]
    (reading, folder) = try open(tiff)
    #expect(reading.source.grid == grid)
    _ = folder.path
    tiff.transformation![1] = 0.5
    #expect(failure(tiff) == "raster.rotated")
    tiff.transformation = nil
    #expect(failure(tiff) == "raster.no_position")
  }

  @Test func `the CRS is that of the keys, of a file beside, or of the caller`() throws {
    var tiff = Self.plain
    tiff.keys = [(1024, 2), (1025, 1), (2048, 4326)]
    var (reading, folder) = try open(tiff)
    #expect(reading.source.crs == .epsg(4326))
    tiff.keys = [(1024, 1), (3072, 32767)]
    #expect(failure(tiff) == "raster.user_crs")
    (reading, folder) = try open(tiff, prj: "PROJCS[\"x\"]\r\n")
    #expect(reading.source.crs == .definition("PROJCS[\"x\"]"))
    tiff.citation = "ESRI PE String = PROJCS[\"y\"]"
    (reading, folder) = try open(tiff)
    #expect(reading.source.crs == .definition("PROJCS[\"y\"]"))
    // What the file says holds before what is assumed.
    (reading, folder) = try open(tiff, assumedCRS: .epsg(5460))
    #expect(reading.source.crs == .definition("PROJCS[\"y\"]") && reading.notes.map(\.id) == ["crs.stated_wins"])
    tiff.citation = nil
    (reading, folder) = try open(tiff, assumedCRS: .epsg(5460))
    #expect(reading.source.crs == .epsg(5460) && reading.notes.isEmpty)
    (reading, folder) = try open(Self.plain, assumedCRS: .epsg(4326))
    #expect(reading.source.crs == .epsg(32717) && reading.notes.map(\.id) == ["crs.stated_wins"])
    (tiff.keys, tiff.citation) = ([], nil)
    #expect(failure(tiff) == "crs.missing")
    _ = folder.path
  }

  @Test func `a file that is cut short is damaged, wherever the cut is`() throws {
    let bytes = Self.plain.bytes
    let folder = TemporaryFolder()
    for count in stride(from: 4, to: bytes.count - 4, by: 7) {
      let path = folder.write("cut.tif", Array(bytes[..<count]))
      #expect(throws: Failure.self, "cut at \(count)") {
        _ = try allValues(openRaster("cut.tif", path, .wgs84).source)
      }
    }
  }

  @Test func `bytes changed at random end in a failure or in values, never in a crash`() throws {
    var random = SplitMix64(seed: 8)
    let folder = TemporaryFolder()
    for _ in 0..<400 {
      var tiff = Self.plain
      if Bool.random(using: &random) { tiff.tile = (16, 16) }
      var bytes = tiff.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 4..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      let path = folder.write("odd.tif", bytes)
      guard let reading = try? openRaster("odd.tif", path, .wgs84) else { continue }
      // A head that promises more cells than the file has bytes is read until the bytes end.
      guard reading.source.grid.cellCount < 1 << 22 else { continue }
      if let values = try? allValues(reading.source) { #expect(values.count == reading.source.grid.cellCount) }
    }
  }

  @Test func `what is no raster says so`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.csv", "lon,lat\n1,2\n")
    let values = ["file": "a.csv", "format": "CSV", "formats": "GeoTIFF, ASCII Grid"]
    #expect(throws: Failure(.notUnderstood, "format.refused.raster", values)) { try openRaster("a.csv", path) }
  }
}
