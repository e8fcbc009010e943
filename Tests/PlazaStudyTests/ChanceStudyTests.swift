import Foundation
import PlazaLayers
import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaStudy

/// What may be called beyond chance, and what is said of it, on made cities of known pattern.
@Suite struct ChanceStudyTests {
  let folder = TemporaryFolder()

  /// Ten by ten named quarters of about a kilometre, with `people` each.
  private func writeQuarters() {
    var features: [String] = []
    for i in 0..<10 {
      for j in 0..<10 {
        let (w, s) = (-70 + Double(i) * 0.01, -33 + Double(j) * 0.01)
        let ring = [(w, s), (w + 0.01, s), (w + 0.01, s + 0.01), (w, s + 0.01), (w, s)]
        let text = ring.map { String(format: "[%.3f,%.3f]", $0.0, $0.1) }.joined(separator: ",")
        features.append(
          "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"\(100 + 10 * i + j)\",\"nombre\":\"Barrio \(i)-\(j)\",\"gente\":1000},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(text)]]}}")
      }
    }
    folder.write("b.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}")
  }

  private func write(_ records: [(Double, Double)]) {
    folder.write("p.csv", "lon,lat\n" + records.map { String(format: "%.6f,%.6f\n", $0.0, $0.1) }.joined())
  }

