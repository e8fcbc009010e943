import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// That both sides of a share are of one ground, that what is not known is not none, and that layers which do not meet are said.
@Suite struct ExposureWholeTests {
  private typealias T = ExposureTests

  /// 16 cells of 10 m with 1 to 16 people, by row from the north; the first area is the western half.
  private func raster(_ values: [Double]? = nil, west: Double = 500_000) -> MemoryRaster {
    let grid = RasterGrid(west: west, north: 2_100_040, cellWidth: 10, cellHeight: 10, columnCount: 4, rowCount: 4)!
    return MemoryRaster(grid, values ?? (1...16).map(Double.init), crs: PeopleTests.metric)
  }

  private func result(
    _ areas: [Box], _ zones: [(Box, String?)] = [((-1000, -1000, 2000, 2000), "alta")], _ population: [Int?]? = nil,
    edit: (inout ExposureInputs) -> Void = { _ in }
  ) async throws -> ExposureResult {
    try await Exposure.run(
      T.inputs(T.areas(areas, population ?? areas.map { _ in nil }), [T.hazard("flood", zones)]) { inputs in
        if population == nil { inputs.fields.population = nil }
        edit(&inputs)
      }, jobs: 2)
  }

  private func failure(_ body: () async throws -> ExposureResult) async -> Diagnostic? {
    do {
      _ = try await body()
      return nil
    } catch { return (error as? Failure)?.diagnostic }
  }

  @Test func `A share of people is of the people inside the areas`() async throws {
    for isRaster in [true, false] {
      let found = try await result([(0, 0, 20, 40)]) { inputs in
        if isRaster {
          inputs.raster = (raster(), "pop.tif")
        } else {
          let blocks = (0..<16).map { (place: Int) -> Box in
            let (column, row) = (Double(place % 4), Double(place / 4))
            return (column * 10, 30 - row * 10, 10, 10)
          }
          inputs.people = (
            PeopleTests.features(PeopleTests.boxes(blocks), [PeopleTests.numbers("pob", (1...16).map { $0 })]), "blocks.geojson"
          )
        }
      }
      let any = try #require(found.zones.last)
      #expect(abs(any.total.people!.total - 60) < 1e-6 && any.peopleShare == 1 && any.share == 1)
      #expect(abs(found.people!.total.total - 60) < 1e-6)
      // Words, table and layer carry one number.
      #expect(found.findings[0].id == "exposure.people_sure" && found.findings[0].values["people"] == "60")
      let rows = String(decoding: found.table.bytes, as: UTF8.self)
      #expect(!rows.contains("136"))
      T.expect(try found.makeLayer(), "flood_any_population", [any.total.people!.total])
    }
  }

