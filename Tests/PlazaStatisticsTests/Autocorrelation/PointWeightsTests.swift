import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct PointWeightsTests {
  @Test func `bands and nearest points equal the search through all points`() throws {
    var random = SplitMix64(seed: 8)
    for round in 0..<60 {
      let count = Int.random(in: 2...90, using: &random)
      // Whole coordinates make ties and piles, in some rounds on a line.
      let x = (0..<count).map { _ in Double(Int.random(in: -9...9, using: &random)) * (round % 2 == 0 ? 1 : 1_000.5) }
      let y = (0..<count).map { _ in round % 5 == 0 ? 3.0 : Double(Int.random(in: 0...7, using: &random)) }
      let order = (0..<count).shuffled(using: &random)
      var ranks = order
      for (rank, point) in order.enumerated() { ranks[point] = rank }
      func squared(_ a: Int, _ b: Int) -> Double { (x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b]) }
      let k = Int.random(in: 1..<count, using: &random)
      let nearest = try SpatialWeights.nearest(k, x: x, y: y, order: order)
      let distance = Double(Int.random(in: 1...6, using: &random))
      let band = try SpatialWeights.within(distance, x: x, y: y)
      for point in 0..<count {
        let others = (0..<count).filter { $0 != point }
        let slow = others.sorted { (squared(point, $0), ranks[$0]) < (squared(point, $1), ranks[$1]) }.prefix(k).sorted()
        #expect(nearest.neighbors(of: point).map { Int($0) } == slow)
        #expect(band.neighbors(of: point).map { Int($0) } == others.filter { squared(point, $0) <= distance * distance })
      }
    }
  }

  @Test func `far outliers and points in one place are found`() throws {
    let far = try SpatialWeights.nearest(1, x: [0, 1, 1e9, 1e9 + 5], y: [0, 0, 1e9, 1e9])
    #expect(far.columnIndices == [1, 0, 3, 2])
    #expect(try SpatialWeights.nearest(2, x: [4, 4, 4], y: [1, 1, 1]).columnIndices == [1, 2, 0, 2, 0, 1])
    #expect(try SpatialWeights.nearest(1, x: [4, 4, 4], y: [1, 1, 1], order: [2, 1, 0]).columnIndices == [2, 2, 1])
    #expect(try SpatialWeights.within(1, x: [], y: []).count == 0)
  }

  @Test func `an area becomes its own neighbour with the largest weight of its row`() throws {
    let weights = try SpatialWeights(neighbors: [[1, 2], [0, 1], []], weights: [[0.5, 2], [1, 3], []])
    let with = weights.includingSelf()
    #expect(with.rowOffsets == [0, 3, 5, 6])
    #expect(with.columnIndices == [0, 1, 2, 0, 1, 2])
    #expect(with.weights == [2, 0.5, 2, 1, 3, 1])
    #expect(with.includingSelf() == with)
    #expect(with.weight(of: 0, to: 1) == 0.5 && with.weight(of: 1, to: 2) == 0)
    #expect(SpatialWeights(rowOffsets: [0, 1, 2], columnIndices: [1, 0]) == (try SpatialWeights(neighbors: [[1], [0]])))
  }

  @Test func `what cannot be is refused`() throws {
    #expect(throws: StatisticsError.badNeighborCount(2)) { try SpatialWeights.nearest(2, x: [1, 2], y: [1, 2]) }
    #expect(throws: StatisticsError.badNeighborCount(0)) { try SpatialWeights.nearest(0, x: [1, 2], y: [1, 2]) }
    #expect(throws: StatisticsError.badDistance(0)) { try SpatialWeights.within(0, x: [1], y: [1]) }
    #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 0)) { try SpatialWeights.within(1, x: [1], y: []) }
    #expect(throws: StatisticsError.badValue(.infinity)) { try SpatialWeights.within(1, x: [1, .infinity], y: [1, 2]) }
  }
}
