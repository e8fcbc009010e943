#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many metres on the ground a unit of each coordinate is.
public enum GroundMetric: Hashable, Sendable {
  /// Eastings and northings: the same everywhere, the distortion of the projection being left aside.
  case plane(metresPerUnit: Double)
  /// Longitudes and latitudes: by the radii of curvature at the latitude.
  ///
  /// About a point this is the metric of the tangent plane: relative to the geodesic a distance d is wrong by about
  /// d · tan(latitude) / 12 800 km, 3 · 10⁻⁶ for 25 m and 1.4 · 10⁻⁴ for 1 km at 60°.
  case ellipsoid(Ellipsoid, degreesPerUnit: Double)

  /// Degrees of longitude and latitude on WGS 84.
  public static let wgs84 = GroundMetric.ellipsoid(.wgs84, degreesPerUnit: 1)

  /// Metres per unit of x and of y at an ordinate; x counts for nothing beyond a pole.
  public func scales(y: Double) -> (x: Double, y: Double) {
    switch self {
    case .plane(let metres): return (metres, metres)
    case .ellipsoid(let ellipsoid, let degrees):
      let unit = degrees * .pi / 180
      let (sine, cosine) = (sin(y * unit), cos(y * unit))
      let e2 = ellipsoid.flattening * (2 - ellipsoid.flattening)
      let w2 = 1 - e2 * sine * sine
      // Prime vertical and meridian: Snyder 1987, eq. 4-20 and 4-19.
      let normal = ellipsoid.semiMajorAxis / w2.squareRoot()
      return (normal * max(cosine, 0) * unit, normal * (1 - e2) / w2 * unit)
    }
  }
}

/// The scales of a metric over a range of ordinates, from a table: a record should not wait for a cosine.
///
/// Beyond the range the nearest ordinate's count: nothing is near there but what is in the range.
struct ScaleTable: Sendable {
  private static let steps = 2_048

  private let low: Double
  private let density: Double
  /// Scales of x and y in turn; one pair more than there are ends of steps, for the last rounds up.
  private let values: [Double]

  /// Linear between entries: wrong by 7 · 10⁻⁸ of a metre per metre of range at most, between the poles.
  init(_ metric: GroundMetric, from low: Double, to high: Double) {
    let height = high - low
    let isRange = height.isFinite && height > 0
    self.low = isRange ? low : 0
    density = isRange ? Double(Self.steps) / height : 0
    values = (0...Self.steps + 1).flatMap { step in
      let scales = metric.scales(y: isRange ? low + height * Double(min(step, Self.steps)) / Double(Self.steps) : max(low, 0))
      return [scales.x, scales.y]
    }
  }

  @inline(__always)
  func withReader<R>(_ body: (Reader) -> R) -> R {
    values.withUnsafeBufferPointer { values in
      // Never empty.
      body(Reader(low: low, density: density, values: values.baseAddress!))
    }
  }

  struct Reader {
    fileprivate let low: Double
    fileprivate let density: Double
    fileprivate let values: UnsafePointer<Double>

    @inline(__always)
    func scales(y: Double) -> (x: Double, y: Double) {
      var place = (y - low) * density
      // Written so that nan becomes 0.
      place = place > 0 ? place : 0
      place = place < Double(ScaleTable.steps) ? place : Double(ScaleTable.steps)
      let step = CellGrid.nearest(place - 0.5)
      let share = place - Double(step)
      let pair = values + 2 &* step
      return (pair[0] + (pair[2] - pair[0]) * share, pair[1] + (pair[3] - pair[1]) * share)
    }
  }
}
