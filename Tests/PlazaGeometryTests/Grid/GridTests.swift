import PlazaGeometry
import PlazaTesting
import Testing

@Suite("Grids") struct GridTests {
  static let sizes: [Double] = [1, 500, 0.1, 1.0 / 3, 250.5, 1e-3, 7e5]

  @Test("a square owns exactly what its border products say", arguments: sizes)
  func squares(size: Double) throws {
    let grid = SquareGrid(cell: size)
    var random = SplitMix64(seed: 3)
    for _ in 0..<3_000 {
      let index = Double(Int.random(in: -100_000...100_000, using: &random))
      let border = index * size
      for x in [border, border.nextUp, border.nextDown, border + size * Double.random(in: 0...1, using: &random)] {
        let column = Double(try #require(grid.cell(x: x, y: 0)).column)
        #expect(column * size <= x && x < (column + 1) * size)
        #expect(try #require(grid.cell(x: 0, y: x)).row == Int32(column))
      }
    }
  }

  @Test("a hexagon owns the positions nearest to its centre", arguments: sizes)
  func hexagons(size: Double) throws {
    let grid = HexagonGrid(cell: size)
    var random = SplitMix64(seed: 4)
    for _ in 0..<3_000 {
      let x = Double.random(in: -50...50, using: &random) * size
      let y = Double.random(in: -50...50, using: &random) * size
      let owner = try #require(grid.cell(x: x, y: y))
      func distance(_ cell: GridCell) -> Double {
        let centre = grid.center(of: cell)
        return ((centre.x - x) * (centre.x - x) + (centre.y - y) * (centre.y - y)).squareRoot()
      }
      for other in grid.neighbors(of: owner, rule: .queen) {
        #expect(distance(owner) <= distance(other) + 1e-9 * size)
        let centre = grid.center(of: other)
        #expect(grid.cell(x: centre.x, y: centre.y) == other)
      }
      #expect(abs(grid.polygons(of: [owner]).planarArea(ofFeature: 0) / (size * size) - 3.0.squareRoot() / 2) < 1e-9)
    }
  }

  @Test func `a position between hexagons of a row belongs to the right one and between rows to the lower`() {
    let grid = HexagonGrid(cell: 10)
    #expect(grid.cell(x: 5, y: 0) == GridCell(column: 1, row: 0))
    #expect(grid.cell(x: 5.0.nextDown, y: 0) == GridCell(column: 0, row: 0))
    #expect(grid.cell(x: -5, y: 0) == GridCell(column: 0, row: 0))
    // The top of a hexagon is as far from three centres.
    let top = grid.corners(of: GridCell(column: 0, row: 0))[3]
    #expect(grid.cell(x: top.x, y: top.y.nextDown.nextDown) == GridCell(column: 0, row: 0))
    #expect(grid.cell(x: 0, y: top.y + 1) == GridCell(column: 0, row: 1))
    #expect(grid.cell(x: 0.0.nextDown, y: top.y + 1) == GridCell(column: -1, row: 1))
  }

  @Test func `what is not a position or too far has no cell`() {
    for value in [Double.nan, .infinity, -.infinity, 1e300] {
      #expect(SquareGrid(cell: 10).cell(x: value, y: 0) == nil && SquareGrid(cell: 10).cell(x: 0, y: value) == nil)
      #expect(HexagonGrid(cell: 10).cell(x: value, y: 0) == nil && HexagonGrid(cell: 10).cell(x: 0, y: value) == nil)
    }
    #expect(SquareGrid(cell: 1).cells(meeting: Envelope()).isEmpty)
  }

  @Test func `codes lead back to their cells and to no others`() {
    let cell = GridCell(column: 123, row: -45)
    #expect(SquareGrid(cell: 500).code(of: cell) == "s500_123_-45")
    #expect(HexagonGrid(cell: 250.5).code(of: cell) == "h250.5_123_-45")
    #expect(SquareGrid(cell: 500).cell(code: "s500_123_-45") == cell)
    for text in ["s500_123", "h500_1_2", "s250_1_2", "s500_01_2", "s500_+1_2", "s500_1_2_3", "s500_1_x", ""] {
      #expect(SquareGrid(cell: 500).cell(code: text) == nil)
    }
  }

  private func check(_ grid: some PlaneGrid, _ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var x = [0.0, 0.0]
    var y = [0.0, 0.0]
    for i in 0..<2 {
      x[i] = Double.random(in: -4...4, using: &random)
      y[i] = Double.random(in: -4...4, using: &random)
      if seed % 2 == 0 { (x[i], y[i]) = (x[i].rounded(), y[i].rounded()) }
    }
    let box = Envelope(minX: x.min()!, minY: y.min()!, maxX: x.max()!, maxY: y.max()!)
    var expected: [GridCell] = []
    for row in Int32(-12)...12 {
      for column in Int32(-12)...12 {
        let own = grid.envelope(of: GridCell(column: column, row: row))
        let meets = own.minX <= box.maxX && own.maxX >= box.minX && own.minY <= box.maxY && own.maxY >= box.minY
        if meets { expected.append(GridCell(column: column, row: row)) }
      }
    }
    let cells = grid.cells(meeting: box)
    #expect(cells == expected, "seed \(seed)")
    // Neighbours by index are those that the polygons of the cells have.
    for rule in ContiguityRule.allCases {
      #expect(grid.adjacency(of: cells, rule: rule) == Contiguity.neighbors(of: grid.polygons(of: cells), rule: rule))
    }
  }

  @Test("cells that meet a box, and their neighbours, are those found one by one", arguments: [UInt64](0..<30))
  func cells(seed: UInt64) {
    check(SquareGrid(cell: 1), seed)
    check(HexagonGrid(cell: 1), seed)
  }
}
