import PlazaGeometry
import PlazaLayers
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct OpenSpacesTests {
  /// Two areas of a km², the second built up to its half; one open space across a street of 10 m, and two spaces that do not count.
  private static func made(width: FieldValue = .number("10")) -> (MadeCoverage, Coverage.Inputs) {
    var made = MadeCoverage()
    made.options.distances = [400]
    made.options.areas.population = "poblacion"
    made.addArea("a", x: 0, y: 0, side: 1000, people: 800)
    made.addArea("b", x: 1000, y: 0, side: 1000, people: 200)
    made.addSpace(x: 500, y: 500)
    var inputs = made.inputs()
    var streets = MadeFeatures()
    streets.addLine([(MadeCoverage.x0, MadeCoverage.y0 + 500), (MadeCoverage.x0 + 2000, MadeCoverage.y0 + 500)])
    var lines = streets.features(MadeCoverage.crs)
    lines.columns = [Column(name: "ancho", values: [width])]
    inputs.streets = lines
    var urban = MadeFeatures()
    urban.addRing(
      [(0.0, 0.0), (1500, 0), (1500, 1000), (0, 1000)].map { (MadeCoverage.x0 + $0.0, MadeCoverage.y0 + $0.1) })
    var inventory = MadeFeatures()
    for (x, verified, free) in [(400.0, "si", "si"), (100, "no", "si"), (700, "si", "no")] {
      inventory.addSquare(
        x: MadeCoverage.x0 + x, y: MadeCoverage.y0 + 400, side: 200, ["verificado": .text(verified), "libre": .text(free)])
    }
    inputs.openSpaces = OpenSpaceInputs(
      urban: urban.features(MadeCoverage.crs), urbanFile: "urban", inventory: inventory.features(MadeCoverage.crs),
      inventoryFile: "inventory", inventoryDate: "2020")
    inputs.openSpaces?.width = "ancho"
    return (made, inputs)
  }

  @Test func `Open spaces and streets count once, of the built-up ground of each area and of all`() async throws {
    let (made, inputs) = Self.made()
    let result = try await Coverage.run(inputs, options: made.options, jobs: 2)
    let found = try #require(result.openSpaces)
    // A space of 40 000 m² and 8 000 m² of street beside it; 5 000 m² of street in the half that is built up.
    let (first, second) = (4.8, 1.0)
    #expect(abs(found.shareOfGround[0]! - first) < 1e-5 && abs(found.shareOfGround[1]! - second) < 1e-5)
    let both = (first * 1_000_000 + second * 500_000) / 1_500_000
    #expect(abs(found.ground! - both) < 1e-5)
    #expect(found.counted == 1 && found.inventory == 3 && abs(found.verifiedShare - 2.0 / 3) < 1e-12 && found.assumedShare == 0)
    // The street within 400 m of either side of the space, 50 m to each side, and the space: nobody of b but within 0 m of x = 1000.
    let walked = 120_000.0
    #expect(abs(found.shareOfPeople[0]! - 100 * walked / 1e6) < 0.2 && found.shareOfPeople[1]! < 0.2)
    #expect(
      result.makeLayer().numbers("sdg_11_7_1a")[0] != nil
        && result.findings.map(\.id).suffix(3) == ["sdg.ground", "sdg.people", "sdg.basis"])
  }

  @Test func `A sample of circles comes near, and says how near`() async throws {
    var (made, inputs) = Self.made()
    inputs.openSpaces?.circles = 400
    made.options.distances = [400]
    let found = try #require(try await Coverage.run(inputs, options: made.options, jobs: 2).openSpaces)
    // 40 000 m² of open space and 13 000 m² of street beside it, of 1.5 km².
    let exact = 5_300_000.0 / 1_500_000
    #expect(found.circles == 400 && found.standardError! > 0 && found.standardError! < 0.2)
    #expect(abs(found.ground! - exact) < 5 * found.standardError! + 0.1)
    #expect(found.shareOfGround == [nil, nil])
  }

  @Test func `A street without a width needs an assumed one`() async throws {
    var (made, inputs) = Self.made(width: .null)
    made.options.distances = [400]
    await #expect(throws: Failure.self) { _ = try await Coverage.run(inputs, options: made.options, jobs: 1) }
    inputs.openSpaces?.assumedWidth = 10
    let found = try #require(try await Coverage.run(inputs, options: made.options, jobs: 1).openSpaces)
    #expect(found.assumedShare == 1 && abs(found.shareOfGround[1]! - 1) < 1e-5)
  }

  @Test func `Halton's sequence begins as published`() {
    let twos = (1...6).map { CircleSample.halton($0, 2) }
    #expect(twos == [0.5, 0.25, 0.75, 0.125, 0.625, 0.375])
    let threes: [Double] = [1 / 3.0, 2 / 3.0, 1 / 9.0, 4 / 9.0]
    for (index, value) in threes.enumerated() { #expect(abs(CircleSample.halton(index + 1, 3) - value) < 1e-15) }
  }
}
