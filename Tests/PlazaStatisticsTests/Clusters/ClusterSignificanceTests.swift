import PlazaStatistics
import PlazaTesting
import Testing

@Suite("Significance of clusters") struct ClusterSignificanceTests {
  private func null(jobs: Int, seed: UInt64 = 1, simulations: Int = 199) throws -> ClusterNull {
    let cells = try CellSampler(x: [0, 50], y: [0, 0], width: 50, height: 100, weights: [1, 3])
    return try clusterNull(
      count: 200, radius: 4, minimumWeight: 5, simulations: simulations, seed: seed, jobs: jobs
    ) { cells.draw(&$0) }
  }

  @Test func `the workers change nothing and the seed does`() throws {
    let one = try null(jobs: 1)
    #expect(one.heaviest.count == 199 && one.heaviest.contains { $0 > 0 })
    #expect(try null(jobs: 2) == one)
    #expect(try null(jobs: 7) == one)
    #expect(try null(jobs: 1, seed: 2) != one)
  }

  @Test func `p is one plus those at least as heavy over one plus all`() throws {
    let null = try null(jobs: 2)
    #expect(null.p(weight: 0) == 1)
    #expect(null.p(weight: 201) == 1.0 / 200)
    let ascending = null.heaviest.sorted()
    let weight = ascending[150]
    #expect(null.p(weight: weight) == Double(1 + ascending.filter { $0 >= weight }.count) / 200)
  }

  @Test func `under chance a p of at most 0.1 comes up in about a tenth of maps`() throws {
    let null = try null(jobs: 2, seed: 1, simulations: 399)
    let maps = try self.null(jobs: 2, seed: 77, simulations: 400).heaviest
    let alarms = maps.filter { null.p(weight: $0) <= 0.1 }.count
    // Ties make the test careful, so the rate may be lower: 40 expected at most, standard deviation 6 and as much from the null.
    #expect(alarms <= 68 && alarms >= 8)
  }

  @Test func `positions fall on boxes by their weights and never on one without`() throws {
    let cells = try CellSampler(x: [0, 1, 2, 3], y: [0, 0, 5, 0], width: 1, height: 1, weights: [0, 1, 3, 0])
    var stream = RandomStream(seed: 9, rank: 0)
    var counts = [0, 0, 0, 0]
    for _ in 0..<8_000 {
      let position = cells.draw(&stream)
      counts[Int(position.x)] += 1
      #expect((position.x >= 2) == (position.y >= 5))
    }
    // 2 000 expected, standard deviation 39.
    #expect(counts[0] == 0 && counts[3] == 0 && abs(counts[1] - 2_000) < 200)
    #expect(throws: StatisticsError.badWeight(0)) { try CellSampler(x: [0], y: [0], width: 1, height: 1, weights: [0]) }
  }
}
