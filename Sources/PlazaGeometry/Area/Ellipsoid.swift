/// An ellipsoid of revolution, by its equatorial radius in metres and its flattening.
public struct Ellipsoid: Hashable, Sendable {
  public var semiMajorAxis: Double
  /// (a − b) / a: 0 for a sphere, negative for a prolate body.
  public var flattening: Double

  public init(semiMajorAxis: Double, flattening: Double) {
    self.semiMajorAxis = semiMajorAxis
    self.flattening = flattening
  }

  public static let wgs84 = Ellipsoid(semiMajorAxis: 6_378_137, flattening: 1 / 298.257_223_563)
}