  @Test func `An area that a raster does not reach has unknown people`() async throws {
    // Whole on the raster, half off it, and beside it.
    let found = try await result([(0, 0, 20, 40), (20, 0, 40, 40), (60, 0, 20, 40)]) { $0.raster = (raster(), "pop.tif") }
    let layer = try found.makeLayer()
    #expect(T.numbers(layer, "flood_any_population").map { $0.map { ($0 * 1e6).rounded() / 1e6 } } == [60, nil, nil])
    let warning = try #require(found.warnings.first { $0.id == "people.beyond_raster" })
    #expect(warning.values["count"] == "2" && warning.values["areas"] == "3" && warning.values["share"] == "0.75")
    #expect(found.findings[0].id == "exposure.people_known" && found.findings[0].values["people"] == "136")
    #expect(found.zones[0].total.people!.high == .infinity)
    // A sliver beyond is how areas and cells are drawn.
    let near = try await result([(0, 0, 40.1, 40)]) { $0.raster = (raster(), "pop.tif") }
    #expect(!near.warnings.contains { $0.id == "people.beyond_raster" })
    // Cells without a value hold nobody; an area with none but such is not known.
    let holes = try await result([(0, 0, 20, 40), (20, 0, 20, 40)]) {
      $0.raster = (raster([1, 2, .nan, .nan, 5, 6, .nan, .nan, 9, 10, .nan, .nan, 13, .nan, .nan, .nan]), "pop.tif")
    }
    #expect(T.numbers(try holes.makeLayer(), "flood_any_population").map { $0.map { ($0 * 1e6).rounded() / 1e6 } } == [46, nil])
    #expect(
      await failure { try await result([(0, 0, 20, 40)]) { $0.raster = (raster(west: 600_000), "pop.tif") } }?.id
        == "people.elsewhere")
  }

  @Test func `Units in no area leave it unknown, and units elsewhere end the run`() async throws {
    func blocks(_ boxes: [Box]) -> (features: Features, file: String) {
      (PeopleTests.features(PeopleTests.boxes(boxes), [PeopleTests.numbers("pob", boxes.map { _ in 50 })]), "blocks.geojson")
    }
    let found = try await result([(0, 0, 20, 20), (20, 0, 20, 20)]) { $0.people = blocks([(0, 0, 20, 20)]) }
    T.expect(try found.makeLayer(), "flood_any_population", [50, nil])
    #expect(found.warnings.contains { $0.id == "people.beyond" })
    #expect(
      await failure { try await result([(0, 0, 20, 20)]) { $0.people = blocks([(500, 0, 20, 20)]) } }?.id == "people.elsewhere")
  }

  @Test func `In the territory every place counts once, whatever areas lie on each other`() async throws {
    // Two areas of 1 000 people that share half their ground, three quarters of the first in the zone.
    let areas: [Box] = [(0, 0, 1000, 1000), (500, 0, 1000, 1000)]
    let zone: [(Box, String?)] = [((0, 0, 750, 1000), "alta")]
    let units = PeopleTests.features(PeopleTests.boxes(areas), [PeopleTests.numbers("pob", [1000, 1000])])
    let own = try await result(areas, zone, [1000, 1000])
    let other = try await result(areas, zone) { $0.people = (units, "units.geojson") }
    for found in [own, other] {
      let any = try #require(found.zones.last)
      #expect(abs(any.total.people!.total - 1000) < 1e-6 && abs(found.people!.total.total - 2000) < 1e-6)
      #expect(abs(any.total.surface - 750_000) < 1 && abs(any.share! - 0.5) < 1e-9)
      let warning = try #require(found.warnings.first { $0.id == "exposure.areas_overlap" })
      #expect(warning.values["surface"] == "0.5" && abs(Double(warning.values["share"]!)! - 1.0 / 3) < 1e-9)
    }
    T.expect(try own.makeLayer(), "flood_any_population", [750, 250])
    T.expect(try other.makeLayer(), "flood_any_population", [1000, 500])
  }

  @Test func `Words say surely, about, or that it cannot be told`() async throws {
    let areas: [Box] = [(0, 0, 10, 10), (10, 0, 10, 10), (20, 0, 10, 10)]
    func words(_ zone: Box) async throws -> Diagnostic {
      try await result(areas, [(zone, "alta"), ((-50, -50, 1, 1), "alta"), ((50, 50, 1, 1), "alta")], [100, 60, 40]).findings[0]
    }
    let sure = try await words((0, 0, 10, 10))
    #expect(sure.id == "exposure.people_sure" && sure.values["people"] == "100" && sure.values["whole"] == "200")
    let about = try await words((0, 0, 15, 10))
    #expect(about.id == "exposure.people_about" && about.values["low"] == "100" && about.values["high"] == "160")
    #expect(try await words((0, 0, 30, 5)).id == "exposure.people_untold")
    #expect(try await words((40, 40, 5, 5)).id == "exposure.nobody")
  }

  @Test func `People at points are never surely inside`() async throws {
    let points = PeopleTests.features(
      PolygonColumn(), points: [(1, 1), (15, 1), (2, 5)], [PeopleTests.numbers("pob", [70, 20, 10])])
    let found = try await result([(0, 0, 10, 10), (10, 0, 10, 10)], [((0, 0, 20, 2), "alta")]) {
      $0.people = (points, "localidades.csv")
    }
    let any = try #require(found.zones.last)
    #expect(any.total.people!.total == 90 && any.total.people!.low == 0 && any.total.people!.high == .infinity)
    #expect(any.peopleShare == 0.9 && found.findings[0].id == "exposure.people_points")
    T.expect(try found.makeLayer(), "flood_any_population", [70, 20])
    #expect(String(decoding: found.table.bytes, as: UTF8.self).contains("a0flood700points:coarse"))
  }

  @Test func `An area without ground has no figures`() async throws {
    var layer = T.areas([(0, 0, 10, 10)], [100])
    var geometry = layer.layer.geometry
    geometry.endFeature()
    layer.layer = Layer(
      geometry: geometry,
      columns: [Column(name: "code", values: [.text("a"), .text("b")]), PeopleTests.numbers("pob", [100, 50])],
      crs: PeopleTests.metric)
    let found = try await Exposure.run(
      T.inputs(layer, [T.hazard("flood", [((0, 0, 5, 10), "alta")])]) {
        $0.spaces = (PeopleTests.features(PolygonColumn(), points: [(1, 1), (90, 90)], []), "plazas.csv")
      }, jobs: 1)
    let made = try found.makeLayer()
    T.expect(made, "flood_any_population", [50, nil])
    T.expect(made, "flood_any_km2", [5e-5, nil])
    T.expect(made, "flood_any_spaces", [1, nil])
    #expect(found.people!.total.total == 100)
    // The space in no area is in neither part of the share.
    let spaces = try #require(found.findings.first { $0.id == "exposure.spaces" })
    #expect(spaces.values == ["count": "1", "spaces": "1"])
    #expect(found.warnings.contains { $0.id == "exposure.spaces_outside" && $0.values["count"] == "1" })
  }

  @Test func `A space of several points is where any of them is, in whatever order they come`() async throws {
    func spaces(_ places: [(Double, Double)]) -> Features {
      var points = PointColumn()
      for (x, y) in places { points.append(x: 500_000 + x, y: 2_100_000 + y) }
      points.endFeature()
      return Features(
        points: points, lines: LineColumn(empty: 1), polygons: PolygonColumn(empty: 1), columns: [], crs: PeopleTests.metric)
    }
    for places in [[(1.0, 1.0), (15, 1)], [(15, 1), (1, 1)]] {
      let found = try await result([(0, 0, 10, 10), (10, 0, 10, 10)], [((0, 0, 5, 10), "alta")]) {
        $0.spaces = (spaces(places), "plazas.geojson")
      }
      T.expect(try found.makeLayer(), "flood_any_spaces", [1, 0])
    }
  }

  @Test func `A hazard of another place, with swapped axes, or of lines ends the run`() async throws {
    let areas: [Box] = [(0, 0, 10, 10)]
    #expect(await failure { try await result(areas, [((90_000, 0, 10, 10), "alta")]) }?.id == "exposure.elsewhere")
    var lines = LineColumn()
    lines.append(x: 500_000, y: 2_100_000)
    lines.append(x: 500_010, y: 2_100_010)
    lines.endLine()
    lines.endFeature()
    let features = Features(
      points: PointColumn(empty: 1), lines: lines, polygons: PolygonColumn(empty: 1),
      columns: [Column(name: "class", values: [.text("alta")])], crs: PeopleTests.metric)
    let hazard = Hazard(name: "flood", file: "f.geojson", features: features, field: "class", about: HazardOptions())
    #expect(await failure { try await Exposure.run(T.inputs(T.areas(areas, [1]), [hazard]), jobs: 1) }?.id == "exposure.no_zones")
    // Degrees, latitude first.
    var swapped = PolygonColumn()
    for (x, y) in [(19.0, -99.1), (19.1, -99.1), (19.1, -99), (19, -99), (19, -99.1)] { swapped.append(x: x + 0.0, y: y + 20) }
    swapped.endRing()
    swapped.endPolygon()
    swapped.endFeature()
    var square = PolygonColumn()
    for (x, y) in [(-79.1, 19.0), (-79.1, 19.1), (-79, 19.1), (-79, 19), (-79.1, 19)] { square.append(x: x, y: y) }
    square.endRing()
    square.endPolygon()
    square.endFeature()
    func layer(_ geometry: PolygonColumn) -> AreaLayer {
      AreaLayer(
        Layer(
          geometry: geometry, columns: [Column(name: "code", values: [.text("a")]), PeopleTests.numbers("pob", [10])], crs: .wgs84
        ),
        file: "areas.geojson")
    }
    var zone = PeopleTests.features(swapped, [Column(name: "class", values: [.text("alta")])])
    zone.crs = .wgs84
    let other = Hazard(name: "flood", file: "f.geojson", features: zone, field: "class", about: HazardOptions())
    #expect(
      await failure { try await Exposure.run(T.inputs(layer(square), [other]), jobs: 1) }?.id == "exposure.elsewhere_swapped")
    // Of several one that lies elsewhere is said.
    let here = T.hazard("slide", [((0, 0, 5, 5), "alta")])
    let far = T.hazard("flood", [((90_000, 0, 5, 5), "alta")])
    let both = try await Exposure.run(T.inputs(T.areas(areas, [1]), [here, far]), jobs: 1)
    #expect(both.warnings.contains { $0.id == "exposure.elsewhere" && $0.values["hazard"] == "flood" })
  }

  @Test func `Surfaces are of the ellipsoid whatever plane is named`() async throws {
    let areas: [Box] = [(0, 0, 1000, 1000)]
    let zone: [(Box, String?)] = [((0, 0, 500, 1000), "alta")]
    let plain = try await result(areas, zone, [10]) { $0.crs = nil }
    let mercator = try await result(areas, zone, [10]) { $0.crs = .epsg(3857) }
    #expect(abs(plain.surface - 1) < 1e-6 && abs(mercator.surface - 1) < 1e-6)
    #expect(abs(mercator.zones[0].total.surface - 500_000) < 1)
    #expect(mercator.notes.contains { $0.id == "exposure.crs_not_equal_area" })
    #expect(!plain.notes.contains { $0.id == "exposure.crs_not_equal_area" })
  }

  @Test func `Ground on both sides of the antimeridian is one ground`() async throws {
    func box(_ west: Double, _ east: Double) -> PolygonColumn {
      PolygonColumn(
        coordinates: [west, -17.5, east, -17.5, east, -16.5, west, -16.5, west, -17.5], ringOffsets: [0, 5],
        polygonOffsets: [0, 1],
        featureOffsets: [0, 1])
    }
    var geometry = box(179.5, 180)
    geometry.append(contentsOf: box(-180, -179.5))
    var zones = box(179.75, 180)
    zones.append(contentsOf: box(-180, -179.75))
    let layer = AreaLayer(
      Layer(
        geometry: geometry,
        columns: [Column(name: "code", values: [.text("W"), .text("E")]), PeopleTests.numbers("pob", [1000, 2000])], crs: .wgs84),
      file: "areas.geojson")
    var features = PeopleTests.features(zones, [Column(name: "class", values: [.text("alta"), .text("baja")])])
    features.crs = .wgs84
    let hazard = Hazard(name: "flood", file: "f.geojson", features: features, field: "class", about: HazardOptions())
    let found = try await Exposure.run(T.inputs(layer, [hazard]) { $0.crs = nil }, jobs: 1)
    #expect(found.crs.description.contains("lon_0=180") || found.crs.description.contains("lon_0=-180"))
    let made = try found.makeLayer()
    for (field, wanted) in [("flood_alta_population", [0, 500.0]), ("flood_baja_population", [1000, 0])] {
      for (one, other) in zip(T.numbers(made, field), wanted) { #expect(abs(one! - other) < 1e-3) }
    }
    // In the order of the codes: E, then W; both have the same ground.
    let surface = geometry.geodesicArea(ofFeature: 0) / 1e6
    #expect(abs(T.numbers(made, "area_km2")[0]! / surface - 1) < 1e-7)
  }
}
