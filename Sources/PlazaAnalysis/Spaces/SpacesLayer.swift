internal import PlazaGeometry
public import PlazaLayers

extension SpacesResult {
  /// The spaces where they are, in longitude and latitude on WGS 84, in the order of the file.
  public func makeLayer() -> Layer {
    var points = PointColumn()
    for space in 0..<features.count {
      // A space without surface stands where its first point is, one that is a line in its middle.
      if features.polygons.isEmpty(feature: space), let place = place(of: space) { points.append(x: place.x, y: place.y) }
      points.endFeature()
    }
    return Layer(
      geometry: features.polygons, points: points,
      columns: columns.map { Column(name: $0.name, values: $0.values.dropLast()) }, crs: .wgs84)
  }

  private func place(of space: Int) -> Coordinate? {
    if let point = features.points.points(ofFeature: space).first { return features.points.coordinate(at: point) }
    guard let line = features.lines.lines(ofFeature: space).first else { return nil }
    let vertices = features.lines.vertices(ofLine: line)
    return vertices.isEmpty ? nil : features.lines.coordinate(at: vertices.lowerBound + vertices.count / 2)
  }

  public var tableHeader: [String] { columns.map(\.name) }

  /// One row for each space, and last the row `total` of all zones together: it is not the sum of the others.
  public var table: RowBlock {
    let columns = columns
    var rows = RowBlock(columns: columns.count)
    for row in 0...register.count { for column in columns { rows.append(column.values[row]) } }
    return rows
  }

  /// The columns of kinds that are written; the table of another verb has all of many.
  private static let kindLimit = 60

  /// Values of each space, and last that of all together.
  private var columns: [Column] {
    var columns: [Column] = []
    func add(_ name: String, together: FieldValue = .null, _ value: (Int) -> FieldValue) {
      columns.append(Column(name: name, values: (0..<register.count).map(value) + [together]))
    }
    func texts(_ name: String, _ values: [String?]?) {
      if let values { add(name) { values[$0].map(FieldValue.text) ?? .null } }
    }
    func numbers(_ name: String, _ values: [Double?]?, total: Double?) {
      if let values { add(name, together: NumberText.field(total)) { NumberText.field(values[$0]) } }
    }
    func sum(_ values: [Double?]?) -> Double? {
      let known = (values ?? []).compactMap { $0 }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    add("code", together: .text("total")) { .text(register.codes[$0]) }
    texts("name", register.names)
    texts("type", register.types)
    texts("state", register.states)
    texts("recovered", register.recovered)
    texts("region", regions?.ofSpace ?? register.regions)
    if register.writesCommittees { texts("committee", register.committees) }
    numbers("members", register.members, total: sum(register.members))
    numbers("women", register.women, total: sum(register.women))
    numbers("men", register.men, total: sum(register.men))
    if let chats = register.hasChat { add("chat") { chats[$0].map(FieldValue.bool) ?? .null } }
    addActivities(add: add)
    for level in options.distances.indices { addPeople(level, add: add) }
    for level in options.distances.indices { addIncidents(level, add: add) }
    add("nearest") { neighbours.nearest[$0].map { .text(register.codes[$0.space]) } ?? .null }
    add("nearest_m") { NumberText.field(neighbours.nearest[$0]?.metres) }
    for hazard in hazards.found {
      add("\(hazard.name)_class") { hazard.highest($0).map(FieldValue.text) ?? .null }
      if hazard.ofSpace.contains(where: { $0.count > 1 }) {
        add("\(hazard.name)_classes") { space in
          let classes = hazard.ofSpace[space]
          return classes.isEmpty ? .null : .text(classes.map { hazard.classes[$0] }.joined(separator: "; "))
        }
      }
    }
    for (level, distance) in options.distances.enumerated() {
      add("overlap_share_\(distance)") { NumberText.field(zones.overlapShares[level][$0]) }
    }
    return columns
  }

  private typealias Adding = (_ name: String, _ together: FieldValue, _ value: (Int) -> FieldValue) -> Void

  /// Rows and people of each table that tells of spaces; what is of a region or of nothing known stands in neither a row nor the total.
  private func addActivities(add: Adding) {
    for (table, slug) in zip(activities, Slug.unique(activities.map(\.name))) {
      var rows = [Int](repeating: 0, count: register.count)
      var people = [Double?](repeating: nil, count: register.count)
      for (row, owner) in table.owners.enumerated() {
        guard case .space(let space) = owner else { continue }
        rows[space] += 1
        if let more = table.people[row], !table.isCumulative { people[space] = (people[space] ?? 0) + more }
      }
      guard rows.contains(where: { $0 > 0 }) else { continue }
      let known = people.compactMap { $0 }
      add(slug, .integer(rows.reduce(0, +))) { .integer(rows[$0]) }
      add("\(slug)_people", known.isEmpty ? .null : NumberText.field(known.reduce(0, +))) { NumberText.field(people[$0]) }
    }
  }

  private func addPeople(_ level: Int, add: Adding) {
    guard let residents else { return }
    let (name, all) = ("people_\(options.distances[level])", residents.together[level])
    let own = residents.around[level]
    func value(_ space: Int, _ number: (PeopleCount) -> Double) -> FieldValue {
      hasPlace(space) ? NumberText.field(number(own[space])) : .null
    }
    add(name, NumberText.field(all.total)) { value($0, \.total) }
    add("\(name)_low", NumberText.field(all.low)) { value($0, \.low) }
    add("\(name)_high", NumberText.field(all.high)) { value($0, \.high) }
    for (place, group) in residents.groups.enumerated() {
      add("\(name)_\(group.fieldName)", NumberText.field(all.groups[place])) { value($0) { $0.groups[place] } }
    }
  }

  private func addIncidents(_ level: Int, add: Adding) {
    guard let around else { return }
    let name = "incidents_\(options.distances[level])"
    func value(_ space: Int, _ kind: Int?) -> FieldValue {
      hasPlace(space) ? NumberText.field(around.amount(space: space, distance: level, kind: kind)) : .null
    }
    add(name, NumberText.field(around.together(distance: level))) { value($0, nil) }
    guard around.kinds != [""] else { return }
    let slugs = Slug.unique(around.kinds)
    for kind in writtenKinds(of: around) {
      add("\(name)_\(slugs[kind])", NumberText.field(around.together(distance: level, kind: kind))) { value($0, kind) }
    }
  }

  /// The commonest near spaces, in the order of their bytes.
  private func writtenKinds(of around: SpaceSurroundings) -> [Int] {
    guard around.kinds.count > Self.kindLimit else { return Array(around.kinds.indices) }
    let last = options.distances.count - 1
    return around.kinds.indices.sorted {
      (-around.together(distance: last, kind: $0), $0) < (-around.together(distance: last, kind: $1), $1)
    }.prefix(Self.kindLimit).sorted()
  }

  /// Whether a space has a geometry.
  public func hasPlace(_ space: Int) -> Bool {
    !features.points.isEmpty(feature: space) || !features.lines.isEmpty(feature: space)
      || !features.polygons.isEmpty(feature: space)
  }
}

extension SpaceRegions {
  public var tableHeader: [String] { columns.map(\.name) }

