internal import PlazaGeometry
internal import PlazaLayers

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The plane of a map: metres, y to the north.
///
/// Longitude and latitude go through a Lambert azimuthal equal-area projection of the sphere around the middle of the box (Snyder 1987,
/// "Map Projections: A Working Manual", eq. 24-2 to 24-4): a quarter keeps its shape, and in a country no region looks larger than it
/// is. Other coordinates are taken as metres. A layer on both sides of the antimeridian is put together.
struct MapProjection {
  /// Radius of the sphere with the surface of the ellipsoid, in metres.
  static let radius = 6_371_007.2

  private let isAngular: Bool
  private let longitude: Double
  private let latitude: Double
  /// Longitudes below this one go on beyond 180°; −∞ for a layer in one piece.
  private let seam: Double
  /// The box in the coordinates of the layer, in one piece.
  private let box: Envelope

  /// - Parameter crs: WGS 84, or one whose unit is the metre.
  init(_ geometry: PolygonColumn, crs: CRS) {
    isAngular = crs.isWGS84
    var box = geometry.envelope
    var seam = -Double.infinity
    if isAngular, box.width > 180 {
      var whole = Envelope()
      for vertex in 0..<geometry.vertexCount {
        let place = geometry.coordinate(at: vertex)
        whole.expand(x: place.x < 0 ? place.x + 360 : place.x, y: place.y)
      }
      if whole.width < box.width { (box, seam) = (whole, 0) }
    }
    self.box = box
    self.seam = seam
    longitude = box.isEmpty ? 0 : (box.minX + box.maxX) / 2
    latitude = box.isEmpty ? 0 : (box.minY + box.maxY) / 2
  }

  /// Metres of one unit of x and of y in the middle.
  private var unit: (x: Double, y: Double) {
    guard isAngular else { return (1, 1) }
    let degree = Self.radius * Double.pi / 180
    return (degree * max(0.01, cos(latitude * Double.pi / 180)), degree)
  }

  /// About how many metres wide and high the box is.
  var size: (width: Double, height: Double) { (box.width * unit.x, box.height * unit.y) }

  /// Projects the vertices that are at least `step` metres from the one kept before them; a ring's last vertex, which repeats its first,
  /// is left out. Rings stay rings, however few vertices they have left.
  /// - Complexity: O(vertices), and four trigonometric functions for each that stays.
  func project(_ geometry: PolygonColumn, step: Double) -> PlacedShapes {
    var result = PlacedShapes()
    let unit = unit
    let least = step * step
    geometry.coordinates.withUnsafeBufferPointer { values in
      for feature in 0..<geometry.featureCount {
        for ring in geometry.rings(ofFeature: feature) {
          var (lastX, lastY) = (Double.infinity, Double.infinity)
          for vertex in geometry.vertices(ofRing: ring).dropLast() {
            var x = values[2 * vertex]
            let y = values[2 * vertex + 1]
            if x < seam { x += 360 }
            let (stepX, stepY) = ((x - lastX) * unit.x, (y - lastY) * unit.y)
            if stepX * stepX + stepY * stepY < least { continue }
            (lastX, lastY) = (x, y)
            let place = project(x, y)
            result.append(place.x, place.y)
          }
          result.endRing()
        }
        result.endFeature()
      }
    }
    return result
  }

  private func project(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    guard isAngular else { return (x - longitude, y - latitude) }
    let radian = Double.pi / 180
    let (sine, cosine) = (sin(y * radian), cos(y * radian))
    let (sine0, cosine0) = (sin(latitude * radian), cos(latitude * radian))
    let turn = (x - longitude) * radian
    // Beside the antipode, where the projection ends, the factor would grow without bound.
    let k = (2 / max(0.05, 1 + sine0 * sine + cosine0 * cosine * cos(turn))).squareRoot() * Self.radius
    return (k * cosine * sin(turn), k * (cosine0 * sine - sine0 * cosine * cos(turn)))
  }
}

/// The rings of features on the plane of a map.
struct PlacedShapes {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var ringOffsets = [0]
  private(set) var featureOffsets = [0]
  private(set) var box = Envelope()

  var featureCount: Int { featureOffsets.count - 1 }

  mutating func append(_ x: Double, _ y: Double) {
    self.x.append(x)
    self.y.append(y)
    box.expand(x: x, y: y)
  }

  mutating func endRing() { ringOffsets.append(x.count) }
  mutating func endFeature() { featureOffsets.append(ringOffsets.count - 1) }

  func rings(of feature: Int) -> Range<Int> { featureOffsets[feature]..<featureOffsets[feature + 1] }
  func vertices(of ring: Int) -> Range<Int> { ringOffsets[ring]..<ringOffsets[ring + 1] }

  /// Moves everything to a sheet whose y grows downwards.
  mutating func place(scale: Double, left: Double, top: Double) {
    let (minX, maxY) = (box.minX, box.maxY)
    place(scale: scale, left: left, top: top, minX: minX, maxY: maxY)
  }

  /// The same for shapes that belong to a map of others, whose box begins at `minX`, `maxY`.
  mutating func place(scale: Double, left: Double, top: Double, minX: Double, maxY: Double) {
    for index in x.indices {
      x[index] = (x[index] - minX) * scale + left
      y[index] = (maxY - y[index]) * scale + top
    }
    box = Envelope(
      minX: (box.minX - minX) * scale + left, minY: (maxY - box.maxY) * scale + top, maxX: (box.maxX - minX) * scale + left,
      maxY: (maxY - box.minY) * scale + top)
  }
}
