import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

@Suite struct PointCollectionTests {
  private func read(
    _ bytes: [UInt8], within boundary: Layer? = nil, _ options: PointOptions = PointOptions(), jobs: Int = 2, size: Int = 2048
  ) async throws -> PointCollection {
    try await PointCollection.read(
      SmallBatches(bytes, size: size), within: boundary.map { AreaLayer($0, file: "boundary.geojson") }, options: options,
      jobs: jobs, progress: SilentProgress())
  }

  private static var weighted: PointOptions {
    var options = PointOptions()
    (options.by, options.when, options.weight) = ("kind", "fecha", "weight")
    return options
  }

  @Test func `the points are the good records with a place, whatever the boundary leaves outside`() async throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let made = MadeJoin(seed: seed, records: 800)
      let options = Self.weighted
      let everywhere = try await read(made.csv, options)
      let good = made.records.filter { $0.fault == nil && $0.weight != nil && ($0.dateText == nil || $0.day == nil) }
      #expect(everywhere.count == good.count && everywhere.account.joined == good.count && everywhere.account.outside == 0)
      #expect(everywhere.account.isBalanced)
      #expect(
        abs(everywhere.amounts.reduce(0, +) - good.reduce(0.0) { $0 + DecimalAmount.double($1.weight!) }) < 1e-9, "seed \(seed)")

      let within = try await read(made.csv, within: made.areas, options)
      let joined = try await Join.run(
        SmallBatches(made.csv), areas: made.areas, areasFile: "a",
        options: { () -> JoinOptions in
          var join = JoinOptions()
          join.areas.code = ["codigo"]
          (join.by, join.when, join.weight) = (options.by, options.when, options.weight)
          return join
        }(), jobs: 1)
      #expect(within.count == joined.account.joined && within.account.outside == joined.account.outside)
      for (place, name) in within.kindNames.enumerated() {
        let count = within.kinds.count { $0 == Int32(place) }
        #expect(Int64(count) == joined.kinds.first { $0.name == name }?.assigned, "\(name)")
      }
    }
  }

  @Test func `neither workers, nor batches, nor the order of the records change a column`() async throws {
    var made = MadeJoin(seed: 5, records: 1_500)
    let wanted = try await read(made.csv, within: made.areas, Self.weighted, jobs: 1, size: 1 << 20)
    for place in 1..<wanted.count {
      #expect((wanted.y[place - 1], wanted.x[place - 1]) <= (wanted.y[place], wanted.x[place]))
    }
    var random = SplitMix64(seed: 6)
    for (jobs, size) in [(1, 300), (2, 1000), (7, 300)] {
      made.records.shuffle(using: &random)
      let got = try await read(made.csv, within: made.areas, Self.weighted, jobs: jobs, size: size)
      #expect(got.x == wanted.x && got.y == wanted.y && got.kinds == wanted.kinds && got.days == wanted.days)
      #expect(got.amounts == wanted.amounts && got.kindNames == wanted.kindNames && got.account == wanted.account)
    }
  }

  @Test func `the radix order is the order of the numbers, and stable`() {
    var random = SplitMix64(seed: 8)
    let values = (0..<5_000).map { _ -> Double in
      switch Int.random(in: 0..<5, using: &random) {
      case 0: 0
      case 1: -0.0
      case 2: Double(Int.random(in: -9...9, using: &random))
      case 3: Double.random(in: -1e-300...1e-300, using: &random)
      default: Double.random(in: -1e9...1e9, using: &random)
      }
    }
    let wanted = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    #expect(CanonicalOrder.radixSorted(values).map { Int($0) } == wanted)
    #expect(CanonicalOrder.radixSorted([]).isEmpty)
  }

  @Test func `records known less well than a block are counted and are no points`() async throws {
    let text = """
      lon,lat,precision
      -58.1,-34.1,Dirección
      -58.2,-34.2,CUADRA
      -58.3,-34.3,barrio
      -58.4,-34.4,municipio
      -58.5,-34.5,
      -58.6,-34.6,a ojo
      -58.7,-34.7,esquina

      """
    var options = PointOptions()
    options.precision = "precision"
    let points = try await read(Array(text.utf8), options)
    #expect(
      points.x == [-58.7, -58.2, -58.1] && points.account[withheld: .coarsePlace] == 4 && points.account.joined == 3)
    #expect(points.account.isBalanced && points.account.withheld == 4 && points.account.locatedBy.point == 3)
    #expect(points.notes.contains { $0.id == "points.coarse" && $0.values["count"] == "4" })
    #expect(points.notes.contains { $0.id == "points.unknown_precision" && $0.values["values"] == "a ojo" })
  }

  @Test func `a coordinate of fifty records, or of one in a hundred and ten, is a pile, and one near a known place of two`()
    async throws
  {
    var text = "lon,lat\n"
    for _ in 0..<49 { text += "-58.1,-34.1\n" }
    for _ in 0..<9 { text += "-58.2,-34.2\n" }
    for _ in 0..<2 { text += "-58.3,-34.3\n" }
    for i in 0..<400 { text += "\(-57 - Double(i) / 1000),-33\n" }
    let points = try await read(Array(text.utf8))
    #expect(CoincidentPoints.find(in: points, known: []).map(\.count) == [49])
    let place = KnownPlace(name: "Comisaría 3", x: -58.3, y: -34.3)
    // The distance is in the unit of the points: these are degrees, so all stand within 50 of it, single records excepted.
    #expect(CoincidentPoints.find(in: points, known: [place]).map(\.count) == [49, 9, 2])
    let piles = CoincidentPoints.find(in: points, known: [])
    let parts = points.separating(piles)
    #expect(parts.others.count == points.count - 49 && parts.coincident.count == 49)
    #expect(!parts.others.x.contains(-58.1) && parts.coincident.x.allSatisfy { $0 == -58.1 })
  }
}
