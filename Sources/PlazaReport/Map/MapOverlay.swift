public import PlazaGeometry
public import PlazaLayers

/// What lies over the areas of a map without being one of its classes: the spaces of a coverage, the zones of a hazard.
public struct MapOverlay: Sendable {
  public enum Look: Sendable {
    /// Small things that have to be seen: full colour, points as dots.
    case places
    /// Ground that lies over the areas: they are seen through it.
    case ground
  }

  /// What the legend says of it.
  public var label: StyleText
  /// In the CRS of the layer.
  public var geometry: PolygonColumn
  /// Of the features that have no polygon.
  public var points: PointColumn?
  public var look: Look

  public init(label: StyleText, geometry: PolygonColumn, points: PointColumn? = nil, look: Look) {
    self.label = label
    self.geometry = geometry
    self.points = points
    self.look = look
  }

  /// The polygons, and a ring of a single place for each point of a feature without any.
  var drawn: PolygonColumn { geometry.withPlaces(points) }

  var color: RGBColor { look == .places ? Palette.places : Palette.ground }
  var opacity: Double { look == .places ? 0.9 : 0.35 }
}

extension PolygonColumn {
  /// The polygons, and a ring of a single place for each point of a feature without any.
  func withPlaces(_ points: PointColumn?) -> PolygonColumn {
    guard let points, points.pointCount > 0 else { return self }
    var drawn = PolygonColumn()
    for feature in 0..<featureCount {
      if !isEmpty(feature: feature) {
        drawn.append(feature: feature, of: self)
        continue
      }
      for point in points.points(ofFeature: feature) {
        let place = points.coordinate(at: point)
        drawn.append(x: place.x, y: place.y)
        drawn.append(x: place.x, y: place.y)
        drawn.endRing()
        drawn.endPolygon()
      }
      drawn.endFeature()
    }
    return drawn
  }
}
