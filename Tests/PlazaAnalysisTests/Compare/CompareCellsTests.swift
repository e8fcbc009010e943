import PlazaGeometry
import PlazaLayers
import PlazaPROJ
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct CompareCellsTests {
  private static let crs = CRS("EPSG:32631")
  private static let cell = 40_000.0

  private func run(
    _ made: MadeYears, shape: GridChoice.Shape = .square, by: String? = "kind", keeping: [String] = [], jobs: Int = 2,
    size: Int = 2048
  ) async throws -> CompareResult {
    let cells = try CellAreas.layer(
      GridChoice(shape, cell: Self.cell), within: MadeYears.levels[1], crs: Self.crs
    ).areas
    var options = CompareOptions()
    options.isOnCells = true
    options.join.by = by
    options.join.when = "fecha"
    options.join.areas.code = [CellAreas.codeField]
    options.join.keys.locate = [.point]
    options.join.keptKinds = keeping
    options.until = "2024-02"
    options.periods = [.month, .yearToDate]
    return try await Compare.run(SmallBatches(made.csv, size: size), levels: [cells], options: options, jobs: jobs)
  }

  private func made(_ seed: UInt64, sensitive: String? = nil) -> MadeYears {
    var made = MadeYears(seed: seed, records: 1500)
    if let sensitive {
      for place in made.records.indices where made.records[place].kind == "hurto" { made.records[place].kind = sensitive }
    }
    return made
  }

  /// Counts by the cell that the grid itself says.
  private func slow(_ made: MadeYears, _ grid: some PlaneGrid, kinds: Bool = true) throws -> [String: [Int]] {
    let windows: [(String, ClosedRange<String>, ClosedRange<String>)] = [
      ("month", "2024-02-01"..."2024-02-29", "2023-02-01"..."2023-02-28"),
      ("ytd", "2024-01-01"..."2024-02-29", "2023-01-01"..."2023-02-28"),
    ]
    let operation = try CRSOperation.choose(
      from: .wgs84, named: "", to: Self.crs, named: "", around: MadeYears.levels[1].layer.geometry.envelope, boxCRS: .wgs84)
    let transformer = try Transformer(operation)
    var counts: [String: [Int]] = [:]
    for record in made.records where !record.date.isEmpty {
      guard let square = record.square else { continue }
      var (x, y) = ([Double(square) + 0.5], [0.5])
      _ = x.withUnsafeMutableBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in transformer.transform(x: x, y: y) }
      }
      let code = try grid.code(of: #require(grid.cell(x: x[0], y: y[0])))
      for (name, now, before) in windows {
        guard now.contains(record.date) || before.contains(record.date) else { continue }
        let key = "\(code)|\(kinds ? record.kind : "")|\(name)"
        counts[key, default: [0, 0]][now.contains(record.date) ? 0 : 1] += 1
      }
    }
    return counts
  }

  private func table(_ result: CompareResult) -> [String: [Int]] {
    Dictionary(
      uniqueKeysWithValues: result.table.rows.filter { !$0[0].isEmpty }.map {
        ("\($0[0])|\($0[1])|\($0[2])", [Int($0[7])!, Int($0[8])!])
      })
  }

  @Test func `cells count what the grid says lies in them, for any jobs and batches`() async throws {
    let made = made(11)
    let square = try await run(made)
    #expect(try table(square) == slow(made, SquareGrid(cell: Self.cell)))
    #expect(square.account.isBalanced && square.withheld == 0)
    // All records of a square of the made city lie at its centre.
    let piles = try #require(square.warnings.first { $0.id == "compare.piles" })
    let shown = made.records.filter { $0.square != nil }
    #expect(piles.values["count"] == String(Set(shown.map(\.square)).count) && piles.values["records"] == String(shown.count))
    let hexagon = try await run(made, shape: .hexagon)
    #expect(try table(hexagon) == slow(made, HexagonGrid(cell: Self.cell)))
    for (jobs, size) in [(1, 1 << 16), (3, 512)] {
      let other = try await run(made, jobs: jobs, size: size)
      #expect(other.table.rows == square.table.rows && other.findings == square.findings)
    }
  }

  @Test func `kinds that expose people are in no cell, and their number is said`() async throws {
    let made = made(12, sensitive: "violación")
    let result = try await run(made)
    var shown = made
    shown.records.removeAll { $0.kind == "violación" }
    #expect(try table(result) == slow(shown, SquareGrid(cell: Self.cell)))
    let withheld = made.records.count { $0.kind == "violación" && $0.square != nil }
    #expect(withheld > 0 && result.withheld == withheld)
    #expect(result.kinds.map(\.name) == ["robo"])
    let warning = try #require(result.warnings.first { $0.id == "kinds.withheld_likely" })
    #expect(warning.values["count"] == String(withheld) && warning.values["kinds"] == "violación")
    #expect(result.account.isBalanced && result.account.joined == shown.records.count { $0.square != nil })
    #expect(result.account.withheld == withheld && result.account[withheld: .sensitiveKind] == withheld)
  }

  @Test func `they are in no cell either when kinds are not asked for`() async throws {
    let made = made(13, sensitive: "violación")
    let result = try await run(made, by: nil)
    var shown = made
    shown.records.removeAll { $0.kind == "violación" }
    #expect(try table(result) == slow(shown, SquareGrid(cell: Self.cell), kinds: false))
    #expect(result.kinds.isEmpty && result.mappedKind == nil && result.mappedField == "verdict_month")
    #expect(result.withheld == made.records.count { $0.kind == "violación" && $0.square != nil })
  }

  @Test func `a kind that the caller keeps is counted`() async throws {
    let made = made(14, sensitive: "violación")
    let result = try await run(made, keeping: ["violación"])
    #expect(try table(result) == slow(made, SquareGrid(cell: Self.cell)))
    #expect(result.withheld == 0)
  }

  @Test func `the map shows a field that the layer has, of the commonest kind`() async throws {
    let result = try await run(made(15))
    #expect(result.mappedKind?.name == "robo" && result.mappedField == "verdict_month_robo")
    #expect(try result.makeLayer().column(named: result.mappedField) != nil)
  }

  @Test func `counts in the list of changes stand in thousands`() {
    #expect(
      [0, 999, 1000, 12_345, 1_234_567].map(CompareFindings.grouped) == [
        "0", "999", "1\u{202F}000", "12\u{202F}345", "1\u{202F}234\u{202F}567",
      ])
  }

  @Test func `a grid needs metres and not too many cells`() {
    func id(_ cell: Double, _ crs: CRS) -> String? {
      do {
        _ = try CellAreas.layer(GridChoice(.square, cell: cell), within: MadeYears.levels[1], crs: crs)
        return nil
      } catch { return (error as? Failure)?.diagnostic.id }
    }
    #expect(id(1000, .wgs84) == "ground.not_metric")
    #expect(id(1, Self.crs) == "grid.too_many_cells")
    #expect(id(50_000, Self.crs) == nil)
  }
}
