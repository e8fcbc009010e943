internal import PlazaGeometry
internal import PlazaLayers

/// Writes the geometries of a layer as RFC 7946 has them; a feature of several kinds is a collection.
struct GeoJSONGeometry {
  private(set) var summary = CollapsedRings()
  private let layer: Layer
  private var ring = WrittenRing()
  private var line = WrittenLine()

  init(_ layer: Layer) { self.layer = layer }

  /// Writes the member `geometry` of a feature.
  mutating func write(_ feature: Int, to output: ChunkedOutput) throws {
    let kinds = layer.kinds(ofFeature: feature)
    let isCollection = kinds.count > 1
    try output.append("\"geometry\":")
    if isCollection { try output.append("{\"type\":\"GeometryCollection\",\"geometries\":[") }
    var isWritten = false
    for kind in kinds {
      let comma: StaticString = isWritten ? "," : ""
      let isThis =
        switch kind {
        case .areas: try writePolygons(feature, after: comma, to: output)
        case .lines: try writeLines(feature, after: comma, to: output)
        case .points: try writePoints(feature, after: comma, to: output)
        }
      isWritten = isWritten || isThis
    }
    if !isWritten, !kinds.isEmpty { summary.emptiedFeatures += 1 }
    if isCollection {
      try output.append("]}")
    } else if !isWritten {
      try output.append("null")
    }
  }

  /// - Returns: whether anything is left of the polygons when they are rounded.
  private mutating func writePolygons(_ feature: Int, after comma: StaticString, to output: ChunkedOutput) throws -> Bool {
    let column = layer.geometry
    let polygons = column.polygons(ofFeature: feature)
    var written = 0
    try column.coordinates.withUnsafeBufferPointer { coordinates in
      // A MultiPolygon is one of which two polygons are left, so that writing what was read changes nothing.
      var left = 0
      if polygons.count > 1 {
        for polygon in polygons where left < 2 {
          guard let exterior = column.rings(ofPolygon: polygon).first else { continue }
          if ring.take(column.vertices(ofRing: exterior), of: coordinates) { left += 1 }
        }
      }
      let isMulti = left > 1
      for polygon in polygons {
        let rings = column.rings(ofPolygon: polygon)
        let before = written
        for (place, index) in rings.enumerated() {
          guard ring.take(column.vertices(ofRing: index), of: coordinates) else {
            summary.droppedRings += place == 0 ? rings.count : 1
            if place == 0 { break }
            continue
          }
          if place > 0 {
            try output.append(",")
          } else if written == 0 {
            try output.append(comma)
            try output.append(
              isMulti ? "{\"type\":\"MultiPolygon\",\"coordinates\":[[" : "{\"type\":\"Polygon\",\"coordinates\":[")
          } else {
            try output.append(",[")
          }
          try ring.write(counterClockwise: place == 0, to: output)
          if place == 0 { written += 1 }
        }
        if isMulti, written > before { try output.append("]") }
      }
    }
    if written > 0 { try output.append("]}") }
    return written > 0
  }

  /// - Returns: whether anything is left of the lines when they are rounded.
  private mutating func writeLines(_ feature: Int, after comma: StaticString, to output: ChunkedOutput) throws -> Bool {
    guard let column = layer.lines else { return false }
    let lines = column.lines(ofFeature: feature)
    let left = lines.filter { line.take(column.vertices(ofLine: $0), of: column) }
    summary.droppedLines += lines.count - left.count
    guard !left.isEmpty else { return false }
    let isMulti = left.count > 1
    try output.append(comma)
    try output.append(
      isMulti ? "{\"type\":\"MultiLineString\",\"coordinates\":[" : "{\"type\":\"LineString\",\"coordinates\":")
    for (place, index) in left.enumerated() {
      if place > 0 { try output.append(",") }
      _ = line.take(column.vertices(ofLine: index), of: column)
      try output.append("[")
      for vertex in 0..<line.count {
        if vertex > 0 { try output.append(",") }
        try output.append(position: (line.values[2 * vertex], line.values[2 * vertex + 1]))
      }
      try output.append("]")
    }
    try output.append(isMulti ? "]}" : "}")
    return true
  }

  /// - Returns: false for points of which one is not finite.
  private func writePoints(_ feature: Int, after comma: StaticString, to output: ChunkedOutput) throws -> Bool {
    guard let column = layer.points else { return false }
    var values: [(x: Int64, y: Int64)] = []
    for place in column.points(ofFeature: feature) {
      guard let value = column.writtenCoordinate(at: place) else { return false }
      values.append(value)
    }
    let isMulti = values.count > 1
    try output.append(comma)
    try output.append(isMulti ? "{\"type\":\"MultiPoint\",\"coordinates\":[" : "{\"type\":\"Point\",\"coordinates\":")
    for (index, value) in values.enumerated() {
      if index > 0 { try output.append(",") }
      try output.append(position: value)
    }
    try output.append(isMulti ? "]}" : "}")
    return true
  }
}

extension ChunkedOutput {
  /// Writes `[x,y]` of numbers of 10⁻⁷.
  fileprivate func append(position: (x: Int64, y: Int64)) throws {
    try reserve(48) { text in
      var p = text
      p.pointee = 0x5B
      p += 1
      p += writeSevenDecimals(position.x, to: p)
      p.pointee = 0x2C
      p += 1
      p += writeSevenDecimals(position.y, to: p)
      p.pointee = 0x5D
      return p + 1 - text
    }
  }
}
