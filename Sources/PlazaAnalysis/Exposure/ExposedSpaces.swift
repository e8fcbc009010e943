internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// Spaces with the highest class of each hazard that they lie in.
struct ExposedSpaces: Sendable {
  let features: Features
  let file: String
  /// The area of each; nil outside all.
  private(set) var areas: [Int?] = []
  /// By layer, the highest class of each space; nil in none.
  private(set) var classes: [[Int?]] = []
  /// By layer, the share of each space's ground in any class; nil for points.
  private(set) var shares: [[Double?]] = []
  /// Spaces that are neither point nor polygon.
  private(set) var withoutPlace = 0

  var count: Int { features.count }

  init(
    _ features: Features, _ file: String, _ ground: PolygonColumn, _ layers: inout [ExposureLayer], crs: CRS, jobs: Int
  ) throws {
    self.features = features
    self.file = file
    let here = try features.bent(to: crs)
    let places = (0..<here.count).map { space -> Coordinate? in
      if let point = here.points.points(ofFeature: space).first { return here.points.coordinate(at: point) }
      return InteriorPoint.point(ofFeature: space, of: here.polygons)
    }
    withoutPlace = places.count { $0 == nil }
    let (x, y) = (places.map { $0?.x ?? .nan }, places.map { $0?.y ?? .nan })
    areas = Exposure.located(x: x, y: y, in: ground, jobs: jobs).map { $0 < 0 ? nil : Int($0) }
    for place in layers.indices {
      let zones = layers[place].zones
      let covered = Exposure.located(x: x, y: y, in: zones.classesFromHighest, jobs: jobs)
      let overlaps = Overlaps(here.polygons, zones.parts, jobs: jobs)
      var highest: [Int?] = []
      var inside: [Double?] = []
      for space in 0..<count {
        let surface = here.polygons.planarArea(ofFeature: space)
        guard surface > 0 else {
          highest.append(covered[space] < 0 ? nil : zones.classCount - 1 - Int(covered[space]))
          inside.append(nil)
          continue
        }
        var byClass = [Double](repeating: 0, count: zones.classCount)
        for pair in overlaps.pairs(ofFeature: space) {
          byClass[zones.classOfPart[Int(overlaps.features[pair])]] += overlaps.surfaces[pair]
        }
        highest.append(byClass.lastIndex { $0 > PeopleUnits.tolerance * surface })
        inside.append(min(1, byClass.reduce(0, +) / surface))
      }
      for space in 0..<count {
        guard let found = highest[space] else { continue }
        layers[place].addSpace(area: areas[space], column: found)
        layers[place].addSpace(area: areas[space], column: zones.classCount)
      }
      classes.append(highest)
      shares.append(inside)
    }
  }
}
