internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// The registry by region: sums of what it says of the spaces of each, and nothing that it does not say.
public struct SpaceRegions: Sendable {
  /// One region; a sum of nothing known is nil.
  public struct Region: Hashable, Sendable {
    public var code: String
    public var name: String
    public var spaces = 0
    /// In the order of `states`.
    public var byState: [Int]
    public var committees: Int?
    public var chats: Int?
    public var members: Double?
    public var women: Double?
    public var men: Double?
    /// Residents, where the areas have them.
    public var population: Double?
    /// Of each table: rows, people, women, men.
    public var activities: [Activities]

    public var membersPerCommittee: Double? {
      guard let members, let committees, committees > 0 else { return nil }
      return members / Double(committees)
    }
    public var peoplePerSpace: Double? { population.flatMap { spaces > 0 ? $0 / Double(spaces) : nil } }
  }

  public struct Activities: Hashable, Sendable {
    public var rows = 0
    public var people: Double?
    public var women: Double?
    public var men: Double?
  }

  public let states: [String]
  public let tables: [String]
  /// In the order of their codes; spaces of no region are in `unknown`.
  public let regions: [Region]
  public let unknown: Region?
  public let total: Region

  /// The region of each space, by its code; nil for none.
  public let ofSpace: [String?]

  /// - Parameter areas: the regions with their names and residents; nil takes those that the registry states.
  /// - Parameter located: the area of each space, by its place in `areas`, where the registry states none.
  init(
    _ register: SpaceRegister, areas: AreaSet?, located: [Int?], activities: [SpaceActivities], checks: inout [SpaceCheck]
  ) {
    let states = register.stateNames
    var ofSpace: [String?] = []
    let byName = Dictionary(
      (areas?.names ?? []).enumerated().map { (FieldNames.normalised($1), $0) }, uniquingKeysWith: { a, _ in a })
    for space in 0..<register.count {
      guard let areas else {
        ofSpace.append(register.regions?[space])
        continue
      }
      guard let stated = register.regions?[space] else {
        ofSpace.append(register.regions == nil ? located[space].map { areas.codes[$0] } : nil)
        continue
      }
      let place = areas.codes.firstIndex(of: stated) ?? byName[FieldNames.normalised(stated)]
      if place == nil {
        checks.append(
          SpaceCheck(
            .unknownRegion, file: register.file, row: register.numbers[space], code: register.codes[space], ["region": stated]))
      }
      ofSpace.append(place.map { areas.codes[$0] })
    }
    var codes = areas?.codes ?? []
    if areas == nil {
      var found = Set(ofSpace.compactMap { $0 })
      for table in activities { for case .region(let code) in table.owners { found.insert(code) } }
      codes = found.sorted(by: CanonicalText.precedes)
    }
    func region(_ code: String, _ name: String, population: Double?, _ isOwn: (String?) -> Bool) -> Region {
      let own = ofSpace.indices.filter { isOwn(ofSpace[$0]) }
      func sum(_ values: [Double?]?) -> Double? {
        guard let values else { return nil }
        let known = own.compactMap { values[$0] }
        return known.isEmpty ? nil : known.reduce(0, +)
      }
      var result = Region(
        code: code, name: name, byState: states.map { state in own.count { (register.states?[$0] ?? "") == state } },
        population: population, activities: [])
      result.spaces = own.count
      result.committees = register.committees.map { committees in Set(own.compactMap { committees[$0] }).count }
      result.chats = register.hasChat.map { chats in own.count { chats[$0] == true } }
      (result.members, result.women, result.men) = (sum(register.members), sum(register.women), sum(register.men))
      result.activities = activities.map { table in
        let rows = table.owners.indices.filter { row in
          switch table.owners[row] {
          case .space(let space): isOwn(ofSpace[space])
          case .region(let code): isOwn(code)
          case .none: isOwn(nil)
          }
        }
        func sum(_ values: [Double?]?) -> Double? {
          guard let values, !table.isCumulative else { return nil }
          let known = rows.compactMap { values[$0] }
          return known.isEmpty ? nil : known.reduce(0, +)
        }
        return Activities(rows: rows.count, people: sum(table.people), women: sum(table.women), men: sum(table.men))
      }
      return result
    }
    self.states = register.states == nil ? [] : states
    tables = Slug.unique(activities.map(\.name))
    regions = codes.enumerated().map { place, code in
      region(code, areas?.names[place] ?? "", population: areas?.populations[place]) { $0 == code }
    }
    let rest = region("unknown", "", population: nil) { $0 == nil }
    unknown = rest.spaces > 0 || rest.activities.contains { $0.rows > 0 } ? rest : nil
    let populations = areas?.populations.compactMap { $0 } ?? []
    total = region("total", "", population: populations.isEmpty ? nil : populations.reduce(0, +)) { _ in true }
    self.ofSpace = ofSpace
  }
}
