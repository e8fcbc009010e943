internal import CXLSXWriter
internal import PlazaLayers

/// Writes a table as a workbook of Excel (ECMA-376) with two sheets: the table, and what there is to know of it.
///
/// What is text in the table is text in the sheet, so that codes keep their zeros and nothing is ever run as a formula; numbers are numbers,
/// shown by what they count; days and times as ISO 8601 writes them (`2019-05-17`, `2019-05-17 16:20:00`) are dates, shown as they are
/// written. The header stands still, rows can be filtered, columns are as wide as what they hold. Rows go to the disk
/// one by one, so that memory does not grow with them. The same table gives the same bytes; the date of the workbook is `SOURCE_DATE_EPOCH`,
/// else 1970-01-01.
public enum WorkbookWriter: TableWriter {
  public static let hasNumbers = true
  public static let endings = ["xlsx"]
  public static let saysRelease = true

  /// Rows and columns of a sheet at most, the header among them.
  static let limits = (rows: 1_048_576, columns: 16_384)

  public static func begin(_ columns: [TableColumn], form: TableForm, in file: OutputFile) throws -> any OpenTable {
    try WorkbookTable(columns, form, file)
  }
}

/// A workbook while its table is written.
final class WorkbookTable: OpenTable {
  private let columns: [TableColumn]
  private let form: TableForm
  private let file: OutputFile
  private let book: WorkbookHandle
  private let sheet: WorkbookHandle.Sheet
  private let formats: [WorkbookHandle.CellFormat?]
  /// Of shares that are none.
  private let plainShare: WorkbookHandle.CellFormat
  private let (day, moment): (WorkbookHandle.CellFormat, WorkbookHandle.CellFormat)
  private var row = 1
  /// Characters of each column.
  private var widths: [Int]
  private var cutCount = 0

  /// Characters of a cell at most, as Excel counts them.
  private static let textLimit = 32_767
  /// Digits of a number that Excel keeps.
  private static let digitLimit = 15
  private static let widthRange = 6...48

  init(_ columns: [TableColumn], _ form: TableForm, _ file: OutputFile) throws {
    (self.columns, self.form, self.file) = (columns, form, file)
    guard columns.count <= WorkbookWriter.limits.columns else {
      let values = ["path": file.path, "count": String(columns.count), "limit": String(WorkbookWriter.limits.columns)]
      throw Failure(.cannotCreate, "xlsx.columns", values)
    }
    let book = try WorkbookHandle(file)
    self.book = book
    sheet = try book.addSheet(form.sheetName)
    var made: [Figure: WorkbookHandle.CellFormat] = [:]
    for figure in Figure.allCases { made[figure] = Self.code(of: figure).map { book.addFormat(number: $0) } }
    formats = columns.map { made[$0.figure] }
    plainShare = book.addFormat(number: "0.000")
    day = book.addFormat(number: "yyyy-mm-dd")
    moment = book.addFormat(number: "yyyy-mm-dd hh:mm:ss")
    // The mark of the filter stands over the header's text.
    widths = columns.map { $0.name.unicodeScalars.count + 3 }
    let heading = book.addFormat(isBold: true)
    for (place, column) in columns.enumerated() {
      try sheet.write(Self.text(column.name, &cutCount), row: 0, column: place, heading)
    }
  }

  /// How Excel shows a figure; in codes of every language a comma divides thousands and a point begins decimals.
  private static func code(of figure: Figure) -> String? {
    switch figure {
    case .count: "#,##0"
    case .rate: "#,##0.00"
    case .share: "0.0%"
    case .probability: "0.0000"
    case .position: "0.00000"
    case .other: nil
    }
  }

