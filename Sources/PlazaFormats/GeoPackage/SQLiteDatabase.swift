internal import CSQLite
internal import Glibc
internal import PlazaLayers

/// The library that reads and writes databases of SQLite.
enum SQLite {
  /// The version that is loaded, as `3.40.1`.
  static var version: String { String(cString: sqlite3_libversion()) }

  /// A name as SQL takes it, whatever it holds.
  static func quoted(_ name: String) -> String {
    "\"" + name.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }
}

/// One open database, for one thread at a time; closed at the end of its life.
final class SQLiteDatabase {
  let pointer: OpaquePointer
  /// The file as the user named it.
  let name: String

  /// Opens a file to be read: nothing is written, no trigger runs, and what its schema says is not trusted.
  /// - Throws: `Failure` `sqlite.damaged`.
  init(reading path: String, name: String) throws {
    // A database that another program has open keeps its last changes in a log beside it, which is read with it. One that keeps such logs and has
    // none is written by nobody; any other is read under a lock, so that no transaction is seen in halves.
    let isQuiet = Self.keepsLog(path) && access(path + "-wal", F_OK) != 0
    let address = "file:" + Self.escaped(path.hasPrefix("/") ? path : "./" + path) + (isQuiet ? "?immutable=1" : "")
    pointer = try Self.open(address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, name)
    self.name = name
    sqlite3_busy_timeout(pointer, 5_000)
    try distrust()
  }

  /// Opens the bytes of a file, to be read as one on the disk is.
  /// - Throws: `Failure` `sqlite.damaged`.
  init(bytes: [UInt8], name: String) throws {
    pointer = try Self.open(":memory:", SQLITE_OPEN_READWRITE, name)
    self.name = name
    let copy = sqlite3_malloc64(UInt64(bytes.count)).map { $0.assumingMemoryBound(to: UInt8.self) }
    guard let copy else { throw Failure(.failed, "sqlite.damaged", ["file": name, "reason": "out of memory"]) }
    bytes.withUnsafeBufferPointer { copy.update(from: $0.baseAddress!, count: $0.count) }
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    if sqlite3_deserialize(pointer, "main", copy, Int64(bytes.count), Int64(bytes.count), flags) != SQLITE_OK { throw damaged }
    try distrust()
  }

  private func distrust() throws {
    _ = plaza_sqlite_configure(pointer, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = plaza_sqlite_configure(pointer, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    _ = plaza_sqlite_configure(pointer, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    sqlite3_limit(pointer, SQLITE_LIMIT_LENGTH, Self.valueLimit)
    sqlite3_limit(pointer, SQLITE_LIMIT_ATTACHED, 0)
    try run("PRAGMA cell_size_check = ON")
  }

  /// Opens a new database in an empty file, or in memory, to be written once and by nobody else.
  /// - Throws: `Failure` `sqlite.not_written`.
  init(writing path: String?, name: String) throws {
    let address = path.map { "file:" + Self.escaped($0.hasPrefix("/") ? $0 : "./" + $0) } ?? ":memory:"
    pointer = try Self.open(address, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, name)
    self.name = name
    for pragma in ["page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"] {
      try run("PRAGMA " + pragma)
    }
  }

  /// Opens a database that is there to add to it: no trigger runs, and what its schema says is not trusted.
  /// - Throws: `Failure` `sqlite.damaged`.
  init(extending path: String, name: String) throws {
    let address = "file:" + Self.escaped(path.hasPrefix("/") ? path : "./" + path)
    pointer = try Self.open(address, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, name)
    self.name = name
    _ = plaza_sqlite_configure(pointer, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    _ = plaza_sqlite_configure(pointer, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    for pragma in ["journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"] { try run("PRAGMA " + pragma) }
  }

  /// Whether the head of a database says that its changes go to a log first.
  private static func keepsLog(_ path: String) -> Bool {
    guard let reader = try? FileReader(path: path, name: path) else { return false }
    var head = [UInt8](repeating: 0, count: 20)
    let count = (try? head.withUnsafeMutableBytes { try reader.fill($0) }) ?? 0
    return count == 20 && head[18] == 2
  }

  deinit { sqlite3_close_v2(pointer) }

  /// Bytes of one value at most: a geometry of ten million vertices.
  private static let valueLimit: Int32 = 256 << 20

  private static func open(_ address: String, _ flags: Int32, _ name: String) throws -> OpaquePointer {
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(address, &pointer, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let pointer else {
      let reason = pointer.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(pointer)
      throw Failure(.notUnderstood, "sqlite.damaged", ["file": name, "reason": reason])
    }
    return pointer
  }

  /// A path within a `file:` address.
  private static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x2F, 0x2D...0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: text.unicodeScalars.append(UnicodeScalar(byte))
      default: text += "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }
    }
  }

  /// What SQLite has to say of the last thing that went wrong.
  var damaged: Failure {
    let values = ["file": name, "reason": String(cString: sqlite3_errmsg(pointer))]
    return switch sqlite3_errcode(pointer) & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: Failure(.noInput, "sqlite.busy", values)
    case SQLITE_CANTOPEN, SQLITE_READONLY: Failure(.noInput, "sqlite.log_closed", values)
    default: Failure(.notUnderstood, "sqlite.damaged", values)
    }
  }

  /// What could not be done to a database that is being written.
  var notWritten: Failure {
    Failure(.cannotCreate, "sqlite.not_written", ["path": name, "reason": String(cString: sqlite3_errmsg(pointer))])
  }

  /// The bytes of a database in memory.
  func withBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    var size: Int64 = 0
    guard let bytes = sqlite3_serialize(pointer, "main", &size, 0) else { throw notWritten }
    defer { sqlite3_free(bytes) }
    try body(UnsafeRawBufferPointer(start: bytes, count: Int(size)))
  }

  /// Runs a text of SQL to its end.
  /// - Throws: `Failure` `sqlite.damaged`.
  func run(_ sql: String) throws {
    if sqlite3_exec(pointer, sql, nil, nil, nil) != SQLITE_OK { throw damaged }
  }

  func prepare(_ sql: String) throws -> SQLiteStatement { try SQLiteStatement(self, sql) }

  /// Every row of a question.
  func rows<Row>(_ sql: String, _ body: (SQLiteStatement) throws -> Row) throws -> [Row] {
    let statement = try prepare(sql)
    var rows: [Row] = []
    while try statement.step() { rows.append(try body(statement)) }
    return rows
  }

  /// Whether a table is there; a view is a question, which may have no end.
  func has(table: String) throws -> Bool {
    let statement = try prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?1)")
    try statement.bind(table, at: 1)
    return try statement.step()
  }
}

/// A prepared statement; finalised at the end of its life.
final class SQLiteStatement {
  let pointer: OpaquePointer
  private let database: SQLiteDatabase

