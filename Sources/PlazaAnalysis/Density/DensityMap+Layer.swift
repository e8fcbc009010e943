public import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

extension DensityMap {
  /// The cells above 0 in canonical order, in longitude and latitude on WGS 84, cut to the boundary.
  /// - Throws: `Failure` `density.too_many_cells` above `layerLimit`.
  public func makeLayer() throws -> Layer {
    let cells = values.indices.filter { values[$0] > 0 || (ratio?.against[$0] ?? 0) > 0 }
    guard cells.count <= Self.layerLimit else {
      throw Failure(
        .usage, "density.too_many_cells",
        ["count": String(cells.count), "limit": String(Self.layerLimit), "cell": NumberText.text(cell) ?? ""])
    }
    let geometry = try WGS84Layer.geometry(of: Layer(geometry: raster.polygons(of: cells), columns: [], crs: crs))
    var columns = [
      Column(name: "code", values: cells.map { .text(raster.grid.code(of: raster.gridCell($0))) }),
      Column(name: "density", values: cells.map { NumberText.field(values[$0]) }),
    ]
    if let years {
      columns.append(Column(name: "density_year", values: cells.map { NumberText.field(values[$0] / years) }))
    }
    if let ratio {
      columns.append(Column(name: "density_against", values: cells.map { NumberText.field(ratio.against[$0]) }))
      columns.append(Column(name: ratio.field, values: cells.map { NumberText.field(ratio.values[$0]) }))
    }
    columns.append(Column(name: "volume", values: cells.map { NumberText.field(volumes[$0]) }))
    columns.append(Column(name: "class", values: cells.map { .text(className(volume: volumes[$0])) }))
    return Layer(geometry: geometry, columns: columns, crs: .wgs84)
  }

  /// The density at the centre of a cell of the same grid.
  func value(at cell: GridCell) -> Double? {
    let (column, row) = (Int(cell.column - raster.firstColumn), Int(cell.row - raster.firstRow))
    guard (0..<columnCount).contains(column), (0..<rowCount).contains(row) else { return nil }
    return values[row * columnCount + column]
  }

  /// The texts of `class`, the densest first.
  public var classNames: [String] {
    contours.map { "densest \(NumberText.text($0.percent) ?? "") %" } + ["the rest"]
  }

  private func className(volume: Double) -> String {
    let names = classNames
    // The cell that reaches a share belongs to it, so the cell before it decides.
    let place = contours.firstIndex { contour in volume <= contour.edgeVolume }
    return names[place ?? names.count - 1]
  }

  /// Where the cells of the raster lie, in the study's CRS.
  public var rasterGrid: RasterGrid {
    // A frame has what the grid asks for: finite places, cells with a size, and few enough of them.
    RasterGrid(
      west: raster.frame.x0, north: raster.frame.y0 + Double(rowCount) * cell, cellWidth: cell, cellHeight: cell,
      columnCount: columnCount, rowCount: rowCount)!
  }

  /// Writes one row of the raster, counted from the north: the densities to 12 digits, `nan` outside the boundary.
  public func fillRaster(row: Int, _ values: UnsafeMutableBufferPointer<Double>) {
    let start = (rowCount - 1 - row) * columnCount
    for column in 0..<columnCount {
      let index = start + column
      let isOutside = raster.insideShares.map { $0[index] == 0 } ?? false
      values[column] = isOutside ? .nan : NumberText.rounded(self.values[index])
    }
  }
}
