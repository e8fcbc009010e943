#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension PolygonColumn {
  /// The area of one feature on an ellipsoid, in square metres; its coordinates are degrees of longitude and latitude.
  ///
  /// Edges are straight in longitude and latitude, not geodesics: what GeoJSON says of them, and what the locator uses. Holes
  /// are subtracted; the direction of rings does not matter; an empty feature has area 0. A polygon across the antimeridian
  /// goes on beyond 180°; one around a pole needs edges along the meridians to it. For valid geometries: parts that overlap
  /// count twice. Within 10⁻¹² of the integral for polygons of some metres and more. O(vertices), some tens of nanoseconds each.
  ///
  /// The area between an edge and the first vertex's parallel is the integral over longitude of the area per radian between
  /// that parallel and the edge, which is closed (Snyder 1987, "Map Projections: A Working Manual", eq. 3-12); along an edge
  /// it is smooth in latitude and integrated with three Gauss points.
  public func geodesicArea(ofFeature feature: Int, on ellipsoid: Ellipsoid = .wgs84) -> Double {
    let e2 = ellipsoid.flattening * (2 - ellipsoid.flattening)
    let b = ellipsoid.semiMajorAxis * (1 - ellipsoid.flattening)
    return area(ofFeature: feature) { values, vertices in
      guard let first = vertices.first else { return 0 }
      let zone = Zone(fromLatitude: values[2 * first + 1], e2: e2)
      var sum = 0.0
      var (x, y) = (values[2 * first], 0.0)
      for vertex in vertices.dropFirst() {
        let nextX = values[2 * vertex]
        let nextY = (values[2 * vertex + 1] - zone.latitude) * radiansPerDegree
        sum += (nextX - x) * zone.mean(from: y, to: nextY)
        (x, y) = (nextX, nextY)
      }
      return sum * radiansPerDegree * b * b / 2
    }
  }
}

private let radiansPerDegree = Double.pi / 180

/// The zone of an ellipsoid between one parallel and others near it: its area per radian of longitude, in units of b² / 2.
private struct Zone {
  /// Degrees.
  let latitude: Double
  let e2: Double
  let sine: Double
  let cosine: Double

  init(fromLatitude latitude: Double, e2: Double) {
    self.latitude = latitude
    self.e2 = e2
    sine = sin(latitude * radiansPerDegree)
    cosine = cos(latitude * radiansPerDegree)
  }

  /// The mean over the latitudes from `y` to `z`, both in radians from this parallel.
  @inline(__always)
  func mean(from y: Double, to z: Double) -> Double {
    let step = z - y
    // 0.6°: there three points are good to 10⁻¹³.
    if step.magnitude <= 0.0105 { return threePoints(y + step / 2, step) }
    let pieces = (step.magnitude / 0.0105).rounded(.up)
    guard pieces < 1e6 else { return .nan }
    var sum = 0.0
    for piece in 0..<Int(pieces) { sum += threePoints(y + (Double(piece) + 0.5) / pieces * step, step / pieces) }
    return sum / pieces
  }

  @inline(__always)
  private func threePoints(_ middle: Double, _ step: Double) -> Double {
    // Half of √(3/5).
    let reach = 0.387_298_334_620_741_7 * step
    return (5 * (area(middle - reach) + area(middle + reach)) + 8 * area(middle)) / 18
  }

  /// The zone up to the parallel `t` radians away, without cancellation however near that is.
  @inline(__always)
  private func area(_ t: Double) -> Double {
    let rise = sineDifference(t)
    let other = sine + rise
    let product = e2 * sine * other
    let quotient = rise / (1 - product)
    let first = rise * (1 + product) / ((1 - e2 * sine * sine) * (1 - e2 * other * other))
    return first + quotient * areaTangent(e2 * quotient * quotient)
  }

  /// sin(φ + t) − sin φ.
  @inline(__always)
  private func sineDifference(_ t: Double) -> Double {
    let square = t * t
    guard square < 0.01 else {
      let half = sin(t / 2)
      return cosine * sin(t) - 2 * sine * half * half
    }
    // The series of sin t and 1 − cos t, to 10⁻¹⁷ of their first terms.
    let s = t * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72 * (1 - square / 110)))))
    let c = square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90 * (1 - square / 132)))))
    return cosine * s - sine * c
  }

  /// artanh(√z) / √z, which is arctan(√−z) / √−z for negative z and 1 for 0.
  @inline(__always)
  private func areaTangent(_ z: Double) -> Double {
    if z.magnitude < 1e-4 { return 1 + z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z / 9))) }
    let root = z.magnitude.squareRoot()
    return (z > 0 ? atanh(root) : atan(root)) / root
  }
}
