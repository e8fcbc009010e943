import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

typealias Box = (Double, Double, Double, Double)

@Suite struct ExposureTests {
  static func areas(_ boxes: [Box], _ population: [Int?]) -> AreaLayer {
    let codes = boxes.indices.map { FieldValue.text("a\($0)") }
    return AreaLayer(
      Layer(
        geometry: PeopleTests.boxes(boxes),
        columns: [Column(name: "code", values: codes), PeopleTests.numbers("pob", population)], crs: PeopleTests.metric),
      file: "areas.geojson")
  }

  static func hazard(
    _ name: String, _ zones: [(Box, String?)], order: [String] = [], edit: (inout HazardOptions) -> Void = { _ in }
  )
    -> Hazard
  {
    let features = PeopleTests.features(
      PeopleTests.boxes(zones.map(\.0)), [Column(name: "class", values: zones.map { $0.1.map(FieldValue.text) ?? .null })])
    var about = HazardOptions()
    about.order = order
    edit(&about)
    return Hazard(name: name, file: "\(name).geojson", features: features, field: "class", about: about)
  }

  static func inputs(_ areas: AreaLayer, _ hazards: [Hazard], edit: (inout ExposureInputs) -> Void = { _ in }) -> ExposureInputs {
    var inputs = ExposureInputs(areas: areas, hazards: hazards)
    inputs.fields.code = ["code"]
    inputs.fields.population = "pob"
    inputs.crs = PeopleTests.metric
    edit(&inputs)
    return inputs
  }

  /// Two areas of 10 × 10 m side by side with 100 and 60 people.
  static let pair = areas([(0, 0, 10, 10), (10, 0, 10, 10)], [100, 60])

  static func numbers(_ layer: Layer, _ field: String) -> [Double?] {
    layer.column(named: field)!.values.map { value in value.text.flatMap(Double.init) }
  }

