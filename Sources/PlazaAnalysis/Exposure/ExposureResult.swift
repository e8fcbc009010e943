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
    /// Features whose class says that there is no danger.
    public var notExposed: Int
    /// Features of classes lower than those that count.
    public var below: Int
    public var withoutGeometry: Int
    /// Areas outside the box of all its features, which its maker may never have looked at.
    public var areasBeyond: Int
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
    /// Within the areas taken together, every place once.
    public var total: ExposedGround
    /// Outside all areas, in m².
    public var outside: Double
    /// Of the areas' ground taken together; nil where they have none, or not all of it was looked at.
    public var share: Double?
    /// Of the people inside the areas; nil where nobody is, or nobody knows.
    public var peopleShare: Double?
    /// How much of the areas' ground the hazard's raster reaches; nil where there is none.
    public var studiedShare: Double?
    /// Whether all of the areas' ground was looked at, as far as anybody says.
    var isWhole: Bool { studiedShare == nil || share != nil }
  }

  /// What the frequencies make of a hazard.
  public struct AnnualImpact: Hashable, Sendable {
    public var hazard: String
    /// Person-events a year: who is reached twice counts twice.
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
  /// The ground of the areas taken together, in km².
  public let surface: Double
  /// All incidents in the areas, times what each counts.
  let incidentTotal: Double
  /// Spaces in some area; nil without spaces.
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
  /// The ground of the areas taken together, in `crs`.
  let union: PolygonColumn

  public struct PeopleFacts: Hashable, Sendable {
    /// Inside the areas taken together: what every share of people is of.
    public var total: PeopleCount
    public var groups: [PeopleGroup]
    public var method: String
    /// Areas with ground whose people nobody knows, and their surface in m².
    public var unknownAreas: Int
    public var unknownSurface: Double
    /// Whether limits are known at all: those of people at points are not.
    public var hasLimits: Bool
  }

  init(
    _ inputs: ExposureInputs, _ set: AreaSet, _ ground: ExposureGround, _ layers: [ExposureLayer], _ hazards: [HazardFacts],
    people: ExposedPeople?, _ spaces: ExposedSpaces?, account: Account?, incidentTotal: Double, coordinates: CRSFacts?,
    notes: [Diagnostic]
  ) throws {
    areaSet = set
    self.layers = layers
    self.hazards = hazards
    self.spaces = spaces
    incidentAccount = account
    self.incidentTotal = incidentTotal
    self.coordinates = coordinates
    crs = ground.crs
    union = ground.union
    self.notes = notes
    areas = set.account
    surfaces = ground.surfaces
    surface = ground.surface / 1e6
    self.people = people.map { people in
      PeopleFacts(
        total: people.inside, groups: people.people.groups, method: people.people.method, unknownAreas: people.unknown.areas,
        unknownSurface: people.unknown.surface, hasLimits: !people.people.isOfPoints)
    }
    spaceCount = spaces?.inAreas
    spacesWithoutPlace = spaces?.withoutPlace ?? 0
    let everybody = people?.inside.total ?? 0
    zones = layers.flatMap { layer in
      let hazard = layer.hazard.map { hazards[$0] }
      let columns = (hazard == nil ? [] : (0..<layer.any).reversed()) + [layer.any]
      return columns.map { column in
        let slug = column == layer.any ? "any" : hazard!.slugs[column]
        let total = layer.totals[column]
        return Zone(
          hazard: hazard?.name, name: column == layer.any ? nil : hazard!.classes[column],
          slug: hazard.map { "\($0.name)_\(slug)" } ?? "any", total: total, outside: column == layer.any ? layer.outside : 0,
          share: ground.surface > 0 && layer.isWhole ? Self.share(total.surface / ground.surface) : nil,
          peopleShare: everybody > 0 && layer.isWhole ? total.people.map { Self.share($0.total / everybody) } : nil,
          studiedShare: layer.studiedShare)
      }
    }
    // `flood` with a class `x any` and `flood_x` would write the same fields.
    let slugs = zones.map(\.slug)
    if let twice = slugs.first(where: { slug in slugs.count { $0 == slug } > 1 }) {
      throw Failure(.usage, "exposure.same_fields", ["field": twice])
    }
    annualImpacts = Self.impacts(layers, hazards)
    ownWarnings = Self.warnings(hazards, layers, spaces, surface: ground.surface, areas: ground.areas.featureCount)
  }

  /// A share without the last bits of a projection: the whole is the whole.
  static func share(_ value: Double) -> Double { value > 1 - 1e-6 ? 1 : value < 1e-9 ? 0 : value }

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

  private static func warnings(
    _ hazards: [HazardFacts], _ layers: [ExposureLayer], _ spaces: ExposedSpaces?, surface: Double, areas: Int
  ) -> [Diagnostic] {
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
    for layer in layers {
      guard let hazard = layer.hazard.map({ hazards[$0] }), layer.totals[layer.any].surface <= 1e-9 * surface else { continue }
      warnings.append(Diagnostic(.warning, "exposure.no_ground", ["hazard": hazard.name, "file": hazard.file]))
    }
    for layer in layers where !layer.isWhole || layer.isUnstudied.contains(true) {
      guard let hazard = layer.hazard.map({ hazards[$0] }), let share = layer.studiedShare else { continue }
      warnings.append(
        Diagnostic(
          .warning, "exposure.not_studied",
          [
            "hazard": hazard.name, "file": hazard.file, "share": NumberText.text(share) ?? "",
            "count": String(layer.isUnstudied.count { $0 }), "areas": String(areas),
          ]))
    }
    for hazard in hazards where hazard.areasBeyond > 0 {
      warnings.append(
        Diagnostic(
          .warning, "exposure.areas_beyond",
          [
            "hazard": hazard.name, "file": hazard.file, "count": String(hazard.areasBeyond),
            "areas": String(areas),
          ]))
    }
    if let spaces, spaces.outside > 0 {
      warnings.append(
        Diagnostic(.warning, "exposure.spaces_outside", ["file": spaces.file, "count": String(spaces.outside)]))
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
  init(_ hazard: Hazard, _ scale: HazardScale, _ polygons: PolygonColumn, around areas: PolygonColumn) throws {
    name = hazard.name
    file = hazard.file
    field = hazard.field
    about = hazard.about
    classes = scale.names
    slugs = scale.slugs
    features = scale.names.indices.map { number in scale.classOfFeature.count { $0 == number } }
    withoutClass = scale.withoutClass
    (notExposed, below) = (scale.notExposed.features, scale.below.features)
    withoutGeometry = (0..<polygons.featureCount).count { polygons.isEmpty(feature: $0) }
    let box = polygons.envelope
    // What a raster reaches is known exactly.
    areasBeyond =
      hazard.raster != nil
      ? 0 : (0..<areas.featureCount).count { !areas.isEmpty(feature: $0) && !box.meets(areas.envelope(ofFeature: $0)) }
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
