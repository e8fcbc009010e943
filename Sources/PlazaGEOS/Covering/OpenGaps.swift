internal import PlazaGeometry

/// Narrow ground between two features that is not enclosed: a border drawn twice that runs out into the open.
///
/// From each vertex that stands within the width of another feature, over ground that is in none, a rung is laid to it. What edges and rungs
/// enclose is the narrow part; what is wider stays open, and so does a notch where two borders part at more than some ten degrees.
struct OpenGaps {
  let width: Double
  let metric: GroundMetric
  /// Ground this many times as long as it is wide is a strip, and no notch.
  private static let slender = 10.0

  /// - Parameter gaps: enclosed ground, which is known.
  /// - Returns: one feature of one polygon for each.
  func find(
    _ balance: EdgeBalance, _ finder: inout FeatureFinder, gaps: PolygonColumn, _ context: GEOSContext
  ) throws(GEOSError) -> PolygonColumn {
    var known = FeatureFinder(gaps)
    let rungs = rungs(balance) { place in
      finder.features(at: place).isEmpty && known.features(at: place).isEmpty
    }
    var result = PolygonColumn()
    guard rungs.lineCount > 0 else { return result }
    let boxes = (0..<rungs.lineCount).map { line in
      var box = Envelope()
      for vertex in rungs.vertices(ofLine: line) {
        box.expand(x: rungs.coordinate(at: vertex).x, y: rungs.coordinate(at: vertex).y)
      }
      return box
    }
    let faces = try context.faces(of: [balance.lines(meeting: boxes), rungs])
    let open = faces.places.indices.filter { face in
      finder.features(at: faces.places[face]).isEmpty && known.features(at: faces.places[face]).isEmpty
    }
    guard !open.isEmpty else { return result }
    let whole = try context.union(features: open, of: faces.column)
    for polygon in 0..<whole.polygonCount {
      var piece = PolygonColumn()
      piece.append(polygon: polygon, of: whole)
      piece.endFeature()
      if isStrip(piece) { result.append(feature: 0, of: piece) }
    }
    return result
  }

  private func isStrip(_ piece: PolygonColumn) -> Bool {
    let scales = metric.scales(y: piece.coordinate(at: 0).y)
    var length = 0.0
    for ring in 0..<piece.ringCount {
      for vertex in piece.vertices(ofRing: ring).dropLast() {
        let (a, b) = (piece.coordinate(at: vertex), piece.coordinate(at: vertex + 1))
        let (dx, dy) = ((b.x - a.x) * scales.x, (b.y - a.y) * scales.y)
        length += (dx * dx + dy * dy).squareRoot()
      }
    }
    let mean = 2 * piece.planarArea(ofFeature: 0) * scales.x * scales.y / length
    return length / 2 >= Self.slender * mean
  }

  /// From each end of an edge that is left to the nearest edge of another feature, where that is no farther than the width.
  private func rungs(_ balance: EdgeBalance, isOpen: (Coordinate) -> Bool) -> LineColumn {
    let (edges, features) = balance.openEdges()
    func ends(_ edge: Int) -> (Coordinate, Coordinate) { (edges.coordinate(at: 2 * edge), edges.coordinate(at: 2 * edge + 1)) }
    let index = BoxIndex(
      features.indices.map { edge in
        let (a, b) = ends(edge)
        return Envelope(minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
      })
    var rungs = LineColumn()
    for edge in features.indices {
      let (first, second) = ends(edge)
      // Most edges begin where the one before them ends.
      let isNext = edge + 1 < features.count && ends(edge + 1).0 == second
      for place in isNext ? [first] : [first, second] {
        let scales = metric.scales(y: place.y)
        guard scales.x > 0 else { continue }
        let (dx, dy) = (width / scales.x, width / scales.y)
        let box = Envelope(minX: place.x - dx, minY: place.y - dy, maxX: place.x + dx, maxY: place.y + dy)
        var nearest: (end: Coordinate, metres: Double)?
        var isShared = false
        for other in index.numbers(meeting: box) where features[other] != features[edge] {
          let (a, b) = ends(other)
          if a == place || b == place { isShared = true }
          let found = Self.end(from: place, onEdge: a, b, scales)
          if found.metres < nearest?.metres ?? .infinity { nearest = found }
        }
        guard !isShared, let nearest, nearest.metres > 0, nearest.metres <= width else { continue }
        guard isOpen(Coordinate(x: (place.x + nearest.end.x) / 2, y: (place.y + nearest.end.y) / 2)) else { continue }
        rungs.append(x: place.x, y: place.y)
        rungs.append(x: nearest.end.x, y: nearest.end.y)
        rungs.endLine()
      }
    }
    rungs.endFeature()
    return rungs
  }

  /// The nearest place of an edge; one between its ends is passed by a little, so that the rung crosses the edge.
  private static func end(
    from place: Coordinate, onEdge a: Coordinate, _ b: Coordinate, _ scales: (x: Double, y: Double)
  ) -> (end: Coordinate, metres: Double) {
    func metres(_ end: Coordinate) -> Double {
      let (dx, dy) = ((end.x - place.x) * scales.x, (end.y - place.y) * scales.y)
      return (dx * dx + dy * dy).squareRoot()
    }
    let (ux, uy) = ((b.x - a.x) * scales.x, (b.y - a.y) * scales.y)
    let (px, py) = ((place.x - a.x) * scales.x, (place.y - a.y) * scales.y)
    let share = (px * ux + py * uy) / (ux * ux + uy * uy)
    if share <= 1e-9 { return (a, metres(a)) }
    if share >= 1 - 1e-9 { return (b, metres(b)) }
    let foot = Coordinate(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
    let over = 1.01
    return (
      Coordinate(x: place.x + (foot.x - place.x) * over, y: place.y + (foot.y - place.y) * over), metres(foot)
    )
  }
}
