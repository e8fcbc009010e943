import PlazaLayers

/// Attribute columns as they grow: the union of the names, in order of first appearance; what a feature does not name is null.
struct AttributeTable {
  /// A layer with more names than a table of SQLite has columns has data for names, and would take areas × names of memory.
  static let nameLimit = 2_000

  private(set) var keys = KeyTable()
  /// May be shorter than there are rows: the rest is null.
  private(set) var columns: [[FieldValue]] = []
  /// Names that stand twice in one object: how often, and in which row first.
  private(set) var repeated: [String: (count: Int, row: Int)] = [:]

  mutating func set(_ value: FieldValue, slot: Int, row: Int) {
    while columns.count <= slot { columns.append([]) }
    if columns[slot].count == row {
      columns[slot].append(value)
    } else if columns[slot].count < row {
      columns[slot].append(contentsOf: repeatElement(.null, count: row - columns[slot].count))
      columns[slot].append(value)
    } else {
      columns[slot][row] = value
    }
  }

  /// Passes an object and sets its members as the values of a row. Of two members of one name the last counts.
  mutating func readObject(_ scanner: inout JSONScanner, row: Int) throws(JSONError) {
    guard try scanner.enterObject() else { return }
    var hint = 0
    repeat {
      let key = try scanner.key()
      let slot = keys.slotInserting(key, hint: hint)
      if slot < columns.count, columns[slot].count > row, columns[slot][row] != .null { noteRepeated(slot, row) }
      guard slot < Self.nameLimit else { throw scanner.error(.tooManyNames(Self.nameLimit), at: scanner.p) }
      set(try FieldValue.read(&scanner), slot: slot, row: row)
      hint = slot + 1
    } while try scanner.nextMember()
  }

  private mutating func noteRepeated(_ slot: Int, _ row: Int) {
    let known = repeated[keys.names[slot]]
    repeated[keys.names[slot]] = ((known?.count ?? 0) + 1, min(known?.row ?? row, row))
  }

  /// Makes a row null again.
  mutating func clear(row: Int) {
    for slot in columns.indices where columns[slot].count > row { columns[slot][row] = .null }
  }

  /// Whether the names still are what a table can have.
  var isWithinLimit: Bool { keys.names.count <= Self.nameLimit }

  /// Appends the rows of another table behind the first `row` rows of this one.
  mutating func append(_ other: AttributeTable, at row: Int) {
    for (name, found) in other.repeated {
      let known = repeated[name]
      repeated[name] = ((known?.count ?? 0) + found.count, min(known?.row ?? .max, found.row + row))
    }
    for (slot, name) in other.keys.names.enumerated() {
      let mine = keys.insert(name)
      while columns.count <= mine { columns.append([]) }
      guard slot < other.columns.count else { continue }
      let missing = row - columns[mine].count
      if missing > 0 { columns[mine].append(contentsOf: repeatElement(.null, count: missing)) }
      columns[mine].append(contentsOf: other.columns[slot])
    }
  }

  /// The columns, each as long as there are rows.
  consuming func finished(rows: Int) -> [Column] {
    var result: [Column] = []
    for (slot, name) in keys.names.enumerated() {
      var values = slot < columns.count ? columns[slot] : []
      if slot < columns.count { columns[slot] = [] }
      values.append(contentsOf: repeatElement(.null, count: rows - values.count))
      result.append(Column(name: name, values: values))
    }
    return result
  }
}

extension FieldValue {
  /// Passes a value and keeps it as it is written.
  static func read(_ scanner: inout JSONScanner) throws(JSONError) -> FieldValue {
    let start = scanner.p
    switch start.pointee {
    case 0x22: return .text(try scanner.string().text)
    case 0x2D, 0x30...0x39:
      _ = try scanner.number()
      return .number(String(decoding: UnsafeBufferPointer(start: start, count: scanner.p - start), as: UTF8.self))
    case 0x7B, 0x5B:
      try scanner.skipValue()
      return .json(String(decoding: UnsafeBufferPointer(start: start, count: scanner.p - start), as: UTF8.self))
    default:
      try scanner.literal()
      return start.pointee == 0x6E ? .null : .bool(start.pointee == 0x74)
    }
  }
}
