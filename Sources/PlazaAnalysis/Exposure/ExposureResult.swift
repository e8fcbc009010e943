public import PlazaGeometry
public import PlazaLayers
public import PlazaRecords
internal import PlazaStatistics

/// Who and what lies in which class of which hazard: by area, and altogether.
public struct ExposureResult: Sendable {
  /// One hazard as it was read.
  public struct HazardFacts: Hashable, Sendable {
    public var name: String
    public var file: String
    public var field: String
    public var about: HazardOptions
    /// From the lowest to the highest.
    public var classes: [String]
    public var slugs: [String]
    /// Features of each class.
    public var features: [Int]
    public var withoutClass: Int
    public var withoutGeometry: Int
    /// Events a year by class; empty when none were given.
    public var frequencies: [Double]

    /// What is not known of it, under the names of the options.
    public var undocumented: [String] {
      [("kind", about.kind == nil), ("date", about.date == nil), ("scale", about.scale == nil)].filter(\.1).map(\.0)
    }
  }

  /// One class of one hazard, or any of them, altogether.
  public struct Zone: Hashable, Sendable {
    /// Nil for any of several hazards.
    public var hazard: String?
    /// Nil for any class.
    public var name: String?
    /// What its fields begin with.
    public var slug: String
    /// Within the areas: the sum over them.
    public var inside: ExposedGround
    /// Everywhere, computed without the areas.
    public var total: ExposedGround
    /// Of the areas' ground; the areas may overlap.
    public var share: Double?
  }

  /// What the frequencies make of a hazard.
  public struct AnnualImpact: Hashable, Sendable {
    public var hazard: String
    /// People a year.
    public var average: Double
    public var points: [Point]

    public struct Point: Hashable, Sendable {
      public var people: Double
      /// How often in a year as many or more are reached.
      public var frequency: Double
      public var returnPeriod: Double
    }
  }

  /// Of the incidents; nil where none were asked for.
  public let incidentAccount: Account?
  public let coordinates: CRSFacts?
  public let areas: AreaAccount
  public let crs: CRS
  public let hazards: [HazardFacts]
  /// Each hazard's classes from the highest, then any of it; last, with several hazards, any of all.
  public let zones: [Zone]
  public let annualImpacts: [AnnualImpact]
  /// Nil without people.
  public let people: PeopleFacts?
  /// In km².
  public let surface: Double
  /// Nil without spaces.
  public let spaceCount: Int?
  public let spacesWithoutPlace: Int
  public let notes: [Diagnostic]
  public var warnings: [Diagnostic] { notes.filter { $0.severity == .warning } + ownWarnings }
  let ownWarnings: [Diagnostic]
  let areaSet: AreaSet
  /// Of each area, in m².
  let surfaces: [Double]
  let layers: [ExposureLayer]
  let spaces: ExposedSpaces?

  public struct PeopleFacts: Hashable, Sendable {
    public var total: PeopleCount
    public var groups: [PeopleGroup]
    public var method: String
  }

  init(
    _ inputs: ExposureInputs, _ set: AreaSet, _ ground: PolygonColumn, _ layers: [ExposureLayer], _ hazards: [HazardFacts],
    people: People?, _ spaces: ExposedSpaces?, account: Account?, coordinates: CRSFacts?, crs: CRS,
    notes: [Diagnostic]
  ) {
    areaSet = set
    self.layers = layers
    self.hazards = hazards
    self.spaces = spaces
    incidentAccount = account
    self.coordinates = coordinates
    self.crs = crs
    self.notes = notes
    areas = set.account
    surfaces = (0..<set.count).map { ground.planarArea(ofFeature: $0) }
    let whole = surfaces.reduce(0, +)
    surface = whole / 1e6
    self.people = people.map { PeopleFacts(total: $0.total, groups: $0.groups, method: $0.method) }
    spaceCount = spaces?.count
    spacesWithoutPlace = spaces?.withoutPlace ?? 0
    zones = layers.flatMap { layer in
      let hazard = layer.hazard.map { hazards[$0] }
      let columns = (hazard == nil ? [] : (0..<layer.any).reversed()) + [layer.any]
      return columns.map { column in
        let slug = column == layer.any ? "any" : hazard!.slugs[column]
        let inside = Self.sum(layer, column)
        return Zone(
          hazard: hazard?.name, name: column == layer.any ? nil : hazard!.classes[column],
          slug: hazard.map { "\($0.name)_\(slug)" } ?? "any", inside: inside, total: layer.totals[column],
          share: whole > 0 ? inside.surface / whole : nil)
      }
    }
    annualImpacts = Self.impacts(layers, hazards)
    ownWarnings = Self.warnings(hazards, zones, spaces)
  }

