import PlazaGEOS
import PlazaGeometry
import PlazaTesting
import Testing

@Suite("Contours") struct ContourTests {
  struct Field {
    var values: [Double]
    var columns: Int
    var rows: Int
    var level: Double

    /// Three kinds in turn: noise, small whole numbers with a level that many cells have, and a rolling surface.
    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      let columns = Int.random(in: 1...24, using: &random)
      let rows = Int.random(in: 1...24, using: &random)
      let (values, level): ([Double], Double)
      switch seed % 3 {
      case 0:
        values = (0..<columns * rows).map { _ in Double.random(in: 0...1, using: &random) }
        level = Double.random(in: 0.05...0.95, using: &random)
      case 1:
        values = (0..<columns * rows).map { _ in Double(Int.random(in: 0...4, using: &random)) }
        level = Double(Int.random(in: 1...4, using: &random))
      default:
        let peaks = (0..<5).map { _ in
          (
            Double.random(in: 0...24, using: &random), Double.random(in: 0...24, using: &random),
            Double.random(in: 2...30, using: &random)
          )
        }
        values = (0..<columns * rows).map { place in
          let (x, y) = (Double(place % columns), Double(place / columns))
          return peaks.reduce(0) { sum, peak in
            let (dx, dy) = (x - peak.0, y - peak.1)
            return sum + max(0, 1 - (dx * dx + dy * dy) / peak.2)
          }
        }
        level = Double.random(in: 0.05...1.2, using: &random)
      }
      (self.values, self.columns, self.rows, self.level) = (values, columns, rows, level)
    }

    init(_ values: [Double], columns: Int, level: Double) {
      (self.values, self.columns, self.rows, self.level) = (values, columns, values.count / columns, level)
    }

    func value(_ column: Int, _ row: Int) -> Double {
      column >= 0 && column < columns && row >= 0 && row < rows ? values[row * columns + column] : 0
    }

    func contour(x0: Double = 0, y0: Double = 0, cell: Double = 1, level: Double? = nil) -> PolygonColumn {
      ContourPolygons.make(
        values: values, columnCount: columns, rowCount: rows, x0: x0, y0: y0, cell: cell, level: level ?? self.level)
    }

    /// Whether a position, in cells from the centre of the first, is inside: by the sides of the border lines within its one square.
    func isInside(_ x: Double, _ y: Double) -> Bool {
      let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
      let corners = [value(column, row), value(column + 1, row), value(column + 1, row + 1), value(column, row + 1)]
      let inside = corners.map { $0 >= level }
      if inside.allSatisfy({ $0 }) { return true }
      if !inside.contains(true) { return false }
      func part(_ a: Double, _ b: Double) -> Double {
        min(max((level - a) / (b - a), ContourPolygons.clearance), 1 - ContourPolygons.clearance)
      }
      // The polygon of what is inside, or of what is outside where the two outside corners of a saddle are the ones cut off.
      let isSaddle = inside[0] == inside[2] && inside[1] == inside[3]
      let isJoined = isSaddle && corners.reduce(0, +) / 4 >= level
      let (u, v) = (x - Double(column), y - Double(row))
      let places = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
      func isInCorner(_ i: Int) -> Bool {
        let (after, before) = ((i + 1) % 4, (i + 3) % 4)
        let (s, t) = (part(corners[i], corners[after]), part(corners[i], corners[before]))
        let alongAfter = (u - places[i].0) * (places[after].0 - places[i].0) + (v - places[i].1) * (places[after].1 - places[i].1)
        let alongBefore =
          (u - places[i].0) * (places[before].0 - places[i].0) + (v - places[i].1) * (places[before].1 - places[i].1)
        return alongAfter / s + alongBefore / t < 1
      }
      let count = inside.count { $0 }
      if isSaddle || count != 2 {
        let looksAtInside = isSaddle ? !isJoined : count == 1
        let isCut = (0..<4).contains { inside[$0] == looksAtInside && isInCorner($0) }
        return isCut == looksAtInside
      }
      // Two neighbours: a line from side to side.
      let first = (0..<4).first { inside[$0] && inside[($0 + 1) % 4] }!
      let (a, b, c, d) = (first, (first + 1) % 4, (first + 2) % 4, (first + 3) % 4)
      let (low, high) = (part(corners[a], corners[d]), part(corners[b], corners[c]))
      let along = (u - places[a].0) * (places[b].0 - places[a].0) + (v - places[a].1) * (places[b].1 - places[a].1)
      let up = (u - places[a].0) * (places[d].0 - places[a].0) + (v - places[a].1) * (places[d].1 - places[a].1)
      return up < low + (high - low) * along
    }

