/// The kinds of geometry, as RFC 7946 names them.
enum GeometryKind: UInt8 {
  case point, multiPoint, lineString, multiLineString, polygon, multiPolygon, collection

  var name: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }
}
