internal import PlazaGeometry
internal import PlazaLayers

/// The geometries of a layer as a GeoPackage holds them: a head with the box, and well-known binary.
///
/// Positions are those of the GeoJSON of the same layer: seven decimals, those that rounding makes equal once, rings and lines that collapse
/// left out, exteriors counter-clockwise. A feature of several kinds of geometry is a collection.
struct GeoPackageBlob {
  /// The geometry that was made last.
  private(set) var bytes: [UInt8] = []
  private(set) var summary = CollapsedRings()
  private let layer: Layer
  private let isMulti: Bool
  /// The number of the CRS in the package.
  private let srs: Int32
  private var ring = WrittenRing()
  private var line = WrittenLine()

  init(_ layer: Layer, _ kind: GeoPackageKind, srs: Int32) {
    self.layer = layer
    self.srs = srs
    isMulti = kind.isMulti
  }

  /// Fills `bytes` with the geometry of a feature.
  /// - Returns: its box; nil for a feature without geometry.
  mutating func make(_ feature: Int) -> Envelope? {
    bytes.removeAll(keepingCapacity: true)
    // GP, version 0, an envelope of x and y, the lesser byte first.
    bytes.append(contentsOf: [0x47, 0x50, 0, 0b0000_0011])
    append(UInt32(bitPattern: srs))
    for _ in 0..<4 { append(0.0) }
    var box = Envelope()
    let kinds = layer.kinds(ofFeature: feature)
    if kinds.isEmpty { return nil }
    let isCollection = kinds.count > 1
    if isCollection { head(7) }
    let countPlace = bytes.count
    if isCollection { append(UInt32(0)) }
    var written: UInt32 = 0
    for kind in kinds {
      let isWritten =
        switch kind {
        case .areas: polygons(feature, &box)
        case .lines: lines(feature, &box)
        case .points: points(feature, &box)
        }
      if isWritten { written += 1 }
    }
    if written == 0 {
      summary.emptiedFeatures += 1
      return nil
    }
    if isCollection { set(written, at: countPlace) }
    for (place, value) in [box.minX, box.maxX, box.minY, box.maxY].enumerated() { set(value, at: 8 + 8 * place) }
    return box
  }

  /// Writes parts of one kind, as one of several where there may be more than one, and takes back what nothing was left of.
  /// - Parameter multi: the kind of several of them.
  /// - Parameter write: gives how many it wrote.
  /// - Returns: whether anything is left of the parts when they are rounded.
  private mutating func parts(_ multi: UInt32, of count: Int, _ write: (inout Self) -> UInt32) -> Bool {
    let start = bytes.count
    let writesMulti = isMulti || count > 1
    if writesMulti {
      head(multi)
      append(UInt32(0))
    }
    let behindCount = bytes.count
    let written = write(&self)
    if written == 0 {
      bytes.removeLast(bytes.count - start)
      return false
    }
    if writesMulti { set(written, at: behindCount - 4) }
    return true
  }

  private mutating func polygons(_ feature: Int, _ box: inout Envelope) -> Bool {
    let column = layer.geometry
    let polygons = column.polygons(ofFeature: feature)
    return parts(6, of: polygons.count) { blob in
      column.coordinates.withUnsafeBufferPointer { coordinates in
        polygons.reduce(0) { $0 + (blob.polygon($1, of: column, coordinates, &box) ? 1 : 0) }
      }
    }
  }

  private mutating func polygon(
    _ polygon: Int, of column: PolygonColumn, _ coordinates: UnsafeBufferPointer<Double>, _ box: inout Envelope
  ) -> Bool {
    let rings = column.rings(ofPolygon: polygon)
    let start = bytes.count
    head(3)
    let countPlace = bytes.count
    append(UInt32(0))
    var count: UInt32 = 0
    for (place, index) in rings.enumerated() {
      guard ring.take(column.vertices(ofRing: index), of: coordinates) else {
        summary.droppedRings += place == 0 ? rings.count : 1
        if place == 0 { break }
        continue
      }
      appendRing(counterClockwise: place == 0, &box)
      count += 1
    }
    guard count > 0 else {
      bytes.removeLast(bytes.count - start)
      return false
    }
    set(count, at: countPlace)
    return true
  }

  private mutating func appendRing(counterClockwise: Bool, _ box: inout Envelope) {
    let count = ring.values.count / 2
    append(UInt32(count))
    for step in 0..<count {
      let vertex = counterClockwise == ring.isCounterClockwise ? step : count - 1 - step
      let (x, y) = (Double(ring.values[2 * vertex]) / 1e7, Double(ring.values[2 * vertex + 1]) / 1e7)
      append(Coordinate(x: x, y: y), &box)
    }
  }

  private mutating func lines(_ feature: Int, _ box: inout Envelope) -> Bool {
    guard let column = layer.lines else { return false }
    let lines = column.lines(ofFeature: feature)
    return parts(5, of: lines.count) { blob in
      var written: UInt32 = 0
      for index in lines {
        guard blob.line.take(column.vertices(ofLine: index), of: column) else {
          blob.summary.droppedLines += 1
          continue
        }
        blob.head(2)
        blob.append(UInt32(blob.line.count))
        for vertex in 0..<blob.line.count { blob.append(blob.line.coordinate(at: vertex), &box) }
        written += 1
      }
      return written
    }
  }

  private mutating func points(_ feature: Int, _ box: inout Envelope) -> Bool {
    guard let column = layer.points else { return false }
    let places = column.points(ofFeature: feature)
    return parts(4, of: places.count) { blob in
      for place in places {
        let position = column.writtenCoordinate(at: place).map { Coordinate(x: Double($0.x) / 1e7, y: Double($0.y) / 1e7) }
        blob.head(1)
        blob.append(position ?? column.coordinate(at: place), &box)
      }
      return UInt32(places.count)
    }
  }

  // MARK: Bytes

  private mutating func append(_ position: Coordinate, _ box: inout Envelope) {
    append(position.x)
    append(position.y)
    box.expand(x: position.x, y: position.y)
  }

  private mutating func head(_ kind: UInt32) {
    bytes.append(1)
    append(kind)
  }

  private mutating func append(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  private mutating func append(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func set(_ value: UInt32, at place: Int) {
    withUnsafeBytes(of: value.littleEndian) { bytes.replaceSubrange(place..<place + 4, with: $0) }
  }

  private mutating func set(_ value: Double, at place: Int) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.replaceSubrange(place..<place + 8, with: $0) }
  }
}