  static func expect(_ layer: Layer, _ field: String, _ wanted: [Double?], location: SourceLocation = #_sourceLocation) {
    let found = numbers(layer, field)
    #expect(found.count == wanted.count, sourceLocation: location)
    for (one, other) in zip(found, wanted) {
      #expect((one == nil) == (other == nil), "\(field)", sourceLocation: location)
      if let one, let other { #expect(abs(one - other) < 1e-9 * max(1, abs(other)), "\(field)", sourceLocation: location) }
    }
  }

  @Test func `A place counts once, in the highest class`() async throws {
    // Low over all of the left half and beyond, high in its middle, and a second high zone that overlaps the first.
    let flood = Self.hazard("flood", [((0, 0, 15, 5), "low"), ((5, 0, 3, 10), "high"), ((6, 0, 3, 10), "high")])
    let result = try await Exposure.run(Self.inputs(Self.pair, [flood]), jobs: 2)
    let layer = try result.makeLayer()
    Self.expect(layer, "area_km2", [1e-4, 1e-4])
    Self.expect(layer, "flood_high_km2", [4e-5, 0])
    Self.expect(layer, "flood_low_km2", [3e-5, 2.5e-5])
    Self.expect(layer, "flood_any_share", [0.7, 0.25])
    Self.expect(layer, "flood_high_population", [40, 0])
    Self.expect(layer, "flood_low_population", [30, 15])
    Self.expect(layer, "flood_any_population", [70, 15])
    #expect(layer.column(named: "any_km2") == nil)
    #expect(result.zones.map(\.slug) == ["flood_high", "flood_low", "flood_any"])
    let any = result.zones[2]
    #expect(abs(any.total.people!.total - 85) < 1e-9 && abs(any.peopleShare! - 85.0 / 160) < 1e-9)
    #expect(any.total.people!.low == 0 && any.total.people!.high == 160)
    // From nobody to everybody all is possible: that is no number.
    #expect(result.findings.map(\.id).prefix(1) == ["exposure.people_untold"])
    #expect(result.warnings.contains { $0.id == "exposure.undocumented" })
  }

  @Test func `Under several hazards a person counts once in any`() async throws {
    let flood = Self.hazard("flood", [((0, 0, 10, 6), "high")])
    let slide = Self.hazard("slide", [((0, 4, 20, 4), "low"), ((0, 0, 1, 1), nil)])
    let result = try await Exposure.run(Self.inputs(Self.pair, [flood, slide]), jobs: 1)
    let layer = try result.makeLayer()
    Self.expect(layer, "flood_any_population", [60, 0])
    Self.expect(layer, "slide_any_population", [40, 24])
    Self.expect(layer, "any_population", [80, 24])
    Self.expect(layer, "any_km2", [8e-5, 4e-5])
    #expect(result.warnings.contains { $0.id == "exposure.without_class" && $0.values["count"] == "1" })
    // Two areas and the whole, of two hazards' classes and any of each, and any of both.
    #expect(result.table.rowCount == 3 * 5)
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func `Totals are the same with and without areas`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    func draw(_ range: Range<Double>) -> Double { Double.random(in: range, using: &random) }
    func boxes(_ count: Int) -> [Box] { (0..<count).map { _ in (draw(0..<80), draw(0..<80), draw(2..<20), draw(2..<20)) } }
    let classes = ["low", "medium", "high"]
    let flood = Self.hazard("flood", boxes(25).map { ($0, classes[Int(random.next() % 3)]) })
    let slide = Self.hazard("slide", boxes(10).map { ($0, classes[Int(random.next() % 2)]) })
    // Blocks that overlap, with women.
    let blocks = boxes(60)
    let people = blocks.map { _ in Int(random.next() % 500) }
    let features = PeopleTests.features(
      PeopleTests.boxes(blocks), [PeopleTests.numbers("pob", people), PeopleTests.numbers("mujeres", people.map { $0 / 3 })])
    func run(_ cells: Int) async throws -> ExposureResult {
      var divided: [Box] = []
      for row in 0..<cells {
        for column in 0..<cells {
          let side = 100 / Double(cells)
          divided.append((Double(column) * side, Double(row) * side, side, side))
        }
      }
      let layer = Self.areas(divided, divided.map { _ in 0 })
      return try await Exposure.run(
        Self.inputs(layer, [flood, slide]) { $0.people = (features, "blocks.geojson") }, jobs: 2)
    }
    let (one, many) = (try await run(1), try await run(7))
    let everybody = Double(people.reduce(0, +))
    for (a, b) in zip(one.zones, many.zones) {
      #expect(abs(a.total.surface - b.total.surface) < 1e-8 * a.total.surface)
      #expect(abs(a.total.people!.total - b.total.people!.total) < 1e-9 * everybody, "seed \(seed), \(a.slug)")
      #expect(abs(a.total.people!.groups[0] - b.total.people!.groups[0]) < 1e-9 * everybody)
      #expect(abs(a.peopleShare! - b.peopleShare!) < 1e-9)
    }
    let layer = try many.makeLayer()
    for zone in many.zones {
      let sum = Self.numbers(layer, "\(zone.slug)_population").reduce(0) { $0 + ($1 ?? 0) }
      #expect(abs(sum - zone.total.people!.total) < 1e-9 * everybody)
    }
    #expect(many.zones.last!.total.people!.total > 0.3 * everybody)
  }

  @Test func `The order of features and the number of workers change nothing`() async throws {
    var random = SplitMix64(seed: 9)
    func draw(_ range: Range<Double>) -> Double { Double.random(in: range, using: &random) }
    let zones: [(Box, String?)] = (0..<40).map { number in
      ((draw(0..<80), draw(0..<80), draw(2..<30), draw(2..<30)), ["low", "high", nil][number % 3])
    }
    var cells: [Box] = []
    for row in 0..<5 { for column in 0..<5 { cells.append((Double(column) * 20, Double(row) * 20, 20, 20)) } }
    let areas = Self.areas(cells, cells.map { _ in 100 })
    let one = try await Exposure.run(Self.inputs(areas, [Self.hazard("flood", zones)]), jobs: 1)
    let other = try await Exposure.run(Self.inputs(areas, [Self.hazard("flood", zones.reversed())]), jobs: 3)
    #expect(one.table.bytes == other.table.bytes)
    #expect(try one.makeLayer() == other.makeLayer())
  }

  @Test func `Spaces count in the highest class that they have ground in`() async throws {
    let flood = Self.hazard("flood", [((0, 0, 15, 5), "baja"), ((5, 0, 3, 10), "alta")], order: ["baja", "media", "alta"])
    func features(_ made: PolygonColumn, _ points: [(Double, Double)]?, _ names: [String]) -> Features {
      PeopleTests.features(
        made, points: points,
        [
          Column(name: "nombre", values: names.map(FieldValue.text)),
          Column(name: "telefono", values: names.map(FieldValue.text)),
        ])
    }
    let points = features(PolygonColumn(), [(1, 1), (6, 6), (12, 8), (14, 2), (30, 2)], ["a", "b", "c", "d", "e"])
    let result = try await Exposure.run(Self.inputs(Self.pair, [flood]) { $0.spaces = (points, "plazas.csv") }, jobs: 1)
    let layer = try result.makeLayer()
    Self.expect(layer, "flood_alta_spaces", [1, 0])
    Self.expect(layer, "flood_baja_spaces", [1, 1])
    Self.expect(layer, "flood_any_spaces", [2, 1])
    let spaces = try #require(try result.makeSpaces())
    #expect(spaces.column(named: "nombre")?.values == [.text("a"), .text("b"), .text("d")])
    #expect(spaces.column(named: "telefono") == nil)
    #expect(spaces.column(named: "flood_class")?.values == [.text("baja"), .text("alta"), .text("baja")])
    #expect(spaces.column(named: "area_code")?.values == [.text("a0"), .text("a0"), .text("a1")])

    let squares = features(PeopleTests.boxes([(4, 1, 2, 2), (9, 4, 2, 2), (15, 0, 2, 2)]), nil, ["f", "g", "h"])
    let second = try await Exposure.run(Self.inputs(Self.pair, [flood]) { $0.spaces = (squares, "plazas.geojson") }, jobs: 1)
    let shares = try #require(try second.makeSpaces())
    #expect(shares.column(named: "flood_class")?.values == [.text("alta"), .text("baja")])
    #expect(Self.numbers(shares, "flood_share").map { $0.map { ($0 * 1e9).rounded() / 1e9 } } == [1, 0.5])
  }

  @Test func `Incidents are counted in zones, every one accounted for`() async throws {
    let square = PolygonColumn(
      coordinates: [-90, 35, -89, 35, -89, 36, -90, 36, -90, 35], ringOffsets: [0, 5], polygonOffsets: [0, 1],
      featureOffsets: [0, 1])
    let zone = PolygonColumn(
      coordinates: [-90, 35, -89.5, 35, -89.5, 36, -90, 36, -90, 35], ringOffsets: [0, 5], polygonOffsets: [0, 1],
      featureOffsets: [0, 1])
    let areas = AreaLayer(
      Layer(
        geometry: square, columns: [Column(name: "code", values: [.text("a")]), PeopleTests.numbers("pob", [10])], crs: .wgs84),
      file: "areas.geojson")
    var features = PeopleTests.features(zone, [Column(name: "class", values: [.text("high")])])
    features.crs = .wgs84
    let flood = Hazard(name: "flood", file: "f.geojson", features: features, field: "class", about: HazardOptions())
    let records = "lon,lat\n-89.7,35.5\n-89.6,35.1\n-89.2,35.5\n-80,35\n,\n-89.9,bad\n"
    var inputs = Self.inputs(areas, [flood])
    inputs.crs = nil
    let result = try await Exposure.run(inputs, incidents: SmallBatches(Array(records.utf8)), jobs: 1)
    let account = try #require(result.incidentAccount)
    // A row of commas is no record.
    #expect(account.read == 5 && account.joined == 3 && account.outside == 1 && account.isBalanced)
    let layer = try result.makeLayer()
    Self.expect(layer, "flood_high_incidents", [2])
    // Half of the square in degrees: half of its ground, straight edges in degrees being kept.
    #expect(abs(Self.numbers(layer, "flood_high_share")[0]! - 0.5) < 1e-9)
    #expect(abs(Self.numbers(layer, "area_km2")[0]! / (square.geodesicArea(ofFeature: 0) / 1e6) - 1) < 1e-8)
  }

  @Test func `Frequencies make an average year and a curve`() async throws {
    // 20 people where it is flooded once in ten years, 50 more where once in a hundred.
    let flood = Self.hazard("flood", [((0, 0, 7, 10), "low"), ((0, 0, 2, 10), "high")]) {
      $0.frequencies = [.init(name: "high", perYear: 0.1), .init(name: "low", perYear: 0.01)]
    }
    let result = try await Exposure.run(Self.inputs(Self.pair, [flood]), jobs: 1)
    let impact = try #require(result.annualImpacts.first)
    #expect(abs(impact.average - (20 * 0.1 + 50 * 0.01)) < 1e-9)
    #expect(impact.points.map { ($0.people * 1e6).rounded() / 1e6 } == [70, 20])
    #expect(impact.points.map { ($0.returnPeriod * 1e6).rounded() / 1e6 } == [100, 10])
    let partly = Self.hazard("flood", [((0, 0, 7, 10), "low"), ((0, 0, 2, 10), "high")]) {
      $0.frequencies = [.init(name: "high", perYear: 0.1)]
    }
    await #expect { _ = try await Exposure.run(Self.inputs(Self.pair, [partly]), jobs: 1) } throws: {
      ($0 as? Failure)?.diagnostic.id == "exposure.frequency"
    }
  }

