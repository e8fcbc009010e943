public import PlazaGeometry

/// One column of polygons and named attribute columns, in one CRS: the areas of a territory, as read or as computed.
///
/// Every column has as many values as `geometry` has features. A feature with a null geometry is empty in `geometry`.
public struct Layer: Hashable, Sendable {
  public var geometry: PolygonColumn
  public var columns: [Column]
  public var crs: CRS

  public init(geometry: PolygonColumn, columns: [Column], crs: CRS) {
    precondition(columns.allSatisfy { $0.values.count == geometry.featureCount }, "a column differs in length from the geometry")
    self.geometry = geometry
    self.columns = columns
    self.crs = crs
  }

  public var featureCount: Int { geometry.featureCount }

  public func column(named name: String) -> Column? { columns.first { $0.name == name } }
}
