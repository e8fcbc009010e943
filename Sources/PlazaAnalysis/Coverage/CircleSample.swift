internal import PlazaGEOS
internal import PlazaGeometry

/// The share of streets in circles of 10 ha whose middles follow Halton's sequence over the built-up ground.
///
/// UN-Habitat's way to the land allocated to streets. A circle counts with the ground that it has in the extent; the share is that of all circles
/// together, and its standard error the ratio estimator's. Halton 1960, doi:10.1007/BF01386213.
struct CircleSample {
  let count: Int
  /// Streets outside of open spaces, over the ground in the circles.
  let share: Double
  let standardError: Double

  /// - Parameter count: circles whose middle lies in the zones.
  /// - Throws: `GEOSError`.
  init(_ count: Int, _ zones: PolygonColumn, _ spaces: Buffers, _ strips: Buffers, jobs: Int) async throws {
    let box = zones.envelope
    var points = PointColumn()
    var (lines, polygons) = (LineColumn(), PolygonColumn())
    var next = 1
    // Where the zones are a speck of their box, too few circles fall on them: the search ends.
    while points.featureCount < count, next < 2000 * count, !box.isEmpty {
      let batch = (next..<next + 1024).map { index in
        Coordinate(x: box.minX + box.width * Self.halton(index, 2), y: box.minY + box.height * Self.halton(index, 3))
      }
      next += 1024
      for (place, zone) in zip(batch, CoverageGround.locate(batch, in: zones, jobs: 1))
      where zone != nil && points.featureCount < count {
        points.append(x: place.x, y: place.y)
        points.endFeature()
        lines.endFeature()
        polygons.endFeature()
      }
    }
    let circles = try await GEOS.buffers(
      points: points, lines: lines, polygons: polygons, distance: OpenSpaces.radius, jobs: jobs
    ).column
    let ground = try await GEOS.coverage(of: circles, by: Buffers(zones), jobs: jobs).covered
    let rest = try await GEOS.coverage(of: ground, by: spaces, wantsRest: true, jobs: jobs).rest
    let streets = try await GEOS.coverage(of: rest, by: strips, jobs: jobs).covered
    let x = (0..<circles.featureCount).map { ground.planarArea(ofFeature: $0) }
    let y = (0..<circles.featureCount).map { streets.planarArea(ofFeature: $0) }
    let (allX, allY) = (x.reduce(0, +), y.reduce(0, +))
    self.count = circles.featureCount
    let ratio = allX > 0 ? allY / allX : 0
    share = ratio
    let squares = zip(x, y).reduce(0) { $0 + ($1.1 - ratio * $1.0) * ($1.1 - ratio * $1.0) }
    let n = Double(circles.featureCount)
    standardError = n > 1 && allX > 0 ? (n / (n - 1) * squares).squareRoot() / allX : 0
  }

  /// The radical inverse of a number in a base: 1/2, 1/4, 3/4, 1/8 …
  static func halton(_ index: Int, _ base: Int) -> Double {
    var (value, fraction, rest) = (0.0, 1.0, index)
    while rest > 0 {
      fraction /= Double(base)
      value += fraction * Double(rest % base)
      rest /= base
    }
    return value
  }
}
