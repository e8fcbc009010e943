/// Which areas are neighbours of which, and with what weight: a sparse matrix by rows.
///
/// The neighbours of area i stand in `columnIndices` and `weights` at `rowOffsets[i]..<rowOffsets[i + 1]`, ascending. The matrix need not be
/// symmetric, and an area may be its own neighbour, as Gi* has it. A pair of weight 0 is not stored.
public struct SpatialWeights: Hashable, Sendable {
  /// One more than there are areas; the first is 0, the last the number of pairs.
  public let rowOffsets: [Int]
  public let columnIndices: [Int32]
  /// Finite and above 0.
  public let weights: [Double]

  /// Weight 1 for each neighbour that is listed.
  /// - Parameter neighbors: for each area the places of its neighbours in the list of areas, in any order.
  /// - Throws: `neighborOutOfRange`, `repeatedNeighbor`.
  public init(neighbors: [[Int]]) throws(StatisticsError) {
    try self.init(neighbors: neighbors, weights: neighbors.map { [Double](repeating: 1, count: $0.count) })
  }

  /// A given weight for each neighbour.
  /// - Parameter neighbors: for each area the places of its neighbours in the list of areas, in any order.
  /// - Parameter weights: of the same shape.
  /// - Throws: `lengthMismatch`, `badWeight`, `neighborOutOfRange`, `repeatedNeighbor`.
  /// - Complexity: O(n + number of pairs × log of the longest row).
  public init(neighbors: [[Int]], weights: [[Double]]) throws(StatisticsError) {
    let count = neighbors.count
    guard weights.count == count else { throw .lengthMismatch(expected: count, found: weights.count) }
    var offsets = [0]
    var columns: [Int32] = []
    var values: [Double] = []
    offsets.reserveCapacity(count + 1)
    for area in 0..<count {
      let row = neighbors[area]
      let given = weights[area]
      guard given.count == row.count else { throw .lengthMismatch(expected: row.count, found: given.count) }
      let order = row.indices.sorted { row[$0] < row[$1] }
      var previous: Int?
      for place in order {
        let neighbor = row[place]
        let weight = given[place]
        guard neighbor >= 0, neighbor < count else { throw .neighborOutOfRange(area: area, neighbor: neighbor) }
        guard neighbor != previous else { throw .repeatedNeighbor(area: area, neighbor: neighbor) }
        guard weight >= 0, weight.isFinite else { throw .badWeight(weight) }
        previous = neighbor
        if weight > 0 {
          columns.append(Int32(neighbor))
          values.append(weight)
        }
      }
      offsets.append(columns.count)
    }
    self.init(rowOffsets: offsets, columnIndices: columns, weights: values)
  }

  /// Weight 1 for each neighbour of rows that are stored already: ascending, in range and without repetition.
  package init(rowOffsets: [Int], columnIndices: [Int32]) {
    self.init(
      rowOffsets: rowOffsets, columnIndices: columnIndices, weights: [Double](repeating: 1, count: columnIndices.count))
  }

  /// How many areas there are.
  public var count: Int { rowOffsets.count - 1 }

  /// The neighbours of an area, ascending, with itself if it is one.
  public func neighbors(of area: Int) -> ArraySlice<Int32> {
    columnIndices[rowOffsets[area]..<rowOffsets[area + 1]]
  }

  /// The areas without a neighbour other than themselves, ascending.
  public var islands: [Int] {
    (0..<count).filter { area in neighbors(of: area).allSatisfy { $0 == Int32(area) } }
  }

  /// The same pairs with the weights of each row divided by their sum; a row without pairs stays empty.
  public func rowStandardized() -> SpatialWeights {
    var result = weights
    for area in 0..<count {
      let row = rowOffsets[area]..<rowOffsets[area + 1]
      let sum = weights[row].reduce(0, +)
      for pair in row { result[pair] = weights[pair] / sum }
    }
    return SpatialWeights(rowOffsets: rowOffsets, columnIndices: columnIndices, weights: result)
  }

  /// Rows as they are stored; what the type promises is the caller's to keep.
  package init(rowOffsets: [Int], columnIndices: [Int32], weights: [Double]) {
    assert(rowOffsets.first == 0 && rowOffsets.last == columnIndices.count && weights.count == columnIndices.count)
    self.rowOffsets = rowOffsets
    self.columnIndices = columnIndices
    self.weights = weights
  }
}
