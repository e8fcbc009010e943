public import PlazaLayers

/// A table of records, read whole: its header, and rows of text that know their lines.
///
/// For tables that are small beside the records: populations, aliases, classes, correspondences. A row that cannot be read (it does not fit
/// the columns, is not in the table's encoding, is too long) ends the reading, whichever table it is.
public struct Table: Sendable {
  /// The file as the user named it.
  public let name: String
  /// The names of the columns, each once.
  public let header: [String]
  /// `.` or `,`: how its numbers are written.
  public let decimalMark: UInt8
  /// What the reader found or assumed, to be told to the user.
  public private(set) var notes: [Diagnostic]
  private var cells: RowBlock
  private var lines: [Int] = []

  /// - Throws: `Failure` `table.bad_row` with the line and the reason, and what the source throws.
  /// - Complexity: O(bytes); the table is held in memory.
  public init(_ source: any PointSource) throws {
    name = source.name
    header = source.schema.fields
    decimalMark = source.schema.decimalMark
    notes = source.schema.notes
    cells = RowBlock(columns: header.count)
    var (mendings, lastBatch) = (Mendings(), -1)
    try source.forEachRecord(PointRequest(fields: Array(header.indices), positions: false)) { batch, record in
      if batch.index != lastBatch {
        mendings += batch.mendings
        lastBatch = batch.index
      }
      if batch.isUnreadable(record) {
        throw Failure(
          .notUnderstood, "table.bad_row",
          [
            "file": source.name, "line": String(batch.lines[record]),
            "reason": "account.reason.\(batch.states[record].reason?.rawValue ?? "")",
          ])
      }
      for field in batch.fields.indices { cells.append(batch.bytes(of: field, record)) }
      lines.append(batch.lines[record])
    }
    if mendings[.encoding] > 0 {
      notes.append(
        Diagnostic(
          .warning, "mended.encoding",
          ["file": name, "count": String(mendings[.encoding]), "line": mendings.line(.encoding).map(String.init) ?? ""]))
    }
  }

  public var rowCount: Int { lines.count }

  /// The rows in the order of the file.
  public var rows: some RandomAccessCollection<Row> { (0..<rowCount).lazy.map { Row(table: self, index: $0) } }

  /// One row: its cells by the place of the column, and the line of the file on which it begins, from 1.
  public struct Row: Sendable {
    fileprivate let table: Table
    fileprivate let index: Int

    public var line: Int { table.lines[index] }

    public subscript(column: Int) -> String { table.cells.text(index * table.header.count + column) }

    /// Nil where the table has no such column.
    public subscript(column: Int?) -> String? { column.map { self[$0] } }
  }

  /// Every column with its cells; an empty cell is null.
  public var columns: [Column] {
    header.enumerated().map { place, name in
      Column(name: name, values: rows.map { $0[place].isEmpty ? .null : .text($0[place]) })
    }
  }

  // MARK: Finding columns

  /// The place of a column that somebody named: exactly, else without regard to case and accents.
  /// - Parameter option: where it was named, for the message; nil for a column that the table must have.
  /// - Throws: `Failure` as `Failure.noField`.
  public func column(named field: String, option: String? = nil) throws -> Int {
    guard let place = FieldNames.index(of: field, in: header) else {
      throw Failure.noField(field, of: name, option: option, in: header)
    }
    return place
  }

  /// The first column that has one of some usual names, however they are written.
  public func column(called names: Set<String>) -> Int? {
    header.firstIndex { names.contains(FieldNames.normalised($0)) }
  }
}

extension RowBlock {
  fileprivate func text(_ cell: Int) -> String {
    String(decoding: bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]], as: UTF8.self)
  }

  fileprivate mutating func append(_ cell: ArraySlice<UInt8>) { cell.withUnsafeBufferPointer { append($0) } }
}

extension PointSource {
  /// Gives every record of a pass to `body`, in the order of the file.
  func forEachRecord(_ request: PointRequest, _ body: (_ batch: borrowing PointBatch, _ record: Int) throws -> Void) throws {
    let reader = try makeReader(request)
    var batch = PointBatch()
    while try reader.next(&batch) {
      for record in 0..<batch.count { try body(batch, record) }
    }
  }
}

extension PointBatch {
  /// Whether a record's row cannot be read, so that its cells mean nothing.
  func isUnreadable(_ record: Int) -> Bool { [.badRow, .badEncoding, .tooLong].contains(states[record]) }

  /// The text of a cell; empty for null.
  func bytes(of field: Int, _ record: Int) -> ArraySlice<UInt8> {
    let column = fields[field]
    return column.starts[record] < 0 ? [] : text[Int(column.starts[record])..<Int(column.ends[record])]
  }
}
