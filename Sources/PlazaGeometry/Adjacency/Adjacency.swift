/// Which features, or cells, are neighbours of which: the pattern of a sparse matrix by rows.
///
/// The neighbours of feature i stand in `columnIndices` at `rowOffsets[i]..<rowOffsets[i + 1]`, ascending. It is symmetric, and no feature is
/// its own neighbour.
public struct Adjacency: Hashable, Sendable {
  /// One more than there are features; the first is 0, the last the number of ordered pairs.
  public let rowOffsets: [Int]
  public let columnIndices: [Int32]

  init(rowOffsets: [Int], columnIndices: [Int32]) {
    self.rowOffsets = rowOffsets
    self.columnIndices = columnIndices
  }

  /// Both directions of each pair, in any order and however often; O(count + pairs · log pairs).
  init(count: Int, pairs: [(Int32, Int32)]) {
    var keys: [UInt64] = []
    keys.reserveCapacity(2 * pairs.count)
    for (a, b) in pairs where a != b {
      keys.append(UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b)))
      keys.append(UInt64(UInt32(bitPattern: b)) << 32 | UInt64(UInt32(bitPattern: a)))
    }
    keys.sort()
    var offsets = [Int](repeating: 0, count: count + 1)
    var columns: [Int32] = []
    var previous: UInt64?
    for key in keys where key != previous {
      previous = key
      offsets[Int(key >> 32) + 1] += 1
      columns.append(Int32(truncatingIfNeeded: key))
    }
    for row in 0..<count { offsets[row + 1] += offsets[row] }
    self.init(rowOffsets: offsets, columnIndices: columns)
  }

  /// How many features there are.
  public var count: Int { rowOffsets.count - 1 }

  /// The neighbours of a feature, ascending.
  public func neighbors(of feature: Int) -> ArraySlice<Int32> { columnIndices[rowOffsets[feature]..<rowOffsets[feature + 1]] }

  /// The features without a neighbour, ascending.
  public var islands: [Int] { (0..<count).filter { rowOffsets[$0] == rowOffsets[$0 + 1] } }

  /// The pairs of either.
  func union(_ other: Adjacency) -> Adjacency {
    var offsets = [0]
    var columns: [Int32] = []
    offsets.reserveCapacity(count + 1)
    columns.reserveCapacity(columnIndices.count + other.columnIndices.count)
    for row in 0..<count {
      let (mine, theirs) = (neighbors(of: row), other.neighbors(of: row))
      var (i, j) = (mine.startIndex, theirs.startIndex)
      while i < mine.endIndex || j < theirs.endIndex {
        let left = i < mine.endIndex ? mine[i] : Int32.max
        let right = j < theirs.endIndex ? theirs[j] : Int32.max
        columns.append(min(left, right))
        if left <= right { i += 1 }
        if right <= left { j += 1 }
      }
      offsets.append(columns.count)
    }
    return Adjacency(rowOffsets: offsets, columnIndices: columns)
  }
}
