/// When two areas count as neighbours.
public enum ContiguityRule: String, Hashable, Sendable, CaseIterable {
  /// Their borders meet, be it in one point.
  case queen
  /// Their borders have a stretch in common.
  case rook
}

/// Neighbours by common borders, computed from the polygons.
public enum Contiguity {
  /// For every feature the features whose border meets its own.
  ///
  /// - Queen: they have a vertex in common, or a vertex of one lies on an edge of the other. Rook: an edge of one covers a stretch of an
  ///   edge of the other, in either direction. All of this is exact. On a layer whose neighbours share their vertices it is what libpysal
  ///   computes; where a vertex meets the middle of an edge libpysal (which compares vertices only) sees nothing and GEOS `touches` does.
  /// - Borders that cross with no vertex on each other (areas that overlap) do not meet in this sense; areas that are equal, and an area in
  ///   a hole that it fills, do.
  /// - With a tolerance, queen also asks whether the borders come that near, and rook whether more than four times the tolerance of the
  ///   border of either runs that near the other's: as much as two borders that meet in a point at 30° or more do not reach.
  /// - An empty feature has no neighbours; a vertex that is not finite is left out with its edges; each ring repeats its first vertex, as the
  ///   column says.
  /// - Parameters:
  ///   - tolerance: in metres of the metric, finite and not negative; nil or 0 means exact.
  ///   - metric: what a unit of the coordinates is; the default takes the tolerance as in units of the CRS.
  ///   - jobs: how many threads; the answer does not depend on it.
  /// - Complexity: O(vertices), some tens of nanoseconds each, for edges short beside the layer; each cell that a long edge passes adds one step.
  public static func neighbors(
    of areas: PolygonColumn, rule: ContiguityRule, tolerance: Double? = nil, metric: GroundMetric = .plane(metresPerUnit: 1),
    jobs: Int = 1
  ) -> Adjacency {
    precondition(areas.vertexCount < 1 << 31 && areas.featureCount < 1 << 31, "too many vertices or areas for one index")
    let index = VertexIndex(areas, jobs: jobs)
    let exact = ContiguityKernel(areas, index, rule).run(jobs: jobs)
    guard let tolerance, tolerance > 0 else { return exact }
    precondition(tolerance.isFinite, "a tolerance that is not finite")
    return exact.union(NearBorders(areas, rule, tolerance, metric).run(jobs: jobs))
  }
}
