public import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// Spaces with what surrounds each, their registry by region, and what does not add up in it.
public struct SpacesResult: Sendable {
  public let register: SpaceRegister
  public let options: SpaceOptions
  /// Of the incidents, those beyond the largest distance of every space counted as outside.
  public let account: Account
  public let coordinates: CRSFacts?
  public let regions: SpaceRegions?
  public let checks: [SpaceCheck]
  /// The regions in longitude and latitude on WGS 84, where there are areas.
  public let outlines: PolygonColumn?
  let features: Features
  let around: SpaceSurroundings?
  let zones: SpaceZones
  let residents: SpaceResidents?
  let neighbours: SpaceNeighbours
  let hazards: SpaceHazards
  let activities: [SpaceActivities]
  private let said: [Diagnostic]

  init(
    register: SpaceRegister, features: Features, options: SpaceOptions, around: SpaceSurroundings?, zones: SpaceZones,
    residents: SpaceResidents?, neighbours: SpaceNeighbours, hazards: SpaceHazards,
    activities: [SpaceActivities], regions: SpaceRegions?, checks: [SpaceCheck],
    account: Account, coordinates: CRSFacts?, outlines: PolygonColumn?, notes: [Diagnostic]
  ) {
    self.register = register
    self.features = features
    self.options = options
    self.around = around
    self.zones = zones
    self.residents = residents
    self.neighbours = neighbours
    self.hazards = hazards
    self.activities = activities
    self.regions = regions
    self.checks = checks
    self.account = account
    self.coordinates = coordinates
    self.outlines = outlines
    said = notes
  }

  /// Whether incidents were counted.
  public var countsIncidents: Bool { around != nil }
  public var notes: [Diagnostic] { said.filter { $0.severity == .note } }

  public var warnings: [Diagnostic] {
    var warnings = said.filter { $0.severity != .note } + SpaceCheck.warnings(checks)
    if !register.withheld.isEmpty {
      warnings.append(
        Diagnostic(
          .warning, "spaces.withheld", ["file": register.file, "fields": register.withheld.joined(separator: ", ")]))
    }
    if let last = together.last, let people = last.people, people.isCoarse {
      warnings.append(
        Diagnostic(
          .warning, "spaces.coarse",
          [
            "metres": String(last.distance), "people": NumberText.text(people.total.rounded()) ?? "",
            "low": NumberText.text(people.low.rounded()) ?? "?", "high": NumberText.text(people.high.rounded()) ?? "?",
          ]))
    }
    return warnings
  }

  /// How many spaces share part of their zone of the largest distance: their rows must not be added.
  public var overlapping: Int { zones.overlapShares.last?.count { ($0 ?? 0) > 0 } ?? 0 }

  /// All spaces together at one distance, each person and incident once.
  public struct Together: Hashable, Sendable {
    public var distance: Int
    public var squareKilometres: Double
    /// Nil without people; the groups are named as the columns are.
    public var people: PeopleCount?
    public var groups: [String]
    /// Nil without incidents.
    public var incidents: Double?
    public var byKind: [(name: String, amount: Double)]

    public static func == (left: Together, right: Together) -> Bool {
      left.distance == right.distance && left.squareKilometres == right.squareKilometres && left.people == right.people
        && left.groups == right.groups && left.incidents == right.incidents
        && left.byKind.elementsEqual(right.byKind) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(distance)
      hasher.combine(people)
      hasher.combine(incidents)
    }
  }

  public var together: [Together] {
    options.distances.enumerated().map { level, distance in
      Together(
        distance: distance, squareKilometres: zones.unions[level].geodesicArea(ofFeature: 0) / 1e6,
        people: residents?.together[level], groups: residents?.groups.map(\.fieldName) ?? [],
        incidents: around?.together(distance: level),
        byKind: around.map { around in
          around.kinds.count > 1 || around.kinds != [""]
            ? around.kinds.indices.map { (around.kinds[$0], around.together(distance: level, kind: $0)) } : []
        } ?? [])
    }
  }
}

extension PeopleGroup {
  /// `women`, `men_15_29`, `60_plus`.
  var fieldName: String {
    let age = age.map { age in age.last.map { $0 == age.first ? "\($0)" : "\(age.first)_\($0)" } ?? "\(age.first)_plus" }
    return [sex.map { $0 == .female ? "women" : "men" }, age].compactMap { $0 }.joined(separator: "_")
  }
}