  private func run(_ steps: String) async throws -> [UnitMap] {
    folder.write("study.yaml", "study: s\nsteps:\n" + steps)
    let run = try await StudyRun.run(
      Study(path: folder.path + "/study.yaml"), folder: folder.path + "/out", force: true, jobs: 2, progress: SilentProgress())
    return try run.steps.map { try #require($0.outcome.result as? UnitMap) }
  }

  private static let everyVerb = """
      - hotspots: look
        points: p.csv
        boundary: b.geojson
        bandwidth: 1500
      - hotspots-gi: cells
        points: p.csv
        boundary: b.geojson
        cell: 500
      - hotspots-gi: areas
        points: p.csv
        areas: b.geojson
      - hotspots-gi: dealt
        points: p.csv
        areas: b.geojson
        permutations: 9999
      - hotspots-gi: rates
        points: p.csv
        areas: b.geojson
        population: gente
        on: rate
      - hotspots-moran: moran
        points: p.csv
        areas: b.geojson
        permutations: 999

    """

  private func texts(_ map: UnitMap, _ name: String) throws -> [String?] {
    try #require(map.makeLayer().column(named: name)).values.map(\.text)
  }

  @Test(arguments: [1, 2, 4, 29])
  func `too few records are said to be too few by every verb`(count: Int) async throws {
    writeQuarters()
    var random = SplitMix64(seed: UInt64(count))
    // At least two of them side by side.
    write(
      (0..<count).map { record in
        record < 2
          ? (-69.952 + 0.0015 * Double(record), -32.951)
          : (Double.random(in: -69.999 ... -69.901, using: &random), Double.random(in: -32.999 ... -32.901, using: &random))
      })
    for map in try await run(Self.everyVerb) {
      let classes = try texts(map, "class")
      #expect(classes.allSatisfy { $0 == HotSpotClass.tooFew || $0 == "equal values" }, "\(map.facts)")
      #expect(map.findings.contains { $0.id == "hotspots.too_few" || $0.id == "hotspots.none_areas" })
      #expect(!map.findings.contains { $0.id.hasPrefix("hotspots.zone") } && map.facts.zones.isEmpty)
    }
  }

  @Test func `a crowd among few records is called all the same, by its quarter, with what it holds`() async throws {
    writeQuarters()
    var random = SplitMix64(seed: 8)
    write(
      (0..<120).map { record in
        record < 40
          ? (Double.random(in: -69.955 ... -69.935, using: &random), Double.random(in: -32.965 ... -32.945, using: &random))
          : (Double.random(in: -69.999 ... -69.901, using: &random), Double.random(in: -32.999 ... -32.901, using: &random))
      })
    let maps = try await run(Self.everyVerb)
    for map in maps.prefix(5) {
      let zone = try #require(map.facts.zones.first, "\(map.facts)")
      #expect(zone.records >= 25 && zone.number == 1 && zone.name?.hasPrefix("Barrio ") == true)
      let expected = try #require(zone.expected)
      #expect(Double(zone.records) > 2 * expected && expected > 0.5)
      let (zones, counts) = (try texts(map, "zone"), try texts(map, "count"))
      let inside = zones.indices.filter { zones[$0] == "1" }
      #expect(inside.count == zone.unitCount && inside.reduce(0) { $0 + Int(counts[$1]!)! } == zone.records)
      let said = try #require(map.findings.first { $0.id.hasPrefix("hotspots.zone") && $0.values["number"] == "1" })
      #expect(said.values["place"] == zone.name && said.values["records"] == String(zone.records))
      #expect(abs(zone.longitude + 69.945) < 0.01 && abs(zone.latitude + 32.955) < 0.01)
    }
    // A part of the whole map's statistics rests on as many deals as were asked for.
    #expect(maps[5].facts.permutations == 999)
  }

  @Test func `what is said of the whole map rests on as many permutations as were asked for`() async throws {
    writeQuarters()
    var random = SplitMix64(seed: 2)
    write(
      (0..<400).map { _ in
        (Double.random(in: -69.999 ... -69.95, using: &random), Double.random(in: -32.999 ... -32.901, using: &random))
      })
    func p(_ permutations: Int) async throws -> Double {
      let maps = try await run(
        "  - hotspots-moran: m\n    points: p.csv\n    areas: b.geojson\n    permutations: \(permutations)\n")
      return try #require(maps[0].facts.whole.first { $0.name == "moran_i" }?.pPermuted)
    }
    #expect(try await p(99) == 0.02)
    #expect(try await p(4_999) == 0.0004)
  }

  /// Records lie against edges that are straight in degrees; in metres a parallel of two degrees bends by kilometres.
  @Test(arguments: [2_000, 20_000])
  func `a boundary of long edges loses no record that lies along them`(cell: Int) async throws {
    folder.write(
      "b.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
      [[[-70,-41],[-66,-41],[-66,-39],[-70,-39],[-70,-41]]]}}]}
      """)
    write(
      (0...400).flatMap { step -> [(Double, Double)] in
        let share = Double(step) / 400
        return [
          (-70 + 4 * share, -41), (-70 + 4 * share, -39), (-70, -41 + 2 * share), (-66, -41 + 2 * share),
          (-70 + 4 * share, -40.9995), (-70 + 4 * share, -39.0005),
        ]
      })
    let maps = try await run(
      "  - hotspots-gi: m\n    points: p.csv\n    boundary: b.geojson\n    cell: \(cell)\n    piles: keep\n")
    let counted = try texts(maps[0], "count").reduce(0) { $0 + Int($1!)! }
    #expect(counted == 401 * 6 && maps[0].account.outside == 0)
  }

  @Test func `islands count in the map's statistics as in those of the units`() async throws {
    writeQuarters()
    // The far corner stands apart from all others.
    let text = try String(contentsOfFile: folder.path + "/b.geojson", encoding: .utf8)
    folder.write(
      "b.geojson",
      text.replacingOccurrences(
        of: "[[[-69.910,-32.910],[-69.900,-32.910],[-69.900,-32.900],[-69.910,-32.900],[-69.910,-32.910]]]",
        with: "[[[-69.710,-32.910],[-69.700,-32.910],[-69.700,-32.900],[-69.710,-32.900],[-69.710,-32.910]]]"))
    var random = SplitMix64(seed: 2)
    write(
      (0..<300).map { record in
        record < 60
          ? (-69.705, -32.905)
          : (Double.random(in: -69.999 ... -69.95, using: &random), Double.random(in: -32.999 ... -32.901, using: &random))
      })
    let maps = try await run(
      "  - hotspots-moran: m\n    points: p.csv\n    areas: b.geojson\n    permutations: 99\n")
    let layer = maps[0].makeLayer()
    func numbers(_ name: String) throws -> [Double?] {
      try #require(layer.column(named: name)).values.map { $0.text.flatMap(Double.init) }
    }
    let local = try numbers("local_i").compactMap { $0 }
    #expect(local.count == 99 && maps[0].facts.islands == 1)
    // With rows scaled, the mean of local I over the units that have one is (n − 1)/n of the global one.
    let whole = try #require(maps[0].facts.whole.first { $0.name == "moran_i" }?.value)
    #expect(abs(local.reduce(0, +) / 99 - whole * 99 / 100) < 1e-9)
  }
}
