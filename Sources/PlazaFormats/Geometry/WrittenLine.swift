import PlazaGeometry

/// A line as it will stand in a file: rounded to 10⁻⁷, without positions that rounding made equal.
struct WrittenLine {
  /// Interleaved, in units of 10⁻⁷.
  private(set) var values: [Int64] = []

  var count: Int { values.count / 2 }

  /// Takes a line of a column; false if fewer than two positions are left of it, or if a coordinate is not finite.
  mutating func take(_ vertices: Range<Int>, of column: LineColumn) -> Bool {
    values.removeAll(keepingCapacity: true)
    values.reserveCapacity(2 * vertices.count)
    for vertex in vertices {
      let position = column.coordinate(at: vertex)
      guard let x = sevenDecimals(position.x), let y = sevenDecimals(position.y) else { return false }
      if let lastY = values.last, lastY == y, values[values.count - 2] == x { continue }
      values.append(x)
      values.append(y)
    }
    return values.count >= 4
  }

  func coordinate(at place: Int) -> Coordinate {
    Coordinate(x: Double(values[2 * place]) / 1e7, y: Double(values[2 * place + 1]) / 1e7)
  }
}

extension PointColumn {
  /// The position of a point as it will stand in a file, in units of 10⁻⁷; nil for one that is not finite.
  func writtenCoordinate(at point: Int) -> (x: Int64, y: Int64)? {
    let position = coordinate(at: point)
    guard let x = sevenDecimals(position.x), let y = sevenDecimals(position.y) else { return nil }
    return (x, y)
  }
}
