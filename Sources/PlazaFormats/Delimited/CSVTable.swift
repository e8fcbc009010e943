internal import PlazaLayers
internal import Synchronization

/// Writes tables as delimited text.
public enum CSVTableWriter: TableWriter {
  public static let endings = ["csv"]
  public static let saysRelease = false

  public static func begin(_ columns: [TableColumn], form: TableForm, in file: OutputFile) throws -> any OpenTable {
    try CSVTable(columns, form.csv, file)
  }
}

/// A delimited text while it is written; what there is to know of it has no place there.
private final class CSVTable: OpenTable {
  private let form: CSVForm
  private let file: OutputFile

  init(_ columns: [TableColumn], _ form: CSVForm, _ file: OutputFile) throws {
    (self.form, self.file) = (form, file)
    if !columns.isEmpty { try file.write(CSVText.header(columns.map(\.name), form)) }
  }

  func append(_ rows: RowBlock) throws {
    var text: [UInt8] = []
    CSVText.append(rows, form, to: &text)
    try file.write(text)
  }

  func makeSink() -> any RowSink { CSVRowSink(file, form) }

  func finish(_ notes: TableNotes) -> [Diagnostic] { [] }
}

/// Writes rows as text, in the order of the input whatever the order in which workers finish; each makes its own text.
private final class CSVRowSink: RowSink {
  private struct State: @unchecked Sendable {
    let file: OutputFile
    var next = 0
    /// Pieces that came before their turn: at most about one per worker.
    var waiting: [Int: [UInt8]] = [:]
  }

  private let form: CSVForm
  private let state: Mutex<State>

  init(_ file: OutputFile, _ form: CSVForm) {
    self.form = form
    state = Mutex(State(file: file))
  }

  func write(_ rows: RowBlock, chunk: Int) throws {
    var text: [UInt8] = []
    CSVText.append(rows, form, to: &text)
    try state.withLock { state in
      state.waiting[chunk] = text
      while let ready = state.waiting.removeValue(forKey: state.next) {
        try state.file.write(ready)
        state.next += 1
      }
    }
  }
}
