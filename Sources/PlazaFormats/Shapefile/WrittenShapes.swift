internal import PlazaGeometry
internal import PlazaLayers

/// The geometries of a layer as a `.shp` and its index `.shx` hold them (ESRI Shapefile Technical Description, 1998).
///
/// Positions are those of the GeoJSON of the same layer: seven decimals, those that rounding makes equal once, rings that collapse left out.
/// Outsides run clockwise and holes the other way, as the format wants. Sizes are known before a byte is written: each geometry is made twice.
struct WrittenShapes {
  enum Kind: Int {
    case point = 1
    case polygon = 5
    case multiPoint = 8
  }

  let kind: Kind
  private(set) var summary = CollapsedRings()
  /// Bytes of the `.shp`.
  private(set) var size = headSize
  private let layer: Layer
  private var box = Envelope()
  /// Bytes of each geometry.
  private var lengths: [Int32] = []
  private var content: [UInt8] = []
  private var ring = WrittenRing()

  private static let headSize = 100
  /// Bytes of one file of the format: readers count them in 32 bits with a sign.
  static let limit = Int(Int32.max)

  /// - Throws: `Failure` `shapefile.mixed` for a layer of polygons and points, `shapefile.too_large`.
  init(_ layer: Layer, path: String, limit: Int = Self.limit) throws {
    self.layer = layer
    let features = 0..<layer.featureCount
    let points = layer.points.map { points in features.count { !points.isEmpty(feature: $0) } } ?? 0
    let areas = features.count { !layer.geometry.isEmpty(feature: $0) }
    guard points == 0 || areas == 0 else {
      throw Failure(.cannotCreate, "shapefile.mixed", ["path": path, "areas": String(areas), "points": String(points)])
    }
    kind =
      points == 0 ? .polygon : features.contains { layer.points!.points(ofFeature: $0).count > 1 } ? .multiPoint : .point
    lengths.reserveCapacity(features.count)
    for feature in features {
      if let own = make(feature) { box.expand(own) }
      lengths.append(Int32(clamping: content.count))
      size += 8 + content.count
      guard size <= limit else { throw Self.tooLarge(path) }
    }
  }

  static func tooLarge(_ path: String) -> Failure {
    Failure(.cannotCreate, "shapefile.too_large", ["path": path, "limit": String((limit + 1) >> 30)])
  }

  /// Hands over the `.shp`.
  mutating func write(_ sink: ([UInt8]) throws -> Void) throws {
    try sink(head(size))
    var made = CollapsedRings()
    swap(&made, &summary)
    for feature in lengths.indices {
      _ = make(feature)
      try sink(Self.big(feature + 1) + Self.big(content.count / 2) + content)
    }
    summary = made
  }

  /// Hands over the `.shx`: where each geometry stands and how long it is, in words of two bytes.
  func writeIndex(_ sink: ([UInt8]) throws -> Void) throws {
    try sink(head(Self.headSize + 8 * lengths.count))
    var place = Self.headSize
    for length in lengths {
      try sink(Self.big(place / 2) + Self.big(Int(length) / 2))
      place += 8 + Int(length)
    }
  }

  private func head(_ size: Int) -> [UInt8] {
    var bytes = Self.big(9994) + [UInt8](repeating: 0, count: 20) + Self.big(size / 2)
    Self.append(1000, to: &bytes)
    Self.append(kind.rawValue, to: &bytes)
    let sides = box.isEmpty ? [0, 0, 0, 0] : [box.minX, box.minY, box.maxX, box.maxY]
    for side in sides + [0, 0, 0, 0] { Self.append(side, to: &bytes) }
    return bytes
  }

  // MARK: One geometry

  /// Fills `content` with the geometry of a feature.
  /// - Returns: its box; nil for a feature without geometry.
  private mutating func make(_ feature: Int) -> Envelope? {
    content.removeAll(keepingCapacity: true)
    var box = Envelope()
    if !layer.geometry.isEmpty(feature: feature) {
      if polygons(feature, &box) { return box }
      summary.emptiedFeatures += 1
    } else if let points = layer.points, !points.isEmpty(feature: feature) {
      self.points(points, feature, &box)
      return box
    }
    content.removeAll(keepingCapacity: true)
    Self.append(0, to: &content)
    return nil
  }

  private mutating func points(_ column: PointColumn, _ feature: Int, _ box: inout Envelope) {
    var values: [UInt8] = []
    let places = column.points(ofFeature: feature)
    for place in places {
      let position = column.coordinate(at: place)
      let x = sevenDecimals(position.x).map { Double($0) / 1e7 } ?? position.x
      let y = sevenDecimals(position.y).map { Double($0) / 1e7 } ?? position.y
      Self.append(x, to: &values)
      Self.append(y, to: &values)
      box.expand(x: x, y: y)
    }
    Self.append(kind.rawValue, to: &content)
    if kind == .multiPoint {
      append(box)
      Self.append(places.count, to: &content)
    }
    content += values
  }

  /// - Returns: whether anything is left of the polygons when they are rounded.
  private mutating func polygons(_ feature: Int, _ box: inout Envelope) -> Bool {
    let column = layer.geometry
    var starts: [UInt8] = []
    var vertices: [UInt8] = []
    column.coordinates.withUnsafeBufferPointer { coordinates in
      for polygon in column.polygons(ofFeature: feature) {
        let rings = column.rings(ofPolygon: polygon)
        for (place, index) in rings.enumerated() {
          guard ring.take(column.vertices(ofRing: index), of: coordinates) else {
            summary.droppedRings += place == 0 ? rings.count : 1
            if place == 0 { break }
            continue
          }
          Self.append(vertices.count / 16, to: &starts)
          append(clockwise: place == 0, to: &vertices, &box)
        }
      }
    }
    guard !starts.isEmpty else { return false }
    Self.append(kind.rawValue, to: &content)
    append(box)
    Self.append(starts.count / 4, to: &content)
    Self.append(vertices.count / 16, to: &content)
    content += starts
    content += vertices
    return true
  }

  private func append(clockwise: Bool, to vertices: inout [UInt8], _ box: inout Envelope) {
    let count = ring.values.count / 2
    for step in 0..<count {
      let vertex = clockwise != ring.isCounterClockwise ? step : count - 1 - step
      let (x, y) = (Double(ring.values[2 * vertex]) / 1e7, Double(ring.values[2 * vertex + 1]) / 1e7)
      Self.append(x, to: &vertices)
      Self.append(y, to: &vertices)
      box.expand(x: x, y: y)
    }
  }

  // MARK: Bytes

  private mutating func append(_ box: Envelope) {
    for side in [box.minX, box.minY, box.maxX, box.maxY] { Self.append(side, to: &content) }
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func append(_ value: Double, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func big(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
}
