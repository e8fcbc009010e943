public import PlazaGeometry

/// Areas that a reader knows, around and above those of the map: their outlines lie over it, and their names where there are.
public struct MapContext: Sendable {
  /// In the CRS of the layer.
  public var geometry: PolygonColumn
  /// Of each area; empty, or an empty name, writes none.
  public var names: [String]

  /// A single area needs no name: it is where the map is.
  public init(_ geometry: PolygonColumn, names: [String] = []) {
    self.geometry = geometry
    self.names = names.count == geometry.featureCount && names.count > 1 ? names : []
  }
}
