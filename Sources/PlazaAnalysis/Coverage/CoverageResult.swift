internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// The outcome of `coverage`: each area with what of it lies near a space.
public struct CoverageResult: Sendable {
  /// What one distance covers of all areas together.
  public struct Total: Hashable, Sendable {
    public var distance: Double
    public var mode: CoverageMode
    public var squareKilometres: Double
    public var ofSquareKilometres: Double
    /// Nil without population.
    public var people: Double?
    public var ofPeople: Double?
    /// At least and at most so many of the people, wherever in their unit they live; nil without population.
    public var peopleLow: Double?
    public var peopleHigh: Double?
    public var records: Int?
    public var ofRecords: Int?
    /// Supply per person, unequal over people; nil without population.
    public var gini: Double?
    public var shared: Double?
    public var given: Double?

    /// Of people where they are known, else of the ground; nil where there is none of either.
    public var share: Double? {
      if let people, let ofPeople { return ofPeople > 0 ? people / ofPeople : nil }
      return ofSquareKilometres > 0 ? squareKilometres / ofSquareKilometres : nil
    }
  }

  public let totals: [Total]
  public let areas: AreaAccount
  public let spaces: SpaceAccount
  /// Of the incidents; empty where there are none.
  public let account: Account
  public let countsRecords: Bool
  public let knowsPeople: Bool
  /// How the people were placed, `areal`, `areal_residential` or `points`; nil where nobody knows.
  public let method: String?
  /// SDG 11.7.1, where everything that it needs was given.
  public let openSpaces: OpenSpaceResult?
  /// What the streets are like; nil without.
  public let streets: StreetAccount?
  public let crs: String
  /// `m2_per_person` or `spaces_per_1000`.
  public let accessUnit: String
  public let findings: [Diagnostic]
  public let warnings: [Diagnostic]
  /// The field with the names of areas, and the one that a map shows.
  public let nameField: String?
  public let mappedField: String
  public let mappedMode: CoverageMode

  let ground: CoverageGround
  let bands: [CoverageBand]
  let access: SpaceAccess
  /// The records of each area.
  let records: [Int]

  init(
    _ ground: CoverageGround, bands: [CoverageBand], walks: CoverageWalks?, incidents: PointCollection?, access: SpaceAccess,
    openSpaces: OpenSpaceResult? = nil, warnings given: [Diagnostic] = []
  ) throws {
    guard access.bands.allSatisfy(\.isConserved) else { throw Failure(.internalError, "coverage.not_conserved") }
    self.ground = ground
    self.bands = bands
    self.access = access
    self.openSpaces = openSpaces
    var records: [Int] = []
    if let incidents {
      records = [Int](repeating: 0, count: ground.count)
      for area in incidents.areas where area >= 0 { records[Int(area)] += 1 }
    }
    self.records = records
    countsRecords = incidents != nil
    account = incidents?.account ?? Account()
    knowsPeople = ground.people != nil
    method = ground.people?.method
    streets = walks?.account
    areas = ground.areas.account
    spaces = ground.spaceAccount
    crs = ground.crsName
    accessUnit = access.supply.rawValue
    nameField = ground.areas.nameField
    let (knows, counts) = (knowsPeople, countsRecords)
    totals = bands.map { band in
      let own = access.bands.first { $0.distance == band.distance && $0.mode == band.mode }
      return Total(
        distance: band.distance, mode: band.mode, squareKilometres: band.squareKilometres.compactMap { $0 }.reduce(0, +),
        ofSquareKilometres: ground.squareKilometres.compactMap { $0 }.reduce(0, +),
        people: knows ? band.people.compactMap { $0?.total }.reduce(0, +) : nil,
        ofPeople: knows ? ground.people?.areas.compactMap { $0?.total }.reduce(0, +) : nil,
        peopleLow: knows ? band.people.compactMap { $0?.low }.reduce(0, +) : nil,
        // A unit that lies in two areas may be wholly in either, and is not two units.
        peopleHigh: knows
          ? min(
            band.people.compactMap { $0?.high }.reduce(0, +),
            ground.people?.areas.compactMap { $0?.total }.reduce(0, +) ?? 0)
          : nil,
        records: counts ? band.records.reduce(0, +) : nil, ofRecords: counts ? records.reduce(0, +) : nil, gini: own?.gini,
        shared: own?.shared, given: own?.given)
    }
    // On foot where the streets say so: a straight line hides what one has to walk around.
    let shown = bands.first { $0.mode == (CoverageFindings.trusts(walks?.account) ? .walk : .straight) } ?? bands.first
    (mappedField, mappedMode) = (shown?.field("share") ?? "nearest_space_m", shown?.mode ?? .straight)
    warnings =
      ground.notes.filter { $0.severity == .warning } + (walks?.notes.filter { $0.severity == .warning } ?? [])
      + (incidents?.notes ?? []) + given
      + (knows ? Self.peopleNotes(ground) : [Diagnostic(.warning, "coverage.share_of_ground")])
    findings =
      CoverageFindings.all(totals, ground, bands, access, walks?.account) + (openSpaces.map(CoverageFindings.indicator) ?? [])
  }

  private static func peopleNotes(_ ground: CoverageGround) -> [Diagnostic] {
    let counts = ground.people?.areas ?? []
    let unknown = counts.count { $0 == nil }
    let nobody = counts.count { $0?.total == 0 }
    return (unknown > 0 ? [Diagnostic(.warning, "coverage.unknown_population", ["count": String(unknown)])] : [])
      + (nobody > 0 ? [Diagnostic(.warning, "coverage.no_people", ["count": String(nobody)])] : [])
  }

  /// Of people where an area's are known, else of the ground; nil where the area has none of either.
  static func share(_ ground: CoverageGround, _ band: CoverageBand, _ area: Int) -> Double? {
    if let people = ground.people {
      guard let all = people.areas[area]?.total, all > 0 else { return nil }
      return band.people[area].map { min(1, $0.total / all) }
    }
    guard let whole = ground.squareKilometres[area], whole > 0 else { return nil }
    return band.squareKilometres[area].map { min(1, $0 / whole) }
  }
}
