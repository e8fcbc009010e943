public import PlazaLayers

/// Writes tables in one format.
public protocol TableWriter: Sendable {
  /// Endings of the names that ask for it, lower case and without the dot.
  static var endings: [String] { get }
  /// Whether the table says itself who may see it; beside one that cannot a file does.
  static var saysRelease: Bool { get }
  /// Whether a cell is a number or a text, and not only written like one.
  static var hasNumbers: Bool { get }
  /// Begins a table with its header.
  /// - Throws: `Failure`.
  static func begin(_ columns: [TableColumn], form: TableForm, in file: OutputFile) throws -> any OpenTable
}

extension TableWriter {
  public static var hasNumbers: Bool { false }
}

/// A table while it is written, row after row.
///
/// Not safe for several workers at once: those write into its sink.
public protocol OpenTable: AnyObject {
  func append(_ rows: RowBlock) throws
  /// Takes rows from workers, in the order of their pieces; nothing else appends beside it.
  func makeSink() -> any RowSink
  /// Writes what stands behind the rows.
  /// - Parameter notes: what there is to know of the table, for a form with a place for it.
  /// - Returns: what was left out, to be told to the user.
  func finish(_ notes: TableNotes) throws -> [Diagnostic]
}

/// A column of a table that is written.
public struct TableColumn: Hashable, Sendable {
  public var name: String
  /// What its numbers are.
  public var figure: Figure

  public init(_ name: String, figure: Figure? = nil) {
    self.name = name
    self.figure = figure ?? Figure(ofField: name)
  }
}

/// How a table is written, beside what its name asks for.
public struct TableForm: Hashable, Sendable {
  public var csv: CSVForm
  /// What the sheets of a workbook are called.
  public var (sheetName, notesName): (String, String)

  public init(csv: CSVForm = .plain, sheetName: String = "Data", notesName: String = "Read me") {
    self.csv = csv
    self.sheetName = sheetName
    self.notesName = notesName
  }
}

/// The marks of delimited text.
public struct CSVForm: Hashable, Sendable {
  public var delimiter: UInt8
  /// Of numbers; texts are written as they are.
  public var decimalMark: UInt8
  /// Whether it begins with a byte order mark and ends its lines by two characters, as Excel does.
  public var isOfExcel: Bool

  /// RFC 4180, but for a line feed at the end of lines.
  public static let plain = CSVForm(delimiter: 0x2C, decimalMark: 0x2E, isOfExcel: false)

  /// As Excel opens it by a double click: the marks of numbers and of lists go together in the settings of a country.
  public static func excel(decimalComma: Bool) -> CSVForm {
    CSVForm(delimiter: decimalComma ? 0x3B : 0x2C, decimalMark: decimalComma ? 0x2C : 0x2E, isOfExcel: true)
  }
}

/// What there is to know of a table, in sections of lines.
public struct TableNotes: Sendable {
  public enum Cell: Sendable {
    case text(String)
    case count(Int)
    /// Of one.
    case share(Double)
  }

  public struct Section: Sendable {
    public var title: String
    public var lines: [[Cell]]

    public init(_ title: String, _ lines: [[Cell]]) {
      self.title = title
      self.lines = lines
    }
  }

  public var sections: [Section]

  public init(_ sections: [Section] = []) { self.sections = sections }
}
