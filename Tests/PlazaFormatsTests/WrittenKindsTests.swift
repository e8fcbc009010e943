import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

/// Lines, points and collections in every format in which layers are written, and in the CRS that they are in.
@Suite struct WrittenKindsTests {
  private let folder = TemporaryFolder()

  /// Positions of seven decimals around a place.
  private static func features(seed: UInt64, around x: Double, _ y: Double, kinds: Set<Layer.Kind>, crs: CRS) -> Features {
    var random = SplitMix64(seed: seed)
    func near(_ middle: Double) -> Double {
      Double(Int64((middle * 1e7).rounded()) + Int64.random(in: -5_000_000...5_000_000, using: &random)) / 1e7
    }
    var (points, lines, polygons) = (PointColumn(), LineColumn(), PolygonColumn())
    let count = 12
    for feature in 0..<count {
      // The last one has no geometry.
      if feature < count - 1 {
        let several = feature % 4 == 1 ? 3 : 1
        if kinds.contains(.points) { for _ in 0..<several { points.append(x: near(x), y: near(y)) } }
        if kinds.contains(.lines) {
          for _ in 0..<several {
            for _ in 0..<(2 + feature) { lines.append(x: near(x), y: near(y)) }
            lines.endLine()
          }
        }
        if kinds.contains(.areas) {
          for part in 0..<several {
            let (west, south) = (x + Double(3 * part), y + Double(3 * feature))
            polygons.append(interleaved: [west, south, west + 1, south, west + 1, south + 1, west, south + 1, west, south])
            polygons.endRing()
            polygons.endPolygon()
          }
        }
      }
      points.endFeature()
      lines.endFeature()
      polygons.endFeature()
    }
    let columns = [
      Column(name: "nombre", values: (0..<count).map { .text("vía \($0)") }),
      Column(name: "n", values: (0..<count).map { .number("\($0)") }),
    ]
    return Features(points: points, lines: lines, polygons: polygons, columns: columns, crs: crs)
  }

  @discardableResult
  private func write(_ features: Features, as name: String) throws -> [Diagnostic] {
    let files = OutputSet(force: true)
    let output = try LayerOutput(folder.path + "/" + name, in: files)
    let notes = try output.write(WrittenLayer(Layer(features)))
    try files.commit()
    return notes
  }

  private func read(_ name: String) throws -> Features { try Formats.open(folder.path + "/" + name).features(jobs: 1).features }

  /// The outsides of a shapefile run the other way.
  private func isSame(_ again: Features, _ features: Features, _ name: String) -> Bool {
    let areas = (0..<features.count).allSatisfy { feature in
      let (one, other) = (again.polygons.rings(ofFeature: feature), features.polygons.rings(ofFeature: feature))
      return zip(one, other).allSatisfy { one, other in
        let mine = again.polygons.vertices(ofRing: one).map { again.polygons.coordinate(at: $0) }
        let theirs = features.polygons.vertices(ofRing: other).map { features.polygons.coordinate(at: $0) }
        return mine == (name.contains("shp") ? theirs.reversed() : theirs)
      } && one.count == other.count
    }
    return areas && again.points == features.points && again.lines == features.lines
  }

  @Test(arguments: ["a.geojson", "a.gpkg", "a.shp", "a.shp.zip"], [Layer.Kind.lines, .points, .areas])
  func `every kind of geometry is itself again`(_ name: String, _ kind: Layer.Kind) throws {
    let features = Self.features(seed: 3, around: -89, 13, kinds: [kind], crs: .wgs84)
    #expect(try write(features, as: name).isEmpty)
    let again = try read(name)
    #expect(isSame(again, features, name))
    #expect(again.columns == features.columns && again.crs.isWGS84)
  }

  @Test(
    arguments: ["a.gpkg", "a.shp", "a.shp.zip"], [CRS.epsg(32616), .epsg(3116), .epsg(4674), .authority("ESRI", code: "102033")])
  func `a layer is written in the CRS that it is in, which the file names`(_ name: String, _ crs: CRS) throws {
    let isDegrees = crs == .epsg(4674)
    for kind in [Layer.Kind.lines, .points, .areas] {
      let features = Self.features(
        seed: 5, around: isDegrees ? -50 : 500_000, isDegrees ? -10 : 1_500_000, kinds: [kind], crs: crs)
      try write(features, as: name)
      let again = try read(name)
      #expect(isSame(again, features, name))
      if name.hasSuffix("gpkg") || crs != .authority("ESRI", code: "102033") { #expect(again.crs == crs, "\(again.crs)") }
    }
    if name.hasSuffix("gpkg") {
      let database = try SQLiteDatabase(reading: folder.path + "/" + name, name: name)
      #expect(try database.rows("SELECT count(*) FROM gpkg_spatial_ref_sys") { $0.integer(0) } == [4])
      #expect(
        try database.rows("SELECT srs_id FROM gpkg_contents") { "EPSG:\($0.integer(0))" }.first?.suffix(5)
          == crs.description.suffix(5))
    }
  }

  @Test func `a CRS that no register has keeps its definition in a GeoPackage`() throws {
    let crs = CRS("+proj=laea +lat_0=14 +lon_0=-89 +datum=WGS84 +units=m")
    let features = Self.features(seed: 6, around: 1000, 2000, kinds: [.points], crs: crs)
    try write(features, as: "own.gpkg")
    let again = try read("own.gpkg")
    #expect(again.points == features.points && again.crs.description.hasPrefix("PROJCS["))
    let database = try SQLiteDatabase(reading: folder.path + "/own.gpkg", name: "own")
    #expect(
      try database.rows("SELECT srs_id, organization FROM gpkg_spatial_ref_sys WHERE srs_id > 4326") { $0.integer(0) } == [
        100_000
      ])
  }

  @Test(arguments: ["a.geojson", "a.gpkg"])
  func `features of several kinds are collections`(_ name: String) throws {
    let features = Self.features(seed: 7, around: -89, 13, kinds: [.areas, .lines, .points], crs: .wgs84)
    try write(features, as: name)
    let again = try read(name)
    #expect(again.points == features.points && again.lines == features.lines && again.polygons == features.polygons)
  }

  @Test func `a shapefile refuses several kinds, and says how many of each`() throws {
    let features = Self.features(seed: 7, around: -89, 13, kinds: [.lines, .points], crs: .wgs84)
    let failure = #expect(throws: Failure.self) { try write(features, as: "a.shp") }
    #expect(failure?.diagnostic.id == "shapefile.mixed" && failure?.diagnostic.values["lines"] == "11")
  }

  @Test(arguments: ["a.geojson", "a.gpkg", "a.shp"])
  func `a line of which rounding leaves one position is left out and counted`(_ name: String) throws {
    var lines = LineColumn()
    for step in [1e-9, 0.5] {
      for vertex in 0..<3 { lines.append(x: -89 + step * Double(vertex), y: 13) }
      lines.endLine()
      lines.endFeature()
    }
    let features = Features(
      points: PointColumn(empty: 2), lines: lines, polygons: PolygonColumn(empty: 2),
      columns: [Column(name: "n", values: [.number("1"), .number("2")])], crs: .wgs84)
    let notes = try write(features, as: name)
    #expect(notes.map(\.id) == ["output.collapsed_lines"] && notes.first?.values["features"] == "1")
    let again = try read(name)
    #expect(again.count == 2 && again.lines.lineCount == 1 && again.lines.isEmpty(feature: 0))
  }
}
