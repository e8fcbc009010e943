import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@Suite struct LayerOutputTests {
  private let folder = TemporaryFolder()
  private let layer = Layer(
    geometry: PolygonColumn(
      coordinates: [0, 0, 1, 0, 1, 1, 0, 0], ringOffsets: [0, 4], polygonOffsets: [0, 1], featureOffsets: [0, 1]),
    columns: [Column(name: "code", values: [.text("01")])], crs: .wgs84)

  private func text(_ name: String) throws -> String? {
    guard let reader = try? Input(folder.path + "/" + name).open() else { return nil }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var count = 0
    while true {
      let more = try bytes.withUnsafeMutableBytes { try reader.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...])) }
      if more == 0 { break }
      count += more
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  @Test func `a layer brings its style and says what it is`() throws {
    let files = OutputSet(force: false)
    let output = try LayerOutput(folder.path + "/a.geojson", in: files)
    #expect(output.writer.decimals == 7)
    #expect(try output.write(WrittenLayer(layer, members: [("notice", .text("demo"))]) { _ in Array("<qgis/>".utf8) }).isEmpty)
    try files.commit()
    #expect(try text("a.qml") == "<qgis/>")
    #expect(try text("a.geojson")?.contains(#""plaza":{"notice": "demo"}"#) == true)
    #expect(try Formats.open("a", path: folder.path + "/a.geojson").layer().layer == layer)
  }

  @Test func `no companion is opened where the name has no room for one`() throws {
    let files = OutputSet(force: false)
    var asked = false
    let output = try LayerOutput(folder.path + "/b.json", in: files)
    _ = try output.write(
      WrittenLayer(layer) { _ in
        asked = true
        return []
      })
    try files.commit()
    #expect(!asked && files.written.isEmpty == false && files.written.count == 1)
  }

  @Test func `a companion that is there already ends the run before the work`() throws {
    folder.write("c.qml", "mine")
    let taken = Failure(.cannotCreate, "output.exists", ["path": folder.path + "/c.qml"])
    #expect(throws: taken) { try LayerOutput(folder.path + "/c.geojson", in: OutputSet(force: false)) }
  }

  @Test func `rings that rounding closes up are told`() throws {
    let files = OutputSet(force: false)
    var small = layer
    small.geometry.withMutableCoordinates { for index in $0.indices { $0[index] *= 1e-9 } }
    let path = folder.path + "/d.geojson"
    let told = try LayerOutput(path, in: files).write(WrittenLayer(small))
    #expect(told == [Diagnostic(.warning, "output.collapsed_rings", ["path": path, "count": "1", "features": "1"])])
  }

  @Test(arguments: ["a.csv", "a.tif", "a.asc", "a.xls", "a.dbf", "a.KML", "a.zip", "a.geojson.gz"])
  func `a layer is not written under the ending of another form`(_ name: String) {
    let endings = Formats.all.flatMap { $0.layerWriters }.flatMap { $0.endings }.map { "." + $0 }
    let values = ["path": name, "endings": endings.joined(separator: ", ")]
    #expect(throws: Failure(.usage, "output.form", values)) { try Formats.layerWriter(for: name) }
  }

  @Test(arguments: ["-", "a", "a.GeoJSON", "a.json", "b.d/a", "a.borough"])
  func `any other name gets the first form`(_ name: String) throws {
    #expect(try Formats.layerWriter(for: name) is GeoJSONLayerWriter.Type)
    #expect(Formats.rasterWriter(for: name) == nil)
  }

  @Test(arguments: ["asc", "tif", "tiff", "TIF"])
  func `a raster is read as it was written, with its CRS`(_ ending: String) throws {
    let files = OutputSet(force: false)
    let grid = try #require(
      RasterGrid(west: 500_000.5, north: 1_500_000, cellWidth: 25, cellHeight: 25, columnCount: 3, rowCount: 2))
    let path = folder.path + "/r." + ending
    let output = try #require(try RasterOutput(path, in: files))
    try output.write(
      WrittenRaster(grid, crs: .epsg(32616)) { row, values in
        for column in values.indices { values[column] = row == 1 && column == 1 ? .nan : Double(row * 3 + column) / 8 }
      })
    try files.commit()
    #expect(try text("r.prj")?.hasPrefix("PROJCS[") == (ending == "asc" ? true : nil))
    let raster = try Formats.open("r", path: path).raster().source
    let values = try allValues(raster)
    #expect(raster.grid == grid && values[4].isNaN && [0, 1, 2, 3, 5].allSatisfy { values[$0] == Double($0) / 8 })
    #expect(ending == "asc" || raster.crs == .epsg(32616))
  }

  @Test func `cells whose sides differ have a width and a height`() throws {
    let files = OutputSet(force: false)
    let grid = try #require(RasterGrid(west: 0, north: 3, cellWidth: 1, cellHeight: 1.5, columnCount: 1, rowCount: 2))
    let output = try #require(try RasterOutput(folder.path + "/w.asc", in: files))
    try output.write(WrittenRaster(grid, crs: .epsg(32616)) { row, values in values[0] = Double(row) })
    try files.commit()
    #expect(
      try text("w.asc") == "ncols 1\nnrows 2\nxllcorner 0\nyllcorner 0\ndx 1\ndy 1.5\nNODATA_value -9999\n0\n1\n")
  }
}
