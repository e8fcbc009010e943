import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct CoverageTests {
  /// Of a polygon of 64 corners on a circle of radius 1.
  static let disc = 3.1365484905459393

  static func made() -> MadeCoverage {
    var made = MadeCoverage()
    made.options.distances = [400, 500]
    made.options.areas.population = "poblacion"
    made.addArea("a", x: 0, y: 0, side: 2000, people: 1000, women: 510)
    made.addArea("b", x: 2000, y: 0, side: 2000, people: 400, women: 200)
    made.addArea("c", x: 4000, y: 0, side: 2000, people: 0, women: 0)
    made.addArea("d", x: 6000, y: 0, side: 2000, people: nil)
    made.addSpace(x: 1000, y: 1000)
    // In a and b alike.
    made.addSpace(x: 2000, y: 500)
    return made
  }

  @Test func `Shares, people and surfaces are those of the discs`() async throws {
    let result = try await Self.made().run()
    let layer = result.makeLayer()
    let (full, half) = (Self.disc * 400 * 400, Self.disc * 400 * 400 / 2)
    let shares = layer.numbers("covered_400_share")
    #expect(abs(shares[0]! - (full + half) / 4e6) < 1e-9)
    #expect(abs(shares[1]! - half / 4e6) < 1e-9)
    // Nobody, and nobody knows.
    #expect(shares[2] == nil && shares[3] == nil)
    let people = layer.numbers("covered_400_population")
    #expect(abs(people[0]! - 1000 * shares[0]!) < 1e-6 && people[2] == 0 && people[3] == nil)
    #expect(layer.numbers("spaces") == [2, 0, 0, 0])
    // The scale of the projection is 0.9996 here, so the ground is larger than its image.
    #expect(abs(layer.numbers("covered_400_km2")[1]! - half / 1e6 / (0.9996 * 0.9996)) < 1e-6)
    #expect(layer.numbers("covered_400_km2")[3] == 0)
    #expect(result.totals.map(\.distance) == [400, 500])
    #expect(abs(result.totals[0].people! - people[0]! - people[1]!) < 1e-9 && result.totals[0].ofPeople == 1400)
    #expect(result.warnings.map(\.id).contains("coverage.no_people"))
    #expect(result.warnings.map(\.id).contains("coverage.unknown_population"))
    #expect(result.findings.map(\.id).contains("coverage.upper_bound"))
  }

  @Test func `What is covered and what is a gap add up to each area, with its people`() async throws {
    let result = try await Self.made().run()
    let (layer, gaps) = (result.makeLayer(), result.makeGapLayer())
    for distance in ["400", "500"] {
      for (area, code) in ["a", "b", "c", "d"].enumerated() {
        let row = try #require(
          (0..<gaps.featureCount).first {
            gaps.column(named: "code")!.values[$0].text == code && gaps.column(named: "distance_m")!.values[$0].text == distance
          })
        let whole = layer.numbers("area_km2")[area]!
        #expect(abs(layer.numbers("covered_\(distance)_km2")[area]! + gaps.numbers("km2")[row]! - whole) < 1e-9)
        let people = [1000.0, 400, 0, nil][area]
        if let people {
          #expect(abs(layer.numbers("covered_\(distance)_population")[area]! + gaps.numbers("population")[row]! - people) < 1e-6)
        } else {
          #expect(gaps.numbers("population")[row] == nil)
        }
      }
    }
    let service = try result.makeServiceLayer()
    #expect(service.featureCount == 2 && service.numbers("distance_m") == [500, 400])
    #expect(service.numbers("km2")[0]! > service.numbers("km2")[1]!)
  }

  @Test func `The table has everybody, then each sex, with limits for everybody`() async throws {
    let table = try await Self.made().run().table
    let rows = Self.cells(table)
    let first = rows.filter { $0[0] == "a" && $0[2] == "400" }
    #expect(first.map { [$0[4], $0[5]] } == [["", ""], ["female", ""], ["male", ""]])
    let (all, women, men) = (Double(first[0][6])!, Double(first[1][6])!, Double(first[2][6])!)
    #expect(abs(women + men - all) < 1e-9 && abs(women / all - 0.51) < 1e-9)
    #expect(first[0][7] == "0" && Double(first[0][8])! >= 1000)
    #expect(rows.first { $0[0] == "d" }?[6] == "")
  }

  @Test func `Workers and the order of the spaces change nothing`() async throws {
    var random = SplitMix64(seed: 4)
    let places = (0..<60).map { _ in
      (Double.random(in: -500...8500, using: &random), Double.random(in: -500...2500, using: &random))
    }
    func made(_ order: [Int]) -> MadeCoverage {
      var made = Self.made()
      made.spaces = MadeFeatures()
      for place in order { made.addSpace(x: places[place].0, y: places[place].1) }
      return made
    }
    let one = try await made(Array(0..<60)).run(jobs: 1)
    let other = try await made((0..<60).shuffled(using: &random)).run(jobs: 5)
    #expect(one.makeLayer() == other.makeLayer())
    #expect(try one.makeServiceLayer() == other.makeServiceLayer())
    #expect(one.makeGapLayer() == other.makeGapLayer())
    #expect(one.totals == other.totals && one.table.bytes == other.table.bytes)
  }

  @Test func `Spaces that are filtered, nowhere, far or outside are told apart`() async throws {
    var made = Self.made()
    made.spaces = MadeFeatures()
    made.addSpace(x: 1000, y: 1000, ["Espacios recuperados": .text("si ")])
    made.addSpace(x: 1500, y: 1000, ["Espacios recuperados": .text("no")])
    made.addSpace(x: -100, y: 1000, ["Espacios recuperados": .text("si")])
    made.addSpace(x: 200_000, y: 1000, ["Espacios recuperados": .text("si")])
    made.spaces.addNothing(["Espacios recuperados": .text("si")])
    made.options.only = [.init(field: "Espacios recuperados", values: ["si"])]
    let result = try await made.run()
    var expected = SpaceAccount()
    (expected.read, expected.used, expected.filtered, expected.withoutGeometry, expected.far, expected.outside) = (
      5, 2, 1, 1, 1, 1
    )
    #expect(result.spaces == expected)
    // The one outside serves those inside.
    #expect(result.makeLayer().numbers("covered_400_population")[0]! > 1000 * Self.disc * 0.04)
    made.options.only = [.init(field: "estado", values: ["si"])]
    await #expect(throws: Failure.self) { try await made.run() }
  }

  @Test func `Spaces with a surface count it, and a crossed ring is no obstacle`() async throws {
    var made = Self.made()
    made.spaces = MadeFeatures()
    made.spaces.addSquare(x: MadeCoverage.x0 + 1900, y: MadeCoverage.y0 + 900, side: 200)
    let result = try await made.run()
    let layer = result.makeLayer()
    let half = 200.0 * 100 / 1e6 / (0.9996 * 0.9996)
    #expect(abs(layer.numbers("space_km2")[0]! - half) < 1e-8 && abs(layer.numbers("space_km2")[1]! - half) < 1e-8)
    #expect(abs(layer.numbers("space_share")[0]! - 200 * 100 / 4e6) < 1e-8 && layer.numbers("space_share")[2] == 0)
    let all = 200.0 * 200 + 4 * 200 * 400 + Self.disc * 400 * 400
    #expect(abs(layer.numbers("covered_400_share")[0]! - all / 2 / 4e6) < 1e-9)
    #expect(result.accessUnit == "m2_per_person")
  }

  @Test func `Areas over three UTM zones are measured where they are`() async throws {
    var spaces = MadeFeatures()
    var areas = MadeFeatures()
    for (code, longitude, latitude) in [("17", -80.63, -5.19), ("18", -77.03, -12.05), ("19", -71.54, -16.4)] {
      spaces.addPoint(x: longitude, y: latitude)
      areas.addSquare(x: longitude - 0.02, y: latitude - 0.02, side: 0.04, ["code": .text(code)])
    }
    let made = areas.features(.wgs84)
    var options = CoverageOptions()
    options.areas.code = ["code"]
    let result = try await Coverage.run(
      Coverage.Inputs(
        spaces: spaces.features(.wgs84), file: "spaces",
        areas: AreaLayer(Layer(geometry: made.polygons, columns: made.columns, crs: .wgs84), file: "areas")),
      options: options, jobs: 2)
    for distance in [400.0, 500, 1000] {
      let surfaces = result.makeLayer().numbers("covered_\(Int(distance))_km2")
      let expected = Self.disc * distance * distance / 1e6
      for surface in surfaces { #expect(abs(surface! - expected) < 2e-5 * expected) }
    }
    #expect(result.crs.contains("laea"))
    #expect(result.warnings.map(\.id) == ["coverage.share_of_ground"])
  }

  static func cells(_ rows: RowBlock) -> [[String]] {
    var start = 0
    var all: [String] = []
    for end in rows.ends {
      all.append(String(decoding: rows.bytes[start..<end], as: UTF8.self))
      start = end
    }
    return stride(from: 0, to: all.count, by: rows.columns).map { Array(all[$0..<$0 + rows.columns]) }
  }
}
