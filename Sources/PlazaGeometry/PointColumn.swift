/// One column of (multi)points in contiguous memory, laid out as `LineColumn`: a feature without points is an empty (or null) geometry.
public struct PointColumn: Hashable, Sendable {
  public private(set) var coordinates: [Double]
  /// Point index of the start of each feature; one entry more than there are features.
  public private(set) var featureOffsets: [Int]

  public init() { self.init(coordinates: [], featureOffsets: [0]) }

  /// Features without points.
  public init(empty count: Int) {
    self.init(coordinates: [], featureOffsets: [Int](repeating: 0, count: count + 1))
  }

  /// A column of arrays that a reader has filled, laid out as the properties of this type say.
  public init(coordinates: [Double], featureOffsets: [Int]) {
    precondition(
      featureOffsets.first == 0 && 2 * featureOffsets.last! == coordinates.count, "offsets that do not divide what they should")
    self.coordinates = coordinates
    self.featureOffsets = featureOffsets
  }

  public var featureCount: Int { featureOffsets.count - 1 }
  public var pointCount: Int { coordinates.count / 2 }

  /// The places of a feature's points.
  public func points(ofFeature feature: Int) -> Range<Int> { featureOffsets[feature]..<featureOffsets[feature + 1] }
  /// Whether a feature has no point.
  public func isEmpty(feature: Int) -> Bool { points(ofFeature: feature).isEmpty }

  /// The position of a point, by its place in the column.
  public func coordinate(at point: Int) -> Coordinate {
    Coordinate(x: coordinates[2 * point], y: coordinates[2 * point + 1])
  }

  /// The box of one feature; empty for an empty geometry. O(points of the feature).
  public func envelope(ofFeature feature: Int) -> Envelope {
    Envelope(ofInterleaved: coordinates, points(ofFeature: feature))
  }

  /// The box of the whole column. O(points).
  public var envelope: Envelope { Envelope(ofInterleaved: coordinates, 0..<pointCount) }

  // MARK: Building, innermost first: points, then `endFeature`.

  @inline(__always)
  public mutating func append(x: Double, y: Double) {
    coordinates.append(x)
    coordinates.append(y)
  }

  /// Ends a feature of the points since the last one; without any it is empty.
  public mutating func endFeature() { featureOffsets.append(pointCount) }

  /// Appends one feature of another column.
  public mutating func append(feature: Int, of other: PointColumn) {
    let points = other.points(ofFeature: feature)
    coordinates.append(contentsOf: other.coordinates[2 * points.lowerBound..<2 * points.upperBound])
    endFeature()
  }

  /// Some features of the column, in the order in which they are named; one may be named again. O(their points).
  public func selecting(_ features: some Sequence<Int>) -> PointColumn {
    var result = PointColumn()
    for feature in features { result.append(feature: feature, of: self) }
    return result
  }

  /// Lets a kernel rewrite every coordinate in place (a transform, a rounding); the shape of the column stays.
  public mutating func withMutableCoordinates<R>(_ body: (UnsafeMutableBufferPointer<Double>) throws -> R) rethrows -> R {
    try coordinates.withUnsafeMutableBufferPointer { try body($0) }
  }
}
