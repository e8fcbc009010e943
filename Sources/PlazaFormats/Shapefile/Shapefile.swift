internal import PlazaGeometry
internal import PlazaLayers

/// Shapefile: a `.shp` with its `.dbf`, `.prj` and `.cpg` beside it, on the disk or in one `.zip`; and a `.dbf` alone as a table.
public enum Shapefile: Format {
  public static let name = "Shapefile"
  public static let endings = ["shp", "dbf"]
  public static let contents: Set<FileContent> = [.records, .areas, .features, .table]

  public static var layerWriters: [any LayerWriter.Type] { [ShapefileWriter.self, ZippedShapefileWriter.self] }

  public static func recognises(_ head: FileHead) -> Bool { isShapes(head) || DBFHead.isLikely(head.bytes) }

  static func isShapes(_ head: FileHead) -> Bool { head.begins(with: [0, 0, 0x27, 0x0A]) }

  public static func open(_ input: Input, _ reading: Reading) throws -> any Dataset {
    // The table says how its bytes are text, or the caller; positions and numbers have one form.
    var others = reading
    others.encoding = nil
    try others.refuseDelimited(file: input.name, format: name)
    if reading.isOfRaster { throw Failure(.usage, "input.not_raster", ["file": input.name, "format": name]) }
    let isTable = try !isShapes(FileHead(input.head(FileHead.size)))
    return ShapefileDataset(input: input, reading: reading, isTable: isTable)
  }
}

/// A shapefile, to be read as records, areas, features or a table.
struct ShapefileDataset: Dataset {
  let input: Input
  let reading: Reading
  /// Whether it is a `.dbf` alone.
  let isTable: Bool
  var format: any Format.Type { Shapefile.self }

  func records(_ positions: PositionRequest) throws -> any PointSource {
    if isTable, positions == .required { throw Failure(.notUnderstood, "shapefile.no_geometry", ["file": name]) }
    return try ShapefilePointSource(self, needsPosition: positions == .required)
  }

  func layer(jobs: Int) throws -> LayerReading {
    var notes: [Diagnostic] = []
    return try LayerReading(read(keepingPaths: false, &notes), file: name, notes: notes)
  }

  func features(jobs: Int) throws -> FeatureReading {
    var notes: [Diagnostic] = []
    return try FeatureReading(read(keepingPaths: true, &notes), file: name, notes: notes, mayBeEmpty: reading.mayBeEmpty)
  }

  func table() throws -> Table { try Table(ShapefilePointSource(self, needsPosition: false)) }

  func outline() throws -> DatasetOutline { isTable ? .records : try CursorFeatures.census(cursor(fields: [])).outline }

  private func read(
    keepingPaths: Bool, _ notes: inout [Diagnostic]
  ) throws -> (features: Features, findings: LayerFindings, notes: [Diagnostic]) {
    if isTable { throw Failure(.notUnderstood, "shapefile.no_geometry", ["file": name]) }
    guard let crs = try crs(&notes) else {
      throw Failure(.notUnderstood, "crs.missing", ["file": name, "fields": ""])
    }
    let all = try cursor(fields: nil)
    notes += all.notes
    return try CursorFeatures.read(all, fields: all.fields, crs: crs, keepingPaths: keepingPaths)
  }

  /// What the `.prj` says, else the caller; nil where neither does.
  func crs(_ notes: inout [Diagnostic]) throws -> CRS? {
    if let reader = try input.companion("prj"), let crs = try ProjectionFile.read(reader) {
      return crs.winning(over: reading.assumedCRS, file: name, &notes)
    }
    return reading.assumedCRS
  }

  /// The rows from the front.
  /// - Parameter fields: places of the fields that are wanted; nil for all.
  func cursor(fields: [Int]?, wantsGeometry: Bool = true) throws -> ShapefileCursor {
    let table = isTable ? try input.open() : try input.companion("dbf")
    let page = try input.companion("cpg").map { reader in
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = try bytes.withUnsafeMutableBytes { try reader.fill($0) }
      return String(decoding: bytes[..<count], as: UTF8.self)
    }
    return try ShapefileCursor(
      name: name,
      shapes: isTable ? nil : ShapeRecords(input.open(), name: name),
      table: table.map { try DBFTable($0, codePage: page, stated: reading.encoding, name: name) },
      wanted: fields, wantsGeometry: wantsGeometry)
  }
}

/// The rows of a shapefile: its geometries and the records of its table, side by side.
final class ShapefileCursor: RowCursor {
  let name: String
  /// The names of the fields that are wanted.
  let fields: [String]
  let geometryField: String?
  private let shapes: ShapeRecords?
  private let table: DBFTable?
  /// Places in the table of the fields that are wanted.
  private let wanted: [Int]
  /// Whether the present row has a geometry's record, and a table's.
  private var hasShape = false
  private var hasRecord = false
  private var counts = (shapes: 0, records: 0)

