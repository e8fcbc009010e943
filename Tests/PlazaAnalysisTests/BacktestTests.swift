import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// Strips side by side from a latitude to another: their surfaces are as their widths.
private struct MadeMap {
  /// In tenths of a degree.
  var widths: [Int]
  var densities: [Double?]
  var counts: [Int]
  /// In tenths of a degree from the west; whether each lies in the band of the strips.
  var records: [(x: Double, isInBand: Bool)] = []

  static let west = -89.0

  init(widths: [Int], densities: [Double?], counts: [Int]) {
    (self.widths, self.densities, self.counts) = (widths, densities, counts)
  }

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...25, using: &random)
    widths = (0..<count).map { _ in [7, 11, 13].randomElement(using: &random)! }
    densities = (0..<count).map { _ in
      Int.random(in: 0..<9, using: &random) == 0 ? nil : Double.random(in: -2...2, using: &random).rounded()
    }
    // Of strips that are equal in all else any may come first: they are equal in this too.
    let (widths, densities) = (widths, densities)
    counts = (0..<count).map { (widths[$0] + Int(densities[$0] ?? 3) + 4) % 7 }
    let reach = widths.reduce(0, +)
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      records.append((Double(Int.random(in: -5..<reach + 9, using: &random)) + 0.5, Int.random(in: 0..<8, using: &random) > 0))
    }
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Coordinate] {
    [(west, south), (east, south), (east, north), (west, north)].map { Coordinate(x: $0.0, y: $0.1) }
  }

  /// - Parameter order: in which the strips stand in the file.
  func layer(_ order: [Int]? = nil) -> AreaLayer {
    let order = order ?? Array(widths.indices)
    var geometry = PolygonColumn()
    for place in order {
      let start = widths[..<place].reduce(0, +)
      geometry.append(
        polygon: [Self.box(Self.west + Double(start) / 10, 13, Self.west + Double(start + widths[place]) / 10, 14)])
    }
    func column(_ name: String, _ value: (Int) -> FieldValue) -> Column { Column(name: name, values: order.map(value)) }
    return AreaLayer(
      Layer(
        geometry: geometry,
        columns: [
          column("code") { .text("c\(100 + $0)") }, column("density") { NumberText.field(densities[$0]) },
          column("count") { .integer(counts[$0]) },
        ], crs: .wgs84), file: "map.geojson")
  }

  var csv: [UInt8] {
    Array(
      ("lon,lat\n" + records.map { "\(Self.west + $0.x / 10),\($0.isInBand ? 13.5 : 15.5)\n" }.joined()).utf8)
  }

  func run(_ options: BacktestOptions, order: [Int]? = nil, boundary: AreaLayer? = nil, jobs: Int = 2) async throws
    -> BacktestResult
  {
    try await Backtest.run(
      SmallBatches(csv, size: 256), map: layer(order), fields: AreaFields(), boundary: boundary, records: PointOptions(),
      options: options, jobs: jobs, progress: SilentProgress())
  }
}

/// What a person would do with paper: sort the strips, take them while they fit, count.
private struct SlowBacktest {
  var hits: [Int]
  var records: Int
  /// By budget.
  var units: [Int] = []
  var found: [Int] = []
  var width: [Int] = []
  var best: [Double] = []
  var earlier: [Int] = []
  var areaUnder = 0.0

  /// - Parameter ground: tenths of a degree in no strip that count as surface.
  init(_ made: MadeMap, budgets: [Double], ground: Int = 0, within reach: Range<Double>? = nil) {
    var ends = [0]
    for width in made.widths { ends.append(ends[ends.count - 1] + width) }
    hits = made.widths.indices.map { strip in
      made.records.count { $0.isInBand && Double(ends[strip]) < $0.x && $0.x < Double(ends[strip + 1]) }
    }
    records = made.records.count { record in reach.map { record.isInBand && $0.contains(record.x) } ?? true }
    var cells = made.widths.indices.map {
      (score: made.densities[$0] ?? -.infinity, width: made.widths[$0], hits: hits[$0], then: made.counts[$0])
    }
    if ground > 0 { cells.append((-.infinity, ground, records - hits.reduce(0, +), -1)) }
    let order = cells.sorted { a, b in
      a.score != b.score ? a.score > b.score : a.hits * b.width < b.hits * a.width
    }
    let total = cells.reduce(0) { $0 + $1.width }
    for budget in budgets {
      var (units, found, width, then) = (0, 0, 0, 0)
      for cell in order {
        guard Double(width + cell.width) <= budget * Double(total) + 1e-9 else { break }
        units += cell.then < 0 ? 0 : 1
        found += cell.hits
        width += cell.width
        then += max(0, cell.then)
      }
      var (room, best) = (Double(width), 0.0)
      for cell in cells.sorted(by: { $0.hits * $1.width > $1.hits * $0.width }) {
        let part = min(1, room / Double(cell.width))
        best += part * Double(cell.hits)
        room -= part * Double(cell.width)
      }
      self.units.append(units)
      self.found.append(found)
      self.width.append(width)
      self.best.append(best)
      earlier.append(then)
    }
    var sum = 0
    for cell in order {
      areaUnder += Double(cell.width) * (Double(sum) + Double(cell.hits) / 2) / Double(total * max(1, records))
      sum += cell.hits
    }
  }
}

