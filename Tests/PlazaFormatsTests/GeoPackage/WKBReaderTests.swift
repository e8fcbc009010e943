import PlazaGeometry
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct WKBReaderTests {
  /// Writes well-known binary in any of the forms that are met.
  private struct Writer {
    var isLittle = true
    /// Numbers of a position beyond two, and how they are said: `ISO` by thousands, else in the upper bits.
    var extra = 0
    var isISO = true
    var bytes: [UInt8] = []

    mutating func word(_ value: UInt32) {
      withUnsafeBytes(of: isLittle ? value.littleEndian : value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func position(_ x: Double, _ y: Double) {
      for value in [x, y] + Array(repeating: 7, count: extra) {
        withUnsafeBytes(of: isLittle ? value.bitPattern.littleEndian : value.bitPattern.bigEndian) {
          bytes.append(contentsOf: $0)
        }
      }
    }

    mutating func head(_ kind: UInt32) {
      bytes.append(isLittle ? 1 : 0)
      let bits: [UInt32] = isISO ? [0, 1000, 3000] : [0, 0x8000_0000, 0xC000_0000]
      word(kind + bits[extra])
    }

    mutating func multiPolygon(_ column: PolygonColumn, _ feature: Int) {
      head(6)
      word(UInt32(column.polygons(ofFeature: feature).count))
      for polygon in column.polygons(ofFeature: feature) {
        head(3)
        word(UInt32(column.rings(ofPolygon: polygon).count))
        for ring in column.rings(ofPolygon: polygon) {
          word(UInt32(column.vertices(ofRing: ring).count))
          for vertex in column.vertices(ofRing: ring) {
            position(column.coordinate(at: vertex).x, column.coordinate(at: vertex).y)
          }
        }
      }
    }
  }

  private static func read(_ bytes: [UInt8], keepsPaths: Bool = true) throws -> GeometryBuilder {
    var builder = GeometryBuilder(keepsPaths: keepsPaths)
    try bytes.withUnsafeBytes { bytes in
      var reader = WKBReader(bytes)
      try reader.read(into: &builder)
    }
    builder.endFeature()
    return builder
  }

  @Test(arguments: [true, false], [0, 1, 2])
  func `polygons are read in every order of bytes, with heights and measures`(isLittle: Bool, extra: Int) throws {
    var generator = PolygonGenerator(seed: 11)
    let column = generator.overlappingStars(areas: 6, vertices: 9)
    for feature in 0..<column.featureCount {
      for isISO in [true, false] {
        var writer = Writer(isLittle: isLittle, extra: extra, isISO: isISO)
        writer.multiPolygon(column, feature)
        #expect(try Self.read(writer.bytes).polygons == column.selecting([feature]))
      }
    }
  }

  @Test func `bytes that are cut or changed are refused or read, and nothing is read beyond them`() throws {
    var generator = PolygonGenerator(seed: 5)
    let column = generator.overlappingStars(areas: 1, vertices: 12)
    var writer = Writer()
    writer.multiPolygon(column, 0)
    for end in 0..<writer.bytes.count {
      #expect(throws: GeometryError.self) { try Self.read(Array(writer.bytes[..<end])) }
    }
    var random = SplitMix64(seed: 3)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = writer.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if (try? Self.read(bytes)) == nil { refused += 1 }
    }
    #expect(refused > 2_000)
  }

  @Test func `counts that cannot be are refused before memory is taken for them`() {
    for kind: UInt32 in 2...7 {
      var writer = Writer()
      writer.head(kind)
      writer.word(.max)
      #expect(throws: GeometryError.damaged) { try Self.read(writer.bytes) }
    }
    var deep = Writer()
    for _ in 0..<100 {
      deep.head(7)
      deep.word(1)
    }
    #expect(throws: GeometryError.tooDeep) { try Self.read(deep.bytes) }
  }

  @Test func `an open ring, an arc and a position that is no number have names of their own`() {
    var open = Writer()
    open.head(3)
    open.word(1)
    open.word(4)
    for (x, y) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1)] { open.position(x, y) }
    #expect(throws: GeometryError.openRing) { try Self.read(open.bytes) }
    var arc = Writer()
    arc.head(8)
    arc.word(0)
    #expect(throws: GeometryError.curve) { try Self.read(arc.bytes) }
    for value in [Double.infinity, 1e200] {
      var point = Writer()
      point.head(1)
      point.position(value, 1)
      #expect(throws: GeometryError.position) { try Self.read(point.bytes) }
    }
  }

  @Test func `points and lines are kept where they are wanted, and noted where not`() throws {
    var writer = Writer()
    writer.head(7)
    writer.word(3)
    writer.head(1)
    writer.position(1, 2)
    writer.head(2)
    writer.word(2)
    writer.position(0, 0)
    writer.position(3, 4)
    writer.head(1)
    writer.position(.nan, .nan)
    let all = try Self.read(writer.bytes)
    #expect(all.points.pointCount == 1 && all.lines.vertexCount == 2 && all.findings.withoutAreas == 0)
    let areas = try Self.read(writer.bytes, keepsPaths: false)
    #expect(areas.points.pointCount == 0 && areas.lines.lineCount == 0)
    #expect(areas.findings.withoutAreas == 1 && areas.findings.firstWithoutAreas == 1 && areas.findings.firstKind == .point)
  }
}
