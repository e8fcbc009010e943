internal import Glibc

/// A transverse Mercator projection computed here rather than by PROJ, for columns of millions of positions.
///
/// The series of Krüger 1912 in the third flattening, to the sixth order: Karney 2011, "Transverse Mercator with an accuracy of a few
/// nanometers", doi:10.1007/s00190-011-0445-3, eq. 35 and 36; latitudes from conformal ones by the series of the same order (Karney 2024,
/// "On auxiliary latitudes", doi:10.1080/00396265.2023.2217604). Errors are below 10⁻¹² degrees within `reach`; a test compares with PROJ.
struct TransverseMercator: Sendable {
  /// How far from the central meridian positions are computed, in radians of the plane: about 34 degrees. Beyond it PROJ is asked.
  static let reach = 0.6

  /// Whether positions come as eastings and northings, and leave as degrees.
  let isInverse: Bool
  private let centralLongitude: Double
  private let falseEasting: Double
  /// The northing of the latitude of origin taken off.
  private let falseNorthing: Double
  /// Metres of the plane for a radian: the rectifying radius times the scale.
  private let scale: Double
  private let eccentricity: Double
  private let alpha: Series
  private let beta: Series
  private let delta: Series

  /// Six coefficients of sines of multiples of twice an angle.
  private typealias Series = (Double, Double, Double, Double, Double, Double)

  private init(_ plane: Definition) {
    isInverse = plane.isInverse
    centralLongitude = plane.longitude
    falseEasting = plane.easting
    let f = plane.flattening
    let n = f / (2 - f)
    eccentricity = (f * (2 - f)).squareRoot()
    let square = n * n
    scale = plane.scale * plane.radius / (1 + n) * (1 + square / 4 * (1 + square / 16 * (1 + square / 4)))
    alpha = Self.series(Self.toPlane, n)
    beta = Self.series(Self.fromPlane, n)
    delta = Self.series(Self.toGeodetic, n)
    let angle = atan(Self.conformalTangent(tan(plane.latitude), eccentricity))
    falseNorthing = plane.northing - scale * (angle + Self.sum(alpha, sin(2 * angle), cos(2 * angle), 0, 1).0)
  }

  /// Row j: the coefficients of nʲ … n⁶ in that of the sine of 2j times the angle.
  private static let toPlane: [[Double]] = [
    [1.0 / 2, -2.0 / 3, 5.0 / 16, 41.0 / 180, -127.0 / 288, 7891.0 / 37800],
    [13.0 / 48, -3.0 / 5, 557.0 / 1440, 281.0 / 630, -1_983_433.0 / 1_935_360],
    [61.0 / 240, -103.0 / 140, 15061.0 / 26880, 167_603.0 / 181_440],
    [49561.0 / 161_280, -179.0 / 168, 6_601_661.0 / 7_257_600],
    [34729.0 / 80640, -3_418_889.0 / 1_995_840],
    [212_378_941.0 / 319_334_400],
  ]

  private static let fromPlane: [[Double]] = [
    [1.0 / 2, -2.0 / 3, 37.0 / 96, -1.0 / 360, -81.0 / 512, 96199.0 / 604_800],
    [1.0 / 48, 1.0 / 15, -437.0 / 1440, 46.0 / 105, -1_118_711.0 / 3_870_720],
    [17.0 / 480, -37.0 / 840, -209.0 / 4480, 5569.0 / 90720],
    [4397.0 / 161_280, -11.0 / 504, -830_251.0 / 7_257_600],
    [4583.0 / 161_280, -108_847.0 / 3_991_680],
    [20_648_693.0 / 638_668_800],
  ]

