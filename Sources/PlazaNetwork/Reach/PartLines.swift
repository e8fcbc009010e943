public import PlazaGeometry

extension StreetGraph {
  /// The course of stretches of street as lines of one feature, in their order, to be drawn or buffered; an empty feature for none.
  ///
  /// - Complexity: O(their vertices).
  public func lines(of parts: some Sequence<StreetPart>) -> LineColumn {
    var lines = LineColumn()
    append(parts, to: &lines)
    return lines
  }

  /// One feature for each space: the course of the streets within its reach.
  public func lines(of areas: ServiceAreas) -> LineColumn {
    var lines = LineColumn()
    for space in 0..<areas.spaceCount { append(areas.parts(ofSpace: space), to: &lines) }
    return lines
  }

  private func append(_ parts: some Sequence<StreetPart>, to lines: inout LineColumn) {
    for part in parts {
      let end = coordinate(at: StreetPosition(edge: part.edge, offset: part.to))
      var last = coordinate(at: StreetPosition(edge: part.edge, offset: part.from))
      lines.append(x: last.x, y: last.y)
      var vertex = place(of: StreetPosition(edge: part.edge, offset: part.from)).vertex + 1
      while vertex < vertexOffsets[part.edge + 1], offsets[vertex] < part.to {
        let next = Coordinate(x: coordinates[2 * vertex], y: coordinates[2 * vertex + 1])
        if next != last { lines.append(x: next.x, y: next.y) }
        last = next
        vertex += 1
      }
      // Always two vertices, also where rounding makes them one place.
      lines.append(x: end.x, y: end.y)
      lines.endLine()
    }
    lines.endFeature()
  }
}
