public import PlazaGeometry
public import PlazaLayers

/// What lies over the areas of a map without being one of its classes: the spaces of a coverage, the zones of a hazard.
public struct MapOverlay: Sendable {
  public enum Look: Hashable, Sendable {
    /// Small things that have to be seen: full colour, points as dots.
    case places
    /// The same where they are only there to compare with.
    case otherPlaces
    /// Ground that the areas are seen through: hatched, the tighter the more it weighs, `place` of `count` from the lightest on.
    /// `family` tells hazards apart: each has its own hue and slope.
    case ground(place: Int, of: Int, family: Int)
  }

  /// What the legend says of it.
  public var label: StyleText
  /// Stands once above entries of the legend that follow each other and have the same; nil for none.
  public var heading: StyleText?
  /// In the CRS of the layer.
  public var geometry: PolygonColumn
  /// Of the features that have no polygon.
  public var points: PointColumn?
  public var look: Look

  public init(
    label: StyleText, heading: StyleText? = nil, geometry: PolygonColumn, points: PointColumn? = nil, look: Look
  ) {
    self.label = label
    self.heading = heading
    self.geometry = geometry
    self.points = points
    self.look = look
  }

  /// The polygons, and a ring of a single place for each point of a feature without any.
  var drawn: PolygonColumn { geometry.withPlaces(points) }

  var swatch: Swatch {
    switch look {
    case .places: Swatch(fill: Palette.places, opacity: 0.9)
    case .otherPlaces: Swatch(fill: Palette.otherPlaces, opacity: 0.9)
    case .ground(let place, let count, let family):
      geometry.polygonCount > Self.hatchedPieces
        ? Swatch(fill: Self.wash(place: place, of: count, family: family), opacity: 0.8)
        : Swatch(fill: nil, hatching: Self.hatching(place: place, of: count, family: family))
    }
  }

  /// Ground in more pieces than this, as the cells of a raster, is filled: hatched and outlined it would be a scribble.
  private static let hatchedPieces = 200

  /// From the hazard's own colour well thinned for the lightest to the full one.
  private static func wash(place: Int, of count: Int, family: Int) -> RGBColor {
    let weight = count > 1 ? Double(place) / Double(count - 1) : 1
    return RGBColor(0xFFFFFF).mixed(with: Palette.grounds[family % Palette.grounds.count], part: 0.4 + 0.6 * weight)
  }

  /// From 12 px between the lines of the lightest to 5 of the heaviest, which lets the areas be seen; a single one has 8.
  private static func hatching(place: Int, of count: Int, family: Int) -> Hatching {
    let weight = count > 1 ? Double(place) / Double(count - 1) : 0.5
    let color = Palette.grounds[family % Palette.grounds.count]
    return Hatching(
      color: color, spacing: 12 - 7 * weight, width: 0.7 + 0.7 * weight,
      direction: family.isMultiple(of: 2) ? .rising : .falling)
  }
}

/// What one entry of a legend looks like.
struct Swatch: Hashable {
  var fill: RGBColor?
  var opacity = 1.0
  var hatching: Hatching?
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
