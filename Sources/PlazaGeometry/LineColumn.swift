/// One column of (multi)lines in contiguous memory: features hold lines, lines hold vertices.
///
/// Laid out as `PolygonColumn`: coordinates are interleaved (`x0, y0, x1, y1 …`), offsets have one more entry than what they divide, and a
/// feature without lines is an empty (or null) geometry. Layout after GeoArrow's `multilinestring`.
public struct LineColumn: Hashable, Sendable {
  public private(set) var coordinates: [Double]
  /// Vertex index of the start of each line; one entry more than there are lines.
  public private(set) var lineOffsets: [Int]
  /// Line index of the start of each feature; one entry more than there are features.
  public private(set) var featureOffsets: [Int]

  public init() { self.init(coordinates: [], lineOffsets: [0], featureOffsets: [0]) }

  /// Features without lines.
  public init(empty count: Int) {
    self.init(coordinates: [], lineOffsets: [0], featureOffsets: [Int](repeating: 0, count: count + 1))
  }

  /// A column of arrays that a reader has filled, laid out as the properties of this type say.
  public init(coordinates: [Double], lineOffsets: [Int], featureOffsets: [Int]) {
    precondition(
      lineOffsets.first == 0 && featureOffsets.first == 0 && 2 * lineOffsets.last! == coordinates.count
        && featureOffsets.last! == lineOffsets.count - 1,
      "offsets that do not divide what they should")
    self.coordinates = coordinates
    self.lineOffsets = lineOffsets
    self.featureOffsets = featureOffsets
  }

  public var featureCount: Int { featureOffsets.count - 1 }
  public var lineCount: Int { lineOffsets.count - 1 }
  public var vertexCount: Int { coordinates.count / 2 }

  /// The places of a feature's lines.
  public func lines(ofFeature feature: Int) -> Range<Int> { featureOffsets[feature]..<featureOffsets[feature + 1] }
  /// The places of a line's vertices.
  public func vertices(ofLine line: Int) -> Range<Int> { lineOffsets[line]..<lineOffsets[line + 1] }
  /// Whether a feature has no line.
  public func isEmpty(feature: Int) -> Bool { lines(ofFeature: feature).isEmpty }

  /// The vertices of all lines of a feature.
  public func vertices(ofFeature feature: Int) -> Range<Int> {
    lineOffsets[featureOffsets[feature]]..<lineOffsets[featureOffsets[feature + 1]]
  }

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

  // MARK: Building, innermost first: vertices, then `endLine`, `endFeature`.

  @inline(__always)
  public mutating func append(x: Double, y: Double) {
    coordinates.append(x)
    coordinates.append(y)
  }

  /// Ends a line whose vertices have been appended.
  public mutating func endLine() { lineOffsets.append(vertexCount) }
  /// Ends a feature of the lines since the last one; without any it is empty.
  public mutating func endFeature() { featureOffsets.append(lineCount) }

  /// Appends one feature of another column.
  public mutating func append(feature: Int, of other: LineColumn) {
    for line in other.lines(ofFeature: feature) {
      let vertices = other.vertices(ofLine: line)
      coordinates.append(contentsOf: other.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound])
      endLine()
    }
    endFeature()
  }

  /// Some features of the column, in the order in which they are named; one may be named again. O(their vertices).
  public func selecting(_ features: some Sequence<Int>) -> LineColumn {
    var result = LineColumn()
    for feature in features { result.append(feature: feature, of: self) }
    return result
  }

  /// Lets a kernel rewrite every coordinate in place (a transform, a rounding); the shape of the column stays.
  public mutating func withMutableCoordinates<R>(_ body: (UnsafeMutableBufferPointer<Double>) throws -> R) rethrows -> R {
    try coordinates.withUnsafeMutableBufferPointer { try body($0) }
  }
}
