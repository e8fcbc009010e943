import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaRecords

@Suite struct AreaValidityTests {
  /// Squares that stand at `places` with their codes and validity.
  private func layer(
    _ areas: [(code: String, place: Double, from: String?, to: String?)], fields: (String, String) = ("valid_from", "valid_to")
  ) -> Layer {
    var geometry = PolygonColumn()
    for area in areas {
      let x = area.place
      geometry.append(polygon: [[.init(x: x, y: 0), .init(x: x + 1, y: 0), .init(x: x + 1, y: 1), .init(x: x, y: 1)]])
    }
    func column(_ name: String, _ values: [String?]) -> Column {
      Column(name: name, values: values.map { $0.map { .text($0) } ?? .null })
    }
    return Layer(
      geometry: geometry,
      columns: [
        column("codigo", areas.map(\.code)), column(fields.0, areas.map(\.from)), column(fields.1, areas.map(\.to)),
      ], crs: .wgs84)
  }

  /// Two divisions in one file: 1 and 2 until the end of 2022, then 2 goes on as 3 and 4 takes the place of 1.
  private var both: Layer {
    layer([("1", 0, nil, "2023-01-01"), ("2", 1, "", "2023-01-01"), ("3", 1, "2023-01-01", nil), ("4", 0, "2023-01-01", " ")])
  }

  private func set(_ layer: Layer, _ change: (inout AreaFields) -> Void = { _ in }) async throws -> AreaSet {
    var fields = AreaFields()
    fields.code = ["codigo"]
    change(&fields)
    return try await AreaSet(layer, named: "a.geojson", fields: fields, jobs: 1)
  }

  private func failure(_ body: () async throws -> Void) async -> Failure? {
    do {
      try await body()
      return nil
    } catch {
      return error as? Failure
    }
  }

  @Test(arguments: [
    ("2000-01-01", ["1", "2"]), ("2022-12-31", ["1", "2"]), ("2023-01-01", ["3", "4"]), ("2031-07-01", ["3", "4"]),
  ])
  func `the first day of an area counts and the day of its end does not`(date: String, codes: [String]) async throws {
    let set = try await set(both) { $0.asOf = date }
    #expect(set.codes == codes)
    #expect(set.account.read == 4 && set.account.used == 2 && set.account.notValid == 2 && set.account.asOf == date)
    #expect(set.notes.map(\.id) == ["areas.as_of"] && set.notes[0].values["not_valid"] == "2")
    #expect(set.layer.geometry.envelope == Envelope(minX: 0, minY: 0, maxX: 2, maxY: 1))
  }

  @Test func `a file of several divisions needs a day`() async throws {
    let found = await failure { _ = try await set(both) }
    #expect(found?.kind == .notUnderstood && found?.diagnostic.id == "areas.several_divisions")
    #expect(found?.diagnostic.values["other"] == "1" && found?.diagnostic.values["feature"] == "4")
    #expect(found?.diagnostic.values["date"] == "2023-01-01")
    // One code, moved: nothing overlaps, and it is still two divisions.
    let moved = layer([("1", 0, nil, "2020-01-01"), ("1", 5, "2020-01-01", nil)])
    #expect(await failure { _ = try await set(moved) }?.diagnostic.id == "areas.several_divisions")
    #expect(await failure { _ = try await set(moved) { $0.mergesCodes = true } }?.diagnostic.id == "areas.several_divisions")
    #expect(try await set(moved) { $0.asOf = "2021-01-01" }.layer.geometry.envelope.minX == 5)
    // A new area beside an old one, and two that were valid together, are one division.
    #expect(try await set(layer([("1", 0, nil, "2020-01-01"), ("2", 1, "2020-01-01", nil)])).count == 2)
    #expect(try await set(layer([("1", 0, nil, nil), ("2", 0, "2020-01-01", nil)])).count == 2)
  }

  @Test(arguments: [("vigente_desde", "vigente_hasta"), ("Desde", "HASTA"), ("VALID_FROM", "valid_to")])
  func `fields are found by their usual names`(fields: (String, String)) async throws {
    let layer = layer([("1", 0, "1990", "2001-02-03"), ("2", 0, "2001-02-03", nil)], fields: fields)
    #expect(try await set(layer) { $0.asOf = "2001-02-03" }.codes == ["2"])
    #expect(await failure { _ = try await set(layer) }?.diagnostic.id == "areas.several_divisions")
  }