  @Test func `Classes come in the order that is stated, or that their words have`() throws {
    func scale(_ classes: [String?], _ order: [String] = []) throws -> HazardScale {
      try HazardScale(Self.hazard("flood", classes.map { ((0, 0, 1, 1), $0) }, order: order))
    }
    let usual = try scale(["Muy alto", "Bajo", nil, "Medio", "Muy bajo", "Bajo"])
    #expect(usual.names == ["Muy bajo", "Bajo", "Medio", "Muy alto"])
    #expect(usual.slugs == ["muy_bajo", "bajo", "medio", "muy_alto"])
    #expect(usual.classOfFeature == [3, 1, nil, 2, 0, 1] && usual.withoutClass == 1)
    // The order of one language finds the classes of another, and keeps its own words.
    #expect(try scale(["ALTO", "bajo"], ["low", "medium", "high"]).names == ["low", "high"])
    #expect(try scale(["3", "1", "2"], ["1", "2", "3"]).classOfFeature == [2, 0, 1])
    func id(_ classes: [String?], _ order: [String] = []) -> Diagnostic? {
      do {
        _ = try scale(classes, order)
        return nil
      } catch { return (error as? Failure)?.diagnostic }
    }
    #expect(id(["x", "y"])?.id == "exposure.no_order")
    #expect(id(["1", "x", "y"], ["1", "2"])?.values["classes"] == "x, y")
    #expect(id([nil])?.id == "exposure.no_classes")
  }

