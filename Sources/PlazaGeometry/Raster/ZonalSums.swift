/// Sums of a raster within polygons, with each cell counted by the exact share of it that lies inside.
public enum ZonalSums {
  /// The sums of every zone, in the order of the zones; each zone is answered by itself, so zones may overlap.
  ///
  /// The shares are what exactextract means by coverage: the area of cell ∩ zone over that of the cell, in the plane. They come of the signed
  /// areas between the edges and the right side of each cell they cross, summed along the row: edges are walked cell by cell, the cells
  /// between edges are summed as runs. The result does not depend on the number of workers.
  /// - Parameter weights: a raster on the same cells.
  /// - Parameter zones: valid polygons in the CRS of the raster; the direction of rings does not matter. An empty one has sums of 0.
  /// - Parameter breaks: ascending values that divide the values into classes: class 0 is below the first, class k from break k − 1 on.
  /// - Throws: what the raster's reader throws; `ZonalError`.
  /// - Complexity: O(cells of the rows that zones touch + cells within zones + cells that edges cross); memory for one block of rows
  ///   per worker and the edges by the rows that they cross.
  public static func compute(
    _ raster: any RasterSource, weights: (any RasterSource)? = nil, zones: PolygonColumn, breaks: [Double] = [], jobs: Int
  ) throws -> [ZonalSum] {
    if let weights, !weights.grid.coincides(with: raster.grid) { throw ZonalError.differentGrids }
    if let bad = zones.coordinates.firstIndex(where: { !$0.isFinite }) {
      throw ZonalError.notFinite(zone: (0..<zones.featureCount).first { zones.vertices(ofFeature: $0).contains(bad / 2) } ?? 0)
    }
    let bands = RowBands(raster)
    let edges = ZoneEdges(zones, raster.grid, bands)
    let classCount = breaks.isEmpty ? 0 : breaks.count + 1
    var sums = [ZonalSum](repeating: ZonalSum(), count: zones.featureCount)
    for zone in sums.indices { sums[zone].classes = Array(repeating: ZonalSum.Class(), count: classCount) }
    let wanted = { @Sendable (block: Int) in bands.bands(ofBlock: block).contains { !edges[$0].isEmpty } }
    let joining = BlockJoining(sums, blockCount: raster.blockCount, wanted: wanted)
    try zones.coordinates.withUnsafeBufferPointer { coordinates in
      nonisolated(unsafe) let coordinates = coordinates
      try forEachBlock(
        of: [raster] + (weights.map { [$0] } ?? []), wanted: wanted, jobs: jobs,
        makeState: { CoverageKernel(raster.grid, bandHeight: bands.height, classCount: classCount) }
      ) { kernel, blocks in
        var parts: [ZonePart] = []
        for band in bands.bands(ofBlock: blocks[0].index) where !edges[band].isEmpty {
          kernel.append(edges[band], coordinates, rows: bands.rows(ofBand: band), of: blocks, breaks: breaks, to: &parts)
        }
        joining.add(parts, block: blocks[0].index)
      }
    }
    sums = joining.sums
    for zone in sums.indices {
      let beyond = edges.areas[zone] - sums[zone].coverage - sums[zone].nodata
      sums[zone].beyond = beyond > 1e-9 * max(1, edges.areas[zone]) ? beyond : 0
    }
    return sums
  }

  /// What the whole raster holds. O(cells).
  public static func total(_ raster: any RasterSource, jobs: Int) throws -> ZonalSum {
    let box = raster.grid.envelope
    // A cell more on every side, so that no edge runs through the raster.
    let (x, y) = (raster.grid.cellWidth, raster.grid.cellHeight)
    let (west, east, south, north) = (box.minX - x, box.maxX + x, box.minY - y, box.maxY + y)
    let zone = PolygonColumn(
      coordinates: [west, south, east, south, east, north, west, north, west, south], ringOffsets: [0, 5],
      polygonOffsets: [0, 1],
      featureOffsets: [0, 1])
    var sum = try compute(raster, zones: zone, jobs: jobs)[0]
    sum.beyond = 0
    return sum
  }
}