  fileprivate init(_ database: SQLiteDatabase, _ sql: String) throws {
    var pointer: OpaquePointer?
    guard sqlite3_prepare_v2(database.pointer, sql, -1, &pointer, nil) == SQLITE_OK, let pointer else { throw database.damaged }
    self.pointer = pointer
    self.database = database
  }

  deinit { sqlite3_finalize(pointer) }

  /// - Returns: whether there is a row.
  /// - Throws: `Failure` `sqlite.damaged`.
  @discardableResult
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.damaged
    }
  }

  /// Makes it ready to be run again, with other values.
  func reset() { sqlite3_reset(pointer) }

  var columnCount: Int { Int(sqlite3_column_count(pointer)) }

  // MARK: Values of the present row

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(column)) }

  /// Nil for null.
  func text(_ column: Int) -> String? {
    guard !isNull(column) else { return nil }
    return withText(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a text, as they stand in the file.
  func withText<R>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    let bytes = sqlite3_column_text(pointer, Int32(column))
    return try body(UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(pointer, Int32(column)))))
  }

  func withBlob<R, E: Error>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    let bytes = sqlite3_column_blob(pointer, Int32(column))
    return try body(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(pointer, Int32(column)))))
  }

  /// The value as text; false for null and for bytes that are no text.
  func appendText(_ column: Int, isBoolean: Bool, to text: inout [UInt8]) -> Bool {
    switch sqlite3_column_type(pointer, Int32(column)) {
    case SQLITE_NULL, SQLITE_BLOB: return false
    case SQLITE_INTEGER where isBoolean && (0...1).contains(integer(column)):
      text.append(contentsOf: integer(column) == 1 ? "true".utf8 : "false".utf8)
    case SQLITE_FLOAT: text.append(contentsOf: number(column).utf8)
    default: withText(column) { text.append(contentsOf: $0) }
    }
    return true
  }

  /// The value as an attribute of a feature.
  func field(_ column: Int, isBoolean: Bool) -> FieldValue {
    switch sqlite3_column_type(pointer, Int32(column)) {
    case SQLITE_NULL, SQLITE_BLOB: return .null
    case SQLITE_INTEGER:
      let value = integer(column)
      return isBoolean && (0...1).contains(value) ? .bool(value == 1) : .number(String(value))
    case SQLITE_FLOAT:
      let digits = number(column)
      return digits.isEmpty ? .null : .number(digits)
    default: return .text(text(column) ?? "")
    }
  }

  /// The shortest digits of a number; empty for an infinity.
  private func number(_ column: Int) -> String {
    let value = sqlite3_column_double(pointer, Int32(column))
    guard value.isFinite else { return "" }
    if value == value.rounded(), abs(value) < 0x1p53 { return String(Int64(value)) }
    let digits = DecimalDigits(shortest: value)
    return (-6...21).contains(digits.exponent) ? digits.plain : digits.scientific
  }

  // MARK: Parameters

  func bind(_ text: String?, at place: Int) throws {
    guard var text else { return try check(sqlite3_bind_null(pointer, Int32(place))) }
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        plaza_sqlite_bind_text(pointer, Int32(place), $0.baseAddress, Int32($0.count))
      }
    }
    try check(code)
  }

  func bind(_ value: Int64, at place: Int) throws { try check(sqlite3_bind_int64(pointer, Int32(place), value)) }

  func bind(_ value: Double, at place: Int) throws { try check(sqlite3_bind_double(pointer, Int32(place), value)) }

  func bind(blob bytes: UnsafeRawBufferPointer, at place: Int) throws {
    try check(plaza_sqlite_bind_blob(pointer, Int32(place), bytes.baseAddress, Int32(bytes.count)))
  }

  func bindNull(at place: Int) throws { try check(sqlite3_bind_null(pointer, Int32(place))) }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw database.damaged }
  }
}
