import PlazaGeometry
import PlazaLayers
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct CoverageWalksTests {
  /// Streets every so many metres both ways, cut at each crossing.
  static func streets(_ extent: Double, every step: Double) -> Features {
    var made = MadeFeatures()
    let count = Int(extent / step)
    func at(_ place: Int) -> Double { Double(place) * step }
    for line in 0...count {
      let row = (0...count).map { (MadeCoverage.x0 + at($0), MadeCoverage.y0 + at(line)) }
      made.addLine(row)
      made.addLine((0...count).map { (MadeCoverage.x0 + at(line), MadeCoverage.y0 + at($0)) })
    }
    return made.features(MadeCoverage.crs)
  }

  static func made(spaces: [(Double, Double)]) -> MadeCoverage {
    var made = MadeCoverage()
    made.options.distances = [400, 800]
    made.options.areas.population = "poblacion"
    made.options.band = 10
    for (index, y) in [0.0, 1000].enumerated() {
      for (column, x) in [0.0, 1000].enumerated() {
        made.addArea("\(index)\(column)", x: x, y: y, side: 1000, people: 1000)
      }
    }
    for (x, y) in spaces { made.addSpace(x: x, y: y) }
    return made
  }

  /// On dense streets the walk reaches a diamond: 2 / π of the disc.
  @Test func `On a dense grid of streets a walk reaches a diamond`() async throws {
    let made = Self.made(spaces: [(1000, 1000)])
    var inputs = made.inputs()
    inputs.streets = Self.streets(2000, every: 20)
    let result = try await Coverage.run(inputs, options: made.options, jobs: 2)
    let (straight, walk) = (result.totals[0], result.totals[2])
    #expect(straight.mode == .straight && walk.mode == .walk && walk.distance == 400)
    let diamond = 2.0 * 400 * 400 / 1e6 / (0.9996 * 0.9996)
    // A band of 10 m beside its sides.
    #expect(walk.squareKilometres > diamond && walk.squareKilometres < diamond + 4 * 400 * 1.4143 * 10 / 1e6)
    #expect(abs(diamond / (straight.squareKilometres * Double.pi / CoverageTests.disc) - 2 / Double.pi) < 1e-5)
    #expect(result.streets?.pieces == 1 && result.streets?.areasWithoutStreet == 0)
  }

  @Test func `No area has more within a walk than in a straight line`() async throws {
    let made = Self.made(spaces: [(120, 130), (1500, 640), (990, 1800), (1990, 1990)])
    var inputs = made.inputs()
    inputs.streets = Self.streets(2000, every: 100)
    let result = try await Coverage.run(inputs, options: made.options, jobs: 2)
    let layer = result.makeLayer()
    for distance in ["400", "800"] {
      for what in ["share", "population", "km2"] {
        let (straight, walk) = (layer.numbers("covered_\(distance)_\(what)"), layer.numbers("covered_\(distance)_\(what)_walk"))
        for area in 0..<4 { #expect(walk[area]! <= straight[area]! * (1 + 1e-9)) }
      }
    }
    let service = try result.makeServiceLayer()
    let km2 = service.numbers("km2")
    #expect(service.numbers("distance_m") == [800, 800, 400, 400] && km2[1]! < km2[0]! && km2[3]! < km2[2]!)
    #expect(result.totals.allSatisfy { abs(($0.given ?? 0) - ($0.shared ?? 0)) < 1e-6 })
    #expect(layer.numbers("access_400_walk").contains { $0! > 0 })
    let again = try await Coverage.run(inputs, options: made.options, jobs: 1)
    #expect(again.makeLayer() == layer)
    #expect(try again.makeServiceLayer() == service)
  }

  @Test func `Pieces of streets, and areas and spaces without any, are told`() async throws {
    let made = Self.made(spaces: [(500, 500), (1500, 1500)])
    var streets = MadeFeatures()
    streets.addLine([(MadeCoverage.x0 + 100, MadeCoverage.y0 + 500), (MadeCoverage.x0 + 900, MadeCoverage.y0 + 500)])
    streets.addLine([(MadeCoverage.x0 + 100, MadeCoverage.y0 + 900), (MadeCoverage.x0 + 900, MadeCoverage.y0 + 900)])
    var inputs = made.inputs()
    inputs.streets = streets.features(MadeCoverage.crs)
    let result = try await Coverage.run(inputs, options: made.options, jobs: 1)
    #expect(result.streets?.pieces == 2 && result.streets?.spacesWithoutStreet == 1 && result.streets?.areasWithoutStreet == 3)
    #expect(
      result.warnings.map(\.id) == ["coverage.street_pieces", "coverage.spaces_without_street", "coverage.areas_without_street"])
    let walk = result.makeLayer().numbers("covered_400_km2_walk")
    // The whole of the one street, and not the other, which no space leads to.
    let band = 800.0 * 20 / 1e6
    #expect(abs(walk[0]! - band) < 0.01 * band && walk[3] == 0)
  }

  @Test func `Entrances decide where a space is entered`() async throws {
    var made = Self.made(spaces: [])
    made.options.distances = [400]
    made.spaces.addSquare(x: MadeCoverage.x0 + 800, y: MadeCoverage.y0 + 800, side: 200)
    var inputs = made.inputs()
    inputs.streets = Self.streets(2000, every: 100)
    let everywhere = try await Coverage.run(inputs, options: made.options, jobs: 1)
    var entrances = MadeFeatures()
    entrances.addPoint(x: MadeCoverage.x0 + 800, y: MadeCoverage.y0 + 900)
    inputs.entrances = entrances.features(MadeCoverage.crs)
    let west = try await Coverage.run(inputs, options: made.options, jobs: 1)
    #expect(west.totals[1].squareKilometres < 0.8 * everywhere.totals[1].squareKilometres)
    #expect(west.totals[0] == everywhere.totals[0])
  }
}
