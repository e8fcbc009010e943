public import PlazaGeometry
public import PlazaLayers
internal import Synchronization

/// The records of a delimited file (CSV, TSV, also gzipped or from standard input), read on all cores.
///
/// Delimiter, decimal mark, encoding and the fields of the position are found by evidence in the first 1 MiB unless they are
/// stated; every choice is a note of the schema.
public struct CSVPointSource: PointSource {
  public let name: String
  public let schema: RecordSchema
  public let dialect: CSVDialect
  /// What is wrong with the names in the header, which were made distinct.
  public let header: CSVHeader
  private let input: Input
  private let headerEnd: (bytes: Int, lines: Int)
  private let position: (x: Int, y: Int)?
  /// Where one field holds both coordinates, which of them stands first.
  private let order: WrittenPosition.Order?
  private let neighborhood: Envelope?
  private let isEncodingStated: Bool

  static let headLimit = 1 << 20

  /// - Parameter assumedCRS: what the positions are in, when the caller says so.
  /// - Parameter needsPosition: whether a file without fields of a position is an error.
  /// - Parameter tellsDialect: whether delimiter and encoding are the file's own, to be told.
  /// - Parameter notes: what else there is to say of the file.
  /// - Throws: `Failure`: `csv.no_header`, that of a field that is not there, `csv.no_position`, `csv.doubtful_position`, and those of `Input`.
  public init(
    _ input: Input, options: Reading = Reading(), assumedCRS: CRS? = nil, needsPosition: Bool = true, tellsDialect: Bool = true,
    notes: [Diagnostic] = []
  ) throws {
    let head = try input.head(Self.headLimit)
    var sniffer = try CSVSniffer(head, limit: Self.headLimit, name: input.name, options: options)
    let choice = try PositionFields(sniffer, options: options, file: input.name, isNeeded: needsPosition)
    if let choice, choice.whole == nil, options.decimalMark == nil { sniffer.refineDecimalMark(fields: [choice.x, choice.y]) }
    self.input = input
    isEncodingStated = options.encoding != nil
    name = input.name
    dialect = sniffer.dialect
    headerEnd = sniffer.headerEnd
    header = sniffer.headerFlaws
    position = choice.map { ($0.x, $0.y) }
    order = choice?.whole?.order
    neighborhood = choice.flatMap { $0.whole == nil && $0.isGeographic ? sniffer.neighborhood(of: $0.x, $0.y) : nil }
    let coordinateFields = choice.map { [sniffer.header[$0.x], sniffer.header[$0.y]] } ?? []
    var schema = RecordSchema(
      fields: sniffer.header, coordinateFields: coordinateFields,
      crs: assumedCRS ?? (choice?.isGeographic == true ? .wgs84 : nil),
      notes: Self.notes(
        input.name, sniffer.dialect, coordinateFields, choice, assumedCRS, isUTF16: input.wasUTF16, lost: sniffer.lostLetters
      ).filter {
        tellsDialect || $0.id != "csv.dialect"
      } + notes)
    schema.decimalMark = sniffer.dialect.decimalMark
    schema.isDecimalMarkStated = options.decimalMark != nil
    schema.asWritten = options.asWritten
    schema.hasPositions = choice != nil
    schema.isCRSStated = assumedCRS != nil
    self.schema = schema
  }

  public func makeReader(_ request: PointRequest) throws -> any PointReader {
    try reader(request, from: input.open())
  }

  public func sample(_ request: PointRequest) throws -> PointBatch {
    let bytes = try input.head(Self.headLimit)
    // The last line of a head may be cut.
    let end = bytes.count < Self.headLimit ? bytes.count : bytes.lastIndex(of: dialect.newline).map { $0 + 1 } ?? bytes.count
    let reader = try reader(request, from: ArrayReader(Array(bytes[..<end])))
    var batch = PointBatch()
    if try !reader.next(&batch) { batch.removeAll(fieldCount: request.fields.count) }
    return batch
  }

  /// A pass over bytes from elsewhere, in chunks of a stated size.
  func reader(
    _ request: PointRequest, from bytes: any ByteReader, chunkSize: Int = CSVChunker.defaultChunkSize,
    recordLimit: Int = CSVChunker.defaultRecordLimit
  ) throws -> CSVPointReader {
    var slots = [Int](repeating: -1, count: schema.fields.count)
    for (slot, field) in request.fields.enumerated() { slots[field] = slot }
    var slotCount = request.fields.count
    func slot(_ field: Int) -> Int {
      if slots[field] < 0 {
        slots[field] = slotCount
        slotCount += 1
      }
      return slots[field]
    }
    let place = request.positions ? position.map { (x: slot($0.x), y: slot($0.y)) } : nil
    let parser = CSVRowParser(
      dialect: dialect, fieldCount: schema.fields.count, slots: slots, slotCount: slotCount, position: place,
      order: order, neighborhood: neighborhood, isGeographic: schema.crs?.isWGS84 == true, names: schema.fields,
      asWritten: schema.asWritten,
      isEncodingStated: isEncodingStated)
    return CSVPointReader(
      parser,
      try CSVChunker(
        bytes, dialect: dialect, skipping: headerEnd.bytes, lines: headerEnd.lines, chunkSize: chunkSize,
        recordLimit: recordLimit))
  }

