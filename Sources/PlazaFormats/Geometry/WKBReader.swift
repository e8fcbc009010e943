internal import PlazaGeometry

/// Reads geometries in well-known binary (ISO 13249-3, OGC 06-103r4, and PostGIS's marks of height): points, lines, polygons and collections of
/// them; heights and measures are dropped.
struct WKBReader {
  private let bytes: UnsafeRawBufferPointer
  private var at: Int
  private var isLittle = true
  /// Whether a geometry that was passed has heights.
  private var hasHeights = false

  private static let depthLimit = 32

  init(_ bytes: UnsafeRawBufferPointer, from start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  /// Adds the geometry to the present feature.
  mutating func read(into builder: inout GeometryBuilder) throws(GeometryError) {
    try geometry(&builder, depth: 0)
    if hasHeights { builder.hasHeights = true }
  }

  /// The positions of a point or of several; nil for a geometry of another kind.
  mutating func positions() throws(GeometryError) -> (kind: GeometryKind, positions: [Coordinate]) {
    let (kind, dimensions) = try head()
    switch kind {
    case .point: return (kind, try position(dimensions).map { [$0] } ?? [])
    case .multiPoint:
      var found: [Coordinate] = []
      for _ in 0..<(try count(of: 5)) {
        let (part, dimensions) = try head()
        guard part == .point else { throw .damaged }
        if let position = try position(dimensions) { found.append(position) }
      }
      return (kind, found)
    default: return (kind, [])
    }
  }

  private mutating func geometry(_ builder: inout GeometryBuilder, depth: Int) throws(GeometryError) {
    guard depth <= Self.depthLimit else { throw .tooDeep }
    let (kind, dimensions) = try head()
    switch kind {
    case .point:
      let wants = builder.wants(kind)
      if let position = try position(dimensions), wants { builder.points.append(x: position.x, y: position.y) }
    case .lineString: try line(&builder, dimensions, isWanted: builder.wants(kind))
    case .polygon: try polygon(&builder, dimensions)
    case .multiPoint, .multiLineString, .multiPolygon, .collection:
      for _ in 0..<(try count(of: 5)) { try geometry(&builder, depth: depth + 1) }
    }
  }

  private mutating func line(_ builder: inout GeometryBuilder, _ dimensions: Int, isWanted: Bool) throws(GeometryError) {
    let length = try count(of: 8 * dimensions)
    guard isWanted, length >= 2 else {
      if length == 1 { builder.shortLines += 1 }
      at += 8 * dimensions * length
      return
    }
    for _ in 0..<length {
      let (x, y) = try vertex(dimensions)
      builder.lines.append(x: x, y: y)
    }
    builder.lines.endLine()
  }

  private mutating func polygon(_ builder: inout GeometryBuilder, _ dimensions: Int) throws(GeometryError) {
    let rings = try count(of: 4)
    var hasExterior = false
    for ring in 0..<rings {
      let length = try count(of: 8 * dimensions)
      // Holes without what they are holes of are no area.
      guard length >= 4, ring == 0 || hasExterior else {
        if length > 0, length < 4 { builder.noteShortRing() }
        at += 8 * dimensions * length
        continue
      }
      if ring == 0 { hasExterior = true }
      let first = try vertex(dimensions)
      var last = first
      builder.polygons.append(x: first.x, y: first.y)
      for _ in 1..<length {
        last = try vertex(dimensions)
        builder.polygons.append(x: last.x, y: last.y)
      }
      guard first == last else { throw .openRing }
      builder.polygons.endRing()
    }
    if hasExterior { builder.polygons.endPolygon() }
  }

  // MARK: Parts

  /// The order of the bytes, the kind, and how many numbers a position has.
  private mutating func head() throws(GeometryError) -> (kind: GeometryKind, dimensions: Int) {
    guard at < bytes.count else { throw .damaged }
    isLittle = bytes[at] == 1
    guard bytes[at] <= 1 else { throw .damaged }
    at += 1
    var code = try word()
    var extra = 0
    // PostGIS marks heights, measures and an SRID in the upper bits, ISO adds thousands.
    if code & 0x8000_0000 != 0 {
      extra += 1
      hasHeights = true
    }
    if code & 0x4000_0000 != 0 { extra += 1 }
    if code & 0x2000_0000 != 0 { _ = try word() }
    code &= 0x0FFF_FFFF
    if code >= 1000 {
      extra = code / 1000 == 3 ? 2 : 1
      guard code / 1000 <= 3 else { throw .damaged }
      if code / 1000 != 2 { hasHeights = true }
      code %= 1000
    }
    let kind: GeometryKind
    switch code {
    case 1: kind = .point
    case 2: kind = .lineString
    case 3, 17: kind = .polygon
    case 4: kind = .multiPoint
    case 5: kind = .multiLineString
    case 6, 15, 16: kind = .multiPolygon
    case 7: kind = .collection
    // Curves of straight pieces alone are what many programs write of a plain map.
    case 11: kind = .multiLineString
    case 12: kind = .multiPolygon
    case 8, 9, 10, 13, 14: throw .curve
    default: throw .damaged
    }
    return (kind, 2 + extra)
  }

  /// How many parts follow, each of at least so many bytes: no more than there can be.
  private mutating func count(of size: Int) throws(GeometryError) -> Int {
    let count = Int(try word())
    guard count <= (bytes.count - at) / size else { throw .damaged }
    return count
  }

  private mutating func word() throws(GeometryError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw .damaged }
    let value = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
    at += 4
    return isLittle ? UInt32(littleEndian: value) : UInt32(bigEndian: value)
  }

  @inline(__always)
  private mutating func number() -> Double {
    let value = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    at += 8
    return Double(bitPattern: isLittle ? UInt64(littleEndian: value) : UInt64(bigEndian: value))
  }

  /// A point's position; nil for one without a place, which is written as no numbers.
  private mutating func position(_ dimensions: Int) throws(GeometryError) -> Coordinate? {
    guard at + 8 * dimensions <= bytes.count else { throw .damaged }
    let (x, y) = (number(), number())
    at += 8 * (dimensions - 2)
    if x.isNaN, y.isNaN { return nil }
    return Coordinate(x: try checked(x), y: try checked(y))
  }

  /// The caller has seen that its bytes are there.
  @inline(__always)
  private mutating func vertex(_ dimensions: Int) throws(GeometryError) -> (x: Double, y: Double) {
    let (x, y) = (number(), number())
    at += 8 * (dimensions - 2)
    return (try checked(x), try checked(y))
  }

  @inline(__always)
  private func checked(_ value: Double) throws(GeometryError) -> Double {
    guard value.magnitude <= coordinateLimit else { throw .position }
    return withoutDust(value)
  }
}
