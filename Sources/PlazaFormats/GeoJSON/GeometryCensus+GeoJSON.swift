extension GeometryCensus {
  /// Looks at the features and keeps nothing of them.
  /// - Parameter name: the file as the user named it.
  /// - Parameter open: gives a reader at the beginning of the file's (inflated) bytes.
  /// - Parameter isWhole: whether all features are counted, or those of the first 1 MiB.
  /// - Throws: `Failure` for text that is not GeoJSON, or what the reader throws.
  init(name: String, open: () throws -> any ByteReader, isWhole: Bool) throws {
    var blocks = FeatureBlocks(try open())
    var taker = KindTaker()
    let buffer = PaddedBytes(capacity: FeatureBlocks.windowSize)
    do {
      while let block = try blocks.next(into: buffer) {
        try taker.read(block, of: buffer)
        if !isWhole { break }
      }
    } catch let error as JSONError {
      throw error.failure(file: name, feature: blocks.isInFeatures || taker.count > 0 ? taker.count + 1 : nil)
    }
    self = taker.census
  }

  /// Learns the kinds of geometry and looks at nothing else.
  private struct KindTaker: FeatureTaker {
    var census = GeometryCensus()
    var count = 0
    private var kinds: UInt8 = 0

    mutating func beginFeature() { kinds = 0 }

    mutating func endFeature() {
      count += 1
      switch kinds {
      case 0: census.none += 1
      case 1: census.points += 1
      case 2: census.lines += 1
      case 4: census.areas += 1
      default: census.mixed += 1
      }
    }

    mutating func abandonFeature(_ error: JSONError, text: UnsafeBufferPointer<UInt8>) throws(JSONError) { count += 1 }

    var geometryMark: UInt8 { kinds }
    mutating func takeBack(to mark: UInt8) { kinds = mark }

    mutating func coordinates(of kind: GeometryKind, _ scanner: inout JSONScanner) throws(JSONError) {
      if !scanner.isNull {
        switch kind {
        case .point, .multiPoint: kinds |= 1
        case .lineString, .multiLineString: kinds |= 2
        case .polygon, .multiPolygon: kinds |= 4
        case .collection: break
        }
      }
      try scanner.skipValue()
    }

    mutating func properties(_ scanner: inout JSONScanner) throws(JSONError) { try scanner.skipValue() }
    mutating func identifier(_ scanner: inout JSONScanner) throws(JSONError) { try scanner.skipValue() }
    mutating func legacyCRS(_ member: CRSMember) {}
  }
}
