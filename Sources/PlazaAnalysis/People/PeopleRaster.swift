public import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// People of the cells of a raster, each cell's spread evenly over it.
struct PeopleRaster: Sendable {
  let source: any RasterSource

  /// - Parameter crs: of the zones; their vertices are brought to the raster, whose cells are not resampled.
  func within(_ zones: PolygonColumn, crs: CRS, jobs: Int) throws -> [PeopleCount] {
    try sums(zones, crs: crs, jobs: jobs).map { PeopleCount(total: $0.sum, low: $0.low, high: $0.high, groups: []) }
  }

  /// The people within each zone, and the share of its ground that lies on the raster; 0 where no cell of it has a value.
  func answers(of zones: PolygonColumn, crs: CRS, jobs: Int) throws -> [(count: PeopleCount, reach: Double)] {
    try sums(zones, crs: crs, jobs: jobs).map { sum in
      let known = sum.coverage + sum.nodata
      return (
        PeopleCount(total: sum.sum, low: sum.low, high: sum.high, groups: []),
        // A sliver of a neighbouring cell is no knowledge: edges that bend on their way to the raster make slivers of some millionths.
        sum.coverage > 1e-4 * (known + sum.beyond) ? known / (known + sum.beyond) : 0
      )
    }
  }

  func sums(_ zones: PolygonColumn, crs: CRS, jobs: Int) throws -> [ZonalSum] {
    try ZonalSums.compute(source, zones: Reprojection.bent(zones, from: crs, to: source.crs), jobs: jobs)
  }
}

extension People {
  /// People of a raster of counts: how many live in each cell, as WorldPop and GHS-POP have them.
  ///
  /// Limits are the cells wholly inside and those touched. There are no groups.
  /// - Parameter crs: in metres, what zones come in.
  /// - Parameter ground: where people are asked for, in `crs`, and of which `total` is then; nil is the whole raster. A raster of a country
  ///   is read where the ground is.
  /// - Throws: `Failure` `people.bad_cell` for a cell with fewer than none, and what the raster's reader throws.
  /// - Complexity: O(cells of the rows with ground), here and for each call of `within`; one block of rows a worker in memory.
  public init(_ raster: any RasterSource, named file: String, crs: CRS, ground: PolygonColumn? = nil, jobs: Int) throws {
    let source = PeopleRaster(source: raster)
    let sum =
      try ground.map { try source.sums($0.merged(0..<$0.featureCount), crs: crs, jobs: jobs)[0] }
      ?? ZonalSums.total(raster, jobs: jobs)
    if let least = sum.minimum, least < 0 {
      throw Failure(.notUnderstood, "people.bad_cell", ["file": file, "value": NumberText.text(least) ?? ""])
    }
    var notes: [Diagnostic] = []
    if sum.nodata > 0 {
      notes.append(
        Diagnostic(.note, "people.empty_cells", ["file": file, "count": NumberText.text(sum.nodata.rounded()) ?? ""]))
    }
    self.init(
      .raster(source), groups: [],
      total: PeopleCount(total: sum.sum, low: sum.sum, high: sum.sum, groups: []), crs: crs, notes: notes)
  }
}
