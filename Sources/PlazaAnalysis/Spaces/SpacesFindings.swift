public import PlazaLayers

extension SpacesResult {
  /// What the spaces come to in words, the most important first.
  public var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    func say(_ id: String, _ values: [String: String]) { findings.append(Diagnostic(.note, id, values)) }
    func text(_ value: Double) -> String { NumberText.text(value) ?? "" }
    let count = register.count
    if let states = register.states, let first = commonest(states) {
      // A space whose state nobody wrote is in none.
      let known = states.count { $0 != nil }
      say(
        known == count ? "spaces.states" : "spaces.states_known",
        [
          "count": String(count), "known": String(known), "state": first.name, "own": String(first.count),
          "share": text(Double(first.count) / Double(max(1, known))),
        ])
    } else {
      say("spaces.count", ["count": String(count)])
    }
    if let last = together.last {
      let metres = String(last.distance)
      if let people = last.people, let everybody = residents?.everybody.total, everybody > 0 {
        say("spaces.people", ["metres": metres, "people": text(people.total.rounded()), "share": text(people.total / everybody)])
      }
      if let incidents = last.incidents {
        // Of cases, where rows stand for several.
        let (near, far) = account.cases.map { ($0.joined, $0.outside) } ?? (account.joined, account.outside)
        if near > 0, incidents == Double(near) {
          say(
            "spaces.incidents",
            ["metres": metres, "count": text(incidents), "share": text(Double(near) / Double(near + far))])
        } else {
          say("spaces.incident_weight", ["metres": metres, "amount": text(incidents)])
        }
      }
      if overlapping > 0 {
        say("spaces.overlap", ["metres": metres, "overlapping": String(overlapping), "count": String(count)])
      }
    }
    let apart = neighbours.nearest.compactMap { $0?.metres }.sorted()
    if !apart.isEmpty {
      let farthest = neighbours.nearest.indices.max {
        (neighbours.nearest[$0]?.metres ?? -1) < (neighbours.nearest[$1]?.metres ?? -1)
      }!
      let tied = neighbours.nearest.count { $0?.metres == apart.last }
      say(
        tied > 1 ? "spaces.nearest_tied" : "spaces.nearest",
        [
          "tied": String(tied),
          "median": text(((apart[(apart.count - 1) / 2] + apart[apart.count / 2]) / 2).rounded()),
          "space": label(farthest), "metres": text(apart.last!.rounded()),
        ])
    }
    for hazard in hazards.found {
      let inside = hazard.ofSpace.count { !$0.isEmpty }
      guard let highest = hazard.classes.last else { continue }
      say(
        "spaces.hazard",
        [
          "hazard": hazard.name, "inside": String(inside), "count": String(count), "class": highest,
          "highest": String(hazard.ofSpace.count { $0.last == hazard.classes.count - 1 }),
        ])
    }
    if let regions, let most = regions.regions.max(by: { ($0.spaces, $1.code) < ($1.spaces, $0.code) }), most.spaces > 0 {
      let tied = regions.regions.count { $0.spaces == most.spaces }
      say(
        tied > 1 ? "spaces.region_tied" : "spaces.region",
        [
          "region": most.name.isEmpty ? most.code : most.name, "own": String(most.spaces), "count": String(regions.regions.count),
          "tied": String(tied),
        ])
    }
    if let members = regions?.total.members, let committees = regions?.total.committees, committees > 0 {
      say(
        "spaces.committees",
        [
          "members": text(members), "committees": String(committees),
          "each": text((members / Double(committees) * 100).rounded() / 100),
        ])
    }
    return findings
  }

  private func commonest(_ states: [String?]) -> (name: String, count: Int)? {
    let counts = register.stateNames.filter { !$0.isEmpty }.map { name in (name: name, count: states.count { $0 == name }) }
    return counts.enumerated().max { ($0.element.count, -$0.offset) < ($1.element.count, -$1.offset) }?.element
  }

  private func label(_ space: Int) -> String {
    register.names?[space].map { "\($0) (\(register.codes[space]))" } ?? register.codes[space]
  }

  public static var checkHeader: [String] { ["check", "file", "row", "code", "values"] }

  /// One row for each thing that does not add up.
  public var checkTable: RowBlock {
    var rows = RowBlock(columns: Self.checkHeader.count)
    for check in checks {
      rows.append(check.kind.rawValue)
      rows.append(check.file)
      rows.append(Int64(check.row))
      rows.append(check.code)
      rows.append(check.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
    }
    return rows
  }
}
