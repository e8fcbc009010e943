public import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// People of the cells of a raster, each cell's spread evenly over it.
struct PeopleRaster: Sendable {
  let source: any RasterSource

  /// - Parameter crs: of the zones; their vertices are brought to the raster, whose cells are not resampled.
  func within(_ zones: PolygonColumn, crs: CRS, jobs: Int) throws -> [PeopleCount] {
    var here = zones
    try Reprojection.transform(&here, from: crs, to: source.crs)
    return try ZonalSums.compute(source, zones: here, jobs: jobs).map { sum in
      PeopleCount(total: sum.sum, low: sum.low, high: sum.high, groups: [])
    }
  }
}

extension People {
  /// People of a raster of counts: how many live in each cell, as WorldPop and GHS-POP have them.
  ///
  /// Limits are the cells wholly inside and those touched. There are no groups.
  /// - Parameter crs: in metres, what zones come in.
  /// - Throws: `Failure` `people.bad_cell` for a cell with fewer than none, and what the raster's reader throws.
  /// - Complexity: O(cells), here and for each call of `within`; one block of rows a worker in memory.
  public init(_ raster: any RasterSource, named file: String, crs: CRS, jobs: Int) throws {
    let sum = try ZonalSums.total(raster, jobs: jobs)
    if let least = sum.minimum, least < 0 {
      throw Failure(.notUnderstood, "people.bad_cell", ["file": file, "value": NumberText.text(least) ?? ""])
    }
    var notes: [Diagnostic] = []
    if sum.nodata > 0 {
      notes.append(
        Diagnostic(.note, "people.empty_cells", ["file": file, "count": NumberText.text(sum.nodata.rounded()) ?? ""]))
    }
    self.init(
      .raster(PeopleRaster(source: raster)), groups: [],
      total: PeopleCount(total: sum.sum, low: sum.sum, high: sum.sum, groups: []), crs: crs, notes: notes)
  }
}
