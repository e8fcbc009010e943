/// Clusters of points by density, with their noise.
public struct PointClusters: Hashable, Sendable {
  /// The cluster of each point, from 0 in canonical order; −1 for noise.
  public let labels: [Int32]
  /// Whether the weight within reach of the point is enough.
  public let isCore: [Bool]
  /// How many clusters there are.
  public let count: Int

  /// The weight of each cluster, summed in the order of the points: whole numbers, as counts are, sum exactly.
  public func totals(weights: [Double]?) -> [Double] {
    var totals = [Double](repeating: 0, count: count)
    for point in labels.indices where labels[point] >= 0 { totals[Int(labels[point])] += weights?[point] ?? 1 }
    return totals
  }
}

/// Density-based clusters: points that have at least a minimum weight within a distance, and what they reach.
///
/// A point is *core* if the weights of the points at most `radius` away, its own among them, sum to at least `minimumWeight`; cores at most
/// `radius` apart are in one cluster; any other point belongs to the cluster of its nearest core at most `radius` away, and is noise without
/// one. Of equally near cores the first by y, then x, decides: so neither the order of the points nor that of the work changes the clusters,
/// where the original leaves border points to whichever cluster comes first. Clusters are numbered by the first of their cores in that order.
/// Cores and their partition equal scikit-learn's. Squared distances are compared as computed in doubles, weights but for a part in 10¹², so that
/// ten of 0.1 are enough for 1.
/// Ester, Kriegel, Sander and Xu 1996, KDD-96 pp. 226–231; the grid of cells whose points all reach each other: Gunawan 2013, TU Eindhoven.
/// - Parameters:
///   - radius: in the unit of x and y (metres, never degrees), finite and above 0.
///   - weights: one for each point, finite and not negative; nil counts each as 1.
/// - Throws: `lengthMismatch`, `badWeight`, `badDistance` (the radius), `badMinimumWeight`, `coordinateOutOfRange`.
/// - Complexity: O(n log n) and the pairs of neighbouring cells, which for cores stop at the first that joins them.
public func dbscan(
  x: [Double], y: [Double], weights: [Double]? = nil, radius: Double, minimumWeight: Double
) throws(StatisticsError) -> PointClusters {
  guard x.count == y.count else { throw .lengthMismatch(expected: x.count, found: y.count) }
  if let weights, weights.count != x.count { throw .lengthMismatch(expected: x.count, found: weights.count) }
  guard radius > 0, radius.isFinite else { throw .badDistance(radius) }
  guard minimumWeight > 0, minimumWeight.isFinite else { throw .badMinimumWeight(minimumWeight) }
  for value in x where !(value.magnitude < radius * 0x1p29) { throw .coordinateOutOfRange(value) }
  for value in y where !(value.magnitude < radius * 0x1p29) { throw .coordinateOutOfRange(value) }
  for value in weights ?? [] where !(value >= 0 && value.isFinite) { throw .badWeight(value) }
  var work = ClusterCells(x: x, y: y, weights: weights, radius: radius)
  return work.clusters(minimumWeight: minimumWeight)
}