  init(name: String, shapes: ShapeRecords?, table: DBFTable?, wanted: [Int]?, wantsGeometry: Bool) throws {
    self.name = name
    self.shapes = shapes
    self.table = table
    let all = table?.head.fields.map(\.name) ?? []
    self.wanted = wanted ?? Array(all.indices)
    fields = self.wanted.map { all[$0] }
    geometryField = shapes == nil || !wantsGeometry ? nil : "geometry"
  }

  /// What there is to say of the file before it is read.
  var notes: [Diagnostic] {
    guard let table else { return [Diagnostic(.warning, "shapefile.no_table", ["file": name])] }
    guard !table.head.fields.isEmpty, table.head.encoding != .utf8 else { return [] }
    return [Diagnostic(.note, "shapefile.encoding", ["file": name, "encoding": table.head.encoding.rawValue])]
  }

  /// That one file has more records than the other.
  var lateNotes: [Diagnostic] {
    guard shapes != nil, table != nil, counts.shapes != counts.records else { return [] }
    let values = ["file": name, "shapes": String(counts.shapes), "records": String(counts.records)]
    return [Diagnostic(.warning, "shapefile.counts", values)]
  }

  var fieldCount: Int { wanted.count }

  /// What the table says it has; nil without one.
  var recordCount: Int? { table?.head.recordCount }

  /// Goes on to the next row that is not deleted; where one file ends before the other, what it would hold is null.
  func next() throws -> Bool {
    while true {
      hasShape = try shapes?.next() ?? false
      hasRecord = try table?.next() ?? false
      if hasShape { counts.shapes += 1 }
      if hasRecord { counts.records += 1 }
      guard hasShape || hasRecord else { return false }
      if !hasRecord || table?.isDeleted != true { return true }
    }
  }

  func appendText(_ field: Int, to text: inout [UInt8]) -> Bool {
    hasRecord && table?.appendText(wanted[field], to: &text) ?? false
  }

  func value(_ field: Int) -> FieldValue { hasRecord ? table?.value(wanted[field]) ?? .null : .null }

  func positions() throws(GeometryError) -> (kind: GeometryKind, positions: [Coordinate]) {
    hasShape ? try shapes?.positions() ?? (.point, []) : (.point, [])
  }

  func addGeometry(to builder: inout GeometryBuilder) throws(GeometryError) {
    if hasShape { try shapes?.addGeometry(to: &builder) }
  }
}

/// The records of a shapefile of points, or of a table alone.
struct ShapefilePointSource: PointSource {
  let name: String
  let schema: RecordSchema
  private let file: ShapefileDataset

  /// - Throws: `Failure` `crs.missing` where neither the `.prj` nor the caller says what positions are in, those of the files.
  init(_ file: ShapefileDataset, needsPosition: Bool) throws {
    self.file = file
    name = file.name
    var notes: [Diagnostic] = []
    let crs = try file.isTable ? nil : file.crs(&notes)
    if needsPosition, crs == nil { throw Failure(.notUnderstood, "crs.missing", ["file": name, "fields": ""]) }
    let cursor = try file.cursor(fields: nil)
    notes += cursor.notes + (try Self.counts(file, cursor))
    var schema = RecordSchema(fields: cursor.fields, coordinateFields: [], crs: crs, notes: notes)
    schema.isCRSStated = crs != nil
    schema.hasPositions = !file.isTable
    schema.asWritten = file.reading.asWritten
    self.schema = schema
  }

  /// That one file says it has more records than the other; the number of shapes is that of the index, eight bytes for each.
  private static func counts(_ file: ShapefileDataset, _ cursor: ShapefileCursor) throws -> [Diagnostic] {
    guard let records = cursor.recordCount, let index = try file.input.companion("shx") else { return [] }
    var (bytes, chunk) = (0, [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = try chunk.withUnsafeMutableBytes { try index.fill($0) }
      bytes += count
      if count < chunk.count { break }
    }
    let shapes = max(0, bytes - 100) / 8
    guard bytes >= 100, shapes != records else { return [] }
    return [
      Diagnostic(
        .warning, "shapefile.counts", ["file": file.name, "shapes": String(shapes), "records": String(records)])
    ]
  }

  func makeReader(_ request: PointRequest) throws -> any PointReader {
    CursorPointReader(
      try file.cursor(fields: request.fields, wantsGeometry: request.positions),
      PositionRules(request, crs: schema.crs ?? .wgs84))
  }

  func sample(_ request: PointRequest) throws -> PointBatch {
    var batch = PointBatch()
    if try !makeReader(request).next(&batch) { batch.removeAll(fieldCount: request.fields.count) }
    return batch
  }
}