    func bilinear(_ x: Double, _ y: Double) -> Double {
      let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
      let (u, v) = (x - Double(column), y - Double(row))
      return (1 - v) * ((1 - u) * value(column, row) + u * value(column + 1, row))
        + v * ((1 - u) * value(column, row + 1) + u * value(column + 1, row + 1))
    }
  }

  /// Even-odd over all rings.
  private func holds(_ column: PolygonColumn, _ x: Double, _ y: Double) -> Bool {
    var isInside = false
    for ring in 0..<column.ringCount {
      for vertex in column.vertices(ofRing: ring).dropLast() {
        let (a, b) = (column.coordinate(at: vertex), column.coordinate(at: vertex + 1))
        if (a.y > y) != (b.y > y), x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
    }
    return isInside
  }

  private func doubledArea(_ column: PolygonColumn, _ ring: Int) -> Double {
    let vertices = column.vertices(ofRing: ring)
    let o = column.coordinate(at: vertices.lowerBound)
    return vertices.dropLast().reduce(0) { sum, vertex in
      let (a, b) = (column.coordinate(at: vertex), column.coordinate(at: vertex + 1))
      return sum + (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y)
    }
  }

  @Test("200 random fields have valid contours, with rings of the right turn, no repeated vertex and none beyond the padding")
  func validity() throws {
    let context = GEOSContext()
    for seed in UInt64(0)..<200 {
      let field = Field(seed: seed)
      for (x0, y0, cell) in [(0.0, 0.0, 1.0), (612_345.7, 8_167_000.3, 12.5)] {
        let column = field.contour(x0: x0, y0: y0, cell: cell)
        #expect(column.featureCount == 1)
        #expect(try context.validity(of: column, feature: 0).isValid, "seed \(seed)")
        for polygon in 0..<column.polygonCount {
          let rings = column.rings(ofPolygon: polygon)
          for ring in rings { #expect((doubledArea(column, ring) > 0) == (ring == rings.lowerBound), "seed \(seed)") }
        }
        for ring in 0..<column.ringCount {
          for vertex in column.vertices(ofRing: ring).dropLast() {
            #expect(column.coordinate(at: vertex) != column.coordinate(at: vertex + 1), "seed \(seed)")
          }
        }
        guard column.vertexCount > 0 else { continue }
        let box = column.envelope
        #expect(box.minX > x0 - cell / 2 && box.maxX < x0 + (Double(field.columns) + 0.5) * cell, "seed \(seed)")
        #expect(box.minY > y0 - cell / 2 && box.maxY < y0 + (Double(field.rows) + 0.5) * cell, "seed \(seed)")
      }
    }
  }

  @Test("a position is inside where the lines of its own square say so, and between two centres where the surface does")
  func membership() {
    for seed in UInt64(0)..<90 {
      let field = Field(seed: seed)
      let column = field.contour()
      var random = SplitMix64(seed: seed)
      for _ in 0..<150 {
        let x = Double.random(in: -1..<Double(field.columns), using: &random)
        let y = Double.random(in: -1..<Double(field.rows), using: &random)
        #expect(holds(column, x + 0.5, y + 0.5) == field.isInside(x, y), "seed \(seed) at \(x) \(y)")
        let row = y.rounded(.down)
        // Along a row of centres, away from where the clearance decides.
        let part = x - x.rounded(.down)
        let margin = 4 * ContourPolygons.clearance * 4
        if part > 0.01, part < 0.99, abs(field.bilinear(x, row) - field.level) > margin {
          #expect(holds(column, x + 0.5, row + 0.5) == (field.bilinear(x, row) >= field.level), "seed \(seed) at \(x) \(row)")
        }
      }
      for row in 0..<field.rows {
        for c in 0..<field.columns {
          #expect(holds(column, Double(c) + 0.5, Double(row) + 0.5) == (field.value(c, row) >= field.level), "seed \(seed)")
        }
      }
    }
  }

  @Test("a higher level lies within a lower one") func nesting() throws {
    let context = GEOSContext()
    for seed in UInt64(0)..<60 {
      let field = Field(seed: seed)
      let low = field.contour(level: field.level)
      let high = field.contour(level: field.level * 1.2)
      guard !high.isEmpty(feature: 0) else { continue }
      let area = high.planarArea(ofFeature: 0)
      let common = try context.geometry(feature: 0, of: low).intersection(try context.geometry(feature: 0, of: high)).area
      #expect(abs(common - area) < 1e-9 * area, "seed \(seed)")
      #expect(low.planarArea(ofFeature: 0) >= area, "seed \(seed)")
    }
  }

  @Test("a field of one value is one polygon or none", arguments: [(1, 1), (1, 7), (7, 1), (5, 4)])
  func constant(columns: Int, rows: Int) {
    let field = Field(Array(repeating: 4, count: columns * rows), columns: columns, level: 2)
    let column = field.contour()
    #expect(column.polygonCount == 1 && column.ringCount == 1)
    // Half a cell beyond the outermost centres, with cut corners of ⅛.
    #expect(column.planarArea(ofFeature: 0) == Double(columns * rows) - 0.5)
    #expect(field.contour(level: 5).isEmpty(feature: 0) && field.contour(level: 5).featureCount == 1)
    // At the level itself the border keeps its clearance from the centres.
    let width = (Double(columns) - 1 + 2 * ContourPolygons.clearance) * (Double(rows) - 1 + 2 * ContourPolygons.clearance)
    let tight = field.contour(level: 4).planarArea(ofFeature: 0)
    #expect(abs(tight - (width - 2 * ContourPolygons.clearance * ContourPolygons.clearance)) < 1e-12)
  }

  @Test("the mean of four centres decides a saddle, either way round") func saddles() {
    for isTurned in [false, true] {
      func field(_ low: Double) -> Field { Field(isTurned ? [low, 10, 10, low] : [10, low, low, 10], columns: 2, level: 5) }
      #expect(field(1).contour().polygonCount == 1)
      #expect(field(0).contour().polygonCount == 1)
      #expect(Field(isTurned ? [0, 9.9, 10, 0] : [9.9, 0, 0, 10], columns: 2, level: 5).contour().polygonCount == 2)
    }
  }

  @Test("a hole belongs to the polygon around it, also on an island in a hole") func holes() {
    var values = [Double](repeating: 0, count: 81)
    for row in 0..<9 {
      for column in 0..<9 {
        let ring = min(column, row, 8 - column, 8 - row)
        values[row * 9 + column] = ring % 2 == 0 ? 2 : 0
      }
    }
    let column = Field(values, columns: 9, level: 1).contour()
    #expect(column.polygonOffsets == [0, 2, 4, 5])
    #expect(column.featureOffsets == [0, 3])
  }

  @Test("the place of the raster moves the vertices and changes nothing else") func translation() {
    for seed in UInt64(0)..<30 {
      let field = Field(seed: seed)
      let column = field.contour()
      // Steps that are exact for positions of this size.
      let moved = field.contour(x0: 512, y0: -2048, cell: 4)
      #expect(moved.ringOffsets == column.ringOffsets && moved.polygonOffsets == column.polygonOffsets)
      for vertex in 0..<column.vertexCount {
        let (a, b) = (column.coordinate(at: vertex), moved.coordinate(at: vertex))
        #expect(abs(512 + 4 * a.x - b.x) < 1e-12 && abs(-2048 + 4 * a.y - b.y) < 2e-12)
      }
    }
  }

  @Test("a raster without cells has an empty region") func empty() {
    let column = ContourPolygons.make(values: [], columnCount: 0, rowCount: 5, x0: 0, y0: 0, cell: 1, level: 1)
    #expect(column.featureCount == 1 && column.isEmpty(feature: 0))
  }
}
