/// How far each cell of a locator is from the nearest one with edges, in cells: a byte each, so that most of it stays in the cache.
///
/// The distance is that of a king on a chess board: 0 for a cell with edges, `most` for that and more.
struct EdgeClearance: Sendable {
  private static let most: UInt8 = 255

  private let values: [UInt8]

  /// Two sweeps, each cell from the neighbours before it; Rosenfeld and Pfaltz 1966, doi:10.1145/321356.321357. O(cells).
  init(_ locator: AreaLocator) {
    let grid = locator.grid
    let (columns, rows) = (grid.columns, grid.rows)
    let table = locator.table.base
    // A border of cells all round spares the loops their ends.
    let stride = columns + 2
    var padded = [UInt8](repeating: Self.most, count: stride * (rows + 2))
    padded.withUnsafeMutableBufferPointer { padded in
      for row in 0..<rows {
        for column in 0..<columns where Self.hasEdges(table[row &* columns &+ column], locator) {
          padded[(row &+ 1) &* stride &+ column &+ 1] = 0
        }
      }
      guard let base = padded.baseAddress else { return }
      for row in 1...rows {
        let line = base + row &* stride
        let before = line - stride
        var left = Self.most
        for column in 1...columns {
          let near = min(min(left, before[column &- 1]), min(before[column], before[column &+ 1]))
          left = min(line[column], near == Self.most ? near : near &+ 1)
          line[column] = left
        }
      }
      for row in (1...rows).reversed() {
        let line = base + row &* stride
        let after = line + stride
        var right = Self.most
        var column = columns
        while column >= 1 {
          let near = min(min(right, after[column &- 1]), min(after[column], after[column &+ 1]))
          right = min(line[column], near == Self.most ? near : near &+ 1)
          line[column] = right
          column &-= 1
        }
      }
    }
    values = padded
  }

  private static func hasEdges(_ entry: Int32, _ locator: AreaLocator) -> Bool {
    guard entry < CellRecord.none else { return false }
    let offset = CellRecord.offset(entry: entry)
    let simple = locator.words.count
    let head = offset < simple ? locator.words.base[offset] : locator.extra.base[offset - simple]
    return head & 3 != CellRecord.constant
  }

  /// Bytes.
  var size: Int { values.count }

  /// Cell (row, column) is at `(row + 1) · (columns + 2) + column + 1`.
  @inline(__always)
  func withValues<R>(_ body: (UnsafePointer<UInt8>) -> R) -> R {
    values.withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}
