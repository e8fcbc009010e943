public import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// What is to become of a layer or a table that is written in another form.
public struct ConvertOptions: Sendable {
  /// What the new file can hold.
  public enum Form: Hashable, Sendable {
    /// A layer; where its CRS is prescribed, that one.
    case layer(crs: CRS?)
    /// Rows, with one position in two fields at most.
    case table
  }

  public var form: Form
  /// Whether a table has numbers where its cells are some: for a spreadsheet, while in plain CSV a cell stays as it is written.
  public var typesNumbers = false
  /// What the positions are to be in; nil leaves them where the form can say what they are in, and else takes WGS 84.
  public var crs: CRS?
  /// The fields that are written, in this order; empty for all.
  public var select: [String] = []
  /// Which rows are written: as `--where` says everywhere.
  public var conditions: [RecordFilter.Condition] = []
  public var box: ConvertBox?
  /// What may leave of single records: of it `keep`, `kindFields`, `keptKinds` and `classes` are looked at.
  public var records = RecordOptions()

  public init(form: Form) { self.form = form }

  /// Whether it has to be known where the rows are.
  public var needsPlaces: Bool { form != .table || crs != nil || box != nil }
}

/// A box in longitude and latitude on WGS 84, sides included; one whose west is east of its east lies across the antimeridian.
public struct ConvertBox: Hashable, Sendable {
  public let west: Double
  public let south: Double
  public let east: Double
  public let north: Double

  /// Nil for what is no box on earth.
  public init?(west: Double, south: Double, east: Double, north: Double) {
    guard [west, east].allSatisfy({ $0.magnitude <= 180 }), [south, north].allSatisfy({ $0.magnitude <= 90 }), south <= north
    else { return nil }
    (self.west, self.south, self.east, self.north) = (west, south, east, north)
  }

  private var parts: [Envelope] {
    west <= east
      ? [Envelope(minX: west, minY: south, maxX: east, maxY: north)]
      : [
        Envelope(minX: west, minY: south, maxX: 180, maxY: north), Envelope(minX: -180, minY: south, maxX: east, maxY: north),
      ]
  }

  /// Whether a feature has a point in common with the box.
  /// - Parameter features: in longitude and latitude on WGS 84.
  /// - Complexity: O(vertices of the feature).
  func meets(_ feature: Int, of features: Features) -> Bool {
    parts.contains { box in
      features.points.points(ofFeature: feature).contains { place in
        let position = features.points.coordinate(at: place)
        return box.contains(x: position.x, y: position.y)
      }
        || features.lines.lines(ofFeature: feature).contains { line in
          let vertices = features.lines.vertices(ofLine: line)
          return zip(vertices, vertices.dropFirst()).contains {
            box.meets(features.lines.coordinate(at: $0), features.lines.coordinate(at: $1))
          }
        }
        || box.meets(features.polygons, feature: feature)
    }
  }
}

extension Envelope {
  /// Whether areas have a point in common with the box: an edge, or all of the box within them.
  fileprivate func meets(_ polygons: PolygonColumn, feature: Int) -> Bool {
    guard meets(polygons.envelope(ofFeature: feature)) else { return false }
    let rings = polygons.rings(ofFeature: feature)
    let hasEdge = rings.contains { ring in
      let vertices = polygons.vertices(ofRing: ring)
      return zip(vertices, vertices.dropFirst()).contains { meets(polygons.coordinate(at: $0), polygons.coordinate(at: $1)) }
    }
    return hasEdge || polygons.covers(feature: feature, x: minX, y: minY)
  }
}
