import PlazaGEOS
import PlazaGeometry
import PlazaTesting
import Testing

@Suite struct ClippedCellsTests {
  private func check(_ grid: some PlaneGrid, _ boundary: PolygonColumn, _ comment: Comment) throws {
    let context = GEOSContext()
    let clipped = try context.clip(grid, to: boundary)
    let whole = try context.union(features: Array(0..<boundary.featureCount), of: boundary)
    #expect(clipped.cells == clipped.cells.sorted() && clipped.polygons.featureCount == clipped.cells.count)
    // Each cell against the whole boundary at once.
    var total = 0.0
    let shape = try context.geometry(feature: 0, of: whole)
    for cell in grid.cells(meeting: whole.envelope) {
      let full = grid.polygons(of: [cell])
      let area = try shape.intersection(try context.geometry(feature: 0, of: full)).area
      let size = full.planarArea(ofFeature: 0)
      guard let place = clipped.cells.place(of: cell) else {
        #expect(area < 1e-9 * size, comment)
        continue
      }
      let found = clipped.polygons.planarArea(ofFeature: place)
      #expect(abs(found - area) < 1e-9 * size, comment)
      if clipped.isWhole[place] { #expect(abs(area - size) < 1e-9 * size, comment) }
      if area < 0.999_999 * size { #expect(!clipped.isWhole[place], comment) }
      total += found
      #expect(try context.validity(of: clipped.polygons, feature: place).isValid, comment)
    }
    #expect(abs(total - whole.planarArea(ofFeature: 0)) < 1e-9 * max(1, total), comment)
  }

  @Test("cells hold what the whole boundary leaves of each, and together all of it", arguments: [UInt64](0..<12))
  func oracle(seed: UInt64) throws {
    var generator = PolygonGenerator(seed: seed, size: 64, step: seed % 2 == 0 ? 1 : 0x1p-20)
    let boundary = generator.overlappingStars(areas: 3, vertices: 9)
    try check(SquareGrid(cell: seed % 3 == 0 ? 4 : 3.3), boundary, "squares, seed \(seed)")
    try check(HexagonGrid(cell: 4.5), boundary, "hexagons, seed \(seed)")
  }

  @Test func `a boundary of whole cells leaves them whole, and none beyond`() throws {
    let clipped = try GEOSContext().clip(SquareGrid(cell: 2), to: column("POLYGON ((0 0,8 0,8 6,0 6,0 0),(2 2,4 2,4 4,2 4,2 2))"))
    #expect(clipped.cells.count == 11 && clipped.isWhole.allSatisfy { $0 })
    #expect(clipped.cells.place(of: GridCell(column: 1, row: 1)) == nil)
  }

  @Test func `an empty boundary has no cells`() throws {
    #expect(try GEOSContext().clip(SquareGrid(cell: 2), to: PolygonColumn()) == ClippedCells())
  }

  @Test func `a buffer reaches its distance less the bow of its chords`() throws {
    let context = GEOSContext()
    let square = try context.geometry(feature: 0, of: column("POLYGON ((0 0,10 0,10 10,0 10,0 0))"))
    let area = try square.buffered(by: 2).area
    // 100 + perimeter · 2 + a disc of 32 chords, 16 r² sin(2π / 32).
    #expect(abs(area - (100 + 80 + 16 * 4 * 0.195_090_322_016_128_26)) < 1e-9)
  }
}
