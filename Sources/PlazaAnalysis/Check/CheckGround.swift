internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaRecords

/// Measures pieces of ground in the CRS of a layer, and brings them to longitude and latitude.
struct CheckGround {
  let crs: CRS
  let metric: GroundMetric
  let tolerance: Double
  let dust: Double
  private let context = GEOSContext()

  init(crs: CRS, file: String, options: CheckOptions) throws {
    self.crs = crs
    metric = try GroundMetric.of(crs, file: file)
    tolerance = options.tolerance
    dust = options.dust
  }

  /// A length of the ground in units of the coordinates, at an ordinate.
  func units(_ metres: Double, y: Double) -> Double { metres / max(metric.scales(y: y).y, 1e-12) }

  /// Pieces of ground by how wide they are.
  struct Pieces {
    /// One polygon a feature.
    var wide = PolygonColumn()
    var narrow = PolygonColumn()
    /// Pieces that are only the last digits of their coordinates, and their surface in square metres.
    var dust = 0
    var dustArea = 0.0
    /// The dust itself.
    var dustGround = PolygonColumn()
  }

  /// Sorts the polygons of a feature.
  func pieces(_ feature: Int, of column: PolygonColumn) throws(GEOSError) -> Pieces {
    var result = Pieces()
    for polygon in column.polygons(ofFeature: feature) {
      var piece = PolygonColumn()
      piece.append(polygon: polygon, of: column)
      piece.endFeature()
      let (area, length, plane) = inMetres(piece)
      let mean = length > 0 ? 2 * area / length : 0
      if mean < dust {
        result.dust += 1
        result.dustArea += area
        result.dustGround.append(feature: 0, of: piece)
      } else if mean <= tolerance, try context.isNarrower(0, of: plane, than: tolerance) {
        // The mean width of a piece is never more than its greatest.
        result.narrow.append(feature: 0, of: piece)
      } else {
        result.wide.append(feature: 0, of: piece)
      }
    }
    return result
  }

  /// Surface, length of the outline, and the piece in a plane of metres about its box.
  private func inMetres(_ piece: PolygonColumn) -> (area: Double, length: Double, plane: PolygonColumn) {
    let box = piece.envelope
    let scales = metric.scales(y: (box.minY + box.maxY) / 2)
    var plane = piece
    plane.withMutableCoordinates { values in
      for place in stride(from: 0, to: values.count, by: 2) {
        values[place] = (values[place] - box.minX) * scales.x
        values[place + 1] = (values[place + 1] - box.minY) * scales.y
      }
    }
    var length = 0.0
    for ring in 0..<plane.ringCount {
      for vertex in plane.vertices(ofRing: ring).dropLast() {
        let (a, b) = (plane.coordinate(at: vertex), plane.coordinate(at: vertex + 1))
        length += ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
      }
    }
    return (plane.planarArea(ofFeature: 0), length, plane)
  }

  /// The features of a column as the ground of one problem.
  /// - Returns: in longitude and latitude, with its ellipsoidal surface in square metres and its mean width in metres.
  func measured(_ pieces: PolygonColumn) throws -> (shape: PolygonColumn, area: Double, width: Double) {
    var ground = PolygonColumn(
      coordinates: pieces.coordinates, ringOffsets: pieces.ringOffsets, polygonOffsets: pieces.polygonOffsets,
      featureOffsets: [0, pieces.polygonCount])
    var (area, length) = (0.0, 0.0)
    for feature in 0..<pieces.featureCount {
      var piece = PolygonColumn()
      piece.append(feature: feature, of: pieces)
      let found = inMetres(piece)
      area += found.area
      length += found.length
    }
    let width = length > 0 ? 2 * area / length : 0
    if !crs.isWGS84 { ground = try Reprojection.bent(ground, from: crs, to: .wgs84) }
    return (ground, ground.geodesicArea(ofFeature: 0), width)
  }

  /// A place in longitude and latitude; nil where it has none there.
  func degrees(_ place: Coordinate) -> Coordinate? {
    guard place.x.isFinite, place.y.isFinite else { return nil }
    if crs.isWGS84 { return place }
    var values = [place.x, place.y]
    do {
      try values.withUnsafeMutableBufferPointer { try Reprojection.transform($0, from: crs, to: .wgs84) }
    } catch {
      return nil
    }
    return Coordinate(x: values[0], y: values[1])
  }
}
