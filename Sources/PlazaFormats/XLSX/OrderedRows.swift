internal import PlazaLayers
internal import Synchronization

/// Writes rows in the order of the input, whatever the order in which workers finish.
final class OrderedRows: RowSink {
  private struct State: @unchecked Sendable {
    let table: any OpenTable
    var next = 0
    /// Pieces that came before their turn: at most about one per worker.
    var waiting: [Int: RowBlock] = [:]
  }

  private let state: Mutex<State>

  init(_ table: any OpenTable) { state = Mutex(State(table: table)) }

  func write(_ rows: RowBlock, chunk: Int) throws {
    try state.withLock { state in
      state.waiting[chunk] = rows
      while let ready = state.waiting.removeValue(forKey: state.next) {
        try state.table.append(ready)
        state.next += 1
      }
    }
  }
}
