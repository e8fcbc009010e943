import PlazaLayers

/// The areas of one block: coordinates, the ends of rings, polygons and features, attributes, and what is to be noted.
struct AreaPart: FeatureTaker {
  struct Mark {
    var coordinates: Int
    var rings: Int
    var polygons: Int
    var paths: PathPart.Mark?
    var findings: LayerFindings
  }

  let firstFeature: Int
  let coordinates: CoordinateBuffer
  /// Counts at which each ring, polygon and feature ends, from the beginning of the part.
  private(set) var ringEnds: [Int] = []
  private(set) var polygonEnds: [Int] = []
  private(set) var featureEnds: [Int] = []
  private(set) var attributes = AttributeTable()
  /// Ids of features; may be shorter than there are features.
  private(set) var identifiers: [FieldValue] = []
  private(set) var crsMembers: [CRSMember] = []
  private(set) var findings = LayerFindings()
  /// Points and lines, where they are wanted too.
  private(set) var paths: PathPart?

  private var hasProperties = false
  private var hasHeights = false
  private var polygonsBefore = 0
  /// The first kind of geometry in the present feature that is no area.
  private var otherKind: GeometryKind?

  init(firstFeature: Int, expectedBytes: Int, keepsPaths: Bool = false) {
    self.firstFeature = firstFeature
    paths = keepsPaths ? PathPart() : nil
    // A position of a real map takes some 24 bytes of text.
    coordinates = CoordinateBuffer(capacity: expectedBytes / 10)
  }

  var featureCount: Int { featureEnds.count }
  /// Number of the present feature, from 1.
  var featureNumber: Int { firstFeature + featureCount + 1 }

  // MARK: Features

  mutating func beginFeature() {
    hasProperties = false
    hasHeights = false
    polygonsBefore = polygonEnds.count
    otherKind = nil
  }

  mutating func endFeature() {
    findings.note(otherKind, hasAreas: polygonEnds.count > polygonsBefore, feature: featureNumber)
    if hasHeights { findings.withHeights += 1 }
    featureEnds.append(polygonEnds.count)
    paths?.endFeature()
  }

  mutating func abandonFeature(_ error: JSONError, text: UnsafeBufferPointer<UInt8>) throws(JSONError) { throw error }

  mutating func properties(_ scanner: inout JSONScanner) throws(JSONError) {
    if hasProperties { attributes.clear(row: featureCount) }
    hasProperties = true
    try attributes.readObject(&scanner, row: featureCount)
  }

  mutating func identifier(_ scanner: inout JSONScanner) throws(JSONError) {
    let value = try FieldValue.read(&scanner)
    if identifiers.count > featureCount { identifiers.removeLast() }
    if value.isNull { return }
    identifiers.append(contentsOf: repeatElement(.null, count: featureCount - identifiers.count))
    identifiers.append(value)
  }

  mutating func legacyCRS(_ member: CRSMember) {
    if !crsMembers.contains(member) { crsMembers.append(member) }
  }

  // MARK: Geometry

  var geometryMark: Mark {
    Mark(
      coordinates: coordinates.count, rings: ringEnds.count, polygons: polygonEnds.count, paths: paths?.mark, findings: findings)
  }

  mutating func takeBack(to mark: Mark) {
    coordinates.count = mark.coordinates
    ringEnds.removeLast(ringEnds.count - mark.rings)
    polygonEnds.removeLast(polygonEnds.count - mark.polygons)
    if let mark = mark.paths { paths?.takeBack(to: mark) }
    findings = mark.findings
    otherKind = nil
    hasHeights = false
  }

  mutating func coordinates(of kind: GeometryKind, _ scanner: inout JSONScanner) throws(JSONError) {
    if scanner.isNull { return try scanner.literal() }
    guard scanner.isArray else { throw try scanner.wrongType(expected: "array") }
    scanner.hasHeights = false
    defer { hasHeights = hasHeights || scanner.hasHeights }
    switch kind {
    case .polygon: try polygon(&scanner)
    case .multiPolygon:
      guard try scanner.enterArray() else { return }
      repeat {
        guard scanner.isArray else { throw try scanner.wrongType(expected: "array") }
        try polygon(&scanner)
      } while try scanner.nextElement()
    default:
      guard paths == nil else {
        try paths!.coordinates(of: kind, &scanner)
        return
      }
      otherKind = otherKind ?? kind
      try scanner.skipValue()
    }
  }

  private mutating func polygon(_ scanner: inout JSONScanner) throws(JSONError) {
    guard try scanner.enterArray() else { return }
    let coordinatesBefore = coordinates.count
    let ringsBefore = ringEnds.count
    var isExterior = true
    var hasExterior = false
    repeat {
      let isKept = try ring(&scanner)
      if isExterior { hasExterior = isKept }
      isExterior = false
    } while try scanner.nextElement()
    if hasExterior {
      polygonEnds.append(ringEnds.count)
    } else {
      // Holes without what they are holes of are no area.
      coordinates.count = coordinatesBefore
      ringEnds.removeLast(ringEnds.count - ringsBefore)
    }
  }

  /// Whether the ring was long enough to be kept.
  private mutating func ring(_ scanner: inout JSONScanner) throws(JSONError) -> Bool {
    let start = scanner.p
    let first = coordinates.count
    let length = try scanner.positions(into: coordinates)
    if length < 4 {
      coordinates.count = first
      if length > 0 {
        findings.shortRings += 1
        findings.firstShortRing = findings.firstShortRing ?? featureNumber
      }
      return false
    }
    let values = coordinates.base
    let last = coordinates.count - 2
    guard values[first] == values[last], values[first + 1] == values[last + 1] else {
      throw scanner.error(.ringNotClosed, at: start)
    }
    ringEnds.append(coordinates.count / 2)
    return true
  }
}
