internal import PlazaGeometry
internal import PlazaLayers
internal import Synchronization

/// The records of a layer or table of a GeoPackage: points with attributes, or rows without a place.
struct GeoPackagePointSource: PointSource {
  let name: String
  let schema: RecordSchema
  private let file: GeoPackageFile
  private let layer: GeoPackageLayer
  private let fields: [GeoPackageLayer.Field]

  /// - Parameter needsPosition: whether a table without geometry is an error.
  /// - Throws: `Failure` `gpkg.no_geometry`, `crs.missing`, those of the choice of a layer, `sqlite.damaged`.
  init(_ file: GeoPackageFile, _ reading: Reading, needsPosition: Bool) throws {
    let database = try file.open()
    layer = try GeoPackageLayer.chosen(in: database, named: reading.layer, needsGeometry: needsPosition)
    fields = try layer.fields(in: database)
    name = file.input.name
    self.file = file
    var notes: [Diagnostic] = []
    var crs: CRS?
    if let geometry = layer.geometry {
      crs =
        needsPosition
        ? try geometry.crs(assuming: reading.assumedCRS, file: name, &notes) : geometry.crs ?? reading.assumedCRS
    } else if needsPosition {
      throw Failure(.notUnderstood, "gpkg.no_geometry", ["file": name, "layer": layer.identifier])
    }
    var schema = RecordSchema(fields: fields.map(\.name), coordinateFields: [], crs: crs, notes: notes)
    schema.isCRSStated = crs != nil
    schema.hasPositions = layer.geometry != nil
    schema.asWritten = reading.asWritten
    self.schema = schema
  }

  func makeReader(_ request: PointRequest) throws -> any PointReader { try reader(request) }

  func sample(_ request: PointRequest) throws -> PointBatch {
    var batch = PointBatch()
    if try !reader(request).next(&batch) { batch.removeAll(fieldCount: request.fields.count) }
    return batch
  }

  private func reader(_ request: PointRequest) throws -> GeoPackagePointReader {
    let database = try file.open()
    let geometry = request.positions ? layer.geometry : nil
    let wanted = request.fields.map { fields[$0] }
    let columns = ([geometry?.column].compactMap { $0 } + wanted.map(\.column)).map(SQLite.quoted)
    let list = columns.isEmpty ? "1" : columns.joined(separator: ", ")
    let statement = try database.prepare("SELECT \(list) FROM \(SQLite.quoted(layer.table))")
    return GeoPackagePointReader(
      statement, areBooleans: wanted.map(\.isBoolean), geometryField: geometry?.column,
      PositionRules(request, crs: schema.crs ?? .wgs84))
  }
}

/// One pass over the rows of a table, shared by the workers: rows are taken out of the database under a lock.
///
/// Sound to share: everything is touched under the lock only.
final class GeoPackagePointReader: PointReader, @unchecked Sendable {
  static let recordsPerBatch = 8_192

  private let statement: SQLiteStatement
  private let areBooleans: [Bool]
  /// The name of the geometry; nil where positions are not wanted.
  private let geometryField: String?
  private let rules: PositionRules
  private let lock = Mutex(())
  private var batches = 0
  private var rows = 0
  private var isAtEnd = false
  /// Where the fields of the present row stand in the text; −1 for null.
  private var starts: [Int]
  private var ends: [Int]

  init(_ statement: SQLiteStatement, areBooleans: [Bool], geometryField: String?, _ rules: PositionRules) {
    self.statement = statement
    self.areBooleans = areBooleans
    starts = Array(repeating: -1, count: areBooleans.count)
    ends = starts
    self.geometryField = geometryField
    self.rules = rules
  }

  func next(_ batch: inout PointBatch) throws -> Bool {
    var own = PointBatch()
    swap(&own, &batch)
    defer { swap(&own, &batch) }
    return try lock.withLock { _ in try fill(&own) }
  }

  private func fill(_ batch: inout PointBatch) throws -> Bool {
    batch.removeAll(fieldCount: areBooleans.count)
    guard !isAtEnd else { return false }
    while batch.count < Self.recordsPerBatch, batch.text.count < 1 << 24 {
      guard try statement.step() else {
        isAtEnd = true
        break
      }
      rows += 1
      take(into: &batch)
    }
    guard batch.count > 0 else { return false }
    batch.index = batches
    batches += 1
    return true
  }

  /// The record, or the records, of the present row.
  private func take(into batch: inout PointBatch) {
    let first = batch.text.count
    let offset = geometryField == nil ? 0 : 1
    for (place, isBoolean) in areBooleans.enumerated() {
      let start = batch.text.count
      let isText = statement.appendText(place + offset, isBoolean: isBoolean, to: &batch.text)
      starts[place] = isText ? start : -1
      ends[place] = isText ? batch.text.count : -1
    }
    let isText = batch.text.withUnsafeBufferPointer { UTF8Text.isValid(UnsafeBufferPointer(rebasing: $0[first...])) }
    guard isText else {
      for place in starts.indices { (starts[place], ends[place]) = (-1, -1) }
      return reject(.badEncoding, "", in: &batch)
    }
    guard geometryField != nil else { return append(.located, in: &batch) }
    do {
      let (kind, positions) = try statement.withBlob(0) { (blob) throws(WKBError) -> (GeometryKind, [Coordinate]) in
        guard let start = try GeoPackageGeometry.start(of: blob) else { return (.point, []) }
        var reader = WKBReader(blob, from: start)
        return try reader.positions()
      }
      guard kind == .point || kind == .multiPoint, positions.count <= 1 || rules.explode else {
        return reject(.notAPoint, kind.name, in: &batch)
      }
      if positions.isEmpty { return append(.noCoordinates, in: &batch) }
      for position in positions {
        switch rules.state(x: position.x, y: position.y) {
        case .outOfRange: reject(.outOfRange, "\(position.x) \(position.y)", in: &batch)
        case let state: append(state, x: position.x, y: position.y, in: &batch)
        }
      }
    } catch {
      reject(error == .position ? .badNumber : .badRow, "", in: &batch)
    }
  }

  private func reject(_ state: RecordState, _ cell: String, in batch: inout PointBatch) {
    batch.faults.append(.init(record: batch.count, field: geometryField ?? "", cell: cell))
    append(state, in: &batch)
  }

  private func append(_ state: RecordState, x: Double = .nan, y: Double = .nan, in batch: inout PointBatch) {
    batch.count += 1
    batch.x.append(x)
    batch.y.append(y)
    batch.states.append(state)
    batch.lines.append(rows)
    for place in areBooleans.indices { batch.fields[place].append(start: starts[place], end: ends[place]) }
  }
}
