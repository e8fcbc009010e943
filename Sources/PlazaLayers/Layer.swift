public import PlazaGeometry

/// One column of polygons and named attribute columns, in one CRS: the areas of a territory, as read or as computed.
///
/// Every column has as many values as `geometry` has features. A feature with a null geometry is empty in `geometry`, and in `points` and
/// `lines` where there are any. What Plaza computes has one kind of geometry in each feature; a collection that was read has several.
public struct Layer: Hashable, Sendable {
  public var geometry: PolygonColumn
  /// Where features are that have no polygons: spaces of a registry. Nil in a layer of areas.
  public var points: PointColumn?
  /// The courses of features that are lines: streets, routes. Nil in a layer without any.
  public var lines: LineColumn?
  public var columns: [Column]
  public var crs: CRS

  public init(geometry: PolygonColumn, points: PointColumn? = nil, lines: LineColumn? = nil, columns: [Column], crs: CRS) {
    precondition(
      columns.allSatisfy { $0.values.count == geometry.featureCount }
        && (points == nil || points!.featureCount == geometry.featureCount)
        && (lines == nil || lines!.featureCount == geometry.featureCount),
      "a column differs in length from the geometry")
    self.geometry = geometry
    self.points = points
    self.lines = lines
    self.columns = columns
    self.crs = crs
  }

  /// Features of any geometry as a layer.
  public init(_ features: Features) {
    self.init(
      geometry: features.polygons, points: features.points.pointCount > 0 ? features.points : nil,
      lines: features.lines.lineCount > 0 ? features.lines : nil, columns: features.columns, crs: features.crs)
  }

  /// Whether it has points and neither lines nor polygons.
  public var isOfPoints: Bool { kinds == [.points] }

  /// Whether it has lines and neither points nor polygons.
  public var isOfLines: Bool { kinds == [.lines] }

  public var featureCount: Int { geometry.featureCount }

  public func column(named name: String) -> Column? { columns.first { $0.name == name } }

  // MARK: Kinds of geometry

  /// A kind of geometry, of one part or of several.
  public enum Kind: Hashable, Sendable { case areas, lines, points }

  /// Those that some feature has.
  public var kinds: Set<Kind> {
    var kinds: Set<Kind> = []
    if geometry.polygonCount > 0 { kinds.insert(.areas) }
    if lines.map({ $0.lineCount > 0 }) == true { kinds.insert(.lines) }
    if points.map({ $0.pointCount > 0 }) == true { kinds.insert(.points) }
    return kinds
  }

  /// Those of one feature, areas first: the order in which a collection has them.
  public func kinds(ofFeature feature: Int) -> [Kind] {
    [.areas, .lines, .points].filter { count($0, ofFeature: feature) > 0 }
  }

  /// How many parts of a kind a feature has.
  public func count(_ kind: Kind, ofFeature feature: Int) -> Int {
    switch kind {
    case .areas: geometry.polygons(ofFeature: feature).count
    case .lines: lines.map { $0.lines(ofFeature: feature).count } ?? 0
    case .points: points.map { $0.points(ofFeature: feature).count } ?? 0
    }
  }
}