  /// The sum over the areas. Limits of parts are wider than those of the whole: a unit may touch several areas, and lie wholly in none of them.
  private static func sum(_ layer: ExposureLayer, _ column: Int) -> ExposedGround {
    var sum = ExposedGround()
    for area in 0..<(layer.cells.count / layer.columns) {
      let cell = layer[area, column]
      sum.surface += cell.surface
      sum.spaces += cell.spaces
      sum.incidents += cell.incidents
      if let people = cell.people {
        if sum.people == nil { sum.people = people } else { sum.people! += people }
      }
    }
    if let people = sum.people, let whole = layer.totals[column].people {
      sum.people!.high = max(people.total, min(people.high, whole.high))
      // Where all of them are in the areas, the whole's are theirs.
      if (people.total - whole.total).magnitude <= 1e-6 * whole.total { sum.people!.low = min(people.total, whole.low) }
    }
    return sum
  }

  /// Ground that is reached more often is reached by every rarer event as well.
  private static func impacts(_ layers: [ExposureLayer], _ hazards: [HazardFacts]) -> [AnnualImpact] {
    layers.compactMap { layer in
      guard let place = layer.hazard, !hazards[place].frequencies.isEmpty else { return nil }
      let frequencies = hazards[place].frequencies
      let order = frequencies.indices.filter { frequencies[$0] > 0 }.sorted {
        frequencies[$0] == frequencies[$1] ? $0 > $1 : frequencies[$0] > frequencies[$1]
      }
      var events: [(impact: Double, frequency: Double)] = []
      var reached = 0.0
      for (rank, number) in order.enumerated() {
        guard let people = layer.totals[number].people else { return nil }
        reached += people.total
        let next = rank + 1 < order.count ? frequencies[order[rank + 1]] : 0
        events.append((reached, frequencies[number] - next))
      }
      guard let curve = try? ExceedanceCurve(events) else { return nil }
      return AnnualImpact(
        hazard: hazards[place].name, average: curve.averageAnnualImpact,
        points: curve.points.map { .init(people: $0.impact, frequency: $0.frequency, returnPeriod: $0.returnPeriod) })
    }
  }

  private static func warnings(_ hazards: [HazardFacts], _ zones: [Zone], _ spaces: ExposedSpaces?) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    for hazard in hazards {
      if !hazard.undocumented.isEmpty {
        warnings.append(
          Diagnostic(
            .warning, "exposure.undocumented",
            [
              "hazard": hazard.name,
              "options": hazard.undocumented.map { "--hazard-\($0) \(hazard.name)=…" }.joined(separator: " "),
            ]))
      }
      for (id, count) in [
        ("exposure.without_class", hazard.withoutClass), ("exposure.without_geometry", hazard.withoutGeometry),
      ] where count > 0 {
        warnings.append(
          Diagnostic(.warning, id, ["file": hazard.file, "field": hazard.field, "count": String(count)]))
      }
    }
    for zone in zones where zone.name == nil && zone.inside.surface > zone.total.surface * (1 + 1e-9) {
      warnings.append(
        Diagnostic(
          .warning, "exposure.areas_overlap",
          [
            "zone": zone.slug, "sum": NumberText.text(zone.inside.surface / 1e6) ?? "",
            "total": NumberText.text(zone.total.surface / 1e6) ?? "",
          ]))
    }
    if let spaces, spaces.withoutPlace > 0 {
      warnings.append(
        Diagnostic(.warning, "exposure.spaces_without_place", ["file": spaces.file, "count": String(spaces.withoutPlace)]))
    }
    return warnings
  }
}

extension ExposureResult.HazardFacts {
  /// - Throws: `Failure` `exposure.frequency` when some classes have a frequency and others none, or one is not of the hazard.
  init(_ hazard: Hazard, _ scale: HazardScale, _ polygons: PolygonColumn) throws {
    name = hazard.name
    file = hazard.file
    field = hazard.field
    about = hazard.about
    classes = scale.names
    slugs = scale.slugs
    features = scale.names.indices.map { number in scale.classOfFeature.count { $0 == number } }
    withoutClass = scale.withoutClass
    withoutGeometry = (0..<polygons.featureCount).count { polygons.isEmpty(feature: $0) }
    frequencies = []
    guard !about.frequencies.isEmpty else { return }
    var found = [Double?](repeating: nil, count: classes.count)
    for frequency in about.frequencies {
      if let place = HazardScale.place(of: frequency.name, in: classes) { found[place] = frequency.perYear }
    }
    let missing = classes.indices.filter { found[$0] == nil }
    guard missing.isEmpty else {
      throw Failure(
        .usage, "exposure.frequency",
        ["hazard": name, "missing": missing.map { classes[$0] }.joined(separator: ", ")])
    }
    frequencies = found.map { $0! }
  }
}
