internal import PlazaGeometry
internal import PlazaLayers

/// The geometries of a `.shp`, one after the other (ESRI Shapefile Technical Description, 1998); heights and measures are dropped.
final class ShapeRecords {
  private let reader: BufferedBytes
  private let name: String
  /// The bytes of the present geometry, behind the number and the length of its record.
  private var content: [UInt8] = []
  private var count = 0
  /// Bytes of the file as its head says, and how many were taken.
  private var stated = 0
  private var taken = 0
  /// Bytes of one geometry at most: ten million vertices.
  private static let limit = 256 << 20

  /// - Throws: `Failure` `shapefile.damaged`.
  init(_ bytes: any ByteReader, name: String) throws {
    reader = BufferedBytes(bytes)
    self.name = name
    let head = try reader.take(100)
    guard head.count == 100, Self.big(head, 0) == 9994 else { throw damaged("no head") }
    stated = Int(Self.big(head, 24)) * 2
    taken = head.count
  }

  private func damaged(_ reason: String) -> Failure {
    Failure(.notUnderstood, "shapefile.damaged", ["file": name, "reason": reason])
  }

  /// Goes on to the next record.
  func next() throws -> Bool {
    let head = try reader.take(8)
    if head.isEmpty {
      guard taken >= stated else { throw damaged("\(taken) of \(stated) bytes are there") }
      return false
    }
    guard head.count == 8 else { throw damaged("record \(count + 1) is cut short") }
    let size = Int(Self.big(head, 4)) * 2
    guard size >= 4, size <= Self.limit else { throw damaged("record \(count + 1) has a length that cannot be") }
    content = try reader.take(size, reusing: content)
    guard content.count == size else { throw damaged("record \(count + 1) is cut short") }
    count += 1
    taken += 8 + size
    return true
  }

