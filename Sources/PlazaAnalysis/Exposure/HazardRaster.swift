public import PlazaGeometry
internal import PlazaLayers

extension Hazard {
  /// Cells that expose, whose outlines are drawn; a sheet of depths at one metre has more than a city has use for.
  static let rasterCellLimit = 4_000_000
  /// How many different numbers are classes by themselves.
  private static let numberLimit = 20
  /// What the field of the classes is called.
  static let rasterField = "value"

  /// The cells of a raster as zones: one feature for each class of `about.breaks`, else for each number.
  ///
  /// Cells of 0, below it, or without a value expose nobody. A cell lies where it lies: nothing is smoothed.
  /// - Throws: `Failure` `exposure.raster_numbers`, `exposure.raster_cells`, and what the raster's reader throws.
  /// - Complexity: O(cells); the cells that expose are in memory.
  public init(name: String, file: String, raster: any RasterSource, about: HazardOptions) throws {
    let cells = try RasterZones(raster, breaks: about.breaks, file: file)
    let count = cells.values.count
    var (points, lines) = (PointColumn(), LineColumn())
    for _ in 0..<count {
      points.endFeature()
      lines.endFeature()
    }
    let values = cells.values.map { FieldValue.number(NumberText.text($0) ?? "0") }
    self.init(
      name: name, file: file,
      features: Features(
        points: points, lines: lines, polygons: Outline.dissolve(column: cells.squares, groups: cells.groups),
        columns: [Column(name: Self.rasterField, values: values)], crs: raster.crs),
      field: Self.rasterField, about: about)
    self.raster = raster
  }

  /// The cells that expose, each with its class.
  private struct RasterZones {
    var squares = PolygonColumn()
    var groups: [Int] = []
    /// A number of each class that occurs.
    var values: [Double] = []

    init(_ raster: any RasterSource, breaks: [Double], file: String) throws {
      let (grid, reader) = (raster.grid, try raster.makeReader())
      let columns = grid.columnCount
      var cells = [Double](repeating: 0, count: columns * raster.rowsPerBlock)
      var placeOfValue: [Double: Int] = [:]
      var (least, most) = (Double.infinity, -Double.infinity)
      for block in 0..<raster.blockCount {
        // What is stored together is decoded once.
        let rows = raster.rows(ofBlock: block)
        try cells.withUnsafeMutableBufferPointer {
          try reader.read(rows: rows, into: .init(rebasing: $0[..<(rows.count * columns)]))
        }
        for index in 0..<rows.count * columns where cells[index] > 0 {
          (least, most) = (min(least, cells[index]), max(most, cells[index]))
          let value = Self.representative(cells[index], breaks)
          let place = placeOfValue[value] ?? placeOfValue.count
          placeOfValue[value] = place
          guard place < Hazard.numberLimit || !breaks.isEmpty else { continue }
          groups.append(place)
          guard groups.count <= Hazard.rasterCellLimit else { continue }
          appendSquare(column: index % columns, row: rows.lowerBound + index / columns, of: grid)
        }
      }
      guard placeOfValue.count <= Hazard.numberLimit || !breaks.isEmpty else {
        throw Failure(
          .notUnderstood, "exposure.raster_numbers",
          [
            "file": file, "limit": String(Hazard.numberLimit), "least": NumberText.text(least) ?? "",
            "most": NumberText.text(most) ?? "",
          ])
      }
      guard groups.count <= Hazard.rasterCellLimit else {
        throw Failure(
          .notUnderstood, "exposure.raster_cells",
          ["file": file, "count": String(groups.count), "limit": String(Hazard.rasterCellLimit)])
      }
      // From the lowest class, whatever cell comes first.
      let ordered = placeOfValue.sorted { $0.key < $1.key }
      values = ordered.map(\.key)
      var rank = [Int](repeating: 0, count: ordered.count)
      for (number, entry) in ordered.enumerated() { rank[entry.value] = number }
      groups = groups.map { rank[$0] }
    }

    private mutating func appendSquare(column: Int, row: Int, of grid: RasterGrid) {
      let (west, east) = (grid.west + Double(column) * grid.cellWidth, grid.west + Double(column + 1) * grid.cellWidth)
      let (north, south) = (grid.north - Double(row) * grid.cellHeight, grid.north - Double(row + 1) * grid.cellHeight)
      for (x, y) in [(west, south), (east, south), (east, north), (west, north), (west, south)] { squares.append(x: x, y: y) }
      squares.endRing()
      squares.endPolygon()
      squares.endFeature()
    }

    /// A number that lies in the same class; without breaks the number itself.
    private static func representative(_ value: Double, _ breaks: [Double]) -> Double {
      guard let last = breaks.last else { return value }
      let above = breaks.firstIndex { value < $0 }
      guard let above else { return last * 2 }
      return ((above > 0 ? breaks[above - 1] : 0) + breaks[above]) / 2
    }
  }
}

extension ZonalSum {
  /// How much of a zone lies on the raster, with a value or without.
  var studiedShare: Double {
    let known = coverage + nodata
    return known + beyond > 0 ? known / (known + beyond) : 0
  }
}
