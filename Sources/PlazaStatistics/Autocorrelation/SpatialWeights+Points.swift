extension SpatialWeights {
  /// The nearest other points of each point, with weight 1; two points need not be each other's.
  ///
  /// Of points equally far, the one that comes first in `order` is taken, so every row has exactly k neighbours; points in one place are at
  /// distance 0 from each other. Distances are straight, so the coordinates must be metres of a projection, never degrees.
  /// - Parameter order: the points in canonical order, by code; nil if they stand in it.
  /// - Throws: `lengthMismatch`, `badValue`, `badOrder`, `badNeighborCount` unless 1 ≤ k < n.
  /// - Complexity: about O(n k), and O(n²) when most points lie in one place.
  public static func nearest(
    _ k: Int, x: [Double], y: [Double], order: [Int]? = nil
  ) throws(StatisticsError) -> SpatialWeights {
    try checkCoordinates(x, y)
    guard k >= 1, k < x.count else { throw .badNeighborCount(k) }
    var ranks = [Int](repeating: 0, count: x.count)
    for (rank, point) in try checkedOrder(order, count: x.count).enumerated() { ranks[point] = rank }
    let index = PointIndex(x: x, y: y, cell: 0)
    var columns: [Int32] = []
    columns.reserveCapacity(k * x.count)
    for point in x.indices { columns += index.nearest(k, to: point, ranks: ranks).sorted().map { Int32($0) } }
    return SpatialWeights(rowOffsets: (0...x.count).map { $0 * k }, columnIndices: columns)
  }

  /// The other points within a distance of each point, with weight 1; a point at exactly that distance is within.
  ///
  /// Points in one place are neighbours. Distances are straight, so the coordinates must be metres of a projection, never degrees. Cells of a grid are
  /// better made neighbours by their row and column than by a distance that rounding can move across.
  /// - Parameter distance: in the units of the coordinates.
  /// - Throws: `lengthMismatch`, `badValue`, `badDistance`.
  /// - Complexity: about O(n + number of pairs).
  public static func within(_ distance: Double, x: [Double], y: [Double]) throws(StatisticsError) -> SpatialWeights {
    try checkCoordinates(x, y)
    guard distance > 0, distance <= 1e50 else { throw .badDistance(distance) }
    let index = PointIndex(x: x, y: y, cell: distance)
    var offsets = [0]
    var columns: [Int32] = []
    var row: [Int32] = []
    for point in x.indices {
      row.removeAll(keepingCapacity: true)
      index.forEach(within: distance, of: point) { other, _ in row.append(Int32(other)) }
      row.sort()
      columns += row
      offsets.append(columns.count)
    }
    return SpatialWeights(rowOffsets: offsets, columnIndices: columns)
  }

  private static func checkCoordinates(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    guard x.count == y.count else { throw .lengthMismatch(expected: x.count, found: y.count) }
    for value in x where !(abs(value) <= 1e50) { throw .badValue(value) }
    for value in y where !(abs(value) <= 1e50) { throw .badValue(value) }
  }
}
