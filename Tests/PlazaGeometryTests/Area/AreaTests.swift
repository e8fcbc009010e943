import PlazaGeometry
import PlazaTesting
import Testing

/// Areas by pyproj 3.7.2: `Geod(ellps=…).polygon_area_perimeter` over each ring, its edges divided in longitude and latitude into
/// pieces of at most 5 m (at 50 m these polygons differ by up to 1e-9 of their area), exterior less holes.
struct GeodesicCase: Sendable, CustomTestStringConvertible {
  var name: String
  var rings: [[Coordinate]]
  var wgs84: Double
  var international: Double

  var testDescription: String { name }

  var column: PolygonColumn {
    var column = PolygonColumn()
    column.append(polygon: rings)
    return column
  }

  init(_ name: String, wgs84: Double, international: Double, _ rings: [[(Double, Double)]]) {
    self.name = name
    self.rings = rings.map { $0.map { Coordinate(x: $0.0, y: $0.1) } }
    self.wgs84 = wgs84
    self.international = international
  }

  static let all = [
    GeodesicCase(
      "a block in San Salvador", wgs84: 15438.635211333167, international: 15439.459605939337,
      [
        [(-89.2187, 13.6989), (-89.2177, 13.6991), (-89.2175, 13.6979), (-89.2186, 13.6977)]
      ]),
    GeodesicCase(
      "half a degree at the equator", wgs84: 3077258516.8257146, international: 3077413073.1861067,
      [
        [(-78.5, -0.25), (-78.0, -0.25), (-78.0, 0.25), (-78.5, 0.25)]
      ]),
    GeodesicCase(
      "a star with a hole in Ciudad de México", wgs84: 755307360.3957133, international: 755350024.6861417,
      [
        [
          (-99.006395, 19.43), (-99.023442, 19.458552), (-99.009098, 19.499803), (-99.048331, 19.511669), (-99.076674, 19.522363),
          (-99.093724, 19.565383), (-99.13, 19.621796), (-99.176599, 19.60391), (-99.218258, 19.582868), (-99.216403, 19.516403),
          (-99.26308, 19.506834), (-99.253318, 19.463043), (-99.247266, 19.43), (-99.236849, 19.40137), (-99.23517, 19.36928),
          (-99.266293, 19.293707), (-99.221446, 19.271611), (-99.17676, 19.255491), (-99.13, 19.249955), (-99.099112, 19.314723),
          (-99.064508, 19.316564), (-99.014955, 19.314955), (-98.980014, 19.343405), (-98.950855, 19.381998),
        ],
        [
          (-99.082999, 19.43), (-99.109188, 19.447463), (-99.123029, 19.469536), (-99.150896, 19.466193), (-99.165378, 19.442877),
          (-99.157669, 19.419929), (-99.14842, 19.398096), (-99.125271, 19.40318), (-99.09295, 19.398912),
        ],
      ]),
    GeodesicCase(
      "a triangle of long edges in Patagonia", wgs84: 193627509841.9321, international: 193643201191.46017,
      [
        [(-73.5, -52.0), (-66.0, -46.5), (-71.0, -44.0)]
      ]),
    GeodesicCase(
      "beyond the antimeridian", wgs84: 69400350671.7627, international: 69404193456.19167,
      [
        [(178.5, -19.0), (181.25, -18.5), (180.75, -16.0), (179.0, -16.25)]
      ]),
    GeodesicCase(
      "near the pole", wgs84: 25006414974.420757, international: 25009084790.07773,
      [
        [(10.0, 84.0), (25.0, 84.5), (20.0, 86.5), (12.0, 86.0)]
      ]),
    GeodesicCase(
      "a sliver", wgs84: 20684.367032442242, international: 20686.058880161494,
      [
        [(2.0, 48.0), (2.5, 48.3), (2.25, 48.15001)]
      ]),
  ]
}

