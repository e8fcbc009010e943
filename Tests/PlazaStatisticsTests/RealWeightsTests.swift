import Foundation
import Testing

@testable import PlazaStatistics

private let data = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("shared/data/spatial_weights")
private let isPresent = FileManager.default.fileExists(atPath: data.path)

@Suite(.enabled(if: isPresent, "shared/data is not beside the repository")) struct RealWeightsTests {
  /// On published neighbour lists with made counts; sums, plain and weighted by the rank of the area, of `Empirical_Bayes` and
  /// `Spatial_Empirical_Bayes` in esda 2.9.0; the number of pairs by libpysal.
  @Test(arguments: [
    ("columbus/columbus.gal", 236, [2.7778362964233807, 66.32804056251416, 2.780466315275843, 66.17283533025918]),
    ("mexico/mexico.gal", 140, [1.7843070765570253, 26.552710037816027, 1.7767156315236767, 26.4644245690682]),
    ("baltim/baltim_q.gal", 1_190, [11.930172019064138, 1247.5931610066596, 11.953551603349993, 1243.7708946244898]),
  ])
  func `both rates equal esda on a published neighbour list`(_ name: String, _ pairs: Int, _ sums: [Double]) throws {
    let lists = try neighborLists(in: data.appendingPathComponent(name))
    let weights = try SpatialWeights(neighbors: lists)
    #expect(weights.islands.isEmpty)
    let areas = 0..<weights.count
    let counts = areas.map { ($0 * $0 * 7 + $0 * 3) % 41 }
    let years = areas.map { Optional(Double(200 + ($0 * 37) % 400)) }
    let global = try empiricalBayesRates(counts: counts, personYears: years, per: 1).values.map { try #require($0) }
    let spatial = try spatialEmpiricalBayesRates(counts: counts, personYears: years, neighbors: weights, per: 1).values.map {
      try #require($0)
    }
    let found = [global, spatial].flatMap { rates in [rates.reduce(0, +), zip(rates, areas).map { $0 * Double($1) }.reduce(0, +)]
    }
    for (value, expected) in zip(found, sums) { #expect(relative(value, expected) <= 1e-12) }
    #expect(weights.columnIndices.count == pairs)
  }

  /// `Moran` and `Geary` (I, C and both variances of each, rows scaled), `G` (binary, and its variance), and the sums weighted by the rank of the
  /// area of `Moran_Local.Is` and of `G_Local(star=True, transform="B").Zs` in esda 2.9.0, on made values.
  @Test(arguments: [
    (
      "mexico/mexico.gal",
      [
        -0.10244652540848598, 0.014931974235933562, 0.01529618537075804, 1.013706789782504, 0.017420744635448876,
        0.016499314909694533, 0.13819877863553068, 0.00019762095793433507, -49.8931317918715, -24.620229607806642,
      ]
    ),
    (
      "baltim/baltim_q.gal",
      [
        0.01760199755845682, 0.0016817433760242173, 0.001689780428136284, 0.9787911644611288, 0.0018045357474925723,
        0.001743180053517747, 0.027307542858919162, 3.1132664286045563e-07, 468.85497260879555, -617.7407912037788,
      ]
    ),
  ])
  func `autocorrelation equals esda on a published neighbour list`(_ name: String, _ expected: [Double]) throws {
    let weights = try SpatialWeights(neighbors: neighborLists(in: data.appendingPathComponent(name)))
    let values = (0..<weights.count).map { (area: Int) -> Double? in Double((area * area * 7 + area * 3) % 41) }
    let moran = try globalMoran(values, neighbors: weights)
    let geary = try globalGeary(values, neighbors: weights)
    let general = try generalG(values, neighbors: weights)
    let local = ranked(try localMoran(values, neighbors: weights).statistics)
    let star = ranked(try getisOrd(values, neighbors: weights).z)
    let found: [Double?] = [
      moran.statistic, moran.normality?.variance, moran.randomization?.variance, geary.statistic, geary.normality?.variance,
      geary.randomization?.variance, general.statistic, general.randomization?.variance, local, star,
    ]
    for (value, expected) in zip(found, expected) { #expect(relative(try #require(value), expected) < 1e-12) }
  }

  /// The sum of a column, each value times its place.
  private func ranked(_ column: [Double?]) -> Double {
    var sum = 0.0
    for (place, value) in column.enumerated() { sum += Double(place) * (value ?? .nan) }
    return sum
  }

  /// GAL: a head whose number of areas is the first or second word, then for each area its name with a number and a line of names.
  private func neighborLists(in file: URL) throws -> [[Int]] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map { $0.split(separator: " ") }
    var names: [Substring] = []
    var rows: [[Substring]] = []
    var place = 1
    while place < lines.count, lines[place].count == 2 {
      names.append(lines[place][0])
      rows.append(lines[place][1] == "0" ? [] : lines[place + 1])
      place += lines[place][1] == "0" ? 1 : 2
    }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return try rows.map { row in try row.map { try #require(places[$0]) } }
  }
}
