import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@Suite struct ASCIIGridTests {
  private func values(_ text: String, prj: String? = nil, assumedCRS: CRS? = .epsg(32616)) throws -> (any RasterSource, [Double])
  {
    let folder = TemporaryFolder()
    let path = folder.write("r.asc", text)
    if let prj { folder.write("r.prj", prj) }
    let source = try openRaster("r.asc", path, assumedCRS).source
    return (source, try allValues(source, jobs: 2))
  }

  private func failure(_ text: String) -> Failure? {
    do {
      _ = try values(text)
      return nil
    } catch { return error as? Failure }
  }

  @Test func `corner and cellsize, in any case and order, place the cells`() throws {
    let (source, found) = try values("NROWS 2\nncols 3\nXLLCORNER 10\nyllcorner 20\nCELLSIZE 5\nnodata_value 9\n1 2 3\n4 9 6\n")
    #expect(source.grid == RasterGrid(west: 10, north: 30, cellWidth: 5, cellHeight: 5, columnCount: 3, rowCount: 2))
    #expect(found[0..<4] == [1, 2, 3, 4] && found[4].isNaN && found[5] == 6)
  }

  @Test func `centres and sides of their own place the cells`() throws {
    let (source, _) = try values("ncols 2\nnrows 1\nxllcenter 10\nyllcenter 20\ndx 4\ndy 2\n1 2\n")
    #expect(source.grid == RasterGrid(west: 8, north: 21, cellWidth: 4, cellHeight: 2, columnCount: 2, rowCount: 1))
  }

  @Test func `decimal commas, Windows lines, one value per line and nan are read`() throws {
    let (source, found) = try values(
      "ncols 2\r\nnrows 2\r\nxllcorner 10,5\r\nyllcorner 20\r\ncellsize 0,25\r\n1,5\r\n-9999\r\n1e-3\r\nnan")
    #expect(source.grid.west == 10.5 && source.grid.cellWidth == 0.25)
    #expect(found[0] == 1.5 && found[1].isNaN && found[2] == 0.001 && found[3].isNaN)
  }

  @Test func `a grid larger than the window is read whole`() throws {
    let (columns, rows) = (301, 997)
    let numbers = (0..<columns * rows).map { $0 * 37 % 1001 }
    var text = "ncols \(columns)\nnrows \(rows)\nxllcorner 0\nyllcorner 0\ncellsize 1\n"
    for row in 0..<rows { text += numbers[row * columns..<(row + 1) * columns].map(String.init).joined(separator: " ") + "\n" }
    let (_, found) = try values(text)
    #expect(found == numbers.map { Double($0) })
  }

  @Test func `wrong counts and what is no number are told with their line`() throws {
    let head = "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n"
    #expect(
      failure(head + "1 2\n3\n")
        == Failure(.notUnderstood, "raster.too_few", ["file": "r.asc", "line": "8", "found": "3", "expected": "4"]))
    #expect(
      failure(head + "1 2\n3 4\n5\n")
        == Failure(.notUnderstood, "raster.too_many", ["file": "r.asc", "line": "8", "expected": "4"]))
    #expect(
      failure(head + "1 2\n3 1.234,5\n")
        == Failure(.notUnderstood, "raster.bad_number", ["file": "r.asc", "line": "7", "found": "1.234,5"]))
    #expect(
      failure("ncols 2\nnrows x\n")
        == Failure(.notUnderstood, "raster.header", ["file": "r.asc", "line": "2", "found": "nrows x"]))
    #expect(failure("ncols 2\nnrows 0\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n")?.diagnostic.id == "raster.header")
    #expect(failure("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\n1 2\n")?.diagnostic.values["key"] == "dx, cellsize")
    #expect(failure("ncols 2\nbogus 1\n")?.diagnostic.values["found"] == "bogus")
  }

  @Test func `remarks behind the numbers are left alone`() throws {
    let (_, found) = try values("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\nCRS\nNOTES\n")
    #expect(found == [1, 2])
  }

  @Test func `a head that claims more than the file can hold is refused before anything is read`() throws {
    let head = "xllcorner 0\nyllcorner 0\ncellsize 1\n1 2 3 4\n"
    #expect(failure("ncols 40\nnrows 40\n" + head)?.diagnostic.id == "raster.claims")
    #expect(failure("ncols 16777216\nnrows 67108864\n" + head)?.diagnostic.id == "raster.too_large")
  }

  @Test func `a value for no data is told by the caller, or rounded`() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "r.asc", "ncols 3\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\nnodata_value -3.40282e+38\n-5 2 -3.4028234663852886e38\n")
    let found = try allValues(openRaster("r.asc", path, .epsg(32616)) { $0.noData = -5 }.source)
    #expect(found[0].isNaN && found[1] == 2 && found[2].isNaN)
  }

  @Test func `the CRS comes of the file beside, or of the caller`() throws {
    let text = "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n5\n"
    #expect(try values(text, prj: "GEOGCS[\"x\"]", assumedCRS: nil).0.crs == .definition("GEOGCS[\"x\"]"))
    #expect(try values(text, prj: "GEOGCS[\"x\"]", assumedCRS: .epsg(32616)).0.crs == .definition("GEOGCS[\"x\"]"))
    #expect(throws: Failure(.notUnderstood, "crs.missing", ["file": "r.asc"])) { try values(text, assumedCRS: nil) }
  }
}
