/// Points sorted into the cells of a grid, to find those near a place.
struct PointIndex {
  private let x: [Double]
  private let y: [Double]
  private let west: Double
  private let south: Double
  private let cell: Double
  private let columns: Int
  private let rows: Int
  /// The points of a cell stand in `members` from its offset to the next.
  private let offsets: [Int32]
  private let members: [Int32]

  /// - Parameter cell: the side of a cell at least, with a little more so that rounding moves no point a cell too far; wider where the grid would
  ///   have more than about two cells per point.
  init(x: [Double], y: [Double], cell least: Double) {
    let west = x.min() ?? 0
    let south = y.min() ?? 0
    let width = (x.max() ?? 0) - west
    let height = (y.max() ?? 0) - south
    let count = Double(max(1, x.count))
    // Two cells for each point, on a map of any shape.
    let cell = max(least * (1 + 1e-7), (width * height / count / 2).squareRoot(), (width + height) / count, 1e-300)
    let columns = Int(width / cell) + 1
    let rows = Int(height / cell) + 1
    var offsets = [Int32](repeating: 0, count: columns * rows + 1)
    let cells = zip(x, y).map { x, y in Int((y - south) / cell) * columns + Int((x - west) / cell) }
    for cell in cells { offsets[cell + 1] += 1 }
    for cell in 0..<columns * rows { offsets[cell + 1] += offsets[cell] }
    var next = offsets
    var members = [Int32](repeating: 0, count: x.count)
    for (point, cell) in cells.enumerated() {
      members[Int(next[cell])] = Int32(point)
      next[cell] += 1
    }
    (self.x, self.y, self.west, self.south, self.cell) = (x, y, west, south, cell)
    (self.columns, self.rows, self.offsets, self.members) = (columns, rows, offsets, members)
  }

  /// Calls `body` with each point other than the given one whose distance is at most `distance`, and that distance squared.
  func forEach(within distance: Double, of point: Int, _ body: (Int, Double) -> Void) {
    let limit = distance * distance
    let reach = Int((distance / cell).rounded(.up))
    let (column, row) = place(of: point)
    for cellRow in max(0, row - reach)...min(rows - 1, row + reach) {
      for cellColumn in max(0, column - reach)...min(columns - 1, column + reach) {
        forEach(in: cellRow * columns + cellColumn, of: point) { if $1 <= limit { body($0, $1) } }
      }
    }
  }

  /// The nearest points to a point, nearest first; of those equally far, the one of the lower rank.
  func nearest(_ count: Int, to point: Int, ranks: [Int]) -> [Int] {
    var found: [(distance: Double, rank: Int, point: Int)] = []
    let (column, row) = place(of: point)
    var ring = 0
    while true {
      // What a ring has not shown yet lies at least this far away, less what rounding may do to a cell.
      let sure = (Double(ring) - 1) * cell * (1 - 1e-9)
      if found.count == count, sure > 0, found[count - 1].distance < sure * sure { break }
      let south = row - ring
      let north = row + ring
      if south < 0, north >= rows, column - ring < 0, column + ring >= columns { break }
      for cellRow in max(0, south)...min(rows - 1, north) {
        let step = cellRow == south || cellRow == north ? 1 : max(1, 2 * ring)
        for cellColumn in stride(from: column - ring, through: column + ring, by: step)
        where cellColumn >= 0 && cellColumn < columns {
          forEach(in: cellRow * columns + cellColumn, of: point) { other, distance in
            let candidate = (distance: distance, rank: ranks[other], point: other)
            if found.count == count {
              guard (distance, candidate.rank) < (found[count - 1].distance, found[count - 1].rank) else { return }
              found.removeLast()
            }
            var place = found.count
            while place > 0, (distance, candidate.rank) < (found[place - 1].distance, found[place - 1].rank) { place -= 1 }
            found.insert(candidate, at: place)
          }
        }
      }
      ring += 1
    }
    return found.map(\.point)
  }

  private func place(of point: Int) -> (column: Int, row: Int) {
    (Int((x[point] - west) / cell), Int((y[point] - south) / cell))
  }

  private func forEach(in cell: Int, of point: Int, _ body: (Int, Double) -> Void) {
    for member in members[Int(offsets[cell])..<Int(offsets[cell + 1])] where Int(member) != point {
      let east = x[Int(member)] - x[point]
      let north = y[Int(member)] - y[point]
      body(Int(member), east * east + north * north)
    }
  }
}
