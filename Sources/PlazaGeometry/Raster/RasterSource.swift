/// A raster of one number per cell, read by blocks of rows; the whole of it is never in memory.
public protocol RasterSource: Sendable {
  var grid: RasterGrid { get }
  var crs: CRS { get }
  /// How many rows are read at once: what is stored together is decoded once. A property of the file, never of the machine.
  var rowsPerBlock: Int { get }
  /// Whether rows can only be read from the first to the last.
  var isSequential: Bool { get }
  /// A reader for one worker; a sequential raster has one at a time.
  func makeReader() throws -> any RasterReader
}

/// Reads rows of a raster, for one worker.
public protocol RasterReader: AnyObject {
  /// Fills the values of whole rows, by row from the north and within a row from the west; what holds nothing is `nan`, and nothing is
  /// infinite. From a sequential raster the rows are those that follow the last ones.
  /// - Parameter values: room for `rows.count` times the columns.
  func read(rows: Range<Int>, into values: UnsafeMutableBufferPointer<Double>) throws
}

/// Whole rows of a raster in memory.
public struct RasterBlock {
  /// The number of the block, from the north.
  public let index: Int
  public let rows: Range<Int>
  /// By row and column; `nan` where there is nothing. Valid during the call that gets it.
  public let values: UnsafeBufferPointer<Double>
}

extension RasterSource {
  /// How many blocks the rows make; the last may be lower.
  public var blockCount: Int { (grid.rowCount + rowsPerBlock - 1) / rowsPerBlock }

  /// The rows of a block, counted from the north.
  public func rows(ofBlock block: Int) -> Range<Int> {
    block * rowsPerBlock..<min(grid.rowCount, (block + 1) * rowsPerBlock)
  }

  /// Gives every block of rows to `body`, on several threads and in no order.
  ///
  /// Memory: one block for each worker. What must not depend on the workers is kept by the number of the block.
  /// - Throws: what the reader or `body` throws, of several the first from the north.
  public func forEachRowBlock(jobs: Int, _ body: @Sendable (RasterBlock) throws -> Void) throws {
    try forEachBlock(of: [self], wanted: { _ in true }, jobs: jobs, makeState: { () }, { _, blocks in try body(blocks[0]) })
  }
}
