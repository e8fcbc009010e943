import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct ShapefileTests {
  private let folder = TemporaryFolder()

  // MARK: Files as others write them

  private static func big(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
  private static func little(_ value: Int) -> [UInt8] { big(value).reversed() }
  private static func number(_ value: Double) -> [UInt8] { withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) } }

  /// A `.shp` of records, each with its kind and what follows it.
  private static func shapes(_ records: [(kind: Int, content: [UInt8])], kind: Int = 5) -> [UInt8] {
    var body: [UInt8] = []
    for (place, record) in records.enumerated() {
      let content = little(record.kind) + record.content
      body += big(place + 1) + big(content.count / 2) + content
    }
    let head = big(9994) + [UInt8](repeating: 0, count: 20) + big((100 + body.count) / 2) + little(1000) + little(kind)
    return head + [UInt8](repeating: 0, count: 64) + body
  }

  private static func rings(_ rings: [[Coordinate]]) -> [UInt8] {
    var starts: [UInt8] = []
    var count = 0
    for ring in rings {
      starts += little(count)
      count += ring.count
    }
    let vertices = rings.joined().flatMap { number($0.x) + number($0.y) }
    return [UInt8](repeating: 0, count: 32) + little(rings.count) + little(count) + starts + vertices
  }

  private static func table(
    _ fields: [(name: String, type: String, length: Int)], _ rows: [[[UInt8]]], driver: UInt8 = 0, deleted: Set<Int> = []
  ) -> [UInt8] {
    let size = 1 + fields.map(\.length).reduce(0, +)
    var bytes: [UInt8] = [3, 124, 1, 2] + little(rows.count) + little(33 + 32 * fields.count).prefix(2) + little(size).prefix(2)
    bytes += [UInt8](repeating: 0, count: 17) + [driver, 0, 0]
    for field in fields {
      let name = Array(field.name.utf8)
      bytes += name + [UInt8](repeating: 0, count: 11 - name.count) + Array(field.type.utf8) + [0, 0, 0, 0]
      bytes += [UInt8(field.length), 0] + [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for (place, row) in rows.enumerated() {
      bytes.append(deleted.contains(place) ? 0x2A : 0x20)
      for (field, cell) in zip(fields, row) { bytes += cell + [UInt8](repeating: 0x20, count: field.length - cell.count) }
    }
    return bytes + [0x1A]
  }

  private static func square(_ x: Double, _ y: Double, _ size: Double, clockwise: Bool) -> [Coordinate] {
    let ring = [(0.0, 0.0), (0, size), (size, size), (size, 0), (0, 0)].map { Coordinate(x: x + $0.0, y: y + $0.1) }
    return clockwise ? ring : ring.reversed()
  }

  private func write(
    _ shapes: [UInt8], _ table: [UInt8]?, page: String? = nil,
    projection: String? =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"
  ) -> String {
    if let table { _ = folder.write("x.dbf", table) }
    if let page { _ = folder.write("x.cpg", page) }
    if let projection { _ = folder.write("x.prj", projection) }
    return folder.write("x.shp", shapes)
  }

  private static let codes = table([("CVE", "C", 4), ("POB", "N", 6)], [[Array("01".utf8), Array("  12.5".utf8)]])

  // MARK: Rings

  @Test func `holes go to the smallest outside that holds them, in whatever order they stand`() throws {
    let rings = [
      Self.square(4, 4, 2, clockwise: false), Self.square(0, 0, 20, clockwise: true), Self.square(2, 2, 10, clockwise: false),
      Self.square(3, 3, 6, clockwise: true), Self.square(30, 0, 5, clockwise: true),
    ]
    let path = write(Self.shapes([(5, Self.rings(rings))]), Self.codes)
    let layer = try Formats.open(path).layer().layer
    #expect(layer.crs == .epsg(4326) && layer.geometry.polygonCount == 3 && layer.geometry.ringCount == 5)
    let holes = (0..<3).map { layer.geometry.rings(ofPolygon: $0).count - 1 }
    #expect(holes == [1, 1, 0])
    // The hole of the inner square is the innermost ring.
    let inner = layer.geometry.rings(ofPolygon: 1)
    #expect(layer.geometry.vertices(ofRing: inner.lowerBound + 1).count == 5)
    #expect(layer.columns.map(\.values) == [[.text("01")], [.number("12.5")]])
  }

  @Test func `rings that all run the wrong way are the outsides that they were meant to be`() throws {
    let path = write(Self.shapes([(5, Self.rings([Self.square(0, 0, 2, clockwise: false)]))]), Self.codes)
    #expect(try Formats.open(path).layer().layer.geometry.polygonCount == 1)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `random areas with holes are read as they are`(seed: UInt64) throws {
    var generator = PolygonGenerator(seed: seed)
    let column = generator.tiling(count: 9, verticesPerSide: 3)
    func area(_ ring: [Coordinate]) -> Double {
      zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) }
    }
    let records = (0..<column.featureCount).map { feature -> (kind: Int, content: [UInt8]) in
      var rings: [[Coordinate]] = []
      for polygon in column.polygons(ofFeature: feature) {
        for (place, ring) in column.rings(ofPolygon: polygon).enumerated() {
          let positions = column.vertices(ofRing: ring).map { column.coordinate(at: $0) }
          rings.append((area(positions) > 0) == (place == 0) ? positions : positions.reversed())
        }
      }
      return (5, Self.rings(rings))
    }
    let rows = (0..<column.featureCount).map { [Array(String($0).utf8), Array("1".utf8)] }
    let path = write(Self.shapes(records), Self.table([("CVE", "C", 4), ("POB", "N", 6)], rows))
    let read = try Formats.open(path).layer().layer.geometry
    #expect(read.featureCount == column.featureCount && read.polygonCount == column.polygonCount)
    for x in stride(from: 0.5, to: 64, by: 3.7) {
      for y in stride(from: 0.3, to: 64, by: 4.1) {
        for feature in 0..<column.featureCount {
          #expect(read.covers(feature: feature, x: x, y: y) == column.covers(feature: feature, x: x, y: y))
        }
      }
    }
  }

  // MARK: Tables

  @Test(
    arguments: [
      ([0xC1, 0x6E], 0x57 as UInt8, nil, "Án"), ([0xB5, 0x6E], 2, nil, "Án"), ([0xC3, 0x81, 0x6E], 0, nil, "Án"),
      ([0xC3, 0x81, 0x6E], 0x57, "UTF-8", "Án"), ([0xC1, 0x6E], 0, "ANSI 1252", "Án"),
      ([0xC1, 0x6E, 0x6F, 0x73], 0, nil, "Ános"),
    ] as [([UInt8], UInt8, String?, String)])
  func `texts are read as the file says, or as they look`(_ cell: [UInt8], _ driver: UInt8, _ page: String?, _ text: String)
    throws
  {
    let table = Self.table([("NOMBRE", "C", 8)], [[cell]], driver: driver)
    let path = write(Self.shapes([(5, Self.rings([Self.square(0, 0, 2, clockwise: true)]))]), table, page: page)
    #expect(try Formats.open(path).layer().layer.columns[0].values == [.text(text)])
  }

  @Test func `numbers, dates, truth and blanks are what they stand for`() throws {
    let fields = [("N", "N", 8), ("D", "D", 8), ("L", "L", 1), ("F", "F", 8), ("C", "C", 6)]
    func row(_ cells: String...) -> [[UInt8]] { cells.map { Array($0.utf8) } }
    let table = Self.table(
      fields,
      [
        row("  007", "20240131", "T", "  -.5", "a"), row("********", "00000000", "?", "", ""), row("1e3", "xx", "n", "+5.", " b"),
      ],
      deleted: [])
    let path = folder.write("t.dbf", table)
    let read = try Formats.open(path).table()
    #expect(
      read.rows.map { row in (0..<5).map { row[$0] } } == [
        ["007", "2024-01-31", "true", "-.5", "a"], ["", "", "", "", ""], ["1e3", "xx", "false", "+5.", " b"],
      ])
    let columns = try DBFTable(ArrayReader(table), codePage: nil, stated: nil, name: "t")
    _ = try columns.next()
    #expect((0..<5).map { columns.value($0) } == [.number("7"), .text("2024-01-31"), .bool(true), .number("-0.5"), .text("a")])
    _ = try columns.next()
    #expect((0..<5).allSatisfy { columns.value($0) == .null })
    _ = try columns.next()
    #expect(columns.value(0) == .number("1000") && columns.value(3) == .number("5"))
  }

  @Test func `deleted records are passed with their geometries, and a shape without a record is kept`() throws {
    let shapes = Self.shapes((0..<4).map { (5, Self.rings([Self.square(Double($0) * 5, 0, 2, clockwise: true)])) })
    let rows = ["a", "b", "c"].map { [Array($0.utf8)] }
    let path = write(shapes, Self.table([("K", "C", 2)], rows, deleted: [1]))
    let reading = try Formats.open(path).layer()
    #expect(reading.layer.columns[0].values == [.text("a"), .text("c"), .null])
    #expect(reading.layer.geometry.coordinate(at: 0).x == 0 && reading.layer.geometry.coordinate(at: 5).x == 10)
    #expect(reading.notes.contains { $0.id == "shapefile.counts" && $0.values["shapes"] == "4" && $0.values["records"] == "3" })
  }

  @Test func `points are records with a place`() throws {
    func point(_ x: Double, _ y: Double) -> (kind: Int, content: [UInt8]) { (1, Self.number(x) + Self.number(y)) }
    let path = write(
      Self.shapes([point(-89, 13), (0, []), point(0, 0), point(200, 1)], kind: 1),
      Self.table([("K", "C", 4)], ["robo", "", "x", "y"].map { [Array($0.utf8)] }))
    let source = try Formats.open(path).records()
    var states: [RecordState] = []
    try source.forEachRecord(PointRequest(fields: [0])) { batch, record in states.append(batch.states[record]) }
    #expect(states == [.located, .noCoordinates, .nullIsland, .outOfRange])
  }

  // MARK: What is wrong

  private func outcome(_ path: String) -> String {
    do {
      _ = try Formats.open(path).layer()
      return "read"
    } catch { return (error as? Failure)?.diagnostic.id ?? "\(error)" }
  }

  @Test func `what lacks or is cut is said`() throws {
    let shapes = Self.shapes([(5, Self.rings([Self.square(0, 0, 2, clockwise: true)]))])
    #expect(outcome(write(Array(shapes.dropLast(8)), Self.codes)) == "shapefile.damaged")
    #expect(outcome(write(Array(shapes.prefix(100)), Self.codes)) == "shapefile.damaged")
    #expect(outcome(write(shapes, Array(Self.codes.prefix(40)))) == "dbf.damaged")
    #expect(outcome(write(shapes, Array(Self.codes.prefix(Self.codes.count - 6)))) == "dbf.damaged")
    let open = Self.rings([Array(Self.square(0, 0, 2, clockwise: true).dropLast())])
    #expect(outcome(write(Self.shapes([(5, open)]), Self.codes)) == "geometry.open_ring")
    #expect(outcome(folder.write("only.dbf", Self.codes)) == "shapefile.no_geometry")
    #expect(outcome(write(shapes, Self.codes, projection: "")) == "crs.missing")
  }

  @Test func `bytes that are changed end with a message or are read`() throws {
    let shapes = Self.shapes(
      (0..<5).map {
        (
          5,
          Self.rings([
            Self.square(Double($0) * 30, 0, 20, clockwise: true), Self.square(Double($0) * 30 + 2, 2, 3, clockwise: false),
          ])
        )
      })
    let rows = (0..<5).map { [Array(String($0).utf8), Array("1".utf8)] }
    let table = Self.table([("CVE", "C", 4), ("POB", "N", 6)], rows)
    var random = SplitMix64(seed: 21)
    var outcomes: [String: Int] = [:]
    for trial in 0..<600 {
      var (one, other) = (shapes, table)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        if trial % 2 == 0 {
          one[Int.random(in: 4..<one.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        } else {
          other[Int.random(in: 0..<other.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      outcomes[outcome(write(one, other)), default: 0] += 1
    }
    #expect(outcomes["read"] ?? 0 > 50 && outcomes.keys.allSatisfy { $0 == "read" || $0.contains(".") }, "\(outcomes)")
  }
}
