import PlazaGeometry
import PlazaPROJ
import Testing

@Suite struct StudyCRSTests {
  private func choose(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
    StudyCRS.choose(around: Envelope(minX: west, minY: south, maxX: east, maxY: north)).description
  }

  @Test func `a city lies in the zone of its centre, on its own side of the equator`() {
    #expect(choose(-99.4, 19.0, -98.9, 19.6) == "EPSG:32614")
    #expect(choose(-89.35, 13.55, -89, 13.9) == "EPSG:32616")
    #expect(choose(-68.2, -16.6, -67.9, -16.3) == "EPSG:32719")
    #expect(choose(-90.3, 35, -89.6, 35.3) == "EPSG:32616")
  }

  @Test func `a box may reach one degree beyond its zone and no further`() {
    #expect(choose(-79, -5, -72, 0) == "EPSG:32718")
    #expect(choose(-79.01, -5, -72, 0) == "+proj=laea +lat_0=-3 +lon_0=-76 +datum=WGS84 +units=m +no_defs")
    #expect(choose(-82, -19, -68, 0) == "+proj=laea +lat_0=-10 +lon_0=-75 +datum=WGS84 +units=m +no_defs")
    #expect(choose(10, 84, 12, 86).hasPrefix("+proj=laea"))
  }

  @Test func `what is chosen is projected, in metres, and keeps its centre`() throws {
    let context = try ProjContext()
    for box in [Envelope(minX: -99.4, minY: 19, maxX: -98.9, maxY: 19.6), Envelope(minX: -82, minY: -19, maxX: -68, maxY: 0)] {
      let crs = StudyCRS.choose(around: box)
      let info = try context.info(crs)
      #expect(!info.isGeographic && info.unitSize == 1)
      let operation = try Transformation.best(from: .wgs84, to: crs, areaOfInterest: box, areaCRS: .wgs84, in: context)
      let transformer = try Transformer(operation)
      let centre = Coordinate(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
      #expect(transformer.transform(centre) != nil)
    }
  }

  @Test(arguments: [
    CRS.epsg(32616), .epsg(5460), .epsg(4326), .definition("+proj=laea +lat_0=-3 +lon_0=-76 +datum=WGS84 +units=m"),
  ])
  func `the text of a .prj file leads to the same places`(_ crs: CRS) throws {
    let context = try ProjContext()
    let text = try context.esriDefinition(of: crs)
    #expect((text.hasPrefix("PROJCS[") || text.hasPrefix("GEOGCS[")) && !text.contains("\n"))
    let box = Envelope(minX: -89.35, minY: 13.55, maxX: -89, maxY: 13.9)
    let places = try [crs, .definition(text)].map {
      try Transformer(.best(from: .wgs84, to: $0, areaOfInterest: box, areaCRS: .wgs84, in: context))
        .transform(Coordinate(x: -89.2, y: 13.7))
    }
    let (a, b) = (try #require(places[0]), try #require(places[1]))
    // To a tenth of a millimetre; where the datum is another, to what its operation is worth.
    #expect(abs(a.x - b.x) < 1e-4 && abs(a.y - b.y) < 1e-4)
  }

  @Test func `what PROJ does not know has no text`() throws {
    #expect(throws: ProjError.unknownCRS("EPSG:999999")) { try ProjContext().esriDefinition(of: .epsg(999_999)) }
  }
}