  private static func big(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func number(_ at: Int) -> Double {
    content.withUnsafeBytes { Double(bitPattern: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self))) }
  }

  private func position(_ at: Int) throws(GeometryError) -> Coordinate {
    let (x, y) = (number(at), number(at + 8))
    guard x.magnitude <= coordinateLimit, y.magnitude <= coordinateLimit else { throw .position }
    return Coordinate(x: withoutDust(x), y: withoutDust(y))
  }

  /// The kind of the present geometry, heights or not; nil for none.
  private func kind() throws(GeometryError) -> GeometryKind? {
    switch content.word(at: 0) {
    case 0: return nil
    case 1, 11, 21: return .point
    case 3, 13, 23: return .multiLineString
    case 5, 15, 25: return .multiPolygon
    case 8, 18, 28: return .multiPoint
    default: throw .damaged
    }
  }

  func positions() throws(GeometryError) -> (kind: GeometryKind, positions: [Coordinate]) {
    switch try kind() {
    case nil: return (.point, [])
    case .point: return (.point, try points(at: 4, count: 1))
    case .multiPoint: return (.multiPoint, try points(at: 40, count: try counted(at: 36)))
    case let kind?: return (kind, [])
    }
  }

  /// Points of a place without numbers are left out: Esri writes less than −10³⁸ for none.
  private func points(at start: Int, count: Int) throws(GeometryError) -> [Coordinate] {
    guard count >= 0, start + 16 * count <= content.count else { throw .damaged }
    var found: [Coordinate] = []
    for place in 0..<count {
      let at = start + 16 * place
      if number(at).isNaN || number(at) < -1e38 { continue }
      found.append(try position(at))
    }
    return found
  }

  private func counted(at place: Int) throws(GeometryError) -> Int {
    guard place + 4 <= content.count else { throw .damaged }
    return Int(content.word(at: place))
  }

  func addGeometry(to builder: inout GeometryBuilder) throws(GeometryError) {
    guard let kind = try kind() else { return }
    if (11...18).contains(content.word(at: 0)) { builder.hasHeights = true }
    switch kind {
    case .point, .multiPoint:
      let found = try positions().positions
      if builder.wants(kind) { for position in found { builder.points.append(x: position.x, y: position.y) } }
    case .multiLineString:
      let parts = try parts()
      guard builder.wants(kind) else { return }
      for part in parts {
        guard part.count >= 2 else {
          if part.count == 1 { builder.shortLines += 1 }
          continue
        }
        for vertex in part { try append(vertex, to: &builder.lines) }
        builder.lines.endLine()
      }
    default: try polygons(of: try parts(), to: &builder)
    }
  }

  private func append(_ vertex: Int, to lines: inout LineColumn) throws(GeometryError) {
    let position = try position(vertexStart + 16 * vertex)
    lines.append(x: position.x, y: position.y)
  }

  /// Where the vertices of lines and polygons stand.
  private var vertexStart: Int { 44 + 4 * Int(content.word(at: 36)) }

  /// The vertices of each part.
  private func parts() throws(GeometryError) -> [Range<Int>] {
    let (partCount, count) = (try counted(at: 36), try counted(at: 40))
    guard partCount <= content.count / 4, count <= content.count / 16, 44 + 4 * partCount + 16 * count <= content.count else {
      throw .damaged
    }
    var starts = (0..<partCount).map { Int(content.word(at: 44 + 4 * $0)) }
    starts.append(count)
    guard starts.first == 0 || partCount == 0 else { throw .damaged }
    var parts: [Range<Int>] = []
    for (start, end) in zip(starts, starts.dropFirst()) {
      guard start <= end, end <= count else { throw .damaged }
      parts.append(start..<end)
    }
    return parts
  }

  // MARK: Rings

  private struct Ring {
    /// Twice the area, positive for one that runs clockwise: the outside of an area.
    var area: Double
    var box: Envelope
    var positions: [Coordinate]
  }

  /// Puts each hole to the smallest outside that holds it: a shapefile says only which way a ring runs.
  private func polygons(of parts: [Range<Int>], to builder: inout GeometryBuilder) throws(GeometryError) {
    var rings: [Ring] = []
    for part in parts {
      guard part.count >= 4 else {
        if !part.isEmpty { builder.noteShortRing() }
        continue
      }
      rings.append(try ring(part))
    }
    // A writer that did not know the rule runs them all the other way.
    if !rings.contains(where: { $0.area > 0 }) { for place in rings.indices { rings[place].area.negate() } }
    var holes: [Int: [Int]] = [:]
    let outsides = rings.indices.filter { rings[$0].area > 0 }
    for hole in rings.indices where rings[hole].area <= 0 {
      let owner = outsides.count == 1 ? outsides[0] : Self.owner(of: rings[hole], among: outsides, rings)
      holes[owner ?? hole, default: []].append(hole)
    }
    for outside in rings.indices where rings[outside].area > 0 || holes[outside]?.first == outside {
      append(rings[outside], to: &builder)
      for hole in holes[outside] ?? [] where hole != outside { append(rings[hole], to: &builder) }
      builder.polygons.endPolygon()
    }
  }

  private func append(_ ring: Ring, to builder: inout GeometryBuilder) {
    for position in ring.positions { builder.polygons.append(x: position.x, y: position.y) }
    builder.polygons.endRing()
  }

  private func ring(_ vertices: Range<Int>) throws(GeometryError) -> Ring {
    var ring = Ring(area: 0, box: Envelope(), positions: [])
    ring.positions.reserveCapacity(vertices.count)
    for vertex in vertices {
      let position = try position(vertexStart + 16 * vertex)
      ring.positions.append(position)
      ring.box.expand(x: position.x, y: position.y)
    }
    guard let first = ring.positions.first, first == ring.positions.last else { throw .openRing }
    for (one, other) in zip(ring.positions, ring.positions.dropFirst()) {
      ring.area += (other.x - one.x) * ((one.y - first.y) + (other.y - first.y))
    }
    return ring
  }

  private static func owner(of hole: Ring, among outsides: [Int], _ rings: [Ring]) -> Int? {
    var best: Int?
    for candidate in outsides {
      let outside = rings[candidate]
      guard outside.box.minX <= hole.box.minX, outside.box.maxX >= hole.box.maxX, outside.box.minY <= hole.box.minY,
        outside.box.maxY >= hole.box.maxY, best.map({ outside.area < rings[$0].area }) ?? true, holds(outside, hole)
      else { continue }
      best = candidate
    }
    return best
  }

  /// Whether most of the first vertices of a hole lie within a ring: single ones may lie on it.
  private static func holds(_ outside: Ring, _ hole: Ring) -> Bool {
    let probes = hole.positions.prefix(5)
    let within = probes.count { probe in
      var isInside = false
      for (a, b) in zip(outside.positions, outside.positions.dropFirst()) where (a.y > probe.y) != (b.y > probe.y) {
        if probe.x < (b.x - a.x) * (probe.y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
      }
      return isInside
    }
    return 2 * within >= probes.count
  }
}
