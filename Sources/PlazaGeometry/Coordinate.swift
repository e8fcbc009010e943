/// A position in a plane: longitude or easting first, latitude or northing second, in the units of its CRS.
public struct Coordinate: Hashable, Sendable {
  public var x: Double
  public var y: Double

  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
