/// One column of (multi)polygons in contiguous memory: features hold polygons, polygons hold rings, rings hold vertices.
///
/// Coordinates are interleaved (`x0, y0, x1, y1 …`) and every ring repeats its first vertex at the end, as GEOS and WKB want it.
/// The offset arrays have one more entry than what they divide, so element `i` spans `offsets[i]..<offsets[i + 1]`.
/// A feature without polygons is an empty (or null) geometry. The first ring of a polygon is its exterior.
/// Layout after GeoArrow's `multipolygon`.
public struct PolygonColumn: Hashable, Sendable {
  public private(set) var coordinates: [Double] = []
  /// Vertex index of the start of each ring; one entry more than there are rings.
  public private(set) var ringOffsets: [Int] = [0]
  /// Ring index of the start of each polygon; one entry more than there are polygons.
  public private(set) var polygonOffsets: [Int] = [0]
  /// Polygon index of the start of each feature; one entry more than there are features.
  public private(set) var featureOffsets: [Int] = [0]

  public init() {}

  /// Features without polygons.
  public init(empty count: Int) { featureOffsets = [Int](repeating: 0, count: count + 1) }

  /// A column of arrays that a reader has filled, laid out as the properties of this type say.
  public init(coordinates: [Double], ringOffsets: [Int], polygonOffsets: [Int], featureOffsets: [Int]) {
    precondition(
      ringOffsets.first == 0 && polygonOffsets.first == 0 && featureOffsets.first == 0
        && 2 * ringOffsets.last! == coordinates.count
        && polygonOffsets.last! == ringOffsets.count - 1 && featureOffsets.last! == polygonOffsets.count - 1,
      "offsets that do not divide what they should")
    self.coordinates = coordinates
    self.ringOffsets = ringOffsets
    self.polygonOffsets = polygonOffsets
    self.featureOffsets = featureOffsets
  }

  public var featureCount: Int { featureOffsets.count - 1 }
  public var polygonCount: Int { polygonOffsets.count - 1 }
  public var ringCount: Int { ringOffsets.count - 1 }
  public var vertexCount: Int { coordinates.count / 2 }

  /// The places of a feature's polygons.
  public func polygons(ofFeature feature: Int) -> Range<Int> { featureOffsets[feature]..<featureOffsets[feature + 1] }
  /// The places of a polygon's rings, the exterior first; none in an empty one.
  public func rings(ofPolygon polygon: Int) -> Range<Int> { polygonOffsets[polygon]..<polygonOffsets[polygon + 1] }
  /// The places of a ring's vertices, the first repeated at the end.
  public func vertices(ofRing ring: Int) -> Range<Int> { ringOffsets[ring]..<ringOffsets[ring + 1] }

  /// The rings of all polygons of a feature.
  public func rings(ofFeature feature: Int) -> Range<Int> {
    polygonOffsets[featureOffsets[feature]]..<polygonOffsets[featureOffsets[feature + 1]]
  }

  /// The vertices of all rings of a feature.
  public func vertices(ofFeature feature: Int) -> Range<Int> {
    let rings = rings(ofFeature: feature)
    return ringOffsets[rings.lowerBound]..<ringOffsets[rings.upperBound]
  }

  /// Whether a feature has no polygon.
  public func isEmpty(feature: Int) -> Bool { polygons(ofFeature: feature).isEmpty }

  /// The position of a vertex, by its place in the column.
  public func coordinate(at vertex: Int) -> Coordinate {
    Coordinate(x: coordinates[2 * vertex], y: coordinates[2 * vertex + 1])
  }

  /// The box of one feature; empty for an empty geometry. O(vertices of the feature).
  public func envelope(ofFeature feature: Int) -> Envelope {
    Envelope(ofInterleaved: coordinates, vertices(ofFeature: feature))
  }

  /// The box of the whole column. O(vertices).
  public var envelope: Envelope { Envelope(ofInterleaved: coordinates, 0..<vertexCount) }

  // MARK: Building, innermost first: vertices, then `endRing`, `endPolygon`, `endFeature`.

  @inline(__always)
  public mutating func append(x: Double, y: Double) {
    coordinates.append(x)
    coordinates.append(y)
  }

  /// Appends interleaved coordinates to the ring that is being built.
  public mutating func append(interleaved values: some Sequence<Double>) {
    coordinates.append(contentsOf: values)
  }

  /// Ends a ring whose vertices, the last equal to the first, have been appended.
  public mutating func endRing() { ringOffsets.append(vertexCount) }
  /// Ends a polygon of the rings since the last one; without any it is empty.
  public mutating func endPolygon() { polygonOffsets.append(ringCount) }
  /// Ends a feature of the polygons since the last one; without any it is empty.
  public mutating func endFeature() { featureOffsets.append(polygonCount) }

  /// Appends one feature of another column.
  public mutating func append(feature: Int, of other: PolygonColumn) {
    append(features: feature..<feature + 1, of: other)
  }

  /// Appends consecutive features of another column, in one copy of each buffer. O(their vertices).
  public mutating func append(features: Range<Int>, of other: PolygonColumn) {
    let polygons = other.featureOffsets[features.lowerBound]..<other.featureOffsets[features.upperBound]
    let rings = other.polygonOffsets[polygons.lowerBound]..<other.polygonOffsets[polygons.upperBound]
    let vertices = other.ringOffsets[rings.lowerBound]..<other.ringOffsets[rings.upperBound]
    let shift = (
      vertex: vertexCount - vertices.lowerBound, ring: ringCount - rings.lowerBound, polygon: polygonCount - polygons.lowerBound
    )
    coordinates.append(contentsOf: other.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound])
    for ring in rings { ringOffsets.append(other.ringOffsets[ring + 1] + shift.vertex) }
    for polygon in polygons { polygonOffsets.append(other.polygonOffsets[polygon + 1] + shift.ring) }
    for feature in features { featureOffsets.append(other.featureOffsets[feature + 1] + shift.polygon) }
  }

  /// Appends one polygon of another column to the feature that is being built.
  public mutating func append(polygon: Int, of other: PolygonColumn) {
    for ring in other.rings(ofPolygon: polygon) {
      let vertices = other.vertices(ofRing: ring)
      coordinates.append(contentsOf: other.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound])
      endRing()
    }
    endPolygon()
  }

  /// Some features of the column, in the order in which they are named; one may be named again. O(their vertices).
  public func selecting(_ features: some Sequence<Int>) -> PolygonColumn {
    var result = PolygonColumn()
    for feature in features { result.append(feature: feature, of: self) }
    return result
  }

  /// Appends every feature of another column, in order. O(its vertices).
  public mutating func append(contentsOf other: PolygonColumn) { append(features: 0..<other.featureCount, of: other) }

  /// Makes room for so many vertices in all.
  public mutating func reserveCapacity(vertices: Int) { coordinates.reserveCapacity(2 * vertices) }

  /// Lets a kernel rewrite every coordinate in place (a transform, a rounding); the shape of the column stays.
  public mutating func withMutableCoordinates<R>(_ body: (UnsafeMutableBufferPointer<Double>) throws -> R) rethrows -> R {
    try coordinates.withUnsafeMutableBufferPointer { try body($0) }
  }
}
