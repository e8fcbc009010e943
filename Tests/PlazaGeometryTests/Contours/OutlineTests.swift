import PlazaGEOS
import PlazaGeometry
import PlazaTesting
import Testing

@Suite("Outlines") struct OutlineTests {
  private func cells(_ picture: String...) -> [GridCell] {
    picture.reversed().enumerated().flatMap { row, line in
      line.enumerated().filter { $0.1 == "#" }.map { GridCell(column: Int32($0.0), row: Int32(row)) }
    }
  }

  private func outline(_ grid: some PlaneGrid, _ cells: [GridCell]) -> PolygonColumn {
    Outline.dissolve(column: grid.polygons(of: cells), groups: Array(repeating: 0, count: cells.count))
  }

  /// The polygons and rings of squares drawn as text, after a check that they are valid and as large as the squares.
  private func shape(_ picture: String...) throws -> [Int] {
    let cells = picture.reversed().enumerated().flatMap { row, line in
      line.enumerated().filter { $0.1 == "#" }.map { GridCell(column: Int32($0.0), row: Int32(row)) }
    }
    let column = outline(SquareGrid(cell: 1), cells)
    #expect(try GEOSContext().validity(of: column, feature: 0).isValid)
    #expect(column.planarArea(ofFeature: 0) == Double(cells.count))
    return [column.polygonCount, column.ringCount]
  }

  @Test func `squares that touch at a corner stay apart, and holes are cut where they touch`() throws {
    #expect(try shape("#") == [1, 1])
    #expect(try shape("#.", ".#") == [2, 2])
    #expect(try shape("###", "#.#", "###") == [1, 2])
    #expect(try shape("####", "#.##", "##.#", "####") == [1, 3])
    // The hole touches the outside.
    #expect(try shape("###", "#.#", "##.") == [1, 2])
    // A square within a hole that touches the border of the hole on all corners.
    #expect(try shape("#####", "##.##", "#.#.#", "##.##", "#####") == [2, 3])
    #expect(try shape("#####", "#...#", "#.#.#", "#...#", "#####") == [2, 3])
  }

  @Test("random cells have the outline that GEOS finds, valid and of their area", arguments: [UInt64](0..<40))
  func geos(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let share = Double.random(in: 0.1...0.95, using: &random)
    func check(_ grid: some PlaneGrid) throws {
      var cells: [GridCell] = []
      for row in Int32(-7)...8 {
        for column in Int32(-9)...6 where Double.random(in: 0...1, using: &random) < share {
          cells.append(GridCell(column: column, row: row))
        }
      }
      let context = GEOSContext()
      let polygons = grid.polygons(of: cells)
      let found = outline(grid, cells)
      #expect(try context.validity(of: found, feature: 0).isValid, "seed \(seed)")
      let union = try context.union(features: Array(0..<cells.count), of: polygons)
      let area = (0..<cells.count).reduce(0) { $0 + polygons.planarArea(ofFeature: $1) }
      #expect(abs(found.planarArea(ofFeature: 0) - area) < 1e-9 * area, "seed \(seed)")
      #expect(found.polygonCount == union.polygonCount && found.ringCount == union.ringCount, "seed \(seed)")
      let common = try context.geometry(feature: 0, of: found).intersection(try context.geometry(feature: 0, of: union)).area
      #expect(abs(common - area) < 1e-9 * area, "seed \(seed)")
    }
    try check(SquareGrid(cell: 0.1))
    try check(HexagonGrid(cell: 1.0 / 3))
  }

  @Test func `groups are dissolved apart, what has none is left out, and a group without members is empty`() {
    let cells = [(0, 0), (1, 0), (2, 0), (3, 0), (1, 1)].map { GridCell(column: $0.0, row: $0.1) }
    let column = Outline.dissolve(column: SquareGrid(cell: 2).polygons(of: cells), groups: [2, 0, 0, -1, 2])
    #expect(column.featureCount == 3)
    #expect((0..<3).map { column.planarArea(ofFeature: $0) } == [8, 0, 8])
    #expect((0..<3).map { column.polygons(ofFeature: $0).count } == [1, 0, 2])
    #expect(column.coordinates.prefix(14) == [2, 0, 4, 0, 6, 0, 6, 2, 4, 2, 2, 2, 2, 0])
    #expect(Outline.dissolve(column: PolygonColumn(), groups: []) == PolygonColumn())
    #expect(Outline.dissolve(column: column, groups: [-1, -2, -1]) == PolygonColumn())
  }

  @Test func `the direction of the rings given does not matter`() {
    let cells = cells("###", "#.#", "###")
    let ring = outline(SquareGrid(cell: 5), cells)
    var turned = PolygonColumn()
    for place in ring.rings(ofFeature: 0) {
      for vertex in ring.vertices(ofRing: place).reversed() {
        turned.append(x: ring.coordinate(at: vertex).x, y: ring.coordinate(at: vertex).y)
      }
      turned.endRing()
    }
    turned.endPolygon()
    turned.endFeature()
    let hole = SquareGrid(cell: 5).polygons(of: [GridCell(column: 1, row: 1)])
    #expect(Outline.dissolve(column: turned, groups: [0]) == ring)
    turned.append(contentsOf: hole)
    let full = Outline.dissolve(column: turned, groups: [0, 0])
    #expect(full.ringCount == 1 && full.planarArea(ofFeature: 0) == 225)
  }

  @Test func `exteriors run counter-clockwise and holes clockwise, from the lowest vertex`() {
    let column = outline(SquareGrid(cell: 1), cells("###", "#.#", "###"))
    #expect(column.coordinates.prefix(4) == [0, 0, 1, 0])
    #expect(column.coordinates.suffix(10) == [1, 1, 1, 2, 2, 2, 2, 1, 1, 1])
  }
}
