/// The bytes of one field over the records of a batch: record `i` is `batch.text[starts[i]..<ends[i]]`; start −1 is null.
public struct TextColumn: Sendable {
  public var starts: [Int32] = []
  public var ends: [Int32] = []

  public init() {}

  @inline(__always)
  public mutating func append(start: Int, end: Int) {
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
  }

  public mutating func appendNull() { append(start: -1, end: -1) }

  public mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}

/// Some consecutive records of a file, in columns. A worker owns one and has it filled again and again.
public struct PointBatch: Sendable {
  /// The batch's place in the file, counted from 0: results that follow the order of the input are put together by it.
  public var index = 0
  /// The records; `x`, `y`, `states`, `lines` and each field have at least this many entries.
  public var count = 0
  /// Position in the CRS of the source, longitude or easting first; undefined where the record is not `located`.
  public var x: [Double] = []
  public var y: [Double] = []
  public var states: [RecordState] = []
  /// The line of the file on which each record begins, from 1; for GeoJSON the number of its feature, from 1.
  public var lines: [Int] = []
  /// The bytes of each whole record, without the end of its line, as its reader left them; empty where the form of the file does not tell rows.
  public var rows = TextColumn()
  /// The requested fields, in the order of the request; a reader may keep columns of its own behind them.
  public var fields: [TextColumn] = []
  /// What the fields point into: UTF-8, unescaped.
  public var text: [UInt8] = []
  /// The offending cells of rejected records, in the order of the records.
  public var faults: [Fault] = []
  /// What its reader took other than it is written.
  public var mendings = Mendings()

  /// Why a record was rejected: the cell that could not be read, at most 200 bytes of it, as UTF-8, and its field.
  public struct Fault: Sendable {
    public var record: Int
    /// Empty where it is not one cell.
    public var field: String
    public var cell: String

    public init(record: Int, field: String = "", cell: String) {
      self.record = record
      self.field = field
      self.cell = cell
    }
  }

  public init() {}

  /// Forgets the records and keeps the memory.
  public mutating func removeAll(fieldCount: Int) {
    count = 0
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    rows.removeAll()
    faults.removeAll(keepingCapacity: true)
    mendings.removeAll()
    text.removeAll(keepingCapacity: true)
    if fields.count != fieldCount { fields = Array(repeating: TextColumn(), count: fieldCount) }
    for field in fields.indices { fields[field].removeAll() }
  }
}
