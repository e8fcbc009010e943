public import PlazaGeometry

/// Features of any geometry with named attribute columns, in one CRS: the spaces of a registry, the streets of a city.
///
/// Each feature stands in all three geometry columns, and is empty in those that it has nothing of.
public struct Features: Hashable, Sendable {
  public var points: PointColumn
  public var lines: LineColumn
  public var polygons: PolygonColumn
  public var columns: [Column]
  public var crs: CRS

  public init(points: PointColumn, lines: LineColumn, polygons: PolygonColumn, columns: [Column], crs: CRS) {
    precondition(
      points.featureCount == polygons.featureCount && lines.featureCount == polygons.featureCount
        && columns.allSatisfy { $0.values.count == polygons.featureCount },
      "a column differs in length from the others")
    self.points = points
    self.lines = lines
    self.polygons = polygons
    self.columns = columns
    self.crs = crs
  }

  public var count: Int { polygons.featureCount }

  public func column(named name: String) -> Column? { columns.first { $0.name == name } }

  /// The box of all geometries; empty when there is none. O(vertices).
  public var envelope: Envelope {
    var box = polygons.envelope
    for other in [points.envelope, lines.envelope] where !other.isEmpty {
      box.expand(x: other.minX, y: other.minY)
      box.expand(x: other.maxX, y: other.maxY)
    }
    return box
  }
}

/// Features as they were read, and what their reader had to say of the file.
public struct FeatureReading: Sendable {
  public var features: Features
  public var notes: [Diagnostic]

  public init(features: Features, notes: [Diagnostic]) {
    self.features = features
    self.notes = notes
  }
}
