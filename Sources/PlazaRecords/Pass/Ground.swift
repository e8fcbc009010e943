package import PlazaGeometry
internal import PlazaLayers

/// What the records of a pass are placed on. Its cells are numbered from 0; what lies in none is outside.
package enum Ground: Sendable {
  /// Areas with codes and names, in nested levels.
  case territory(Territory)
  /// Plain polygons, a cell for each feature; a position in several is in the first.
  case polygons(PolygonColumn, CRS, file: String)
  /// Polygons that are one study area together: a border between two of them is none of the ground, and no place on it is doubtful.
  case boundary(PolygonColumn, CRS, file: String)
  /// All that has a position, in the CRS of the records: one cell.
  case everywhere

  /// The polygons that positions are located in; nil when every position is on the ground.
  package var geometry: PolygonColumn? {
    switch self {
    case .territory(let territory): territory.finest.layer.geometry
    case .polygons(let geometry, _, _), .boundary(let geometry, _, _): geometry
    case .everywhere: nil
    }
  }

  /// Nil for the records' own.
  package var crs: CRS? {
    switch self {
    case .territory(let territory): territory.finest.layer.crs
    case .polygons(_, let crs, _), .boundary(_, let crs, _): crs
    case .everywhere: nil
    }
  }

  package var file: String {
    switch self {
    case .territory(let territory): territory.levels[0].file
    case .polygons(_, _, let file), .boundary(_, _, let file): file
    case .everywhere: ""
    }
  }

  package var territory: Territory? {
    if case .territory(let territory) = self { territory } else { nil }
  }

  package var cellCount: Int {
    switch self {
    case .territory(let territory): territory.cellCount
    case .polygons(let geometry, _, _), .boundary(let geometry, _, _): geometry.featureCount
    case .everywhere: 1
    }
  }

  /// Whether its polygons are parts of one area.
  var isOneArea: Bool {
    switch self {
    case .boundary, .everywhere: true
    case .territory, .polygons: false
    }
  }

  /// Where positions of the CRS are expected to lie; nil when nothing is known of that.
  package func extent(of crs: CRS) -> Envelope? {
    geometry?.envelope ?? (crs.isWGS84 ? Envelope(minX: -180, minY: -90, maxX: 180, maxY: 90) : nil)
  }
}
