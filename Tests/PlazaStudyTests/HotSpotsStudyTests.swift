import Foundation
import PlazaLayers
import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaStudy

/// All hot-spot verbs on one made city: what is conserved, what never changes, and what is said when there is nothing to say.
@Suite struct HotSpotsStudyTests {
  let folder = TemporaryFolder()

  private static let steps = """
    study: s
    steps:
      - hotspots: look
        points: p.csv
        boundary: b.geojson
        by: delito
        map: true
      - hotspots-gi: cells
        points: p.csv
        boundary: b.geojson
        by: delito
        grid: hexagon
        cell: 800
        map: true
      - hotspots-moran: areas
        points: p.csv
        areas: b.geojson
        code: codigo
        population: gente
        on: rate
        permutations: 199
        map: true
      - hotspots-density: density
        points: p.csv
        boundary: b.geojson
        by: delito
        adaptive: true
        map: true
      - hotspots-density: against
        points: p.csv
        boundary: b.geojson
        by: delito
        bandwidth: 900
        reference: b.csv
        reference-weight: gente
        ratio: log
    """

  /// Twelve by twelve small squares; records crowd in one corner.
  private func write(records: [String]) {
    folder.write("p.csv", "lon,lat,delito\n" + records.joined(separator: "\n") + "\n")
    var features: [String] = []
    var blocks = "lon,lat,gente\n"
    for i in 0..<12 {
      for j in 0..<12 {
        let (w, s) = (-89.2 + Double(i) * 0.01, 13.6 + Double(j) * 0.01)
        let ring = [(w, s), (w + 0.01, s), (w + 0.01, s + 0.01), (w, s + 0.01), (w, s)]
        let text = ring.map { String(format: "[%.3f,%.3f]", $0.0, $0.1) }.joined(separator: ",")
        features.append(
          "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"\(100 + i)-\(100 + j)\",\"gente\":\(500 + 37 * i + j)},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(text)]]}}")
        blocks += String(format: "%.3f,%.3f,%d\n", w + 0.005, s + 0.005, 500 + 37 * i + j)
      }
    }
    folder.write("b.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}")
    folder.write("b.csv", blocks)
    folder.write("study.yaml", Self.steps)
  }

  private static let records: [String] = {
    var random = SplitMix64(seed: 3)
    return (0..<600).map { record in
      let isCrowd = record % 3 == 0
      let lon =
        isCrowd ? Double.random(in: -89.17 ... -89.155, using: &random) : Double.random(in: -89.2 ... -89.08, using: &random)
      let lat = isCrowd ? Double.random(in: 13.63...13.645, using: &random) : Double.random(in: 13.6...13.72, using: &random)
      let kind = record % 20 == 0 ? "violación" : record % 2 == 0 ? "robo" : "hurto"
      return String(format: "%.5f,%.5f,", lon, lat) + kind
    } + ["-80,10,robo", ",,hurto"]
  }()

  private func runStudy(_ name: String, jobs: Int) async throws -> StudyRun {
    try await StudyRun.run(
      Study(path: folder.path + "/study.yaml"), folder: folder.path + "/" + name, force: true, jobs: jobs,
      progress: SilentProgress())
  }

