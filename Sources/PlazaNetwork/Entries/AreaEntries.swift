import PlazaGeometry

/// The entries of one area: the streets within and on it, else places along its boundary that are near a street.
struct AreaEntries {
  let locator: StreetLocator
  let areas: PolygonColumn
  let rule: BoundaryRule

  func entries(of area: Int) -> [StreetEntry] {
    let box = areas.envelope(ofFeature: area)
    let vertices = areas.vertices(ofFeature: area)
    guard !box.isEmpty, areas.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound].allSatisfy(\.isFinite) else {
      return []
    }
    var found = streets(in: area, box: box)
    if found.isEmpty || rule.always { found += alongBoundary(of: area) }
    return found
  }

  // MARK: Streets within

  private func streets(in area: Int, box: Envelope) -> [StreetEntry] {
    let meetings = BoundaryMeetings(locator, areas, feature: area).meetings
    let bands = RingBands(areas, feature: area, box: box)
    var found: [StreetEntry] = []
    var place = 0
    while place < meetings.count {
      let begin = place
      while place < meetings.count, meetings[place].edge == meetings[begin].edge { place += 1 }
      found += stretches(ofEdge: Int(meetings[begin].edge), meeting: meetings[begin..<place], bands)
    }
    return found + wholeEdges(in: box, except: Set(meetings.map(\.edge)), bands)
  }

  /// What of an edge lies in the area that it meets: between two meetings it is wholly inside or wholly outside.
  private func stretches(ofEdge edge: Int, meeting meetings: ArraySlice<BoundaryMeetings.Meeting>, _ bands: RingBands)
    -> [StreetEntry]
  {
    var found: [StreetEntry] = []
    func add(_ from: Double, _ to: Double) {
      if let last = found.last, from <= last.to {
        found[found.count - 1].to = max(last.to, to)
      } else {
        found.append(StreetEntry(edge: edge, from: from, to: to, cost: 0))
      }
    }
    func addBetween(_ from: Double, _ to: Double) {
      guard from < to else { return }
      let middle = locator.graph.coordinate(at: StreetPosition(edge: edge, offset: from + (to - from) / 2))
      if bands.contains(x: middle.x, y: middle.y) { add(from, to) }
    }
    var last = 0.0
    for meeting in meetings {
      addBetween(last, meeting.from)
      add(meeting.from, meeting.to)
      last = max(last, meeting.to)
    }
    addBetween(last, locator.graph.lengths[edge])
    return found
  }

  /// The edges that meet no boundary and begin inside.
  private func wholeEdges(in box: Envelope, except meeting: Set<Int32>, _ bands: RingBands) -> [StreetEntry] {
    let (grid, frame) = (locator.grid, locator.grid.frame)
    let graph = locator.graph
    var found: [StreetEntry] = []
    for row in frame.row(box.minY)...frame.row(box.maxY) {
      for column in frame.column(box.minX)...frame.column(box.maxX) {
        for segment in grid.segments(ofColumn: column, row: row) {
          let edge = locator.edgeOfVertex[Int(segment)]
          // An edge is found by its first segment, perhaps in several cells.
          guard graph.vertexOffsets[Int(edge)] == segment, !meeting.contains(edge) else { continue }
          let start = graph.coordinates[2 * Int(segment)]
          let north = graph.coordinates[2 * Int(segment) + 1]
          guard frame.column(start) == column, frame.row(north) == row, box.contains(x: start, y: north),
            bands.contains(x: start, y: north)
          else { continue }
          found.append(StreetEntry(edge: Int(edge), from: 0, to: graph.lengths[Int(edge)], cost: 0))
        }
      }
    }
    return found
  }

  // MARK: Along the boundary

  /// The nearest street of places at equal steps along each ring, the first at the ring's lowest vertex, where one is near enough.
  private func alongBoundary(of area: Int) -> [StreetEntry] {
    var found: [StreetEntry] = []
    for ring in areas.rings(ofFeature: area) {
      let vertices = Array(areas.vertices(ofRing: ring).dropLast()).map { areas.coordinate(at: $0) }
      guard let lowest = vertices.indices.min(by: { (vertices[$0].x, vertices[$0].y) < (vertices[$1].x, vertices[$1].y) }) else {
        continue
      }
      let course = Array(vertices[lowest...] + vertices[...lowest])
      let steps = zip(course, course.dropFirst()).map { planarLength($1.x - $0.x, $1.y - $0.y) }
      let length = steps.reduce(0, +)
      let count = max(1, (length / rule.step).rounded(.up))
      var (edge, before) = (0, 0.0)
      var place = 0.0
      while place < count {
        let at = length / count * place
        while edge + 1 < steps.count, before + steps[edge] <= at {
          before += steps[edge]
          edge += 1
        }
        let share = steps.isEmpty ? 0 : (at - before) / steps[edge]
        let (a, b) = (course[edge], course[min(edge + 1, course.count - 1)])
        if let near = locator.nearest(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, within: rule.access) {
          found.append(StreetEntry(near.position, cost: near.distance))
        }
        place += 1
      }
    }
    return found
  }
}
