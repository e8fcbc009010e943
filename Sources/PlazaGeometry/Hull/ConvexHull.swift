/// The corners of the convex hull of some positions, counter-clockwise from the lowest x (then y), the first not repeated.
///
/// Positions on a side are no corners: all in one place give one corner, all on one line its two ends, none give none. Exact: by the sign of
/// exact orientations. Positions that are not finite are left out. Andrew 1979, doi:10.1016/0020-0190(79)90072-3. O(n log n).
public func convexHull(x: [Double], y: [Double]) -> [Coordinate] {
  precondition(x.count == y.count, "columns of x and y differ in length")
  let places = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
  let sorted = places.map { Coordinate(x: x[$0], y: y[$0]) }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  guard let first = sorted.first, let last = sorted.last, first != last else { return Array(sorted.prefix(1)) }
  func chain(_ points: some Sequence<Coordinate>) -> [Coordinate] {
    var hull: [Coordinate] = []
    for p in points where p != hull.last {
      while hull.count >= 2 {
        let (a, b) = (hull[hull.count - 2], hull[hull.count - 1])
        if orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: p.x, py: p.y) > 0 { break }
        hull.removeLast()
      }
      hull.append(p)
    }
    return hull
  }
  return Array(chain(sorted).dropLast() + chain(sorted.reversed()).dropLast())
}
