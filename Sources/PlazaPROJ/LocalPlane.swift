internal import CPROJ
internal import Glibc
public import PlazaGeometry

/// A plane in metres around one place: azimuthal equidistant on the ellipsoid of WGS 84, north up, by Karney's geodesics.
///
/// Distance and direction from the centre are the geodesic's. Between two other places, both within r metres of it, a distance is right to
/// about r² / 6R² of itself: 4e-9 at one kilometre, 1.6e-6 at twenty. It asks for no zone and no database, so places that are far apart
/// have one each. Karney 2013, doi:10.1007/s00190-012-0578-z.
public struct LocalPlane: Sendable {
  /// In degrees, longitude first.
  public let centre: Coordinate
  private let ellipsoid: geod_geodesic

  public init(centre: Coordinate) {
    self.centre = centre
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257223563)
    self.ellipsoid = ellipsoid
  }

  /// Degrees to metres east and north of the centre; NaN where a value is not finite or a latitude is beyond ±90. About a microsecond.
  public func metres(_ position: Coordinate) -> Coordinate {
    var (distance, azimuth) = (0.0, 0.0)
    withUnsafePointer(to: ellipsoid) { geod_inverse($0, centre.y, centre.x, position.y, position.x, &distance, &azimuth, nil) }
    return Coordinate(x: distance * sin(azimuth * .pi / 180), y: distance * cos(azimuth * .pi / 180))
  }

  /// The way back: within a nanometre. The longitude is the one nearest to the centre's, so beyond ±180 where a shape crosses that meridian.
  public func degrees(_ position: Coordinate) -> Coordinate {
    let distance = (position.x * position.x + position.y * position.y).squareRoot()
    var (latitude, longitude) = (0.0, 0.0)
    withUnsafePointer(to: ellipsoid) {
      geod_direct($0, centre.y, centre.x, atan2(position.x, position.y) * 180 / .pi, distance, &latitude, &longitude, nil)
    }
    if longitude - centre.x > 180 { longitude -= 360 }
    if longitude - centre.x < -180 { longitude += 360 }
    return Coordinate(x: longitude, y: latitude)
  }

  /// Interleaved metres to degrees in place.
  public func toDegrees(interleaved values: UnsafeMutableBufferPointer<Double>) {
    for index in stride(from: 0, to: values.count - 1, by: 2) {
      let place = degrees(Coordinate(x: values[index], y: values[index + 1]))
      (values[index], values[index + 1]) = (place.x, place.y)
    }
  }

  /// A box in degrees that holds every place within a distance of a box in degrees; the whole turn of longitudes near a pole.
  ///
  /// A little larger than need be: a degree of latitude has at least 110 574 m, one of longitude at least 111 319 m times the cosine.
  public static func box(around box: Envelope, metres: Double) -> Envelope {
    let dy = metres / 110_574 * 1.000001
    let (south, north) = (max(-90, box.minY - dy), min(90, box.maxY + dy))
    let cosine = cos(max(-south, north) * .pi / 180)
    guard cosine > 1e-3 else { return Envelope(minX: -.infinity, minY: south, maxX: .infinity, maxY: north) }
    let dx = metres / (111_319 * cosine) * 1.000001
    return Envelope(minX: box.minX - dx, minY: south, maxX: box.maxX + dx, maxY: north)
  }
}
