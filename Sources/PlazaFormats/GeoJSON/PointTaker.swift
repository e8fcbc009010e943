import PlazaLayers

/// What a pass over records wants of each property.
struct WantedProperties: Sendable {
  /// The fields of the schema.
  var keys: KeyTable
  /// For each field of the schema its place in the request; −1 if it is not wanted.
  var places: [Int]
  /// The place in the request of the feature's own `id`; −1 if it is no field or not wanted.
  var identifierPlace: Int
  /// For each place in the request the one that is filled: an earlier one if a field is asked for twice.
  var sources: [Int]
}

/// Turns features into the records of a batch.
struct PointTaker: FeatureTaker {
  var batch: PointBatch
  /// The first legacy `crs` of a text, if there is one.
  private(set) var crs: CRSMember?
  private let wanted: WantedProperties
  private let rules: PositionRules
  private let firstFeature: Int
  private var featureCount = 0

  // The present feature.
  private var starts: [Int]
  private var ends: [Int]
  private let points = CoordinateBuffer(capacity: 16)
  private var otherKind: GeometryKind?
  private var hasBadNumber = false
  private var cell: (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>)?

  init(batch: consuming PointBatch, firstFeature: Int, wanted: WantedProperties, rules: PositionRules) {
    self.batch = batch
    self.firstFeature = firstFeature
    self.wanted = wanted
    self.rules = rules
    starts = Array(repeating: -1, count: wanted.sources.count)
    ends = starts
  }

  /// Number of the present feature, from 1.
  var featureNumber: Int { firstFeature + featureCount + 1 }

  mutating func beginFeature() {
    clearFields()
    points.count = 0
    otherKind = nil
    hasBadNumber = false
    cell = nil
  }

  private mutating func clearFields() {
    for place in starts.indices { starts[place] = -1 }
  }

  mutating func endFeature() {
    if !rules.positions {
      append(.located)
    } else if let otherKind {
      reject(.notAPoint, otherKind.name)
    } else if hasBadNumber {
      reject(.badNumber, cellText)
    } else if points.count == 0 {
      append(.noCoordinates)
    } else if points.count > 2, !rules.explode {
      reject(.notAPoint, "MultiPoint")
    } else {
      for index in stride(from: 0, to: points.count, by: 2) { place(x: points.base[index], y: points.base[index + 1]) }
    }
    featureCount += 1
  }

  mutating func abandonFeature(_ error: JSONError, text: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    clearFields()
    let state: RecordState = error.reason == .badUTF8 ? .badEncoding : .badRow
    reject(state, String(decoding: text.prefix(200), as: UTF8.self))
    featureCount += 1
  }

  private mutating func place(x: Double, y: Double) {
    switch rules.state(x: x, y: y) {
    case .located: append(.located, x: x, y: y)
    case .nullIsland: append(.nullIsland)
    case let state: reject(state, cellText)
    }
  }

  private var cellText: String {
    guard let cell else { return "" }
    return String(decoding: UnsafeBufferPointer(start: cell.start, count: min(200, cell.end - cell.start)), as: UTF8.self)
  }

  private mutating func reject(_ state: RecordState, _ text: String) {
    batch.faults.append(
      PointBatch.Fault(record: batch.count, field: state == .badRow || state == .badEncoding ? "" : "geometry", cell: text))
    append(state)
  }

  private mutating func append(_ state: RecordState, x: Double = .nan, y: Double = .nan) {
    batch.count += 1
    batch.x.append(x)
    batch.y.append(y)
    batch.states.append(state)
    batch.lines.append(featureNumber)
    for (place, source) in wanted.sources.enumerated() {
      batch.fields[place].append(start: starts[source], end: ends[source])
    }
  }

  // MARK: Members

  mutating func properties(_ scanner: inout JSONScanner) throws(JSONError) {
    for place in starts.indices where place != wanted.identifierPlace { starts[place] = -1 }
    guard try scanner.enterObject() else { return }
    var hint = 0
    repeat {
      let key = try scanner.key()
      guard !wanted.sources.isEmpty, let slot = wanted.keys.slot(of: key, hint: hint) else {
        try scanner.skipValue()
        continue
      }
      hint = slot + 1
      let place = wanted.places[slot]
      if place >= 0, starts[place] >= 0, place != wanted.identifierPlace {
        batch.mendings.note(.repeatedKeys, line: featureNumber)
      }
      try field(place, &scanner)
    } while try scanner.nextMember()
  }

  mutating func identifier(_ scanner: inout JSONScanner) throws(JSONError) { try field(wanted.identifierPlace, &scanner) }

  /// Passes a value and keeps its text, if it is wanted.
  private mutating func field(_ place: Int, _ scanner: inout JSONScanner) throws(JSONError) {
    guard place >= 0 else { return try scanner.skipValue() }
    let valueStart = scanner.p
    let start = batch.text.count
    if scanner.isString {
      try scanner.string().appendText(to: &batch.text)
    } else if scanner.isNull {
      try scanner.literal()
      starts[place] = -1
      return
    } else {
      try scanner.skipValue()
      batch.text.append(contentsOf: UnsafeBufferPointer(start: valueStart, count: scanner.p - valueStart))
    }
    starts[place] = start
    ends[place] = batch.text.count
  }

  mutating func legacyCRS(_ member: CRSMember) { crs = crs ?? member }

  // MARK: Geometry

  var geometryMark: Int { points.count }

  mutating func takeBack(to mark: Int) {
    points.count = mark
    otherKind = nil
    hasBadNumber = false
  }

  mutating func coordinates(of kind: GeometryKind, _ scanner: inout JSONScanner) throws(JSONError) {
    let start = scanner.p
    defer { cell = (start, scanner.p) }
    if scanner.isNull { return try scanner.literal() }
    guard scanner.isArray else { throw try scanner.wrongType(expected: "array") }
    guard rules.positions, kind == .point || kind == .multiPoint else {
      if kind != .point, kind != .multiPoint { otherKind = otherKind ?? kind }
      return try scanner.skipValue()
    }
    if kind == .point {
      var probe = scanner
      if try !probe.enterArray() {
        scanner = probe
        return
      }
      return try point(&scanner)
    }
    guard try scanner.enterArray() else { return }
    repeat { try point(&scanner) } while try scanner.nextElement()
  }

  private mutating func point(_ scanner: inout JSONScanner) throws(JSONError) {
    do throws(JSONError) {
      let (x, y) = try scanner.position()
      if points.count + 2 > points.capacity { points.grow() }
      points.base[points.count] = x
      points.base[points.count + 1] = y
      points.count += 2
    } catch {
      // Such a position has been passed whole: the number is grammatical, only no Double.
      guard error.reason == .hugeCoordinate else { throw error }
      hasBadNumber = true
    }
  }
}
