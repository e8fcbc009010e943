internal import PlazaParallel

/// How heavy the heaviest cluster is when there is nothing but chance.
public struct ClusterNull: Hashable, Sendable {
  /// The weight of the heaviest cluster of each simulation, in their order; 0 where there is no cluster.
  public let heaviest: [Double]

  /// (1 + simulations whose heaviest cluster weighs at least as much) / (1 + simulations), for a cluster of the given weight.
  ///
  /// Against the heaviest, so that among all clusters of a map a share of at most p is wrong; never 0.
  /// Phipson and Smyth 2010, doi:10.2202/1544-6115.1585.
  public func p(weight: Double) -> Double {
    let atLeast = heaviest.reduce(0) { $0 + ($1 >= weight ? 1 : 0) }
    return Double(1 + atLeast) / Double(1 + heaviest.count)
  }
}

/// Draws as many points as were observed, again and again, and finds the heaviest cluster of each draw.
///
/// The draw says what chance means: uniform in the boundary, or by population (`CellSampler`). Simulation s draws all its points, one after the
/// other, from the stream (seed, s), so the number of workers changes nothing.
/// - Parameters:
///   - count: how many points each simulation draws.
///   - weights: one for each point, in an order that does not depend on the file (as ascending); nil counts each as 1.
///   - draw: one position, by numbers of the stream that it is given and of nothing else.
/// - Throws: as `dbscan`.
/// - Complexity: `simulations` times that of `dbscan`.
public func clusterNull(
  count: Int, weights: [Double]? = nil, radius: Double, minimumWeight: Double, simulations: Int, seed: UInt64, jobs: Int = 1,
  draw: @Sendable (inout RandomStream) -> (x: Double, y: Double)
) throws(StatisticsError) -> ClusterNull {
  guard weights?.count ?? count == count else { throw .lengthMismatch(expected: count, found: weights?.count ?? 0) }
  let found = UnsafeMutablePointer<Result<Double, StatisticsError>>.allocate(capacity: max(1, simulations))
  found.initialize(repeating: .success(0), count: max(1, simulations))
  defer {
    found.deinitialize(count: max(1, simulations))
    found.deallocate()
  }
  nonisolated(unsafe) let slots = found
  runAtOnce(Chunks(of: 1, in: simulations), workers: jobs) { chunks in
    for simulation in chunks.lazy.map(\.number) {
      var stream = RandomStream(seed: seed, rank: UInt64(simulation))
      var (x, y): ([Double], [Double]) = ([], [])
      x.reserveCapacity(count)
      y.reserveCapacity(count)
      for _ in 0..<count {
        let position = draw(&stream)
        x.append(position.x)
        y.append(position.y)
      }
      do throws(StatisticsError) {
        let clusters = try dbscan(x: x, y: y, weights: weights, radius: radius, minimumWeight: minimumWeight)
        slots[simulation] = .success(clusters.totals(weights: weights).max() ?? 0)
      } catch {
        slots[simulation] = .failure(error)
      }
    }
  }
  var heaviest: [Double] = []
  for simulation in 0..<simulations { heaviest.append(try slots[simulation].get()) }
  return ClusterNull(heaviest: heaviest)
}

/// Draws positions from boxes by their weights, evenly within each: a population by cells, as chance would spread events over it.
public struct CellSampler: Sendable {
  private let lowX: [Double]
  private let lowY: [Double]
  private let width: Double
  private let height: Double
  /// The sum of the weights up to and with each box.
  private let sums: [Double]

  /// - Parameters: the lower left corners of boxes of one size, in canonical order, and a weight for each.
  /// - Throws: `lengthMismatch`; `badWeight` for one that is negative or not finite, or where all are 0.
  public init(x: [Double], y: [Double], width: Double, height: Double, weights: [Double]) throws(StatisticsError) {
    guard x.count == y.count else { throw .lengthMismatch(expected: x.count, found: y.count) }
    guard x.count == weights.count else { throw .lengthMismatch(expected: x.count, found: weights.count) }
    var sums: [Double] = []
    var total = 0.0
    for weight in weights {
      guard weight >= 0, weight.isFinite else { throw .badWeight(weight) }
      total += weight
      sums.append(total)
    }
    guard total > 0, total.isFinite else { throw .badWeight(total) }
    (lowX, lowY, self.width, self.height, self.sums) = (x, y, width, height, sums)
  }

  /// One position; three numbers of the stream. O(log boxes).
  public func draw(_ stream: inout RandomStream) -> (x: Double, y: Double) {
    let wanted = stream.unit() * sums[sums.count - 1]
    // The first box whose sum exceeds the wanted one: never a box without weight.
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    return (lowX[low] + stream.unit() * width, lowY[low] + stream.unit() * height)
  }
}