@Suite("Areas")
struct AreaTests {
  /// The other side's own error on small polygons is some 10⁻³ m².
  private func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= max(1e-9 * expected, 6e-3)
  }

  @Test("equals pyproj's Geod on densified edges", arguments: GeodesicCase.all)
  func geodesic(_ sample: GeodesicCase) {
    let area = sample.column.geodesicArea(ofFeature: 0)
    #expect(isClose(area, sample.wgs84), "\(area) \(sample.wgs84)")
    let international = Ellipsoid(semiMajorAxis: 6_378_388, flattening: 1.0 / 297)
    #expect(isClose(sample.column.geodesicArea(ofFeature: 0, on: international), sample.international))
  }

  @Test("does not depend on the direction or the start of rings", arguments: GeodesicCase.all)
  func direction(_ sample: GeodesicCase) {
    let area = sample.column.geodesicArea(ofFeature: 0)
    let reversed = sample.column.reorderingRings { $0.reverse() }
    let rotated = sample.column.reorderingRings { $0.append($0.removeFirst()) }
    #expect((reversed.geodesicArea(ofFeature: 0) / area - 1).magnitude < 1e-10)
    #expect((rotated.geodesicArea(ofFeature: 0) / area - 1).magnitude < 1e-10)
  }

  @Test("adds up to the whole ellipsoid")
  func wholeEllipsoid() {
    var column = PolygonColumn()
    for west in stride(from: -180.0, to: 180, by: 45) {
      column.append(polygon: [
        [(west, -90.0), (west + 45, -90), (west + 45, 90), (west, 90)].map { Coordinate(x: $0.0, y: $0.1) }
      ])
    }
    let total = (0..<8).reduce(0) { $0 + column.geodesicArea(ofFeature: $1) }
    // Of WGS 84, after Moritz 1980, "Geodetic Reference System 1980", by the closed formula: 510 065 621.724 km².
    #expect((total / 510_065_621_724_088.44 - 1).magnitude < 1e-12, "\(total)")
    let sphere = (0..<8).reduce(0) { $0 + column.geodesicArea(ofFeature: $1, on: Ellipsoid(semiMajorAxis: 1, flattening: 0)) }
    #expect((sphere / (4 * .pi) - 1).magnitude < 1e-13)
  }

  @Test("of pieces is the area of the whole")
  func pieces() {
    var generator = PolygonGenerator(seed: 3, size: 1, step: 0x1p-30)
    let tiles = generator.tiling(count: 8, verticesPerSide: 5).mapped { Coordinate(x: $0.x - 90, y: $0.y + 13) }
    let sum = (0..<tiles.featureCount).reduce(0) { $0 + tiles.geodesicArea(ofFeature: $1) }
    let planar = (0..<tiles.featureCount).reduce(0) { $0 + tiles.planarArea(ofFeature: $1) }
    var outline = PolygonColumn()
    outline.append(polygon: [[(-90, 13), (-89, 13), (-89, 14), (-90, 14)].map { Coordinate(x: $0.0, y: $0.1) }])
    #expect((sum / outline.geodesicArea(ofFeature: 0) - 1).magnitude < 1e-12)
    #expect((planar - 1).magnitude < 1e-12)
  }

  @Test("subtracts holes, and is 0 of nothing")
  func planar() {
    var column = PolygonColumn()
    let square = { (low: Double, high: Double) in
      [Coordinate(x: low, y: low), Coordinate(x: high, y: low), Coordinate(x: high, y: high), Coordinate(x: low, y: high)]
    }
    column.append(polygon: [square(0, 10), square(2, 4).reversed(), square(5, 6)])
    column.endFeature()
    #expect(column.planarArea(ofFeature: 0) == 95)
    #expect(column.planarArea(ofFeature: 1) == 0)
    #expect(column.geodesicArea(ofFeature: 1) == 0)
    #expect(column.mapped { Coordinate(x: $0.x + 4_000_000, y: $0.y - 9_000_000) }.planarArea(ofFeature: 0) == 95)
  }
}
