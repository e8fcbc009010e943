internal import CPROJ
public import PlazaGeometry

/// Shortest paths on the ellipsoid of WGS 84, by Karney's algorithm. Karney 2013, doi:10.1007/s00190-012-0578-z.
public struct Geodesic: Sendable {
  private let ellipsoid: geod_geodesic

  public static let wgs84 = Geodesic()

  private init() {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257223563)
    self.ellipsoid = ellipsoid
  }

  /// Metres between two positions in degrees, longitude first; NaN where a value is not finite or a latitude is beyond ±90.
  public func distance(from a: Coordinate, to b: Coordinate) -> Double {
    var metres = 0.0
    withUnsafePointer(to: ellipsoid) { geod_inverse($0, a.y, a.x, b.y, b.x, &metres, nil, nil) }
    return metres
  }

  /// Metres along a line of interleaved longitudes and latitudes in degrees; 0 for fewer than two positions. O(positions).
  public func length(interleaved values: UnsafeBufferPointer<Double>) -> Double {
    var total = 0.0
    withUnsafePointer(to: ellipsoid) { ellipsoid in
      var metres = 0.0
      for index in stride(from: 2, to: values.count - 1, by: 2) {
        geod_inverse(ellipsoid, values[index - 1], values[index - 2], values[index + 1], values[index], &metres, nil, nil)
        total += metres
      }
    }
    return total
  }

  /// Metres along a line of positions in degrees; see `length(interleaved:)`.
  public func length(_ line: some Sequence<Coordinate>) -> Double {
    var total = 0.0
    var previous: Coordinate?
    for position in line {
      if let previous { total += distance(from: previous, to: position) }
      previous = position
    }
    return total
  }
}
