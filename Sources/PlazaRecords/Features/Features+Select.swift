package import PlazaGeometry
package import PlazaLayers

extension Features {
  /// Some of the features, in the order given. O(their vertices).
  package func selecting(_ wanted: [Int]) -> Features {
    if wanted == Array(0..<count) { return self }
    var (points, lines, polygons) = (PointColumn(), LineColumn(), PolygonColumn())
    for feature in wanted {
      for point in self.points.points(ofFeature: feature) {
        let position = self.points.coordinate(at: point)
        points.append(x: position.x, y: position.y)
      }
      points.endFeature()
      for line in self.lines.lines(ofFeature: feature) {
        for vertex in self.lines.vertices(ofLine: line) {
          let position = self.lines.coordinate(at: vertex)
          lines.append(x: position.x, y: position.y)
        }
        lines.endLine()
      }
      lines.endFeature()
      polygons.append(feature: feature, of: self.polygons)
    }
    let columns = columns.map { column in Column(name: column.name, values: wanted.map { column.values[$0] }) }
    return Features(points: points, lines: lines, polygons: polygons, columns: columns, crs: crs)
  }

  /// The box of one feature; empty without geometry.
  package func envelope(of feature: Int) -> Envelope {
    var box = polygons.envelope(ofFeature: feature)
    for point in points.points(ofFeature: feature) {
      let position = points.coordinate(at: point)
      box.expand(x: position.x, y: position.y)
    }
    for line in lines.lines(ofFeature: feature) {
      for vertex in lines.vertices(ofLine: line) {
        let position = lines.coordinate(at: vertex)
        box.expand(x: position.x, y: position.y)
      }
    }
    return box
  }

  /// The features that meet every condition, in order: texts are compared as kinds are.
  /// - Parameter option: under which the conditions were given, for the message.
  /// - Throws: `Failure` `features.no_field`.
  package func matching(_ conditions: [RecordFilter.Condition], file: String, option: String) throws -> [Int] {
    let tests = try conditions.map { condition in
      let names = columns.map(\.name)
      guard let index = FieldNames.index(of: condition.field, in: names) else {
        throw Failure(
          .notUnderstood, "features.no_field",
          ["file": file, "option": option, "field": condition.field, "fields": names.joined(separator: ", ")])
      }
      return (values: columns[index].values, wanted: Set(condition.values.map(KindName.folded)))
    }
    return (0..<count).filter { feature in
      tests.allSatisfy { test in test.wanted.contains(test.values[feature].text.map(KindName.folded) ?? "") }
    }
  }
}