  private static func notes(
    _ file: String, _ dialect: CSVDialect, _ coordinateFields: [String], _ choice: PositionFields?, _ assumedCRS: CRS?,
    isUTF16: Bool, lost: (count: Int, example: String)
  ) -> [Diagnostic] {
    let delimiter = dialect.delimiter == 0x09 ? "\\t" : String(UnicodeScalar(dialect.delimiter))
    var notes = [
      Diagnostic(
        .note, "csv.dialect",
        [
          "file": file, "delimiter": delimiter, "decimal": dialect.decimalMark == 0x2C ? "," : ".",
          "encoding": isUTF16 ? "utf-16" : dialect.encoding.rawValue + (dialect.hasByteOrderMark ? " (BOM)" : ""),
        ])
    ]
    if lost.count > 0 {
      notes.append(
        Diagnostic(.warning, "csv.lost_letters", ["file": file, "count": String(lost.count), "example": lost.example]))
    }
    if dialect.skippedLines > 0 {
      notes.append(Diagnostic(.note, "csv.skipped_lines", ["file": file, "count": String(dialect.skippedLines)]))
    }
    if let choice, let whole = choice.whole {
      notes.append(
        Diagnostic(
          whole.isOrderKnown ? .note : .warning, whole.isOrderKnown ? "csv.position_whole" : "csv.position_whole_assumed",
          ["file": file, "field": coordinateFields[0], "order": whole.order.rawValue]))
    } else if let choice {
      notes.append(
        Diagnostic(
          .note, choice.isGeographic && assumedCRS == nil ? "csv.position_wgs84" : "csv.position",
          ["file": file, "x": coordinateFields[0], "y": coordinateFields[1]]))
    }
    return notes
  }
}

/// Which two fields hold the position, or which one holds both.
struct PositionFields {
  var x: Int
  var y: Int
  var isGeographic: Bool
  /// Set where x and y are one field.
  var whole: PositionColumn?

  /// - Returns: nil when there are none and none are needed.
  init?(_ sniffer: CSVSniffer, options: Reading, file: String, isNeeded: Bool) throws {
    let (fields, repeated) = (sniffer.header, sniffer.headerFlaws.repeated)
    func stated(_ name: String?, _ option: String) throws -> Int? {
      guard let name else { return nil }
      guard let index = FieldNames.index(of: name, in: fields) else {
        throw Failure.noField(name, of: file, option: option, in: fields)
      }
      return index
    }
    let longitude = try stated(options.longitude, "--lon")
    let latitude = try stated(options.latitude, "--lat")
    let easting = try stated(options.easting, "--easting")
    let northing = try stated(options.northing, "--northing")
    if let easting, let northing {
      (x, y, isGeographic) = (easting, northing, false)
      return
    }
    if let longitude, let latitude {
      (x, y, isGeographic) = (longitude, latitude, true)
      if x == y {
        whole = PositionColumn(x, sniffer.sampleRows, mark: sniffer.dialect.decimalMark, isStated: true)
        if whole == nil { throw Failure(.notUnderstood, "csv.no_whole_position", ["file": file, "field": fields[x]]) }
      }
      return
    }
    if [longitude, latitude, easting, northing].contains(where: { $0 != nil }) {
      throw Failure(.usage, "csv.position_pair", ["file": file])
    }
    for (xNames, yNames, geographic) in [
      (FieldNames.longitude, FieldNames.latitude, true), (FieldNames.easting, FieldNames.northing, false),
    ] {
      let xs = FieldNames.matches(fields, xNames)
      let ys = FieldNames.matches(fields, yNames)
      let isRepeated = (xs + ys).contains { repeated.contains(fields[$0]) }
      if xs.count == 1, ys.count == 1, !isRepeated {
        (x, y, isGeographic) = (xs[0], ys[0], geographic)
        return
      }
      if !xs.isEmpty, !ys.isEmpty, isNeeded {
        // A second field of one name is called `lat_2`: the user may mean either.
        let others = fields.filter { field in
          repeated.contains { name in field.hasPrefix("\(name)_") && (xs + ys).contains { fields[$0] == name } }
        }
        throw Failure(
          .usage, "csv.doubtful_position",
          ["file": file, "fields": ((xs + ys).map { fields[$0] } + others).joined(separator: ", ")])
      }
    }
    let columns = fields.indices.compactMap { PositionColumn($0, sniffer.sampleRows, mark: sniffer.dialect.decimalMark) }
    if columns.count == 1 {
      (x, y, isGeographic, whole) = (columns[0].field, columns[0].field, true, columns[0])
      return
    }
    guard isNeeded else { return nil }
    throw Failure(.notUnderstood, "csv.no_position", ["file": file, "fields": fields.joined(separator: ", ")])
  }
}

/// One pass over a delimited file: chunks are cut under a lock, parsed outside it.
final class CSVPointReader: PointReader {
  private let parser: CSVRowParser
  private let chunker: Mutex<ChunkerBox>

  private struct ChunkerBox: @unchecked Sendable {
    var chunker: CSVChunker
  }

  init(_ parser: CSVRowParser, _ chunker: CSVChunker) {
    self.parser = parser
    self.chunker = Mutex(ChunkerBox(chunker: chunker))
  }

  func next(_ batch: inout PointBatch) throws -> Bool {
    guard let chunk = try chunker.withLock({ try $0.chunker.next(into: &batch.text) }) else { return false }
    parser.parse(&batch, chunk)
    return true
  }
}