  @Test func `fields can be stated, and one of them is enough for a day`() async throws {
    let layer = layer([("1", 0, "1990-05", nil), ("2", 1, "2001", nil)], fields: ("alta", "baja"))
    #expect(try await set(layer) { ($0.asOf, $0.validFrom) = ("1995-01-01", "alta") }.codes == ["1"])
    #expect(try await set(layer) { ($0.asOf, $0.validFrom) = ("1990-05-01", "alta") }.codes == ["1"])
    let none = try await set(layer) { $0.asOf = "1995-01-01" }
    #expect(none.count == 2 && none.notes.map(\.id) == ["areas.no_validity"] && none.account.notValid == 0)
    let wrong = await failure { _ = try await set(layer) { $0.validTo = "fin" } }
    #expect(wrong?.diagnostic.id == "areas.no_field" && wrong?.diagnostic.values["option"] == "--valid-to")
  }

  @Test func `a day that is none, a validity that is none and a day without areas are errors`() async throws {
    for date in ["2023", "2023-01", "01/02/2023", "2023-02-30", ""] {
      let found = await failure { _ = try await set(both) { $0.asOf = date } }
      #expect(found?.kind == .usage && found?.diagnostic.id == "areas.bad_as_of", "\(date)")
    }
    // The end of a year could be its first day or its last.
    let year = layer([("1", 0, nil, nil), ("2", 1, "2000", "2022")])
    let bad = await failure { _ = try await set(year) { $0.asOf = "2010-01-01" } }
    #expect(bad?.diagnostic.id == "areas.bad_valid_to" && bad?.diagnostic.values["feature"] == "2")
    let words = layer([("1", 0, "siempre", nil)])
    #expect(await failure { _ = try await set(words) { $0.asOf = "2010-01-01" } }?.diagnostic.id == "areas.bad_valid_from")
    // Without a day, fields with such names may hold anything.
    #expect(try await set(layer([("1", 0, "12", "58")], fields: ("desde", "hasta"))).count == 1)
    let early = layer([("1", 0, "2000-01-01", nil)])
    let none = await failure { _ = try await set(early) { $0.asOf = "1999-12-31" } }
    #expect(none?.kind == .notUnderstood && none?.diagnostic.id == "areas.none_valid")
  }

  @Test func `a file that means the last day is noticed on that day`() async throws {
    let last = layer([("1", 0, nil, "2022-12-31"), ("2", 1, nil, nil), ("3", 0, "2023-01-01", nil)])
    #expect(try await set(last) { $0.asOf = "2022-12-31" }.notes.map(\.id) == ["areas.as_of", "areas.ends_that_day"])
    #expect(try await set(last) { $0.asOf = "2022-12-30" }.notes.map(\.id) == ["areas.as_of"])
    let minute = layer([("1", 0, nil, "2022-12-31T23:59:59Z"), ("2", 1, nil, nil)])
    #expect(try await set(minute) { $0.asOf = "2022-12-31" }.count == 2)
  }

  @Test func `features keep the numbers of their file`() async throws {
    let twice = layer([("1", 0, nil, "2020-01-01"), ("7", 1, nil, nil), ("7", 2, nil, nil)])
    let found = await failure { _ = try await set(twice) { $0.asOf = "2021-01-01" } }
    #expect(found?.diagnostic.id == "areas.repeated_code")
    #expect(found?.diagnostic.values["feature"] == "3" && found?.diagnostic.values["other"] == "2")
  }

  @Test(arguments: 0..<30)
  func `a point inside a feature is inside`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    // A ring with a notch and a hole, turned by chance.
    let w = Double.random(in: 0.1...3, using: &random)
    var geometry = PolygonColumn()
    geometry.append(polygon: [
      [.init(x: 0, y: 0), .init(x: w, y: 0), .init(x: w, y: 2), .init(x: w / 2, y: 1), .init(x: 0, y: 2)],
      [.init(x: w * 0.2, y: 0.4), .init(x: w * 0.2, y: 1), .init(x: w * 0.8, y: 1), .init(x: w * 0.8, y: 0.4)],
    ])
    let place = try #require(InteriorPoint.point(ofFeature: 0, of: geometry))
    #expect(SlowLocator(geometry).areas(x: place.x, y: place.y).strictly == [0])
  }
}
