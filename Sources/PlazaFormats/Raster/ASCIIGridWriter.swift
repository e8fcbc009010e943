internal import PlazaGeometry
internal import PlazaLayers

/// Writes a raster as an ASCII grid, with its CRS in a `.prj` beside it: at most 12 significant digits, −9999 for cells without a value.
///
/// Cells whose sides differ are written with `dx` and `dy`, as GDAL does.
public enum ASCIIGridWriter: RasterWriter {
  public static let endings = ASCIIGrid.endings
  private static let noData = "-9999"

  public static func companions(of path: String) -> [Companion] { [Companion(.projection, beside: path, ending: "prj")] }

  public static func write(_ raster: WrittenRaster, to output: OpenOutput) throws {
    let grid = raster.grid
    try output.companions[.projection]?.write(ProjectionText.of(raster.crs, path: output.path))
    try output.file.write(head(grid))
    var values = [Double](repeating: 0, count: grid.columnCount)
    var line: [UInt8] = []
    for row in 0..<grid.rowCount {
      values.withUnsafeMutableBufferPointer { raster.fill(row, $0) }
      line.removeAll(keepingCapacity: true)
      for (column, value) in values.enumerated() {
        if column > 0 { line.append(0x20) }
        line.append(contentsOf: (NumberText.text(value) ?? noData).utf8)
      }
      line.append(0x0A)
      try output.file.write(line)
    }
  }

  private static func head(_ grid: RasterGrid) -> String {
    func line(_ key: String, _ value: Double) -> String { "\(key) \(NumberText.text(value) ?? "")\n" }
    let south = grid.north - Double(grid.rowCount) * grid.cellHeight
    let size =
      grid.cellWidth == grid.cellHeight
      ? line("cellsize", grid.cellWidth) : line("dx", grid.cellWidth) + line("dy", grid.cellHeight)
    return "ncols \(grid.columnCount)\nnrows \(grid.rowCount)\n" + line("xllcorner", grid.west) + line("yllcorner", south) + size
      + "NODATA_value \(noData)\n"
  }
}
