/// What one pass over the areas finds out before their index is laid out.
struct AreaSurvey {
  var box = Envelope()
  var edges = 0
  /// The sums of |Δx| and |Δy| over all edges.
  var spanX = 0.0
  var spanY = 0.0
  var areaOfPolygon: [Int32] = []
  var polygonBoxes: [Envelope] = []
  /// Every ring is closed and every coordinate finite.
  var isSound = true

  init(_ column: PolygonColumn) {
    areaOfPolygon.reserveCapacity(column.polygonCount)
    polygonBoxes.reserveCapacity(column.polygonCount)
    column.coordinates.withUnsafeBufferPointer { values in
      for feature in 0..<column.featureCount {
        for polygon in column.polygons(ofFeature: feature) {
          areaOfPolygon.append(Int32(feature))
          var polygonBox = Envelope()
          for ring in column.rings(ofPolygon: polygon) { add(column.vertices(ofRing: ring), values, &polygonBox) }
          polygonBoxes.append(polygonBox)
          box.expand(polygonBox)
        }
      }
    }
    if !(spanX + spanY + box.minX - box.minX + box.minY - box.minY).isFinite { isSound = isSound && Self.isFinite(column) }
  }

  @inline(__always)
  private mutating func add(_ vertices: Range<Int>, _ values: UnsafeBufferPointer<Double>, _ polygonBox: inout Envelope) {
    guard let first = vertices.first, let last = vertices.last else { return }
    edges += vertices.count - 1
    var x = values[2 * first]
    var y = values[2 * first + 1]
    if x != values[2 * last] || y != values[2 * last + 1] { isSound = false }
    var ringBox = Envelope(minX: x, minY: y, maxX: x, maxY: y)
    var (sumX, sumY) = (0.0, 0.0)
    for vertex in vertices.dropFirst() {
      let (nextX, nextY) = (values[2 * vertex], values[2 * vertex + 1])
      // A coordinate that is not finite makes the sums so, and is looked for then.
      sumX += (nextX - x).magnitude
      sumY += (nextY - y).magnitude
      (x, y) = (nextX, nextY)
      ringBox.minX = x < ringBox.minX ? x : ringBox.minX
      ringBox.maxX = x > ringBox.maxX ? x : ringBox.maxX
      ringBox.minY = y < ringBox.minY ? y : ringBox.minY
      ringBox.maxY = y > ringBox.maxY ? y : ringBox.maxY
    }
    spanX += sumX
    spanY += sumY
    polygonBox.expand(ringBox)
  }

  private static func isFinite(_ column: PolygonColumn) -> Bool { column.coordinates.allSatisfy(\.isFinite) }

  /// The column with every ring closed, and without the polygons that have a coordinate that is not finite.
  static func mended(_ column: PolygonColumn) -> PolygonColumn {
    var result = PolygonColumn()
    for feature in 0..<column.featureCount {
      for polygon in column.polygons(ofFeature: feature) {
        let rings = column.rings(ofPolygon: polygon)
        let isFinite = rings.allSatisfy { ring in
          column.vertices(ofRing: ring).allSatisfy { column.coordinate(at: $0).isFinite }
        }
        guard isFinite else { continue }
        for ring in rings {
          let vertices = column.vertices(ofRing: ring)
          for vertex in vertices { result.append(column.coordinate(at: vertex)) }
          if let first = vertices.first, let last = vertices.last, column.coordinate(at: first) != column.coordinate(at: last) {
            result.append(column.coordinate(at: first))
          }
          result.endRing()
        }
        result.endPolygon()
      }
      result.endFeature()
    }
    return result
  }

  /// The number of cells for a number of edges.
  ///
  /// Measured: with fewer, points meet more edges; with more, the table outgrows the caches.
  static func cells(edges: Int) -> Double { min(max(Double(edges) * 2.0, 0x1p14), 0x1p22) }

  /// A grid of about so many cells, fewer where long edges would fill too many of them.
  func grid(cells: Double) -> CellGrid {
    let width = max(box.maxX / 2 - box.minX / 2, .leastNormalMagnitude)
    let height = max(box.maxY / 2 - box.minY / 2, .leastNormalMagnitude)
    // Square cells; a box of extreme proportions becomes one row or one column of them.
    let ratio = min(max(width / height, 1 / cells), cells)
    var columns = max((cells * ratio).squareRoot(), 1)
    var rows = max(cells / columns, 1)
    // Every edge is registered in about 1 + columns crossed + rows crossed cells.
    let crossings = spanX / 2 / width * columns + spanY / 2 / height * rows
    let allowed = Double(4 * edges + 1 << 20)
    if crossings > allowed {
      columns = max(columns * allowed / crossings, 1)
      rows = max(rows * allowed / crossings, 1)
    }
    return CellGrid(box: box, columns: Int(columns), rows: Int(rows))
  }
}

extension Coordinate {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}

extension PolygonColumn {
  fileprivate mutating func append(_ coordinate: Coordinate) { append(x: coordinate.x, y: coordinate.y) }
}
