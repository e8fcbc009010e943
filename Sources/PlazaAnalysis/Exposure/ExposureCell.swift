internal import PlazaGeometry

/// What lies in one class of one hazard, of one area or altogether.
public struct ExposedGround: Hashable, Sendable {
  /// In m².
  public var surface = 0.0
  /// Nil when nobody knows where people are.
  public var people: PeopleCount?
  public var spaces = 0
  /// Incidents times what each counts.
  public var incidents = 0.0

  public init() {}
}

/// The classes of one hazard and all of them together, or the ground of any hazard: what is laid over every area.
struct ExposureLayer: Sendable {
  /// Place of the hazard; nil for any of several.
  let hazard: Int?
  let zones: HazardZones
  /// By area and, within it, class; the classes from the lowest, then any.
  private(set) var cells: [ExposedGround]
  /// By class, then any; computed without the areas.
  private(set) var totals: [ExposedGround]

  var columns: Int { zones.classCount + 1 }
  var any: Int { zones.classCount }

  subscript(area: Int, column: Int) -> ExposedGround {
    get { cells[area * columns + column] }
    set { cells[area * columns + column] = newValue }
  }

  /// - Parameter areas: in the CRS of the zones.
  /// - Parameter isOwn: whether the people are those of the very areas, shared out over all their ground.
  init(
    hazard: Int?, _ zones: HazardZones, areas: PolygonColumn, people: People?, isOwn: Bool, jobs: Int
  ) async throws {
    self.hazard = hazard
    self.zones = zones
    let columns = zones.classCount + 1
    cells = [ExposedGround](repeating: ExposedGround(), count: areas.featureCount * columns)
    totals = [ExposedGround](repeating: ExposedGround(), count: columns)
    let overlaps = Overlaps(areas, zones.parts, jobs: jobs)
    for area in 0..<areas.featureCount {
      for pair in overlaps.pairs(ofFeature: area) {
        let surface = overlaps.surfaces[pair]
        cells[area * columns + zones.classOfPart[Int(overlaps.features[pair])]].surface += surface
        cells[area * columns + columns - 1].surface += surface
      }
    }
    for part in zones.classOfPart.indices {
      let surface = zones.parts.planarArea(ofFeature: part)
      totals[zones.classOfPart[part]].surface += surface
      totals[columns - 1].surface += surface
    }
    guard let people else { return }
    try countTotals(people, jobs: jobs)
    if isOwn {
      countOwn(people, areas)
    } else {
      try await countPieces(people, areas, jobs: jobs)
    }
  }

  private mutating func countTotals(_ people: People, jobs: Int) throws {
    let classes = try people.shared(among: zones.classesFromHighest, jobs: jobs)
    for (place, count) in classes.reversed().enumerated() { totals[place].people = count }
    let whole = try people.shared(among: zones.whole, jobs: jobs)[0]
    try people.requireConservation(classes, of: whole)
    totals[any].people = whole
  }

  /// The people of an area lie in a zone as its ground does.
  private mutating func countOwn(_ people: People, _ areas: PolygonColumn) {
    for area in 0..<areas.featureCount {
      for column in 0..<columns {
        self[area, column].people = people.count(ofArea: area, surface: self[area, column].surface)
      }
    }
  }

  private mutating func countPieces(_ people: People, _ areas: PolygonColumn, jobs: Int) async throws {
    let count = areas.featureCount
    var pieces = PolygonColumn()
    for number in (0..<zones.classCount).reversed() {
      pieces.append(contentsOf: try await people.pieces(of: areas, in: zones.parts(ofClass: number), jobs: jobs))
    }
    let counts = try people.shared(among: pieces, jobs: jobs)
    var wholes = PolygonColumn()
    for area in 0..<count {
      for place in 0..<zones.classCount {
        self[area, zones.classCount - 1 - place].people = counts[place * count + area]
        for polygon in pieces.polygons(ofFeature: place * count + area) { wholes.append(polygon: polygon, of: pieces) }
      }
      wholes.endFeature()
    }
    let together = try people.shared(among: wholes, jobs: jobs)
    for area in 0..<count { self[area, any].people = together[area] }
    var sum = PeopleCount.none(groups: people.groups.count)
    for area in together { sum += area }
    try people.requireConservation(counts, of: sum)
  }

  mutating func addSpace(area: Int?, column: Int) {
    if let area { self[area, column].spaces += 1 }
    totals[column].spaces += 1
  }

  mutating func addIncidents(area: Int, column: Int, _ amount: Double) {
    self[area, column].incidents += amount
    totals[column].incidents += amount
  }
}
