extension GeometryKind {
  init?(_ name: JSONString) {
    if name.equals("Polygon") {
      self = .polygon
    } else if name.equals("MultiPolygon") {
      self = .multiPolygon
    } else if name.equals("Point") {
      self = .point
    } else if name.equals("MultiPoint") {
      self = .multiPoint
    } else if name.equals("LineString") {
      self = .lineString
    } else if name.equals("MultiLineString") {
      self = .multiLineString
    } else if name.equals("GeometryCollection") {
      self = .collection
    } else {
      return nil
    }
  }
}

/// Takes the coordinates of one feature's geometry, in the order of the file.
///
/// Members may come in any order and twice, and of two the last counts: what has been taken too early is taken back.
protocol GeometryTaker {
  associatedtype Mark
  /// What has been taken so far, to come back to.
  var geometryMark: Mark { get }
  mutating func takeBack(to mark: Mark)
  /// Passes the value of `coordinates` of a geometry that is no collection.
  mutating func coordinates(of kind: GeometryKind, _ scanner: inout JSONScanner) throws(JSONError)
}

/// What stands at the top of an object: its `type`, and where the values are that it gives a meaning to.
struct GeometryMembers<Mark> {
  var kind: GeometryKind?
  var typeStart: UnsafePointer<UInt8>?
  var coordinates: UnsafePointer<UInt8>?
  var geometries: UnsafePointer<UInt8>?
  /// The values that have been taken already, and the kind they were taken for.
  var taken: UnsafePointer<UInt8>?
  var takenKind: GeometryKind?
  var mark: Mark
}

extension GeometryTaker {
  /// Passes the value of `geometry`, or an element of `geometries`: an object or null.
  mutating func readGeometry(_ scanner: inout JSONScanner) throws(JSONError) {
    if scanner.isNull { return try scanner.literal() }
    guard scanner.isObject else { throw try scanner.wrongType(expected: "geometry") }
    var members = GeometryMembers(mark: geometryMark)
    let start = scanner.p
    if try scanner.enterObject() {
      repeat {
        let keyStart = scanner.p
        let key = try scanner.key()
        if try !readGeometryMember(key, at: keyStart, &scanner, &members) { try scanner.skipValue() }
      } while try scanner.nextMember()
    }
    try finishGeometry(members, start: start, &scanner)
  }

  /// Passes the value of a member if it is one of a geometry.
  @inline(__always)
  mutating func readGeometryMember(
    _ key: JSONString, at keyStart: UnsafePointer<UInt8>, _ scanner: inout JSONScanner, _ members: inout GeometryMembers<Mark>
  ) throws(JSONError) -> Bool {
    if key.equals("coordinates") {
      members.coordinates = scanner.p
      guard let kind = members.kind, kind != .collection, members.taken == nil else { return false }
      members.taken = scanner.p
      members.takenKind = kind
      try coordinates(of: kind, &scanner)
      return true
    }
    if key.equals("type") {
      guard scanner.isString else { throw try scanner.wrongType(expected: "string") }
      let place = scanner.p
      let name = try scanner.string()
      guard let kind = GeometryKind(name) else { throw scanner.error(.unknownType(name.text), at: place) }
      members.kind = kind
      members.typeStart = place
      return true
    }
    if key.equals("geometries") {
      members.geometries = scanner.p
      guard members.kind == .collection, members.taken == nil else { return false }
      members.taken = scanner.p
      members.takenKind = .collection
      try readGeometries(&scanner)
      return true
    }
    return false
  }

  /// Takes what could not be taken in passing because the type came later, or came again.
  mutating func finishGeometry(
    _ members: GeometryMembers<Mark>, start: UnsafePointer<UInt8>, _ scanner: inout JSONScanner
  ) throws(JSONError) {
    guard let kind = members.kind else { throw scanner.error(.missingMember("type"), at: start) }
    let values = kind == .collection ? members.geometries : members.coordinates
    guard let values else {
      throw scanner.error(.missingMember(kind == .collection ? "geometries" : "coordinates"), at: start)
    }
    if members.taken == values, members.takenKind == kind { return }
    takeBack(to: members.mark)
    var second = scanner.rewound(to: values, depth: scanner.depth + 1)
    if kind == .collection {
      try readGeometries(&second)
    } else {
      try coordinates(of: kind, &second)
    }
  }

  private mutating func readGeometries(_ scanner: inout JSONScanner) throws(JSONError) {
    if scanner.isNull { return try scanner.literal() }
    guard scanner.isArray else { throw try scanner.wrongType(expected: "array") }
    guard try scanner.enterArray() else { return }
    repeat { try readGeometry(&scanner) } while try scanner.nextElement()
  }
}

extension JSONScanner {
  /// The error that a sound value is of the wrong type, at the value; that it is not even sound comes first.
  func wrongType(expected: String) throws(JSONError) -> JSONError {
    var copy = self
    try copy.skipValue()
    return error(.expected(expected), at: p)
  }
}
