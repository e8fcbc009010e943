import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct ShapefileWriterTests {
  private let folder = TemporaryFolder()

  private static func layer(seed: UInt64, extra: Int = 0, _ columns: [(String, @Sendable (Int) -> FieldValue)]) -> Layer {
    var generator = PolygonGenerator(seed: seed)
    var geometry = generator.tiling(count: 9, verticesPerSide: 4)
    for _ in 0..<extra { geometry.endFeature() }
    let count = geometry.featureCount
    return Layer(
      geometry: geometry, columns: columns.map { name, value in Column(name: name, values: (0..<count).map(value)) }, crs: .wgs84)
  }

  @discardableResult
  private func write(_ layer: Layer, as name: String, style: (([String: String]) throws -> [UInt8])? = nil) throws
    -> [Diagnostic]
  {
    let files = OutputSet(force: true)
    let output = try LayerOutput(folder.path + "/" + name, in: files)
    let notes = try output.write(WrittenLayer(layer, style: style))
    try files.commit()
    return notes
  }

  private func read(_ name: String) throws -> Layer { try Formats.open(folder.path + "/" + name).layer().layer }

  private func id(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? Failure)?.diagnostic.id ?? "\(error)" }
  }

  // MARK: What goes round

  private static let columns: [(String, @Sendable (Int) -> FieldValue)] = [
    ("CVEGEO", { .text("0\($0)") }), ("nombre", { $0 % 5 == 4 ? .null : .text("Ñuñoa «\($0)»") }),
    ("count", { .number(String($0 * 37)) }), ("rate", { $0 == 2 ? .null : .number("\($0 * 12).25") }),
    ("p", { .number($0 == 0 ? "1.25e-30" : "0.000012345678901\($0)") }), ("is_hot", { $0 == 3 ? .null : .bool($0 % 2 == 0) }),
    ("when", { .text("2024-01-\(10 + $0)") }), ("big", { .number("-1234567890123456\($0)") }), ("none", { _ in .null }),
    ("negative", { .number("-\($0).5") }),
  ]

  @Test(arguments: ["capa.shp", "capa.shp.zip"], 1...3 as ClosedRange<UInt64>)
  func `what is written is read again, as from GeoJSON`(_ name: String, seed: UInt64) throws {
    let layer = Self.layer(seed: seed, extra: 3, Self.columns)
    #expect(try write(layer, as: name).isEmpty)
    try write(layer, as: "capa.geojson")
    let (own, json) = (try read(name), try read("capa.geojson"))
    #expect(own.crs == .epsg(4326) && own.columns.map(\.name) == json.columns.map(\.name))
    // The rings of one feature stand in another order where it has several polygons: what is inside says whether they are the same.
    #expect(own.geometry.ringCount == json.geometry.ringCount && own.geometry.polygonCount == json.geometry.polygonCount)
    for feature in 0..<layer.featureCount {
      for x in stride(from: 0.35, to: 64, by: 6.7) {
        for y in stride(from: 0.15, to: 64, by: 5.9) {
          #expect(own.geometry.covers(feature: feature, x: x, y: y) == json.geometry.covers(feature: feature, x: x, y: y))
        }
      }
    }
    for (mine, theirs) in zip(own.columns, json.columns) {
      func double(_ value: FieldValue) -> Double? { value.text.flatMap(Double.init) }
      if mine.name == "p" {
        #expect(mine.values.map(double) == theirs.values.map(double))
      } else {
        #expect(mine.values == theirs.values, "\(mine.name)")
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a number is itself again, however long it is`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let values = (0..<20).map { _ in
      let value = Double(bitPattern: random.next())
      return value.isFinite ? value : 0.1
    }
    let column = values.map { FieldValue.number(DecimalDigits(shortest: $0).scientific) }
    let layer = Layer(geometry: PolygonColumn(empty: 20), columns: [Column(name: "x", values: column)], crs: .wgs84)
    try write(layer, as: "x.shp")
    let read = try Formats.open(folder.path + "/x.dbf").table()
    #expect(read.rows.map { Double($0[0]) } == values)
  }

  @Test func `points, several at a place of the registry, and features without one`() throws {
    func layer(_ counts: [Int]) -> Layer {
      var points = PointColumn()
      for (place, count) in counts.enumerated() {
        for number in 0..<count { points.append(x: -89.2 + Double(place) / 8, y: 13.7 + Double(number) / 16) }
        points.endFeature()
      }
      let codes = counts.indices.map { FieldValue.text("0\($0)") }
      return Layer(
        geometry: PolygonColumn(empty: counts.count), points: points, columns: [Column(name: "code", values: codes)], crs: .wgs84)
    }
    for (counts, kind) in [([1, 0, 1], 1), ([1, 0, 3], 8)] {
      let wanted = layer(counts)
      try write(wanted, as: "p.shp")
      #expect(folder.read("p.shp")?[32] == UInt8(kind))
      let features = try Formats.open(folder.path + "/p.shp").features().features
      #expect(features.points == wanted.points && features.columns == wanted.columns)
    }
  }

  @Test func `outsides run clockwise and holes the other way, and the index leads to every geometry`() throws {
    let square = [0.0, 0, 4, 0, 4, 4, 0, 4, 0, 0]
    let hole = [1.0, 1, 2, 1, 2, 2, 1, 2, 1, 1]
    let geometry = PolygonColumn(
      coordinates: square + hole + square.map { $0 + 10 }, ringOffsets: [0, 5, 10, 15], polygonOffsets: [0, 2, 3],
      featureOffsets: [0, 2, 2])
    let layer = Layer(geometry: geometry, columns: [Column(name: "code", values: [.text("1"), .text("2")])], crs: .wgs84)
    try write(layer, as: "r.shp")
    let (shapes, index) = (try #require(folder.read("r.shp")), try #require(folder.read("r.shx")))
    func big(_ bytes: [UInt8], _ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    func number(_ at: Int) -> Double { Double(bitPattern: shapes.long(at: at)) }
    #expect(big(shapes, 24) * 2 == shapes.count && big(index, 24) * 2 == index.count && index.count == 100 + 2 * 8)
    #expect(stride(from: 36, to: 68, by: 8).map(number) == [0, 0, 14, 14])
    for record in 0..<2 {
      let place = big(index, 100 + 8 * record) * 2
      #expect(big(shapes, place) == record + 1 && big(shapes, place + 4) == big(index, 104 + 8 * record))
    }
    #expect(shapes.word(at: 108) == 5 && shapes.word(at: 108 + 36) == 3 && shapes.word(at: 108 + 40) == 15)
    let starts = 108 + 44 + 12
    func area(_ ring: Int) -> Double {
      (0..<4).reduce(0) { sum, vertex in
        let at = starts + 16 * (5 * ring + vertex)
        return sum + (number(at) * number(at + 24) - number(at + 16) * number(at + 8)) / 2
      }
    }
    #expect((0..<3).map(area) == [-16, 1, -16])
    #expect(shapes.suffix(4) == [0, 0, 0, 0])
  }

  // MARK: What the format cannot hold

  @Test func `long names get short ones of their own, which the style uses too`() throws {
    let names = [
      "count_homicidio_doloso", "count_homicidio_culposo", "count_homi", "COUNT_HO_2", "población", "2024", "rate_eb", "a b",
      "poblacion", "count_homicidio_dolosa", "rate_high_robo",
    ]
    let short = DBFColumn.names(names)
    #expect(
      short == [
        "co_hom_dol", "co_hom_cul", "count_homi", "COUNT_HO_2", "poblacio_2", "2024", "rate_eb", "a_b", "poblacion", "co_hom_d_2",
        "ra_hig_rob",
      ])
    let layer = Self.layer(seed: 1, names.map { name in (name, { _ in .text(name) }) })
    var told: [String: String] = [:]
    let notes = try write(layer, as: "n.shp") { renamed in
      told = renamed
      return Array("<qgis/>".utf8)
    }
    #expect(told.count == 6 && told["count_homicidio_doloso"] == "co_hom_dol" && told["a b"] == "a_b")
    #expect(notes.map(\.id) == ["shapefile.names"] && notes[0].values["count"] == "6")
    #expect(notes[0].values["names"]?.contains("población → poblacio_2") == true)
    let read = try read("n.shp")
    #expect(read.columns.map(\.name) == short && read.columns.map(\.values.first) == names.map { .text($0) })
    #expect(folder.read("n.qml") == Array("<qgis/>".utf8) && folder.read("n.cpg") == Array("UTF-8\n".utf8))
  }

  @Test func `a text is cut before the character that does not fit, and that is said`() throws {
    let letters = String(repeating: "ñ", count: 126)
    // 252 bytes, and a letter of three with its mark.
    let layer = Self.layer(seed: 2, [("t", { .text($0 == 0 ? letters + "e\u{301}xyz" : $0 == 1 ? letters + "ab" : "short") })])
    let notes = try write(layer, as: "t.shp")
    #expect(notes.map(\.id) == ["shapefile.cut_texts"] && notes[0].values["count"] == "1" && notes[0].values["fields"] == "t")
    #expect(try read("t.shp").columns[0].values.prefix(3) == [.text(letters), .text(letters + "ab"), .text("short")])
  }

  @Test func `what it cannot hold at all is refused before a byte is written`() throws {
    var mixed = Self.layer(seed: 3, [("code", { .text("\($0)") })])
    var points = PointColumn()
    mixed.geometry.endFeature()
    mixed.columns[0].values.append(.text("x"))
    for feature in 0..<mixed.featureCount {
      if feature == mixed.featureCount - 1 { points.append(x: 1, y: 1) }
      points.endFeature()
    }
    mixed.points = points
    #expect(id { try write(mixed, as: "m.shp") } == "shapefile.mixed")
    let wide = Self.layer(seed: 3, (0..<256).map { number in ("f\(number)", { .integer($0) }) })
    #expect(id { try write(wide, as: "w.shp") } == "shapefile.fields")
    let plain = Self.layer(seed: 3, [("code", { .text("\($0)") })])
    let (shapes, table) = (try WrittenShapes(plain, path: "x"), try WrittenTable(plain, path: "x"))
    #expect(id { _ = try WrittenShapes(plain, path: "x", limit: shapes.size - 1) } == "shapefile.too_large")
    #expect(id { _ = try WrittenTable(plain, path: "x", limit: table.size - 1) } == "shapefile.too_large")
    try write(plain, as: "s.shp")
    #expect(folder.read("s.shp")?.count == shapes.size && folder.read("s.dbf")?.count == table.size)
    for name in ["m.shp", "m.dbf", "w.shp"] { #expect(folder.read(name) == nil) }
  }

  @Test func `the same layer gives the same bytes, and a layer without features is one`() throws {
    let layer = Self.layer(seed: 7, Self.columns)
    try write(layer, as: "a.shp.zip")
    let first = folder.read("a.shp.zip")
    try write(layer, as: "a.shp.zip")
    #expect(first != nil && folder.read("a.shp.zip") == first)
    let empty = Layer(geometry: PolygonColumn(empty: 0), columns: [Column(name: "code", values: [])], crs: .wgs84)
    try write(empty, as: "e.shp")
    let read = try read("e.shp")
    #expect(read.featureCount == 0 && read.columns.map(\.name) == ["code"])
  }
}