@Suite struct BacktestTests {
  private static let budgets = [0.0137, 0.0511, 0.1037, 0.3331, 0.6113, 1]

  private func options(_ field: String? = nil) -> BacktestOptions {
    var options = BacktestOptions()
    options.budgets = Self.budgets
    options.field = field
    return options
  }

  private func near(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 1e-9 * max(1, abs(b))
  }

  private func expect(_ fast: BacktestResult, _ slow: SlowBacktest, _ made: MadeMap, ground: Int, _ about: String) {
    #expect(fast.hits == slow.hits && fast.records == slow.records, "\(about)")
    #expect(fast.hits.reduce(0, +) + fast.missed == fast.records && fast.account.isBalanced, "\(about)")
    let total = made.widths.reduce(ground, +)
    for (place, budget) in fast.budgets.enumerated() {
      let share = Double(slow.width[place]) / Double(total)
      let hits = slow.records == 0 ? nil : Double(slow.found[place]) / Double(slow.records)
      #expect(budget.units == slow.units[place] && budget.hits == slow.found[place], "\(about), \(budget.share)")
      #expect(budget.earlier == slow.earlier[place], "\(about), \(budget.share)")
      #expect(near(budget.areaShare, share) && near(budget.hitShare, hits), "\(about), \(budget.share)")
      #expect(near(budget.accuracyIndex, share > 0 ? hits.map { $0 / share } : nil), "\(about), \(budget.share)")
      #expect(near(budget.bestHitShare, hits.map { _ in slow.best[place] / Double(slow.records) }), "\(about), \(budget.share)")
      #expect(
        near(budget.efficiencyIndex, slow.best[place] > 0 ? Double(slow.found[place]) / slow.best[place] : nil),
        "\(about), \(budget.share)")
      #expect(fast.selectedAt.count { $0.map { $0 <= budget.share } ?? false } == budget.units, "\(about), \(budget.share)")
    }
    #expect(near(fast.areaUnderCurve, slow.records == 0 ? nil : slow.areaUnder), "\(about)")
    if let area = fast.areaUnderCurve { #expect(area <= fast.bestAreaUnderCurve! + 1e-12, "\(about)") }
  }

