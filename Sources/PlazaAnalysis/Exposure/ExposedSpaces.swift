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

  /// - Parameter ground: of the areas, in `crs`.
  init(
    _ features: Features, _ file: String, _ ground: PolygonColumn, _ layers: inout [ExposureLayer], crs: CRS, jobs: Int
  ) throws {
    self.features = features
    self.file = file
    let here = try features.bent(to: crs)
    // A space of several points is wherever one of them is; a polygon by a place well inside it.
    var (owners, x, y): ([Int], [Double], [Double]) = ([], [], [])
    for space in 0..<here.count {
      let points = here.points.points(ofFeature: space).map { here.points.coordinate(at: $0) }
      let inner = InteriorPoint.point(ofFeature: space, of: here.polygons)
      let places = points.isEmpty ? inner.map { [$0] } ?? [] : points
      if places.isEmpty { withoutPlace += 1 }
      for place in places {
        owners.append(space)
        x.append(place.x)
        y.append(place.y)
      }
    }
    areas = [Int?](repeating: nil, count: count)
    for (place, found) in Exposure.located(x: x, y: y, in: ground, jobs: jobs).enumerated() where found >= 0 {
      areas[owners[place]] = min(areas[owners[place]] ?? .max, Int(found))
    }
    for place in layers.indices {
      let zones = layers[place].zones
      let covered = Exposure.located(x: x, y: y, in: zones.classesFromHighest, jobs: jobs)
      var ofPoints = [Int?](repeating: nil, count: count)
      for (point, found) in covered.enumerated() where found >= 0 {
        ofPoints[owners[point]] = max(ofPoints[owners[point]] ?? 0, zones.classCount - 1 - Int(found))
      }
      let overlaps = Overlaps(here.polygons, zones.parts, jobs: jobs)
      var highest: [Int?] = []
      var inside: [Double?] = []
      for space in 0..<count {
        let surface = here.polygons.planarArea(ofFeature: space)
        guard surface > 0 else {
          highest.append(ofPoints[space])
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
        guard let found = highest[space], let area = areas[space] else { continue }
        layers[place].addSpace(area: area, column: found)
        layers[place].addSpace(area: area, column: zones.classCount)
      }
      classes.append(highest)
      shares.append(inside)
    }
  }

  /// Spaces in some area.
  var inAreas: Int { areas.count { $0 != nil } }
  /// Spaces with a place in no area.
  var outside: Int { count - inAreas - withoutPlace }
}