  private static let toGeodetic: [[Double]] = [
    [2.0, -2.0 / 3, -2.0, 116.0 / 45, 26.0 / 45, -2854.0 / 675],
    [7.0 / 3, -8.0 / 5, -227.0 / 45, 2704.0 / 315, 2323.0 / 945],
    [56.0 / 15, -136.0 / 35, -1262.0 / 105, 73814.0 / 2835],
    [4279.0 / 630, -332.0 / 35, -399_572.0 / 14175],
    [4174.0 / 315, -144_838.0 / 6237],
    [601_676.0 / 22275],
  ]

  private static func series(_ rows: [[Double]], _ n: Double) -> Series {
    var power = 1.0
    let values = rows.map { row in
      power *= n
      return power * row.reversed().reduce(0) { $0 * n + $1 }
    }
    return (values[0], values[1], values[2], values[3], values[4], values[5])
  }

  // MARK: Positions

  /// One position in place.
  /// - Returns: whether it is within reach; else it is as it was.
  @inline(__always)
  func transform(_ x: inout Double, _ y: inout Double) -> Bool {
    isInverse ? inverse(&x, &y) : forward(&x, &y)
  }

  @inline(__always)
  private func inverse(_ x: inout Double, _ y: inout Double) -> Bool {
    let xi = (y - falseNorthing) / scale
    let eta = (x - falseEasting) / scale
    // Not for nan either.
    guard abs(eta) <= Self.reach, abs(xi) <= 1.55 else { return false }
    let growth = exp(2 * eta)
    let (sinh2, cosh2) = ((growth - 1 / growth) / 2, (growth + 1 / growth) / 2)
    let shift = Self.sum(beta, sin(2 * xi), cos(2 * xi), sinh2, cosh2)
    let (conformalXi, conformalEta) = (xi - shift.0, eta - shift.1)
    let stretch = exp(conformalEta)
    let sinhEta = (stretch - 1 / stretch) / 2
    let (sinXi, cosXi) = (sin(conformalXi), cos(conformalXi))
    // The tangent of the conformal latitude.
    let tangent = sinXi / (sinhEta * sinhEta + cosXi * cosXi).squareRoot()
    let secant = 1 / (1 + tangent * tangent)
    let latitude = atan(tangent) + Self.sum(delta, 2 * tangent * secant, (1 - tangent * tangent) * secant, 0, 1).0
    let longitude = centralLongitude + atan2(sinhEta, cosXi)
    let degrees = longitude * (180 / .pi)
    x = degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
    y = latitude * (180 / .pi)
    return true
  }

  @inline(__always)
  private func forward(_ x: inout Double, _ y: inout Double) -> Bool {
    var longitude = x * (.pi / 180) - centralLongitude
    if longitude > .pi { longitude -= 2 * .pi } else if longitude < -.pi { longitude += 2 * .pi }
    let latitude = y * (.pi / 180)
    guard abs(longitude) <= Self.reach, abs(latitude) <= 1.55 else { return false }
    let tangent = Self.conformalTangent(tan(latitude), eccentricity)
    let cosine = cos(longitude)
    let conformalXi = atan2(tangent, cosine)
    let conformalEta = asinh(sin(longitude) / (tangent * tangent + cosine * cosine).squareRoot())
    let growth = exp(2 * conformalEta)
    let shift = Self.sum(
      alpha, sin(2 * conformalXi), cos(2 * conformalXi), (growth - 1 / growth) / 2, (growth + 1 / growth) / 2)
    x = falseEasting + scale * (conformalEta + shift.1)
    y = falseNorthing + scale * (conformalXi + shift.0)
    return true
  }

  /// Karney 2011, eq. 7 to 9.
  @inline(__always)
  private static func conformalTangent(_ tangent: Double, _ eccentricity: Double) -> Double {
    let secant = (1 + tangent * tangent).squareRoot()
    let sigma = sinh(eccentricity * atanh(eccentricity * tangent / secant))
    return tangent * (1 + sigma * sigma).squareRoot() - sigma * secant
  }

