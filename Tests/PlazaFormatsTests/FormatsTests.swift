import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@Suite struct FormatsTests {
  private static let samples: [(name: String, text: String)] = [
    ("GeoJSON", #"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},"properties":{}}"#),
    ("CSV", "lon,lat,kind\n-89.2,13.7,robo\n"),
    ("ASCII Grid", "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n5\n"),
  ]

  private let folder = TemporaryFolder()

  private func open(_ text: String, _ reading: Reading = Reading()) throws -> any Dataset {
    return try Formats.open("file", path: folder.write("file", text), as: reading)
  }

  private func failure(_ body: () throws -> Void) -> Failure? {
    do {
      try body()
      return nil
    } catch { return error as? Failure }
  }

  @Test(arguments: samples)
  func `a file is opened by what it holds, whatever its name says`(_ sample: (name: String, text: String)) throws {
    for name in ["x.geojson", "x.csv", "x.asc", "x"] {
      #expect(try Formats.open(name, path: folder.write(name, sample.text)).format.name == sample.name)
    }
  }

  @Test(arguments: samples)
  func `what a format says that it can be read as, its datasets can, and nothing else`(_ sample: (name: String, text: String))
    throws
  {
    var reading = Reading()
    reading.assumedCRS = .wgs84
    let dataset = try Formats.open("file", path: folder.write("file", sample.text), as: reading)
    let ways: [FileContent: () throws -> Void] = [
      .records: { _ = try dataset.records() }, .areas: { _ = try dataset.layer() }, .features: { _ = try dataset.features() },
      .table: { _ = try dataset.table() }, .raster: { _ = try dataset.raster() },
    ]
    for content in FileContent.allCases {
      let found = failure { try ways[content]!() }
      if dataset.format.contents.contains(content) {
        #expect(found == nil, "\(sample.name) as \(content)")
      } else {
        let values = ["file": "file", "format": sample.name, "formats": Formats.names(reading: content)]
        #expect(found == Failure(.notUnderstood, "format.refused.\(content.rawValue)", values))
      }
    }
  }

  @Test func `every format is once in the list, with endings of its own, and can be read as something`() {
    #expect(Set(Formats.all.map { $0.name }).count == Formats.all.count)
    let endings = Formats.all.flatMap { $0.endings }
    #expect(Set(endings).count == endings.count && endings.allSatisfy { $0 == $0.lowercased() && !$0.contains(".") })
    #expect(Formats.all.allSatisfy { !$0.contents.isEmpty && !$0.endings.isEmpty })
  }

  @Test(arguments: [
    ("dx\tdy\n1\t2\n", "CSV"), ("cellsize,area\n1,2\n", "CSV"), ("DX 2\nncols 1\n", "ASCII Grid"), ("ncols\n", "ASCII Grid"),
    ("\u{FEFF}  \n{\"type\"", "GeoJSON"), ("\u{1E}{}", "GeoJSON"), ("x\n", "CSV"),
  ])
  func `fields called as keys of a grid are fields still`(_ text: String, _ format: String) throws {
    #expect(try open(text).format.name == format)
  }

  @Test func `a list in JSON is named as such`() {
    #expect(failure { _ = try open("[1]") }?.diagnostic.values["what"]?.contains("JSON") == true)
  }

  @Test(arguments: [
    ("", "input.empty", nil), (" \n\t", "input.empty", nil), ("<html>", "input.form", "XML or HTML"),
    ("<?xml version", "input.form", "XML"), ("PK\u{3}\u{4}x", "zip.damaged", nil),
    ("%PDF-1.4", "input.form", "PDF"),
  ])
  func `a form that is not read is refused by its name`(_ text: String, _ id: String, _ what: String?) {
    let found = failure { _ = try open(text) }?.diagnostic
    #expect(found?.id == id && found?.values["what"] == what)
  }

  @Test func `a name of a layer is refused where a format has none`() {
    var reading = Reading()
    reading.layer = "barrios"
    #expect(failure { _ = try open("a,b\n1,2\n", reading) }?.diagnostic.id == "input.no_layers")
  }

  @Test func `what a caller says of a file reaches its reader`() throws {
    var reading = Reading()
    (reading.delimiter, reading.decimalMark, reading.encoding) = (0x7C, 0x2C, .macRoman)
    (reading.easting, reading.northing, reading.assumedCRS) = ("a", "b", .epsg(32616))
    let source = try open("a|b\n1,5|2\n", reading).records()
    #expect(
      source.schema.crs == .epsg(32616) && source.schema.coordinateFields == ["a", "b"] && source.schema.decimalMark == 0x2C)
    let batch = try source.sample(PointRequest())
    #expect(batch.count == 1 && batch.x[0] == 1.5 && batch.y[0] == 2)
  }

  @Test func `a table may be required to have a position, or not`() throws {
    #expect(failure { _ = try open("a,b\n1,2\n").records() }?.diagnostic.id == "csv.no_position")
    #expect(try !open("a,b\n1,2\n").records(.optional).schema.hasPositions)
    let doubtful = "lon,stop_lon,lat\n1,2,3\n"
    #expect(failure { _ = try open(doubtful).records(.optional) }?.diagnostic.id == "csv.doubtful_position")
    #expect(try !open(doubtful).records(.incidental).schema.hasPositions)
  }

  @Test func `endings say what may be read, also compressed`() {
    for name in ["a.csv", "a.CSV.gz", "x/y.geojson", "b.tab"] { #expect(Formats.mayRead(name, as: [.records, .areas])) }
    for name in ["a.tif", "a.gz", "csv", "a.csv.zip", ".csv", "a.b/csv"] { #expect(!Formats.mayRead(name, as: [.records])) }
    #expect(Formats.mayRead("a.tif", as: [.raster]))
  }

  @Test func `the libraries that formats stand on are told with their versions`() {
    let libraries = Formats.libraries
    #expect(
      libraries.map(\.name) == ["zlib", "libtiff", "SQLite", "expat", "libxlsxwriter"]
        && libraries.allSatisfy { $0.version.contains(".") })
  }
}
