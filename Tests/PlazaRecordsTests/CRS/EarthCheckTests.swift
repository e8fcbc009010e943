import PlazaGeometry
import PlazaLayers
import Testing

@testable import PlazaRecords

@Suite struct EarthCheckTests {
  private func layer(_ rings: [[(Double, Double)]], crs: CRS = .wgs84) -> Layer {
    var column = PolygonColumn()
    for ring in rings {
      for (x, y) in ring + [ring[0]] { column.append(x: x, y: y) }
      column.endRing()
    }
    column.endPolygon()
    column.endFeature()
    return Layer(geometry: column, columns: [], crs: crs)
  }

  private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [(Double, Double)] {
    [(west, south), (east, south), (east, north), (west, north)]
  }

  private func failure(_ layer: Layer) -> Diagnostic? {
    do {
      _ = try EarthCheck.checked(layer, file: "zonas.geojson")
      return nil
    } catch { return (error as? Failure)?.diagnostic }
  }

  @Test func `Metres without a CRS are refused with file, feature and value`() throws {
    let found = try #require(failure(layer([box(2_800_000, 830_000, 2_801_000, 831_000)])))
    #expect(found.id == "crs.not_degrees")
    #expect(found.values == ["file": "zonas.geojson", "feature": "1", "x": "2800000", "y": "830000", "crs": "OGC:CRS84"])
    #expect(failure(layer([box(19.1, -99.2, 19.2, -99.1)]))?.id == "crs.axes_swapped")
    #expect(failure(layer([box(5e19, 0, 6e19, 1)], crs: .epsg(32614)))?.id == "crs.beyond_earth")
    #expect(failure(layer([box(480_000, 2_140_000, 481_000, 2_141_000)], crs: .epsg(32614))) == nil)
    #expect(failure(layer([box(-99.2, 19.1, -99.1, 19.2)])) == nil)
  }

  /// The surface of a layer's first feature in square degrees, and its box.
  private func cut(_ rings: [[(Double, Double)]]) throws -> (surface: Double, polygons: Int, box: Envelope, notes: [String]) {
    let found = try EarthCheck.checked(layer(rings), file: "islas.geojson")
    let geometry = found.layer.geometry
    return (geometry.planarArea(ofFeature: 0), geometry.polygonCount, geometry.envelope, found.notes.map(\.id))
  }

  @Test func `Areas across the 180th meridian are cut there`() throws {
    // Drawn with an edge of 358°, beyond 180°, and below −180°.
    for ring in [
      [(179.0, -17.0), (-179, -17), (-179, -16), (179, -16)], box(179, -17, 181, -16), box(-181, -17, -179, -16),
    ] {
      let found = try cut([ring])
      #expect(abs(found.surface - 2) < 1e-9 && found.polygons == 2 && found.notes == ["geometry.antimeridian"])
      #expect(found.box == Envelope(minX: -180, minY: -17, maxX: 180, maxY: -16))
    }
    // With a hole across it, and one beside it.
    let holes = try cut([
      [(175, -20), (-175, -20), (-175, -10), (175, -10)], [(179, -15), (-179, -15), (-179, -14), (179, -14)],
      box(176, -19, 177, -18),
    ])
    #expect(abs(holes.surface - (100 - 2 - 1)) < 1e-9 && holes.polygons == 2)
    // A horseshoe: two parts on one side, one on the other.
    let shoe = try cut([[(178, 0), (182, 0), (182, 1), (179, 1), (179, 2), (182, 2), (182, 3), (178, 3)]])
    #expect(abs(shoe.surface - (4 + 1 + 4)) < 1e-9 && shoe.polygons == 3)
  }

  @Test func `What follows both sides of the map, or only touches the meridian, stays as it is`() throws {
    for ring in [box(-180, -90, 180, 90), box(179, -17, 180, -16), box(-180, -17, -179, -16), box(-60, -10, 60, 10)] {
      #expect(try cut([ring]).notes.isEmpty)
    }
    // From 0° to 360°.
    let found = try cut([box(250, 19, 260, 20)])
    #expect(found.box == Envelope(minX: -110, minY: 19, maxX: -100, maxY: 20) && abs(found.surface - 10) < 1e-9)
  }

  @Test func `Surfaces of projected layers bend their long edges`() throws {
    // A triangle in UTM with an edge of 50 km; PROJ 9 and Shapely with edges cut to 10 m.
    let thin = layer([[(300_000, 2_100_000), (350_000, 2_100_000), (325_000, 2_102_500)]], crs: .epsg(32614))
    let bent = try #require(WGS84Layer.squareKilometres(of: thin)[0])
    let plain = try #require(WGS84Layer.squareKilometres(WGS84Layer.geometry(of: thin))[0])
    #expect(abs(bent / 62.50251658660104 - 1) < 1e-7 && abs(plain / 62.92096531982946 - 1) < 1e-6, "\(bent) \(plain)")
  }
}