  /// Σ cⱼ sin 2j(ξ + iη), by Clenshaw's recurrence in complex numbers.
  /// - Parameters: the sine and cosine of 2ξ, the hyperbolic sine and cosine of 2η.
  @inline(__always)
  private static func sum(
    _ series: Series, _ sine: Double, _ cosine: Double, _ sinh: Double, _ cosh: Double
  ) -> (Double, Double) {
    // 2 cos 2ζ
    let (a, b) = (2 * cosine * cosh, -2 * sine * sinh)
    var (now, nowI) = (series.5, 0.0)
    var (last, lastI) = (0.0, 0.0)
    @inline(__always) func step(_ coefficient: Double) {
      let (next, nextI) = (a * now - b * nowI - last + coefficient, a * nowI + b * now - lastI)
      (last, lastI) = (now, nowI)
      (now, nowI) = (next, nextI)
    }
    step(series.4)
    step(series.3)
    step(series.2)
    step(series.1)
    step(series.0)
    // sin 2ζ
    let (re, im) = (sine * cosh, cosine * sinh)
    return (re * now - im * nowI, re * nowI + im * now)
  }
}

extension TransverseMercator {
  /// What PROJ's text says of a projection, angles in radians.
  private struct Definition {
    var isInverse = false
    var radius = 0.0
    var flattening = 0.0
    var longitude = 0.0
    var latitude = 0.0
    var scale = 1.0
    var easting = 0.0
    var northing = 0.0
  }

  /// Ellipsoids by their names in PROJ: the radius in metres and the inverse of the flattening.
  private static let ellipsoids: [Substring: (radius: Double, inverse: Double)] = [
    "WGS84": (6_378_137, 298.257223563), "GRS80": (6_378_137, 298.257222101), "intl": (6_378_388, 297),
    "bessel": (6_377_397.155, 299.1528128), "aust_SA": (6_378_160, 298.25),
  ]

  /// - Parameter pipeline: a PROJ string of one transverse Mercator projection and degrees, without a change of datum.
  /// - Returns: nil for anything else.
  init?(_ pipeline: String) {
    let steps = pipeline.split(separator: " ").split { $0 == "+step" }.map(Array.init)
    guard steps.count == 3, steps[0] == ["+proj=pipeline"] else { return nil }
    var plane = Definition()
    plane.isInverse = steps[1].first == "+inv"
    let (units, projection) = plane.isInverse ? (steps[2], steps[1].dropFirst()) : (steps[1], steps[2].dropFirst(0))
    guard
      units == [
        "+proj=unitconvert", plane.isInverse ? "+xy_in=rad" : "+xy_in=deg", plane.isInverse ? "+xy_out=deg" : "+xy_out=rad",
      ]
    else { return nil }
    var isUTM = false
    for word in projection {
      let parts = word.split(separator: "=", maxSplits: 1)
      let value = parts.count > 1 ? parts[1] : ""
      let number = Double(value)
      switch (parts[0], number) {
      case ("+proj", _) where value == "utm": isUTM = true
      case ("+proj", _) where value == "tmerc": break
      case ("+ellps", _):
        guard let ellipsoid = Self.ellipsoids[value] else { return nil }
        (plane.radius, plane.flattening) = (ellipsoid.radius, 1 / ellipsoid.inverse)
      case ("+zone", let zone?): plane.longitude = (zone * 6 - 183) * .pi / 180
      case ("+south", _): plane.northing = 10_000_000
      case ("+lon_0", let degrees?): plane.longitude = degrees * .pi / 180
      case ("+lat_0", let degrees?): plane.latitude = degrees * .pi / 180
      case ("+k", let scale?), ("+k_0", let scale?): plane.scale = scale
      case ("+x_0", let metres?): plane.easting = metres
      case ("+y_0", let metres?): plane.northing = metres
      default: return nil
      }
    }
    if isUTM { (plane.scale, plane.easting) = (0.9996, 500_000) }
    guard plane.radius > 0 else { return nil }
    self.init(plane)
  }
}
