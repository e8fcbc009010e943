internal import PlazaGEOS
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

extension DensityMap {
  /// The regions that hold shares of the volume in the least surface, with the records that lie in them.
  ///
  /// Levels are those of cells: the cell that reaches a share is inside. Regions run between cell centres and end at the boundary.
  static func contours(
    _ percents: [Double], _ values: [Double], _ volumes: [Double], _ ground: StudyGround, _ raster: DensityGround, jobs: Int
  ) throws -> ([Contour], PolygonColumn) {
    let frame = raster.frame
    let whole = values.indices.reduce(0.0) { $0 + (raster.insideShares?[$1] ?? 1) } * frame.cell * frame.cell
    var contours: [Contour] = []
    var regions = PolygonColumn()
    for percent in percents.sorted() {
      var (edge, level) = (2.0, 0.0)
      for cell in values.indices where values[cell] > 0 && volumes[cell] >= percent / 100 && volumes[cell] < edge {
        (edge, level) = (volumes[cell], values[cell])
      }
      let region = level > 0 ? try Self.region(level, values, ground, raster) : Self.nothing
      let count = Self.count(ground.points, in: region, jobs: jobs)
      let degrees = try WGS84Layer.geometry(of: Layer(geometry: region, columns: [], crs: ground.crs))
      contours.append(
        Contour(
          percent: percent, level: level, countShare: ground.points.count == 0 ? 0 : Double(count) / Double(ground.points.count),
          count: count, squareKilometres: degrees.geodesicArea(ofFeature: 0) / 1e6,
          surfaceShare: whole > 0 ? region.planarArea(ofFeature: 0) / whole : 0, edgeVolume: edge > 1 ? 0 : edge))
      regions.append(contentsOf: region)
    }
    return (contours, regions)
  }

  private static let nothing: PolygonColumn = {
    var column = PolygonColumn()
    column.endFeature()
    return column
  }()

  private static func region(
    _ level: Double, _ values: [Double], _ ground: StudyGround, _ raster: DensityGround
  ) throws -> PolygonColumn {
    let frame = raster.frame
    let region = ContourPolygons.make(
      values: values, columnCount: frame.columnCount, rowCount: frame.rowCount, x0: frame.x0, y0: frame.y0, cell: frame.cell,
      level: level)
    guard let boundary = ground.boundary, !region.isEmpty(feature: 0) else { return region }
    do {
      let context = GEOSContext()
      let inside = try context.geometry(feature: 0, of: boundary)
      let cut = try context.geometry(feature: 0, of: region).intersection(inside)
      var result = PolygonColumn()
      try cut.appendPolygons(to: &result)
      result.endFeature()
      return result
    } catch {
      throw Failure(.failed, "grid.failed", ["reason": error.description])
    }
  }

  private static func count(_ points: PointCollection, in region: PolygonColumn, jobs: Int) -> Int {
    guard !region.isEmpty(feature: 0), points.count > 0 else { return 0 }
    var areas = [Int32](repeating: -1, count: points.count)
    var flags = [UInt8](repeating: 0, count: points.count)
    let locator = AreaLocator(region, jobs: jobs)
    points.x.withUnsafeBufferPointer { x in
      points.y.withUnsafeBufferPointer { y in
        areas.withUnsafeMutableBufferPointer { areas in
          flags.withUnsafeMutableBufferPointer { flags in locator.locate(x: x, y: y, areas: areas, flags: flags) }
        }
      }
    }
    return areas.count { $0 >= 0 }
  }

  /// The contours as polygons in longitude and latitude on WGS 84, the densest last, so that it is drawn on top.
  /// - Parameter withGround: whether the ground comes first, as the contour of all.
  /// - Throws: `Failure` as the choice of an operation does.
  public func makeContours(withGround: Bool = false) throws -> Layer {
    var contours = contours
    var regions = regions
    if withGround {
      regions.append(contentsOf: ground)
      contours.append(
        Contour(
          percent: 100, level: 0, countShare: 1, count: pointCount, squareKilometres: 0, surfaceShare: 1,
          edgeVolume: 1))
    }
    let order = contours.indices.reversed()
    var geometry = PolygonColumn()
    for contour in order { geometry.append(feature: contour, of: regions) }
    func column(_ name: String, _ value: (Contour) -> FieldValue) -> Column {
      Column(name: name, values: order.map { value(contours[$0]) })
    }
    return Layer(
      geometry: try WGS84Layer.geometry(of: Layer(geometry: geometry, columns: [], crs: crs)),
      columns: [
        column("percent") { NumberText.field($0.percent) }, column("density") { NumberText.field($0.level) },
        column("count") { .integer($0.count) }, column("count_share") { NumberText.field($0.countShare) },
        column("area_km2") { NumberText.field($0.squareKilometres) }, column("area_share") { NumberText.field($0.surfaceShare) },
      ], crs: .wgs84)
  }
}
