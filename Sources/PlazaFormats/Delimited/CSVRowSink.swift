public import PlazaLayers
internal import Synchronization

/// Writes rows of single records as CSV, in the order of the input whatever the order in which workers finish.
public final class CSVRowSink: RowSink {
  private struct State: @unchecked Sendable {
    let file: OutputFile
    var next = 0
    /// Pieces that came before their turn: at most about one per worker.
    var waiting: [Int: [UInt8]] = [:]
  }

  private let state: Mutex<State>

  public init(_ file: OutputFile) {
    state = Mutex(State(file: file))
  }

  public func write(header: [String]) throws {
    try state.withLock { try $0.file.write(CSVText.header(header)) }
  }

  public func write(_ rows: RowBlock, chunk: Int) throws {
    var text: [UInt8] = []
    CSVText.append(rows, to: &text)
    try state.withLock { state in
      state.waiting[chunk] = text
      while let ready = state.waiting.removeValue(forKey: state.next) {
        try state.file.write(ready)
        state.next += 1
      }
    }
  }
}