  /// - Throws: `Failure` `xlsx.rows` for more rows than a sheet has.
  func append(_ rows: RowBlock) throws {
    guard row + rows.rowCount <= WorkbookWriter.limits.rows else {
      throw Failure(.cannotCreate, "xlsx.rows", ["path": file.path, "limit": String(WorkbookWriter.limits.rows - 1)])
    }
    try rows.bytes.withUnsafeBufferPointer { bytes in
      var (start, column) = (0, 0)
      for (cell, end) in rows.ends.enumerated() {
        if end > start {
          let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
          try write(text, isNumber: rows.numbers[cell], column: column)
        }
        start = end
        column += 1
        if column == rows.columns { (row, column) = (row + 1, 0) }
      }
    }
  }

  private func write(_ cell: UnsafeBufferPointer<UInt8>, isNumber: Bool, column: Int) throws {
    let own = cell.count { $0 & 0xC0 != 0x80 }
    if own > widths[column] { widths[column] = own }
    if isNumber, cell.count(where: { $0 &- 0x30 < 10 }) <= Self.digitLimit,
      let value = Double(String(decoding: cell, as: UTF8.self)), value.isFinite
    {
      let isShare = columns[column].figure != .share || (0...1).contains(value)
      try sheet.write(value, row: row, column: column, isShare ? formats[column] : plainShare)
    } else if !isNumber, let date = SheetDate.number(of: cell) {
      try sheet.write(date.days, row: row, column: column, date.isMoment ? moment : day)
    } else {
      try sheet.write(Self.text(String(decoding: cell, as: UTF8.self), &cutCount), row: row, column: column, nil)
    }
  }

  /// A text as a cell can hold it: cut where it is too long, without what XML has no place for, and nothing in it taken for an escape.
  private static func text(_ text: String, _ cutCount: inout Int) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x5F } && text.utf8.count <= textLimit
    if isPlain { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    let shown = SheetEscapes.escaped(String(scalars))
    guard shown.utf16.count > textLimit else { return shown }
    cutCount += 1
    var (end, count) = (shown.startIndex, 0)
    while end < shown.endIndex {
      let next = shown.index(after: end)
      count += shown.utf16.distance(from: end, to: next)
      if count > textLimit { break }
      end = next
    }
    return String(shown[..<end])
  }

  func makeSink() -> any RowSink { OrderedRows(self) }

  // MARK: The end

  /// - Throws: `Failure` `xlsx.not_whole` where the disk had no room, which the library does not notice.
  func finish(_ notes: TableNotes) throws -> [Diagnostic] {
    if !columns.isEmpty {
      sheet.freezeHeader()
      sheet.filter(lastRow: row - 1, lastColumn: columns.count - 1)
      for (place, width) in widths.enumerated() {
        sheet.setWidth(min(max(width + 1, Self.widthRange.lowerBound), Self.widthRange.upperBound), column: place)
      }
    }
    try write(notes)
    try book.close(rowCount: columns.isEmpty ? 0 : row)
    guard cutCount > 0 else { return [] }
    let values = ["path": file.path, "count": String(cutCount), "limit": String(Self.textLimit)]
    return [Diagnostic(.warning, "xlsx.cut_texts", values)]
  }

  private func write(_ notes: TableNotes) throws {
    let sheet = try book.addSheet(form.notesName)
    let (heading, wrapped) = (book.addFormat(isBold: true), book.addFormat(wraps: true))
    let (count, share) = (book.addFormat(number: "#,##0"), book.addFormat(number: "0.0%"))
    sheet.setWidth(44, column: 0)
    sheet.setWidth(64, column: 1)
    sheet.setWidth(12, column: 2)
    var row = 0
    for section in notes.sections {
      if row > 0 { row += 1 }
      try sheet.write(Self.text(section.title, &cutCount), row: row, column: 0, heading)
      row += 1
      for line in section.lines {
        for (column, cell) in line.enumerated() {
          switch cell {
          case .text(let text) where text.isEmpty: break
          case .text(let text): try sheet.write(Self.text(text, &cutCount), row: row, column: column, wrapped)
          case .count(let value): try sheet.write(Double(value), row: row, column: column, count)
          case .share(let value): try sheet.write(value, row: row, column: column, share)
          }
        }
        row += 1
      }
    }
  }
}
