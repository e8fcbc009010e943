/// Takes one feature after the other.
protocol FeatureTaker: GeometryTaker {
  /// Passes the value of `properties`, an object; of two in one feature the last counts.
  mutating func properties(_ scanner: inout JSONScanner) throws(JSONError)
  /// Passes the value of the feature's `id`.
  mutating func identifier(_ scanner: inout JSONScanner) throws(JSONError)
  /// The legacy member `crs` of a text that stands alone.
  mutating func legacyCRS(_ member: CRSMember)
  mutating func beginFeature()
  mutating func endFeature()
  /// Forgets the feature that has begun: its text could not be read.
  mutating func abandonFeature(_ error: JSONError, text: UnsafeBufferPointer<UInt8>) throws(JSONError)
}

extension FeatureTaker {
  /// Reads all features of a block. The buffer may be changed: lines are closed by zeros while they are read.
  mutating func read(_ block: FeatureBlock, of buffer: PaddedBytes) throws(JSONError) {
    let base = UnsafePointer(buffer.base)
    let end = base + block.range.upperBound
    var scanner = JSONScanner(base + block.range.lowerBound, end: end, base: base, origin: block.origin)
    switch block.layout {
    case .collection:
      scanner.depth = 2
      for index in 0..<block.count {
        if index > 0 {
          scanner.skipBlanks()
          try scanner.expect(0x2C)
        }
        beginFeature()
        try readFeature(&scanner)
        endFeature()
      }
    case .texts:
      for _ in 0..<block.count {
        scanner.p = skippingBlanks(scanner.p, end: end, separators: true)
        try readText(&scanner)
      }
    case .lines, .records:
      let delimiter: UInt8 = block.layout == .lines ? 0x0A : 0x1E
      var next = scanner.p
      while true {
        while next < end, next.pointee == delimiter || isBlank(next.pointee) { next += 1 }
        if next == end { return }
        let close = find(delimiter, next, end: end) ?? end
        let replaced = close.pointee
        UnsafeMutablePointer(mutating: close).pointee = 0
        defer { UnsafeMutablePointer(mutating: close).pointee = replaced }
        var line = JSONScanner(next, end: close, base: base, origin: block.origin)
        do throws(JSONError) {
          try readText(&line)
          line.skipBlanks()
          if line.p < close { throw line.unexpected(at: line.p) }
        } catch {
          try abandonFeature(error, text: UnsafeBufferPointer(start: next, count: close - next))
        }
        next = close
      }
    }
  }

  /// Passes a text that stands alone: a Feature, a geometry, or a whole FeatureCollection.
  private mutating func readText(_ scanner: inout JSONScanner) throws(JSONError) {
    var probe = scanner
    var head = CollectionHead()
    if try head.readBeforeFeatures(&probe) {
      if try probe.enterFeatures() {
        repeat {
          beginFeature()
          try readFeature(&probe)
          endFeature()
        } while try probe.nextElement()
      }
      try head.readAfterFeatures(&probe)
      if let crs = head.crs { legacyCRS(crs) }
      scanner = probe
    } else {
      beginFeature()
      try readFeature(&scanner, standsAlone: true)
      endFeature()
    }
  }

  /// Passes one Feature; a bare geometry too where the text stands alone.
  private mutating func readFeature(_ scanner: inout JSONScanner, standsAlone: Bool = false) throws(JSONError) {
    let start = scanner.p
    let mark = geometryMark
    var geometryCount = 0
    var members = GeometryMembers(mark: mark)
    var isFeature: Bool?
    guard try scanner.enterObject() else { throw scanner.error(.missingMember("type"), at: start) }
    repeat {
      let keyStart = scanner.p
      let key = try scanner.key()
      if key.equals("type") {
        guard scanner.isString else { throw try scanner.wrongType(expected: "string") }
        let place = scanner.p
        let name = try scanner.string()
        if name.equals("Feature") {
          isFeature = true
        } else if standsAlone, let kind = GeometryKind(name) {
          isFeature = false
          members.kind = kind
        } else {
          throw scanner.error(.unknownType(name.text), at: place)
        }
      } else if key.equals("geometry"), isFeature != false {
        if geometryCount > 0 { takeBack(to: mark) }
        geometryCount += 1
        try readGeometry(&scanner)
      } else if key.equals("properties"), isFeature != false {
        if scanner.isNull {
          try scanner.literal()
        } else {
          guard scanner.isObject else { throw try scanner.wrongType(expected: "object") }
          try properties(&scanner)
        }
      } else if key.equals("id"), isFeature != false {
        try identifier(&scanner)
      } else if key.equals("crs"), standsAlone {
        if let member = try CRSMember.read(&scanner) { legacyCRS(member) }
      } else if isFeature == true {
        try scanner.skipValue()
      } else if try !readGeometryMember(key, at: keyStart, &scanner, &members) {
        try scanner.skipValue()
      }
    } while try scanner.nextMember()
    guard let isFeature else { throw scanner.error(.missingMember("type"), at: start) }
    if !isFeature { try finishGeometry(members, start: start, &scanner) }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}

extension JSONScanner {
  /// After the opening bracket of `features`: whether there is an element; if not, the closing bracket has been passed.
  fileprivate mutating func enterFeatures() throws(JSONError) -> Bool {
    skipBlanks()
    guard p.pointee == 0x5D else { return true }
    p += 1
    depth -= 1
    return false
  }
}