  @Test func `What is missing or out of place is no error of the result`() async throws {
    let flood = Self.hazard("flood", [((100, 100, 5, 5), "high"), ((-50, -50, 5, 5), "high")])
    let bare = Self.areas([(0, 0, 10, 10), (10, 0, 10, 10)], [0, nil])
    let result = try await Exposure.run(Self.inputs(bare, [flood]), jobs: 1)
    let layer = try result.makeLayer()
    Self.expect(layer, "flood_high_km2", [0, 0])
    // Nobody lives in the first; of the second nobody knows.
    Self.expect(layer, "flood_high_population", [0, nil])
    #expect(result.findings.contains { $0.id == "exposure.outside" })
    #expect(result.warnings.contains { $0.id == "exposure.no_ground" })
    let none = try await Exposure.run(Self.inputs(bare, [flood]) { $0.fields.population = nil }, jobs: 1)
    #expect(none.people == nil && none.warnings.contains { $0.id == "exposure.no_people" })
    #expect(try none.makeLayer().column(named: "flood_high_population") == nil)
    #expect(none.table.rowCount == 6)
    for name in ["any", "Flood", "flood zone"] {
      let wrong = Self.hazard(name, [((0, 0, 1, 1), "high")])
      await #expect { _ = try await Exposure.run(Self.inputs(bare, [wrong]), jobs: 1) } throws: {
        ($0 as? Failure)?.diagnostic.id == "exposure.bad_name"
      }
    }
  }

  @Test func `A map shows the highest class, and areas that the layer does not reach are told`() async throws {
    let four = Self.areas([(0, 0, 10, 10), (10, 0, 10, 10), (100, 0, 10, 10), (0, 200, 10, 10)], [100, 60, 10, 20])
    let flood = Self.hazard("flood", [((0, 0, 20, 10), "low"), ((0, 0, 5, 10), "high")])
    let result = try await Exposure.run(Self.inputs(four, [flood]), jobs: 1)
    #expect(result.mappedField == "flood_high_population" && result.mappedZone.name == "high")
    Self.expect(try result.makeLayer(), result.mappedField, [50, 0, 0, 0])
    let told = result.warnings.first { $0.id == "exposure.areas_beyond" }
    #expect(told?.values["count"] == "2" && told?.values["areas"] == "4")
    let all = try await Exposure.run(Self.inputs(Self.pair, [flood]), jobs: 1)
    #expect(!all.warnings.contains { $0.id == "exposure.areas_beyond" })
    // A class without any ground in the areas is no map.
    let far = Self.hazard("flood", [((0, 0, 20, 10), "low"), ((500, 0, 5, 10), "high")])
    #expect(try await Exposure.run(Self.inputs(Self.pair, [far]), jobs: 1).mappedZone.name == "low")
  }
}
