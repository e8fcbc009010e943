internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaRecords

/// Where spaces are: a place for each, and its shape on a plane around any place.
struct SpaceShapes: Sendable {
  /// In degrees on WGS 84, polygons valid.
  private let points: PointColumn
  private let lines: LineColumn
  private let polygons: PolygonColumn
  /// A place inside each, in degrees; nil for a space without geometry.
  let centres: [Coordinate?]
  /// How far in metres the farthest of it is from its centre, a little more for what bends: 0 for a point.
  let reaches: [Double]
  let boxes: [Envelope]
  /// Spaces with a place from south to north, by their centres.
  let byLatitude: [Int]

  var count: Int { centres.count }

  /// - Parameter features: in degrees on WGS 84, polygons valid.
  init(_ features: Features) {
    (points, lines, polygons) = (features.points, features.lines, features.polygons)
    let (points, lines, polygons) = (points, lines, polygons)
    var centres: [Coordinate?] = []
    var reaches: [Double] = []
    var boxes: [Envelope] = []
    for space in 0..<features.count {
      var box = polygons.envelope(ofFeature: space)
      for point in points.points(ofFeature: space) { box.expand(points.coordinate(at: point)) }
      for line in lines.lines(ofFeature: space) {
        for vertex in lines.vertices(ofLine: line) { box.expand(lines.coordinate(at: vertex)) }
      }
      var centre = InteriorPoint.point(ofFeature: space, of: polygons)
      if centre == nil, let point = points.points(ofFeature: space).first { centre = points.coordinate(at: point) }
      if centre == nil, let line = lines.lines(ofFeature: space).first {
        let vertices = lines.vertices(ofLine: line)
        if !vertices.isEmpty { centre = lines.coordinate(at: vertices[vertices.lowerBound + vertices.count / 2]) }
      }
      centres.append(centre)
      boxes.append(box)
      var reach = 0.0
      if let centre, box.width > 0 || box.height > 0 {
        for corner in [(box.minX, box.minY), (box.minX, box.maxY), (box.maxX, box.minY), (box.maxX, box.maxY)] {
          reach = max(reach, Geodesic.wgs84.distance(from: centre, to: Coordinate(x: corner.0, y: corner.1)))
        }
      }
      reaches.append(reach * 1.001)
    }
    self.centres = centres
    self.reaches = reaches
    self.boxes = boxes
    byLatitude = centres.indices.filter { centres[$0] != nil }.sorted { (centres[$0]!.y, $0) < (centres[$1]!.y, $1) }
  }

  /// A space's shape in metres on a plane; one without geometry is empty.
  func local(_ space: Int, on plane: LocalPlane) -> LocalShape {
    var shape = LocalShape()
    func metres(_ position: Coordinate) -> Coordinate { plane.metres(position) }
    for point in points.points(ofFeature: space) { shape.append(point: metres(points.coordinate(at: point))) }
    for line in lines.lines(ofFeature: space) {
      shape.append(line: lines.vertices(ofLine: line).map { metres(lines.coordinate(at: $0)) })
    }
    for polygon in polygons.polygons(ofFeature: space) {
      for ring in polygons.rings(ofPolygon: polygon) {
        shape.append(ring: polygons.vertices(ofRing: ring).map { metres(polygons.coordinate(at: $0)) })
      }
      shape.endPolygon()
    }
    return shape
  }
}

extension SpaceShapes {
  /// A space's shape in degrees.
  func geometry(_ space: Int, in context: GEOSContext) throws(GEOSError) -> GEOSGeometry {
    let own = points.points(ofFeature: space)
    var shape = PolygonColumn()
    for polygon in polygons.polygons(ofFeature: space) { shape.append(polygon: polygon, of: polygons) }
    return try context.shape(
      points: Array(points.coordinates[2 * own.lowerBound..<2 * own.upperBound]),
      lines: lines.lines(ofFeature: space).map { line in
        let vertices = lines.vertices(ofLine: line)
        return Array(lines.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound])
      }, polygons: shape)
  }
}

extension Envelope {
  fileprivate mutating func expand(_ place: Coordinate) { expand(x: place.x, y: place.y) }
}
