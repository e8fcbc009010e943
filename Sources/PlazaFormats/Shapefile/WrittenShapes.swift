internal import PlazaGeometry
internal import PlazaLayers

/// The geometries of a layer as a `.shp` and its index `.shx` hold them (ESRI Shapefile Technical Description, 1998).
///
/// Positions are those of the GeoJSON of the same layer: seven decimals, those that rounding makes equal once, rings and lines that collapse left
/// out.
/// Outsides run clockwise and holes the other way, as the format wants. Sizes are known before a byte is written: each geometry is made twice.
struct WrittenShapes {
  enum Kind: Int {
    case point = 1
    case line = 3
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
  private var line = WrittenLine()

  private static let headSize = 100
  /// Bytes of one file of the format: readers count them in 32 bits with a sign.
  static let limit = Int(Int32.max)

  /// - Throws: `Failure` `shapefile.mixed` for a layer of several kinds of geometry, `shapefile.too_large`.
  init(_ layer: Layer, path: String, limit: Int = Self.limit) throws {
    self.layer = layer
    let features = 0..<layer.featureCount
    let kinds = layer.kinds
    guard kinds.count <= 1 else {
      func count(_ kind: Layer.Kind) -> String { String(features.count { layer.count(kind, ofFeature: $0) > 0 }) }
      throw Failure(
        .cannotCreate, "shapefile.mixed",
        ["path": path, "areas": count(.areas), "lines": count(.lines), "points": count(.points)])
    }
    switch kinds.first {
    case .points: kind = features.contains { layer.count(.points, ofFeature: $0) > 1 } ? .multiPoint : .point
    case .lines: kind = .line
    case .areas, nil: kind = .polygon
    }
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
    let isEmpty: Bool
    let isWritten: Bool
    switch kind {
    case .polygon: (isEmpty, isWritten) = (layer.geometry.isEmpty(feature: feature), polygons(feature, &box))
    case .line: (isEmpty, isWritten) = (layer.count(.lines, ofFeature: feature) == 0, lines(feature, &box))
    case .point, .multiPoint:
      isEmpty = layer.count(.points, ofFeature: feature) == 0
      isWritten = !isEmpty
      if isWritten, let points = layer.points { self.points(points, feature, &box) }
    }
    if isWritten { return box }
    if !isEmpty { summary.emptiedFeatures += 1 }
    content.removeAll(keepingCapacity: true)
    Self.append(0, to: &content)
    return nil
  }

  private mutating func points(_ column: PointColumn, _ feature: Int, _ box: inout Envelope) {
    var values: [UInt8] = []
    let places = column.points(ofFeature: feature)
    for place in places {
      let position = column.coordinate(at: place)
      let written = column.writtenCoordinate(at: place)
      Self.append(
        written.map { Double($0.x) / 1e7 } ?? position.x, written.map { Double($0.y) / 1e7 } ?? position.y, to: &values, &box)
    }
    Self.append(kind.rawValue, to: &content)
    if kind == .multiPoint {
      append(box)
      Self.append(places.count, to: &content)
    }
    content += values
  }

  /// - Returns: whether anything is left of the lines when they are rounded.
  private mutating func lines(_ feature: Int, _ box: inout Envelope) -> Bool {
    guard let column = layer.lines else { return false }
    var starts: [UInt8] = []
    var vertices: [UInt8] = []
    for index in column.lines(ofFeature: feature) {
      guard line.take(column.vertices(ofLine: index), of: column) else {
        summary.droppedLines += 1
        continue
      }
      Self.append(vertices.count / 16, to: &starts)
      for vertex in 0..<line.count {
        let position = line.coordinate(at: vertex)
        Self.append(position.x, position.y, to: &vertices, &box)
      }
    }
    return append(starts, vertices, box)
  }

  /// Appends a geometry of parts.
  /// - Returns: whether there are any.
  private mutating func append(_ starts: [UInt8], _ vertices: [UInt8], _ box: Envelope) -> Bool {
    guard !starts.isEmpty else { return false }
    Self.append(kind.rawValue, to: &content)
    append(box)
    Self.append(starts.count / 4, to: &content)
    Self.append(vertices.count / 16, to: &content)
    content += starts
    content += vertices
    return true
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
    return append(starts, vertices, box)
  }

  private func append(clockwise: Bool, to vertices: inout [UInt8], _ box: inout Envelope) {
    let count = ring.values.count / 2
    for step in 0..<count {
      let vertex = clockwise != ring.isCounterClockwise ? step : count - 1 - step
      Self.append(Double(ring.values[2 * vertex]) / 1e7, Double(ring.values[2 * vertex + 1]) / 1e7, to: &vertices, &box)
    }
  }

  // MARK: Bytes

  private mutating func append(_ box: Envelope) {
    for side in [box.minX, box.minY, box.maxX, box.maxY] { Self.append(side, to: &content) }
  }

  private static func append(_ x: Double, _ y: Double, to bytes: inout [UInt8], _ box: inout Envelope) {
    append(x, to: &bytes)
    append(y, to: &bytes)
    box.expand(x: x, y: y)
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func append(_ value: Double, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func big(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
}