  private func files(_ name: String) throws -> [String: Data] {
    let path = folder.path + "/" + name
    // The manifest tells the digest of the records, which stand in another order.
    return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0 != "manifest.json" }
      .reduce(into: [:]) { $0[$1] = try Data(contentsOf: URL(filePath: path + "/" + $1)) }
  }

  @Test func `workers and the order of the records change no byte`() async throws {
    write(records: Self.records)
    _ = try await runStudy("one", jobs: 1)
    let wanted = try files("one")
    #expect(wanted.count >= 18 && wanted.values.allSatisfy { !$0.isEmpty })
    var random = SplitMix64(seed: 4)
    for jobs in [2, 7] {
      write(records: Self.records.shuffled(using: &random))
      _ = try await runStudy("n\(jobs)", jobs: jobs)
      #expect(try files("n\(jobs)") == wanted, "\(jobs) workers")
    }
  }

  @Test func `every record ends in the account, and kinds that expose people in no cell`() async throws {
    write(records: Self.records)
    let run = try await runStudy("out", jobs: 2)
    for step in run.steps {
      let account = try #require(step.outcome.records).account
      #expect(account.isBalanced && account.read == 602 && account.outside == 1 && account.unlocated == 1)
      guard let map = step.outcome.result as? UnitMap else { continue }
      let counted = try #require(map.makeLayer().column(named: "count")).values.reduce(0) { $0 + Int($1.text!)! }
      let isAreas = step.step.name == "areas"
      #expect(
        account[withheld: .sensitiveKind] == (isAreas ? 0 : 30) && account.withheld == (isAreas ? 0 : 30), "\(step.step.name)")
      #expect(counted == account.joined, "\(step.step.name)")
      if !isAreas { #expect(step.outcome.warnings.contains { $0.id == "kinds.withheld_likely" }) }
      #expect(step.outcome.findings.first?.id.hasPrefix("hotspots.zones") == true || isAreas)
    }
  }

  @Test func `the mass of a density is the records inside, over clipped cells`() async throws {
    write(records: Self.records)
    let run = try await runStudy("out", jobs: 2)
    let map = try #require(run.steps[3].outcome.result as? DensityMap)
    var mass = 0.0
    for cell in map.values.indices { mass += map.values[cell] * (map.raster.insideShares?[cell] ?? 1) }
    mass *= map.cell * map.cell / 1e6
    #expect(abs(mass - map.volume) < 1e-6 * map.volume && map.volume == 570)
    #expect(map.contours.map(\.percent) == [50, 75, 90])
    for (inner, outer) in zip(map.contours, map.contours.dropFirst()) {
      #expect(inner.level >= outer.level && inner.count <= outer.count && inner.squareKilometres <= outer.squareKilometres)
    }
  }

  @Test(arguments: [
    (["-89.15,13.65,robo"], "density.too_few"), (["-89.15,13.65,robo", "-89.15,13.65,robo"], "density.one_place"),
    ([], "density.too_few"),
  ])
  func `too little to say anything of ends with what to do`(records: [String], id: String) async throws {
    write(records: records)
    let failure = await #expect(throws: Failure.self) { try await runStudy("out", jobs: 1) }
    #expect(failure?.diagnostic.id == id)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/manifest.json"))
  }

  @Test func `a pile is named and stops the verb until the caller decides`() async throws {
    write(records: Self.records + [String](repeating: "-89.15,13.65,robo", count: 60))
    let failure = await #expect(throws: Failure.self) { try await runStudy("out", jobs: 1) }
    #expect(
      failure?.diagnostic.id == "points.piles" && failure?.diagnostic.values["examples"]?.contains("13.65, -89.15: 60") == true)
    folder.write(
      "study.yaml", Self.steps.replacingOccurrences(of: "boundary: b.geojson", with: "boundary: b.geojson\n    piles: drop"))
    let run = try await runStudy("out", jobs: 1)
    let map = try #require(run.steps[0].outcome.result as? UnitMap)
    #expect(map.account[withheld: .pile] == 60 && map.account.isBalanced)
  }

  @Test func `piles of the area count in their cell and are no points of a density`() async throws {
    write(records: Self.records + [String](repeating: "-89.15,13.65,robo", count: 60))
    func run(_ policy: String) async throws -> StudyRun {
      folder.write(
        "study.yaml",
        Self.steps.replacingOccurrences(of: "boundary: b.geojson", with: "boundary: b.geojson\n    piles: \(policy)"))
      return try await runStudy(policy, jobs: 1)
    }
    let (area, drop, keep) = (try await run("area"), try await run("drop"), try await run("keep"))
    func counts(_ run: StudyRun, _ step: Int) throws -> (map: UnitMap, counts: [String]) {
      let map = try #require(run.steps[step].outcome.result as? UnitMap)
      return (map, try #require(map.makeLayer().column(named: "count")).values.map { $0.text! })
    }
    // The cells of gi, with the piles and without.
    let (counted, without) = (try counts(area, 1), try counts(drop, 1))
    let sum = counted.counts.reduce(0) { $0 + Int($1)! }
    #expect(counted.counts == (try counts(keep, 1).counts) && counted.counts != without.counts)
    #expect(sum == counted.map.account.joined)
    #expect(counted.map.account[withheld: .pile] == 0 && without.map.account[withheld: .pile] == 60)
    // The overview counts them in its cells and leaves them out of its density.
    func densities(_ run: StudyRun) throws -> [String?] {
      let map = try #require(run.steps[0].outcome.result as? UnitMap)
      return try #require(map.makeLayer().column(named: "density")).values.map(\.text)
    }
    #expect(try densities(area) == densities(drop) && densities(area) != densities(keep))
    #expect(try counts(area, 0).counts.reduce(0) { $0 + Int($1)! } == counts(drop, 0).counts.reduce(60) { $0 + Int($1)! })
    let (density, dropped) = (
      try #require(area.steps[3].outcome.result as? DensityMap), try #require(drop.steps[3].outcome.result as? DensityMap)
    )
    #expect(density.values == dropped.values && density.account[withheld: .pile] == 60 && density.account == dropped.account)
  }

  @Test func `the map of Moran tells how often units above the median are neighbours`() async throws {
    write(records: Self.records)
    let run = try await runStudy("out", jobs: 2)
    let facts = try #require(run.steps[2].outcome.result as? UnitMap).facts
    #expect(facts.whole.map(\.name) == ["moran_i", "geary_c", "joins_above", "joins_below", "joins_mixed"])
    // Twelve by twelve squares have 2 · 12 · 11 sides and 2 · 11 · 11 corners in common.
    #expect(facts.whole[2...].reduce(0) { $0 + $1.value! } == 506 && facts.whole[2...].reduce(0) { $0 + $1.expected! } > 505.999)
    #expect(facts.whole[2...].allSatisfy { $0.p != nil && $0.pPermuted != nil && $0.undefined == nil })
    #expect(MoranMap.aboveMedian([3, nil, 0, 0, 1, 0]) == [true, nil, false, false, true, false])
    #expect(MoranMap.aboveMedian([1, 2, 3]) == [false, false, true] && MoranMap.aboveMedian([nil]) == [nil])
  }
}
