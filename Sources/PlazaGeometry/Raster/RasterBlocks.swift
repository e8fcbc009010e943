internal import PlazaParallel
internal import Synchronization

/// Gives the blocks of some rasters of equal grids to `body`, each worker with a state of its own.
///
/// The blocks are those of the first raster. Of a sequential raster every block is read, wanted or not, so that damage is found wherever
/// it lies; reading then takes turns while the work on the blocks goes on at once.
func forEachBlock<State: ~Copyable>(
  of rasters: [any RasterSource], wanted: @Sendable (Int) -> Bool, jobs: Int, makeState: @Sendable () -> State,
  _ body: @Sendable (inout State, [RasterBlock]) throws -> Void
) throws {
  let isSequential = rasters.contains { $0.isSequential }
  let blockCount = rasters[0].blockCount
  let turn = BlockTurns(of: blockCount)
  let shared = isSequential ? try SharedReaders(rasters) : nil
  runAtOnce(max(1, min(jobs, blockCount))) { _ in
    var block = 0
    do {
      let readers = try shared?.readers ?? rasters.map { try $0.makeReader() }
      var state = makeState()
      let length = rasters[0].rowsPerBlock * rasters[0].grid.columnCount
      let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: length * rasters.count)
      defer { memory.deallocate() }
      func room(_ raster: Int, _ rows: Range<Int>) -> UnsafeMutableBufferPointer<Double> {
        let start = raster * length
        return UnsafeMutableBufferPointer(rebasing: memory[start..<start + rows.count * rasters[0].grid.columnCount])
      }
      func read() throws -> Bool {
        var found = turn.next()
        while !isSequential, let next = found, !wanted(next) { found = turn.next() }
        guard let found, !turn.isStopped(before: found) else { return false }
        block = found
        let rows = rasters[0].rows(ofBlock: block)
        for (number, reader) in readers.enumerated() { try reader.read(rows: rows, into: room(number, rows)) }
        return true
      }
      while try shared?.inTurn(read) ?? read() {
        guard wanted(block) else { continue }
        let rows = rasters[0].rows(ofBlock: block)
        let blocks = rasters.indices.map {
          RasterBlock(index: block, rows: rows, values: UnsafeBufferPointer(room($0, rows)))
        }
        try body(&state, blocks)
      }
    } catch {
      turn.stop(at: block, error)
    }
  }
  if let error = turn.error { throw error }
}

/// Hands out blocks, and keeps the first error.
private final class BlockTurns: Sendable {
  private let turns: Turns
  private let failure = Mutex<(block: Int, error: any Error)?>(nil)

  init(of count: Int) { turns = Turns(of: count) }

  func next() -> Int? { turns.next() }

  /// Blocks are taken in order and only later ones are given up, so the first error from the north is always the same.
  func stop(at block: Int, _ error: any Error) {
    failure.withLock { if $0 == nil || block < $0!.block { $0 = (block, error) } }
  }

  func isStopped(before block: Int) -> Bool { failure.withLock { $0.map { $0.block < block } ?? false } }
  var error: (any Error)? { failure.withLock { $0?.error } }
}

/// The readers of rasters that can be read only in order, shared by all workers.
private final class SharedReaders: @unchecked Sendable {
  let readers: [any RasterReader]
  private let turn = Mutex<Void>(())

  init(_ rasters: [any RasterSource]) throws { readers = try rasters.map { try $0.makeReader() } }

  func inTurn(_ body: () throws -> Bool) throws -> Bool {
    try turn.withLock { _ in try body() }
  }
}
