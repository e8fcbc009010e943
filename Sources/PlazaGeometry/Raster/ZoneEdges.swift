/// The rows of a raster in bands of fixed height, which never reach over the border of a block.
struct RowBands: Sendable {
  let height: Int
  let perBlock: Int
  let count: Int
  private let rowsPerBlock: Int
  private let rowCount: Int

  /// About so many cells are worked on at once: their accumulators stay near the processor.
  private static let cells = 1 << 17

  init(_ raster: any RasterSource) {
    height = max(1, min(64, raster.rowsPerBlock, Self.cells / raster.grid.columnCount))
    rowsPerBlock = raster.rowsPerBlock
    rowCount = raster.grid.rowCount
    perBlock = (rowsPerBlock + height - 1) / height
    count = perBlock * raster.blockCount
  }

  func bands(ofBlock block: Int) -> Range<Int> { block * perBlock..<(block + 1) * perBlock }

  /// Empty for the last bands of a block that is lower than the others.
  func rows(ofBand band: Int) -> Range<Int> {
    let (block, place) = band.quotientAndRemainder(dividingBy: perBlock)
    let end = min(rowCount, (block + 1) * rowsPerBlock)
    let start = min(end, block * rowsPerBlock + place * height)
    return start..<min(end, start + height)
  }

  func band(ofRow row: Int) -> Int {
    let (block, place) = row.quotientAndRemainder(dividingBy: rowsPerBlock)
    return block * perBlock + place / height
  }
}

/// The edges of some zones by the bands of rows that they cross.
struct ZoneEdges: Sendable {
  /// The edges that cross one band, by zone.
  struct Band: Sendable {
    /// The vertex at which an edge begins, twice, and 1 more where the inside lies to the east of an edge that goes north.
    var edges: [UInt64] = []
    /// The zones in order, with the place of the first edge of each.
    var runs: [(zone: Int, start: Int)] = []

    var isEmpty: Bool { edges.isEmpty }

    func edges(ofRun run: Int) -> Range<Int> {
      runs[run].start..<(run + 1 < runs.count ? runs[run + 1].start : edges.count)
    }
  }

  private var bands: [Band]
  /// The surface of each zone, in cells.
  private(set) var areas: [Double]

  subscript(band: Int) -> Band { bands[band] }

  init(_ zones: PolygonColumn, _ grid: RasterGrid, _ rows: RowBands) {
    bands = Array(repeating: Band(), count: rows.count)
    areas = Array(repeating: 0, count: zones.featureCount)
    zones.coordinates.withUnsafeBufferPointer { values in
      for zone in 0..<zones.featureCount {
        for polygon in zones.polygons(ofFeature: zone) {
          for (place, ring) in zones.rings(ofPolygon: polygon).enumerated() {
            let vertices = zones.vertices(ofRing: ring)
            let area = Self.area(values, vertices)
            areas[zone] += (place == 0 ? area.magnitude : -area.magnitude) / (grid.cellWidth * grid.cellHeight)
            // Seen with y to the north an exterior runs counter-clockwise: its western side goes south, and the inside follows to the east.
            let isTurned = (area < 0) == (place == 0)
            for vertex in vertices.dropLast() {
              let (y0, y1) = (values[2 * vertex + 1], values[2 * vertex + 3])
              let west = (min(values[2 * vertex], values[2 * vertex + 2]) - grid.west) / grid.cellWidth
              if y0 == y1 || west >= Double(grid.columnCount) { continue }
              let first = max(0, ((grid.north - max(y0, y1)) / grid.cellHeight).rounded(.down))
              let last = min(Double(grid.rowCount - 1), ((grid.north - min(y0, y1)) / grid.cellHeight).rounded(.down))
              guard first <= last else { continue }
              let entry = UInt64(vertex) << 1 | (isTurned ? 1 : 0)
              for band in rows.band(ofRow: Int(first))...rows.band(ofRow: Int(last)) {
                if bands[band].runs.last?.zone != zone { bands[band].runs.append((zone, bands[band].edges.count)) }
                bands[band].edges.append(entry)
              }
            }
          }
        }
        areas[zone] = max(0, areas[zone])
      }
    }
  }

  /// Signed, counter-clockwise above 0, in squared units of the CRS.
  private static func area(_ values: UnsafeBufferPointer<Double>, _ vertices: Range<Int>) -> Double {
    guard let first = vertices.first else { return 0 }
    let (x, y) = (values[2 * first], values[2 * first + 1])
    var sum = 0.0
    for vertex in vertices.dropLast() {
      sum += (values[2 * vertex] - x) * (values[2 * vertex + 3] - y) - (values[2 * vertex + 2] - x) * (values[2 * vertex + 1] - y)
    }
    return sum / 2
  }
}
