internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaRecords

/// The centres of units in metres: of cells their own, of areas the centroid of their surface.
struct UnitCentres {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []

  /// Areas are projected first, into the CRS that a study of their box would choose; one without geometry has no centre and is refused.
  /// - Throws: `Failure` `units.no_geometry`, and as the choice of an operation does.
  init(_ units: StudyUnits) throws {
    if let grid = units.grid {
      let centres = units.cells.map { cell in
        grid.shape == .square ? SquareGrid(cell: grid.cell).center(of: cell) : HexagonGrid(cell: grid.cell).center(of: cell)
      }
      (x, y) = (centres.map(\.x), centres.map(\.y))
      return
    }
    let geometry = try Reprojection.bent(units.degrees, from: .wgs84, to: StudyCRS.choose(around: units.degrees.envelope))
    for feature in 0..<geometry.featureCount {
      guard let centre = Self.centroid(geometry, feature) else {
        throw Failure(.notUnderstood, "units.no_geometry", ["code": units.codes[feature]])
      }
      x.append(centre.x)
      y.append(centre.y)
    }
  }

  /// The centroid of the surface; of the vertices where there is no surface; nil without any.
  static func centroid(_ geometry: PolygonColumn, _ feature: Int) -> Coordinate? {
    let vertices = geometry.vertices(ofFeature: feature)
    guard let first = vertices.first else { return nil }
    // About a vertex of its own, so that far origins take no digits.
    let origin = geometry.coordinate(at: first)
    var (area, sumX, sumY) = (0.0, 0.0, 0.0)
    for polygon in geometry.polygons(ofFeature: feature) {
      for (place, ring) in geometry.rings(ofPolygon: polygon).enumerated() {
        var (ringArea, ringX, ringY) = (0.0, 0.0, 0.0)
        for vertex in geometry.vertices(ofRing: ring).dropLast() {
          let (a, b) = (geometry.coordinate(at: vertex), geometry.coordinate(at: vertex + 1))
          let (ax, ay, bx, by) = (a.x - origin.x, a.y - origin.y, b.x - origin.x, b.y - origin.y)
          let cross = ax * by - bx * ay
          ringArea += cross
          ringX += (ax + bx) * cross
          ringY += (ay + by) * cross
        }
        // Whichever way rings run: an exterior adds, a hole takes away.
        let sign: Double = (ringArea < 0) == (place == 0) ? -1 : 1
        area += sign * ringArea
        sumX += sign * ringX
        sumY += sign * ringY
      }
    }
    if area > 0 { return Coordinate(x: origin.x + sumX / (3 * area), y: origin.y + sumY / (3 * area)) }
    let all = vertices.map { geometry.coordinate(at: $0) }
    let count = Double(all.count)
    return Coordinate(x: all.reduce(0) { $0 + $1.x } / count, y: all.reduce(0) { $0 + $1.y } / count)
  }
}
