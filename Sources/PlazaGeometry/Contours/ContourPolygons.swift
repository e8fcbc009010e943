/// Regions in which a surface over a raster is at least as high as a level.
public enum ContourPolygons {
  /// The part of a cell's side that a border keeps from every cell centre, 1/1024.
  ///
  /// A value equal to the level, or nearly so, would put the border of several squares through one centre, and rings would touch or cross
  /// there. The distance is one that survives rounding to 7 decimals of a degree for cells of some 20 m and more.
  public static var clearance: Double { 0x1p-10 }

  /// One feature: the region where the surface between cell centres is at or above a level; empty where no cell reaches it.
  ///
  /// Marching squares over the cell centres: along the lines between neighbouring centres the surface is linear, and within a square of four
  /// centres the border is straight between its crossings of the sides. Where two opposite centres of a square are inside and two are not, the
  /// mean of the four decides whether the inside ones are joined. Around the raster the surface falls to zero within one cell, so that every
  /// ring closes, at most a cell beyond the outermost centres. A value equal to the level is inside, and no vertex is nearer to a centre than
  /// `clearance`. A higher level has a region within that of a lower one.
  ///
  /// Exteriors run counter-clockwise, holes clockwise, and no two rings touch. A ring begins at the leftmost of its crossings of the lowest
  /// row of centres that it crosses; polygons, and the holes of one, are in the order of these crossings by row, then by x.
  /// Method after Lorensen and Cline 1987, doi:10.1145/37402.37422.
  /// - Parameter values: row by row from the south, `columnCount · rowCount` finite numbers; a raster without cells has an empty region.
  /// - Parameter x0: the left side of the raster, as `y0` is its lower side: cell (c, r) is centred on (x0 + (c + ½) cell, y0 + (r + ½) cell).
  /// - Parameter cell: the side of a cell, above 0, and at least 10⁻⁹ of the largest coordinate so that vertices stay apart.
  /// - Parameter level: above 0 and finite: elsewhere the surface is zero, and the region of a lower level has no end.
  /// - Complexity: O(cells + vertices), with memory for two rows and the vertices.
  public static func make(
    values: [Double], columnCount: Int, rowCount: Int, x0: Double, y0: Double, cell: Double, level: Double
  ) -> PolygonColumn {
    precondition(
      columnCount >= 0 && rowCount >= 0 && values.count == columnCount * rowCount, "a raster that is not as large as it says")
    precondition(cell > 0 && cell.isFinite && x0.isFinite && y0.isFinite, "a raster without a place")
    precondition(level > 0 && level.isFinite, "a level whose region has no end")
    precondition(values.allSatisfy { $0.isFinite }, "a value that is not finite")
    guard values.contains(where: { $0 >= level }) else {
      return PolygonColumn(coordinates: [], ringOffsets: [0], polygonOffsets: [0], featureOffsets: [0, 0])
    }
    let scan = values.withUnsafeBufferPointer {
      ContourScan(values: $0, columnCount: columnCount, rowCount: rowCount, level: level)
    }
    return scan.polygons(x: x0 + cell / 2, y: y0 + cell / 2, cell: cell)
  }
}