  @Test func `a map is read as a person would read it, the records that it missed among all`() async throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      let made = MadeMap(seed: seed)
      let fast = try await made.run(options())
      expect(fast, SlowBacktest(made, budgets: Self.budgets), made, ground: 0, "seed \(seed)")
      #expect(fast.missed == fast.account.outside)
      #expect(fast.warnings.contains { $0.id == "backtest.outside" } == (fast.missed > 0))
    }
  }

  @Test func `a boundary says what the whole is, and its surface beyond the polygons is taken last`() async throws {
    for seed in 41...70 as ClosedRange<UInt64> {
      let made = MadeMap(seed: seed)
      let reach = Double(made.widths.reduce(0, +))
      let ring = MadeMap.box(MadeMap.west - 0.3, 13, MadeMap.west + (reach + 5) / 10, 14)
      var geometry = PolygonColumn()
      geometry.append(polygon: [ring])
      let boundary = AreaLayer(Layer(geometry: geometry, columns: [], crs: .wgs84), file: "boundary.geojson")
      let fast = try await made.run(options(), boundary: boundary)
      let slow = SlowBacktest(made, budgets: Self.budgets, ground: 8, within: -3..<reach + 5)
      expect(fast, slow, made, ground: 8, "seed \(seed)")
      #expect(fast.records == fast.account.joined && fast.account.ambiguous == 0)
    }
  }

  @Test func `neither the order of the polygons nor of the records nor the workers matter`() async throws {
    var made = MadeMap(seed: 7)
    var random = SplitMix64(seed: 7)
    let first = try await made.run(options(), jobs: 1)
    let order = Array(made.widths.indices).shuffled(using: &random)
    made.records.shuffle(using: &random)
    let second = try await made.run(options(), order: order, jobs: 3)
    #expect(first.table.rows == second.table.rows && first.makeLayer() == second.makeLayer())
  }

  @Test func `cells with the same count are taken at their worst though a projection makes them differ a little`() async throws {
    // The strips of one width lie side by side; a hair more of one must not decide.
    var made = MadeMap(widths: [10, 10, 10, 10], densities: [nil, nil, nil, nil], counts: [3, 3, 3, 1])
    made.records = [(1.5, true), (2.5, true), (11.5, true), (35.5, true)]
    var options = options("count")
    options.budgets = [0.25, 0.5, 0.75]
    let result = try await made.run(options)
    #expect(result.budgets.map(\.hits) == [0, 1, 3])
    #expect(result.makeLayer().column(named: "predicted_rank")?.values == [1, 1, 1, 4].map(FieldValue.integer))
    #expect(result.makeLayer().column(named: "selected_at")?.values == [.number("0.75"), .number("0.5"), .number("0.25"), .null])
    // Nine records were there, and three came; the whole had ten and four.
    #expect(near(result.budgets[2].recaptureRateIndex, (3.0 / 9) / (4.0 / 10)))
    #expect(near(result.budgets[2].predictedOverObserved, 3) && result.budgets[0].predictedOverObserved == nil)
  }

  @Test func `a map of one cell says nothing beyond its surface`() async throws {
    var made = MadeMap(widths: [10], densities: [2], counts: [5])
    made.records = [(1.5, true), (2.5, true)]
    let result = try await made.run(options())
    #expect(result.budgets.map(\.units) == [0, 0, 0, 0, 0, 1])
    #expect(result.budgets.last?.accuracyIndex == 1 && result.budgets.last?.efficiencyIndex == 1)
    #expect(result.budgets.first?.accuracyIndex == nil && result.areaUnderCurve == 0.5)
    #expect(result.warnings.contains { $0.id == "backtest.empty_budget" })
  }

  @Test func `without later records nothing is said of the map`() async throws {
    let made = MadeMap(widths: [10, 10], densities: [2, 1], counts: [5, 0])
    let result = try await made.run(options())
    #expect(result.findings.map(\.id) == ["backtest.none"] && result.areaUnderCurve == nil)
    #expect(result.budgets.allSatisfy { $0.hitShare == nil && $0.accuracyIndex == nil && $0.recaptureRateIndex == nil })
    #expect(result.table.rows.allSatisfy { $0[5].isEmpty && $0[6].isEmpty && $0[7].isEmpty })
  }

  @Test func `a map that says the same everywhere is warned of`() async throws {
    var made = MadeMap(widths: [10, 10], densities: [1, 1], counts: [5, 0])
    made.records = [(1.5, true)]
    let result = try await made.run(options())
    #expect(result.warnings.contains { $0.id == "backtest.flat" } && result.budgets[4].hits == 0)
  }

  @Test func `a map without numbers that order it is refused`() async throws {
    let made = MadeMap(widths: [10, 10], densities: [1, 2], counts: [5, 0])
    var layer = made.layer()
    func failure(_ options: BacktestOptions) async -> String? {
      do {
        _ = try await Backtest.run(
          SmallBatches(made.csv), map: layer, fields: AreaFields(), records: PointOptions(), options: options, jobs: 1,
          progress: SilentProgress())
        return nil
      } catch { return (error as? Failure)?.diagnostic.id }
    }
    #expect(await failure(options("nothing")) == "areas.no_field")
    #expect(await failure(options("code")) == "backtest.not_a_number")
    var counts = options()
    counts.earlier = "density"
    #expect(await failure(counts) == nil)
    layer.layer.columns[1].values[0] = .number("1.5")
    #expect(await failure(counts) == "backtest.not_counts")
    layer.layer.columns.removeLast(2)
    #expect(await failure(options()) == "backtest.no_field")
    layer.layer.geometry = PolygonColumn(coordinates: [], ringOffsets: [0], polygonOffsets: [0], featureOffsets: [0, 0, 0])
    layer.layer.columns.append(Column(name: "z", values: [.integer(1), .integer(2)]))
    #expect(await failure(options()) == "backtest.no_surface")
  }
}
