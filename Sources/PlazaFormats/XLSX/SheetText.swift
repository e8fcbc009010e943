internal import PlazaLayers

/// The cells of a sheet as delimited text: what reads a CSV reads a workbook, with all that is known of how offices write their tables.
///
/// A row of the sheet is a line of the text, so that lines in messages are rows. Cells are parted by commas and quoted where they must be; a break
/// inside a cell becomes a blank. Numbers are the shortest digits of their value, dates and times as ISO 8601 writes them, errors are blank.
/// Cells that are merged downwards have the text of the first in each row, but numbers, which would be counted in each, only in the first.
final class SheetText: ByteReader {
  private let source: any ByteReader
  private let parser: XMLParser
  private let taker: SheetTaker
  private var block = [UInt8](repeating: 0, count: 1 << 17)
  private var given = 0
  private var isAtEnd = false
  private let name: String

  init(_ sheet: Workbook.Sheet, of workbook: Workbook, _ marks: SheetMarks) throws {
    guard let entry = workbook.entry(ending: sheet.path) else {
      throw Failure(.notUnderstood, "xlsx.no_workbook", ["file": workbook.archive.name])
    }
    source = try workbook.archive.open(entry)
    name = workbook.archive.name
    taker = SheetTaker(workbook, marks)
    parser = XMLParser(taker, name: workbook.archive.name)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while given == taker.text.count, !isAtEnd {
      taker.text.removeAll(keepingCapacity: true)
      given = 0
      let count = try block.withUnsafeMutableBytes { try source.fill($0) }
      isAtEnd = count < block.count
      try block.withUnsafeBytes { try parser.parse(UnsafeRawBufferPointer(rebasing: $0[..<count]), isLast: isAtEnd) }
      if taker.lacksString { throw Failure(.notUnderstood, "xlsx.no_text", ["file": name, "row": String(taker.shownRow)]) }
    }
    let count = min(buffer.count, taker.text.count - given)
    taker.text.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count])) }
    given += count
    return count
  }
}

/// A place in a sheet, from 0.
struct CellPlace: Hashable {
  var row: Int
  var column: Int

  /// Reads `BC12`; nil for what is none, or beyond what a sheet can have.
  init?(_ name: some Collection<UInt8>) {
    var (column, row) = (0, 0)
    for byte in name {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      case 0x24: continue
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.row = row - 1
    self.column = column - 1
  }
}

/// Makes lines of the cells of a sheet.
private final class SheetTaker: XMLTaker {
  var text: [UInt8] = []
  private let workbook: Workbook
  private let marks: SheetMarks
  /// Whether a cell names a text that the workbook does not hold.
  private(set) var lacksString = false
  /// The row that the next line is, from 0.
  private var row = 0
  private var cells: [(column: Int, text: [UInt8])] = []
  private var place = CellPlace(row: 0, column: 0)
  private var nextColumn = 0
  private var width = 0
  private enum Kind { case number, shared, text, truth, error }
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []
  private var isInValue = false
  private var isInReading = false
  /// By column: a text that goes on downwards, and until which row.
  private var going: [Int: (text: [UInt8], lastRow: Int)] = [:]

  init(_ workbook: Workbook, _ marks: SheetMarks) {
    self.workbook = workbook
    self.marks = marks
  }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "c" {
      place = attributes.bytes("r").flatMap { CellPlace($0) } ?? CellPlace(row: place.row, column: nextColumn)
      nextColumn = place.column + 1
      kind =
        switch attributes.text("t") {
        case "s": .shared
        case "str", "inlineStr", "d": .text
        case "b": .truth
        case "e": .error
        default: .number
        }
      style = attributes.text("s").flatMap { Int($0) } ?? 0
      value.removeAll(keepingCapacity: true)
    } else if element == "v" || element == "t" {
      isInValue = !isInReading
    } else if element == "rPh" {
      isInReading = true
    } else if element == "row" {
      nextColumn = 0
      cells.removeAll(keepingCapacity: true)
      place.row = attributes.text("r").flatMap { Int($0) }.map { max(min(max($0, 1), 1_048_576) - 1, row) } ?? row
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInValue { value.append(contentsOf: bytes) } }

  func end(_ element: XMLName) {
    if element == "v" || element == "t" {
      isInValue = false
    } else if element == "rPh" {
      isInReading = false
    } else if element == "c" {
      finishCell()
    } else if element == "row" {
      finishRow()
    }
  }

  private func finishCell() {
    let shown = shown()
    guard !shown.isEmpty else { return }
    cells.append((place.column, shown))
    // A number that stands for several rows would be counted in each.
    let isNumber = kind == .number && (workbook.forms.indices.contains(style) ? workbook.forms[style] : .number) == .number
    if !isNumber, !marks.lastRows.isEmpty, let last = marks.lastRows[CellPlace(row: place.row, column: place.column)] {
      going[place.column] = (shown, last)
    }
  }

  private func shown() -> [UInt8] {
    switch kind {
    case .shared:
      let number = Int(String(decoding: value, as: UTF8.self)) ?? -1
      if !workbook.strings.has(number) { lacksString = true }
      return SheetEscapes.undone(Array(workbook.strings[number]))
    case .text: return SheetEscapes.undone(value)
    case .truth: return Array((value == [0x31] ? "true" : "false").utf8)
    case .error: return []
    case .number:
      guard !value.isEmpty, let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else { return value }
      let form = workbook.forms.indices.contains(style) ? workbook.forms[style] : .number
      if let date = SheetDate(number, form, isFrom1904: workbook.isFrom1904) { return Array(date.text.utf8) }
      // A code of sixteen digits is more than a number of a sheet can tell from the next.
      let sign = value.first == 0x2D ? 1 : 0
      if value.count - sign <= 19, value.dropFirst(sign).allSatisfy({ $0 &- 0x30 < 10 }) { return value }
      let digits = DecimalDigits(shortest: number).rounded(significant: 15)
      return Array(((-6...21).contains(digits.exponent) ? digits.plain : digits.scientific).utf8)
    }
  }

  /// The number of the row that is being read, as people count them.
  var shownRow: Int { place.row + 1 }

  private func finishRow() {
    // Rows that nobody wrote are blank lines.
    while row < place.row {
      text.append(0x0A)
      row += 1
    }
    let own = going.isEmpty ? [] : Set(cells.map(\.column))
    for (column, merged) in going {
      if merged.lastRow < row {
        going[column] = nil
      } else if !own.contains(column) {
        cells.append((column, merged.text))
      }
    }
    cells.sort { $0.column < $1.column }
    var column = 0
    for cell in cells where cell.column >= column {
      while column < cell.column {
        text.append(0x2C)
        column += 1
      }
      append(cell.text)
    }
    // A sheet has no cells where a row ends in blanks: all rows are as wide as the widest before them.
    width = max(width, column)
    if !cells.isEmpty { text.append(contentsOf: repeatElement(0x2C, count: width - column)) }
    text.append(0x0A)
    row += 1
  }

  private func append(_ cell: [UInt8]) {
    guard cell.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }) else {
      text += cell
      return
    }
    text.append(0x22)
    for byte in cell {
      if byte == 0x22 { text.append(0x22) }
      text.append(byte < 0x20 ? 0x20 : byte)
    }
    text.append(0x22)
  }
}

extension CellPlace {
  fileprivate init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
