import PlazaGeometry

/// One feature per text, each polygon a list of rings: a small reader of `POLYGON` and `MULTIPOLYGON`, which unlike GEOS's
/// also takes rings that are short or open.
func column(_ texts: String...) -> PolygonColumn {
  var column = PolygonColumn()
  for text in texts {
    // Depth of the ring's parentheses: POLYGON ((…)) 2, MULTIPOLYGON (((…))) 3.
    let ringDepth = text.hasPrefix("MULTI") ? 3 : 2
    var depth = 0
    var number = ""
    var values: [Double] = []
    func flush() {
      if let value = Double(number) { values.append(value) }
      number = ""
    }
    for character in text {
      switch character {
      case "(": depth += 1
      case ")":
        flush()
        if depth == ringDepth {
          column.append(interleaved: values)
          column.endRing()
          values = []
        } else if depth == ringDepth - 1 {
          column.endPolygon()
        }
        depth -= 1
      case "0"..."9", "-", "+", ".", "e": if depth > 0 { number.append(character) }
      default: flush()
      }
    }
    column.endFeature()
  }
  return column
}

/// Even-odd over the rings of one polygon, union over polygons: the rule itself, edge by edge.
func isInside(_ x: Double, _ y: Double, feature: Int, of column: PolygonColumn) -> Bool {
  column.polygons(ofFeature: feature).contains { polygon in
    var inside = false
    for ring in column.rings(ofPolygon: polygon) {
      let vertices = column.vertices(ofRing: ring)
      for vertex in vertices {
        let a = column.coordinate(at: vertex)
        let b = column.coordinate(at: vertex + 1 == vertices.upperBound ? vertices.lowerBound : vertex + 1)
        guard (a.y > y) != (b.y > y) else { continue }
        if x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) { inside.toggle() }
      }
    }
    return inside
  }
}

/// The distance from a position to the nearest edge of a feature.
func distanceToEdges(_ x: Double, _ y: Double, feature: Int, of column: PolygonColumn) -> Double {
  var nearest = Double.infinity
  for ring in column.rings(ofFeature: feature) {
    let vertices = column.vertices(ofRing: ring)
    for vertex in vertices {
      let a = column.coordinate(at: vertex)
      let b = column.coordinate(at: vertex + 1 == vertices.upperBound ? vertices.lowerBound : vertex + 1)
      let dx = b.x - a.x
      let dy = b.y - a.y
      let squared = dx * dx + dy * dy
      let t = squared > 0 ? max(0, min(1, ((x - a.x) * dx + (y - a.y) * dy) / squared)) : 0
      let ex = x - a.x - t * dx
      let ey = y - a.y - t * dy
      nearest = min(nearest, (ex * ex + ey * ey).squareRoot())
    }
  }
  return nearest
}
