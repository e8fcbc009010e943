import Glibc

/// UTM on WGS 84 by Krüger's series to the fourth order of the third flattening, good to well under a millimetre in a zone.
///
/// Krüger 1912 in the form of Karney 2011, doi:10.1007/s00190-011-0445-3. It exists so that the UTM workload does not
/// depend on the library that the benchmark exercises.
struct TransverseMercator {
  private let centralMeridian: Double
  private let radius: Double
  private let eccentricity: Double
  private let series: [Double]

  /// - Parameter zone: 1...60, northern hemisphere.
  init(zone: Int) {
    centralMeridian = Double(zone * 6 - 183) * .pi / 180
    let flattening = 1 / 298.257223563
    let n = flattening / (2 - flattening)
    let n2 = n * n
    eccentricity = (flattening * (2 - flattening)).squareRoot()
    radius = 0.9996 * 6_378_137 / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64)
    series = [
      n / 2 - 2 * n2 / 3 + 5 * n2 * n / 16 + 41 * n2 * n2 / 180,
      13 * n2 / 48 - 3 * n2 * n / 5 + 557 * n2 * n2 / 1440,
      61 * n2 * n / 240 - 103 * n2 * n2 / 140,
      49561 * n2 * n2 / 161_280,
    ]
  }

  /// Degrees to metres.
  func project(longitude: Double, latitude: Double) -> (easting: Double, northing: Double) {
    let sine = sin(latitude * .pi / 180)
    let lambda = longitude * .pi / 180 - centralMeridian
    let conformal = sinh(atanh(sine) - eccentricity * atanh(eccentricity * sine))
    let xi = atan2(conformal, cos(lambda))
    let eta = asinh(sin(lambda) / (conformal * conformal + cos(lambda) * cos(lambda)).squareRoot())
    var x = eta
    var y = xi
    for (i, alpha) in series.enumerated() {
      let order = Double(2 * (i + 1))
      x += alpha * cos(order * xi) * sinh(order * eta)
      y += alpha * sin(order * xi) * cosh(order * eta)
    }
    return (500_000 + radius * x, radius * y)
  }
}
