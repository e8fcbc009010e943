/// What the members of a FeatureCollection other than its features say.
struct CollectionHead {
  private(set) var type: String?
  /// The legacy member `crs`, as its JSON text; nil if there is none or it is null.
  private(set) var crs: CRSMember?

  /// Reads from the opening brace to the first element of `features` and gives true, or gives false when the object is not a
  /// FeatureCollection but of another type, and then nothing has been passed for good.
  mutating func readBeforeFeatures(_ scanner: inout JSONScanner) throws(JSONError) -> Bool {
    guard try scanner.enterObject() else { throw scanner.error(.missingMember("type"), at: scanner.p - 1) }
    repeat {
      let start = scanner.p
      let key = try scanner.key()
      if key.equals("features") {
        guard scanner.isArray else { throw scanner.error(.expected("array"), at: scanner.p) }
        scanner.p += 1
        scanner.depth += 1
        return true
      }
      try member(key, &scanner)
      if let type, type != "FeatureCollection" {
        guard Self.otherTypes.contains(type) else { throw scanner.error(.unknownType(type), at: start) }
        return false
      }
    } while try scanner.nextMember()
    throw scanner.error(.missingMember(type == nil ? "type" : "features"), at: scanner.p - 1)
  }

  /// Reads from behind the array `features` to behind the closing brace.
  mutating func readAfterFeatures(_ scanner: inout JSONScanner) throws(JSONError) {
    while try scanner.nextMember() {
      let start = scanner.p
      let key = try scanner.key()
      if key.equals("features") { throw scanner.error(.duplicateFeatures, at: start) }
      try member(key, &scanner)
      if let type, type != "FeatureCollection" { throw scanner.error(.unknownType(type), at: start) }
    }
    if type == nil { throw scanner.error(.missingMember("type"), at: scanner.p - 1) }
  }

  private mutating func member(_ key: JSONString, _ scanner: inout JSONScanner) throws(JSONError) {
    if key.equals("type") {
      guard scanner.isString else {
        try scanner.skipValue()
        throw scanner.error(.expected("string"), at: scanner.p - 1)
      }
      type = try scanner.string().text
    } else if key.equals("crs") {
      crs = try CRSMember.read(&scanner)
    } else {
      try scanner.skipValue()
    }
  }

  static let otherTypes: Set<String> = [
    "Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
  ]
}
