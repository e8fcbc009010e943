public import PlazaGeometry
public import PlazaLayers
import Synchronization

/// The records of a GeoJSON file: the points of a FeatureCollection or of a sequence of texts.
///
/// The fields are the property names that occur in the first 1 MiB of features (and `id`, if features have one and no property of that
/// name); a property that first appears later is no field and is passed over. A feature that is malformed ends the run with 65, as
/// does anything around the features; in a sequence of lines (or of records after 0x1E) a line that cannot be read is one rejected
/// record. A legacy `crs` decides the CRS also where it follows the features, for which a file is looked through to its end first.
public struct GeoJSONPointSource: PointSource {
  public let name: String
  public let schema: RecordSchema
  private let open: @Sendable () throws -> any ByteReader
  private let stream: StreamStart?
  /// The beginning of a stream, to be looked at; empty for a file, which can be opened again.
  private let beginning: [UInt8]
  private let keys: KeyTable
  private let identifierField: Int?

  /// Reads the first window, and the rest of a file for a late `crs`.
  /// - Parameter name: the file as the user named it.
  /// - Parameter open: gives a reader at the beginning of the file's (inflated) bytes.
  /// - Parameter isStream: whether `open` can be called only once (standard input). Such a source has one reader, and a `crs` behind
  ///   its features that says something else than was assumed ends the run.
  /// - Parameter assumedCRS: what the positions are in, where the file does not say.
  /// - Throws: `Failure`, or what the reader throws.
  /// - Parameter asWritten: what is left as the file writes it.
  public init(
    name: String, open: @escaping @Sendable () throws -> any ByteReader, isStream: Bool = false, assumedCRS: CRS? = nil,
    asWritten: Set<Mending> = []
  ) throws {
    self.name = name
    self.open = open
    let recorder = RecordingReader(try open())
    var blocks = FeatureBlocks(recorder)
    var taker = SchemaTaker()
    let buffer = PaddedBytes(capacity: FeatureBlocks.windowSize)
    do {
      if let block = try blocks.next(into: buffer) { try taker.read(block, of: buffer) }
    } catch let error as JSONError {
      throw error.failure(file: name, feature: blocks.isInFeatures || taker.featureCount > 0 ? taker.featureCount + 1 : nil)
    }
    var member = blocks.head.crs ?? taker.crs
    if isStream {
      stream = StreamStart(ReplayingReader(recorder))
      beginning = recorder.bytes
    } else {
      stream = nil
      beginning = []
      if member == nil, blocks.layout == .collection, try mayEndWithCRS(try open()) {
        member = try Self.lateCRS(&blocks, buffer, file: name)
      }
    }
    var notes: [Diagnostic] = []
    let crs = try member?.honoured(file: name, &notes, assumed: assumedCRS) ?? assumedCRS ?? .wgs84
    var fields = taker.keys.names
    if taker.hasIdentifiers, !fields.contains("id") {
      fields.insert("id", at: 0)
      identifierField = 0
    } else {
      identifierField = nil
    }
    keys = KeyTable(fields)
    var schema = RecordSchema(fields: fields, coordinateFields: [], crs: crs, notes: notes)
    schema.asWritten = asWritten
    schema.isCRSStated = member?.crs != nil || assumedCRS != nil
    self.schema = schema
  }

  private static func lateCRS(_ blocks: inout FeatureBlocks, _ buffer: PaddedBytes, file: String) throws -> CRSMember? {
    do {
      while try blocks.next(into: buffer) != nil {}
    } catch let error as JSONError {
      throw error.failure(file: file, feature: blocks.isInFeatures ? blocks.featureCount + 1 : nil)
    }
    return blocks.head.crs
  }

  public func makeReader(_ request: PointRequest) throws -> any PointReader {
    let reader: any ByteReader
    if let stream {
      guard let rest = stream.take() else { throw Failure(.failed, "geojson.stream_read_twice", ["file": name]) }
      reader = rest
    } else {
      reader = try open()
    }
    return try self.reader(request, from: reader)
  }

