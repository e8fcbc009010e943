public import PlazaGeometry

/// One column of polygons and named attribute columns, in one CRS: the areas of a territory, as read or as computed.
///
/// Every column has as many values as `geometry` has features. A feature with a null geometry is empty in `geometry`, and in `points`
/// where there are any; a feature with polygons has no point.
public struct Layer: Hashable, Sendable {
  public var geometry: PolygonColumn
  /// Where features are that have no polygons: spaces of a registry. Nil in a layer of areas.
  public var points: PointColumn?
  public var columns: [Column]
  public var crs: CRS

  public init(geometry: PolygonColumn, points: PointColumn? = nil, columns: [Column], crs: CRS) {
    precondition(
      columns.allSatisfy { $0.values.count == geometry.featureCount }
        && (points == nil || points!.featureCount == geometry.featureCount),
      "a column differs in length from the geometry")
    self.geometry = geometry
    self.points = points
    self.columns = columns
    self.crs = crs
  }

  /// Whether it has points and no polygon.
  public var isOfPoints: Bool { points.map { $0.pointCount > 0 } == true && geometry.polygonCount == 0 }

  public var featureCount: Int { geometry.featureCount }

  public func column(named name: String) -> Column? { columns.first { $0.name == name } }
}
