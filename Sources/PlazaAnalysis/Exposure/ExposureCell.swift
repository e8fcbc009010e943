internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers

/// What lies in one class of one hazard, of one area or of all of them together.
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
  /// By class, then any: within the areas taken together, every place once.
  private(set) var totals: [ExposedGround]
  /// The surface of all zones outside the areas, in m².
  private(set) var outside = 0.0
  /// Which areas the hazard's maker did not look at; empty where all were, or nobody says.
  private(set) var isUnstudied: [Bool] = []
  /// How much of the areas' ground was looked at; nil where nobody says.
  private(set) var studiedShare: Double?

  /// Less of the ground than this may be left out: edges that bend on their way to a raster.
  private static let leftOut = 0.01

  /// Whether all of the areas' ground was looked at, as far as anybody says.
  var isWhole: Bool { studiedShare.map { $0 >= 1 - Self.leftOut } ?? true }

  var columns: Int { zones.classCount + 1 }
  var any: Int { zones.classCount }

  subscript(area: Int, column: Int) -> ExposedGround {
    get { cells[area * columns + column] }
    set { cells[area * columns + column] = newValue }
  }

  /// - Parameter ground: in the CRS of the zones.
  init(hazard: Int?, _ zones: HazardZones, _ ground: ExposureGround, people: ExposedPeople?, jobs: Int) async throws {
    self.hazard = hazard
    self.zones = zones
    let columns = zones.classCount + 1
    cells = [ExposedGround](repeating: ExposedGround(), count: ground.areas.featureCount * columns)
    totals = [ExposedGround](repeating: ExposedGround(), count: columns)
    let overlaps = Overlaps(ground.areas, zones.parts, jobs: jobs)
    for area in 0..<ground.areas.featureCount {
      for pair in overlaps.pairs(ofFeature: area) {
        let surface = overlaps.surfaces[pair]
        cells[area * columns + zones.classOfPart[Int(overlaps.features[pair])]].surface += surface
        cells[area * columns + columns - 1].surface += surface
      }
    }
    let together = Overlaps(ground.union, zones.parts, jobs: jobs)
    for place in together.features.indices {
      totals[zones.classOfPart[Int(together.features[place])]].surface += together.surfaces[place]
      totals[columns - 1].surface += together.surfaces[place]
    }
    let whole = zones.classOfPart.indices.reduce(0) { $0 + zones.parts.planarArea(ofFeature: $1) }
    outside = max(0, whole - totals[columns - 1].surface)
    guard let people else { return }
    if people.isOwn {
      countOwn(people, areas: ground.areas.featureCount, jobs: jobs)
    } else {
      try await countTotals(people.people, ground.union, jobs: jobs)
      try await countPieces(people.people, ground.areas, jobs: jobs)
    }
    limit(people)
  }

  /// The people of an area lie in a zone as its ground does, or the part of it where people live.
  private mutating func countOwn(_ people: ExposedPeople, areas: Int, jobs: Int) {
    let own = people.people.own(zones, areas: areas, jobs: jobs)
    for place in cells.indices { cells[place].people = own.areas[place] }
    for column in 0..<columns { totals[column].people = own.together[column] }
  }

  /// The people of the areas' ground as a whole, without regard to how it is divided.
  private mutating func countTotals(_ people: People, _ union: PolygonColumn, jobs: Int) async throws {
    let pieces = try await people.pieces(of: zones.parts, in: union, jobs: jobs)
    var (classes, whole) = (PolygonColumn(), PolygonColumn())
    for number in (0..<zones.classCount).reversed() {
      for part in zones.classOfPart.indices where zones.classOfPart[part] == number {
        for polygon in pieces.polygons(ofFeature: part) {
          classes.append(polygon: polygon, of: pieces)
          whole.append(polygon: polygon, of: pieces)
        }
      }
      classes.endFeature()
    }
    whole.endFeature()
    let counts = try people.shared(among: classes, jobs: jobs)
    for (place, count) in counts.reversed().enumerated() { totals[place].people = count }
    let together = try people.shared(among: whole, jobs: jobs)[0]
    try people.requireConservation(counts, of: together)
    totals[any].people = together
  }

  private mutating func countPieces(_ people: People, _ areas: PolygonColumn, jobs: Int) async throws {
    let count = areas.featureCount
    var pieces = PolygonColumn()
    for number in (0..<zones.classCount).reversed() {
      pieces.append(contentsOf: try await people.pieces(of: areas, in: zones.parts(ofClass: number), jobs: jobs))
    }
    var wholes = PolygonColumn()
    for area in 0..<count {
      for place in 0..<zones.classCount {
        for polygon in pieces.polygons(ofFeature: place * count + area) { wholes.append(polygon: polygon, of: pieces) }
      }
      wholes.endFeature()
    }
    // Each area answers for itself: who stands where two have ground in common is in both.
    let together = try people.within(wholes, jobs: jobs)
    for area in 0..<count { self[area, any].people = together[area] }
    if people.isOfPoints {
      // Who stands on the border of two classes counts in the higher.
      for area in 0..<count where !wholes.isEmpty(feature: area) {
        let own = pieces.selecting((0..<zones.classCount).map { $0 * count + area })
        let counts = try people.shared(among: own, jobs: 1)
        for place in 0..<zones.classCount { self[area, zones.classCount - 1 - place].people = counts[place] }
      }
      return
    }
    let counts = try people.within(pieces, jobs: jobs)
    for area in 0..<count {
      for place in 0..<zones.classCount { self[area, zones.classCount - 1 - place].people = counts[place * count + area] }
    }
  }

  /// Nobody is where nobody knows of any, and no limit holds that leaves them out.
  private mutating func limit(_ people: ExposedPeople) {
    for area in people.areas.indices where people.areas[area] == nil {
      for column in 0..<columns { self[area, column].people = nil }
    }
    for column in totals.indices {
      let isPartial = people.areas.indices.contains { people.areas[$0] == nil && cells[$0 * columns + column].surface > 0 }
      if isPartial { totals[column].people?.high = .infinity }
    }
    guard people.people.isOfPoints else { return }
    for place in cells.indices { cells[place].people = cells[place].people.map(ExposedPeople.unlimited) }
    for column in totals.indices { totals[column].people = totals[column].people.map(ExposedPeople.unlimited) }
  }

  /// Of areas that were not looked at nothing is known, and of the whole no upper limit.
  /// - Parameter shares: of each area's ground the share that was looked at; `whole`, of all of it.
  mutating func limit(toStudied shares: [Double], whole: Double) {
    isUnstudied = shares.map { $0 < 1 - Self.leftOut }
    studiedShare = whole
    for area in isUnstudied.indices where isUnstudied[area] {
      for column in 0..<columns { self[area, column].people = nil }
    }
    guard !isWhole else { return }
    for column in totals.indices { totals[column].people?.high = .infinity }
  }

  /// What any of several hazards is known of: areas that all of them were looked at in.
  mutating func limit(as others: [ExposureLayer]) {
    let partial = others.filter { $0.studiedShare != nil }
    guard !partial.isEmpty else { return }
    let shares = cells.indices.filter { $0 % columns == 0 }.map { index in
      partial.contains { $0.isUnstudied[index / columns] } ? 0.0 : 1
    }
    limit(toStudied: shares, whole: partial.map { $0.studiedShare ?? 1 }.min() ?? 1)
  }

  mutating func addSpace(area: Int, column: Int) {
    self[area, column].spaces += 1
    totals[column].spaces += 1
  }

  mutating func addIncidents(area: Int, column: Int, _ amount: Double) {
    self[area, column].incidents += amount
    totals[column].incidents += amount
  }
}