  /// One row for each region, that of spaces of none when there are any, and the row `total`.
  public var table: RowBlock {
    let columns = columns
    var rows = RowBlock(columns: columns.count)
    for row in columns[0].values.indices { for column in columns { rows.append(column.values[row]) } }
    return rows
  }

  private var columns: [Column] {
    let rows = regions + [unknown].compactMap { $0 } + [total]
    var columns: [Column] = []
    func add(_ name: String, _ value: (Region) -> FieldValue) {
      let values = rows.map(value)
      columns.append(Column(name: name, values: values))
    }
    add("region") { .text($0.code) }
    add("name") { $0.name.isEmpty ? .null : .text($0.name) }
    add("spaces") { .integer($0.spaces) }
    for (place, slug) in Slug.unique(states).enumerated() { add("spaces_\(slug)") { .integer($0.byState[place]) } }
    if total.committees != nil { add("committees") { .integer($0.committees ?? 0) } }
    if total.chats != nil { add("chats") { .integer($0.chats ?? 0) } }
    if total.members != nil { add("members") { NumberText.field($0.members) } }
    if total.women != nil { add("women") { NumberText.field($0.women) } }
    if total.men != nil { add("men") { NumberText.field($0.men) } }
    if total.members != nil, total.committees != nil { add("members_per_committee") { NumberText.field($0.membersPerCommittee) } }
    for (place, table) in tables.enumerated() {
      add(table) { .integer($0.activities[place].rows) }
      add("\(table)_people") { NumberText.field($0.activities[place].people) }
      if total.activities[place].women != nil {
        add("\(table)_women") { NumberText.field($0.activities[place].women) }
        add("\(table)_men") { NumberText.field($0.activities[place].men) }
      }
    }
    if total.population != nil {
      add("population") { NumberText.field($0.population) }
      add("population_per_space") { NumberText.field($0.peoplePerSpace) }
    }
    return columns
  }
}