  /// The first features, also of a stream: what was read of it to learn the fields is kept.
  public func sample(_ request: PointRequest) throws -> PointBatch {
    var batch = PointBatch()
    batch.removeAll(fieldCount: request.fields.count)
    _ = try reader(request, from: stream == nil ? open() : ArrayReader(beginning)).next(&batch)
    return batch
  }

  private func reader(_ request: PointRequest, from reader: any ByteReader) throws -> GeoJSONPointReader {
    var places = [Int](repeating: -1, count: schema.fields.count)
    var sources: [Int] = []
    for (place, field) in request.fields.enumerated() {
      if places[field] < 0 { places[field] = place }
      sources.append(places[field])
    }
    let wanted = WantedProperties(
      keys: keys, places: identifierField.map { hidden in places.indices.map { $0 == hidden ? -1 : places[$0] } } ?? places,
      identifierPlace: identifierField.map { places[$0] } ?? -1, sources: sources)
    let crs = schema.crs ?? .wgs84
    let rules = PositionRules(request, crs: crs)
    return GeoJSONPointReader(FeatureBlocks(reader), file: name, wanted: wanted, rules: rules, crs: crs)
  }
}

/// One pass over the features, shared by the workers: a lock around reading and dividing, parsing outside it.
///
/// A batch holds at most 16 384 features (with `explode` a MultiPoint gives more records than features).
/// Sound to share: `blocks` is touched under `lock` only.
final class GeoJSONPointReader: PointReader, @unchecked Sendable {
  static let featuresPerBatch = 16_384

  private let file: String
  private let wanted: WantedProperties
  private let rules: PositionRules
  private let crs: CRS
  private var blocks: FeatureBlocks
  private let lock = Mutex(())
  private let idleBuffers = Mutex<[IdleBuffer]>([])

  /// A window that no thread is using.
  private struct IdleBuffer: @unchecked Sendable {
    let bytes: PaddedBytes
  }

  init(_ blocks: FeatureBlocks, file: String, wanted: WantedProperties, rules: PositionRules, crs: CRS) {
    self.blocks = blocks
    self.file = file
    self.wanted = wanted
    self.rules = rules
    self.crs = crs
  }

  func next(_ batch: inout PointBatch) throws -> Bool {
    let idle = idleBuffers.withLock { $0.popLast() } ?? IdleBuffer(bytes: PaddedBytes(capacity: FeatureBlocks.windowSize))
    let buffer = idle.bytes
    defer {
      buffer.removeAll()
      buffer.shrink(to: FeatureBlocks.windowSize)
      idleBuffers.withLock { $0.append(idle) }
    }
    batch.removeAll(fieldCount: wanted.sources.count)
    guard let block = try nextBlock(into: buffer) else { return false }
    batch.index = block.index
    var own = PointBatch()
    swap(&own, &batch)
    var taker = PointTaker(batch: own, firstFeature: block.firstFeature, wanted: wanted, rules: rules)
    own = PointBatch()
    do throws(JSONError) {
      try taker.read(block, of: buffer)
    } catch {
      throw error.failure(file: file, feature: taker.featureNumber)
    }
    swap(&batch, &taker.batch)
    if let member = taker.crs { try check(member) }
    return true
  }

  private func nextBlock(into buffer: PaddedBytes) throws -> FeatureBlock? {
    try lock.withLock { _ in
      do {
        if let block = try blocks.next(into: buffer, atMost: Self.featuresPerBatch) { return block }
        if let member = blocks.head.crs { try check(member) }
        return nil
      } catch let error as JSONError {
        throw error.failure(file: file, feature: blocks.isInFeatures ? blocks.featureCount + 1 : nil)
      }
    }
  }

  /// The CRS was settled before the first record: what is found later must not say otherwise.
  private func check(_ member: CRSMember) throws {
    guard let found = member.crs, found == crs || found.isWGS84 && crs.isWGS84 else {
      throw Failure(.notUnderstood, "geojson.late_crs", ["file": file, "crs": member.text, "assumed": crs.description])
    }
  }
}
