public import PlazaLayers

/// Where a table will be written: opened before the work with what its name asks for, so that a name that is taken ends the run early.
public final class TableOutput {
  /// As the user named it.
  public var path: String { file.path }
  private let file: OutputFile
  private let writer: any TableWriter.Type
  private let form: TableForm
  /// What it was begun with; the columns are empty for a table that nobody wrote.
  public private(set) var columns: [TableColumn] = []
  private var table: (any OpenTable)?

  /// - Throws: `Failure`: those of `OutputSet.open`.
  public init(_ path: String, form: TableForm, in files: OutputSet, isPrivate: Bool = false) throws {
    writer = Formats.tableWriter(for: path)
    self.form = form
    file = try files.open(path, isPrivate: isPrivate)
  }

  /// Takes the table from everybody but its owner.
  public func makePrivate() { file.makePrivate() }

  /// Writes the header.
  /// - Throws: `Failure`.
  @discardableResult
  public func begin(_ columns: [TableColumn]) throws -> any OpenTable {
    self.columns = columns
    let table = try writer.begin(columns, form: form, in: file)
    self.table = table
    return table
  }

  /// Writes what stands behind the rows; a table without even a header is none yet.
  /// - Returns: what was left out, to be told to the user.
  /// - Throws: `Failure`.
  public func finish(_ notes: TableNotes) throws -> [Diagnostic] { try (table ?? begin([])).finish(notes) }
}
