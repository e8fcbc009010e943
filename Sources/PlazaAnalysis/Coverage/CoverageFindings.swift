internal import PlazaLayers
internal import PlazaRecords

/// What a coverage says in words, the most important first.
enum CoverageFindings {
  static func all(
    _ totals: [CoverageResult.Total], _ ground: CoverageGround, _ bands: [CoverageBand], _ access: SpaceAccess,
    _ streets: StreetAccount?
  ) -> [Diagnostic] {
    var findings = totals.map { total in
      if total.mode == .walk, let streets, !trusts(streets) { return inPieces(total, streets) }
      return reach(total, band: total.mode == .walk ? streets?.band : nil)
    }
    if totals.contains(where: { $0.mode == .straight }) { findings.append(Diagnostic(.note, "coverage.upper_bound")) }
    if let band = bands.first, let least = least(ground, band) { findings.append(least) }
    for total in totals {
      if let records = total.records, let all = total.ofRecords, all > 0 {
        findings.append(
          Diagnostic(
            .note, "coverage.incidents",
            [
              "metres": text(total.distance), "count": String(records), "share": text(Double(records) / Double(all)),
              "mode": "coverage.mode.\(total.mode.rawValue)",
            ]))
      }
    }
    if let total = totals.first, let gini = total.gini {
      findings.append(
        Diagnostic(.note, "coverage.gini", ["metres": text(total.distance), "gini": text(gini)]))
    }
    return findings
  }

  /// SDG 11.7.1 with the line that must be read with it.
  static func indicator(_ result: OpenSpaceResult) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let ground = result.ground {
      findings.append(
        Diagnostic(
          .note, "sdg.ground",
          ["percent": text(ground / 100), "km2": text(result.extent), "open": text(result.open), "streets": text(result.streets)])
      )
    }
    if let people = result.people { findings.append(Diagnostic(.note, "sdg.people", ["percent": text(people / 100)])) }
    return findings + result.notes
  }

  /// A net of which the longest piece has less does not say how far people walk: its figures stand in the table and are no finding.
  private static let leastOfLargest = 0.9

  /// Whether there are streets, and one can walk between nearly all of them.
  static func trusts(_ streets: StreetAccount?) -> Bool { streets.map { $0.shareOfLargest >= leastOfLargest } ?? false }

  private static func inPieces(_ total: CoverageResult.Total, _ streets: StreetAccount) -> Diagnostic {
    Diagnostic(
      .note, "coverage.walk_in_pieces",
      ["metres": text(total.distance), "count": String(streets.pieces), "share": text(streets.shareOfLargest)])
  }

  /// - Parameter band: metres beside a street within which people live on it; nil in a straight line.
  private static func reach(_ total: CoverageResult.Total, band: Double?) -> Diagnostic {
    var values = ["metres": text(total.distance), "mode": "coverage.mode.\(total.mode.rawValue)"]
    if let share = total.share { values["share"] = text(share) }
    if let people = total.people, let all = total.ofPeople {
      (values["people"], values["all"]) = (text(people.rounded()), text(all.rounded()))
      if let band { values["band"] = text(band) }
      let ending = band == nil ? "" : "_walk"
      let (low, high) = ((total.peopleLow ?? people).rounded(), (total.peopleHigh ?? people).rounded())
      (values["low"], values["high"]) = (text(low), text(high))
      guard all > 0 else { return Diagnostic(.note, "coverage.nobody", values) }
      if low <= 0, high >= all.rounded(), people > 0, people < all {
        return Diagnostic(.note, "coverage.people_unknown", values)
      }
      // Bounds that round to the figure itself say nothing.
      let isSharp = high - low <= max(1, people / 1000)
      return Diagnostic(.note, (isSharp ? "coverage.people" : "coverage.people_between") + ending, values)
    }
    (values["km2"], values["all"]) = (text(total.squareKilometres), text(total.ofSquareKilometres))
    return Diagnostic(.note, "coverage.ground", values)
  }

  /// The area of which the least is covered; the lowest code of several.
  private static func least(_ ground: CoverageGround, _ band: CoverageBand) -> Diagnostic? {
    guard ground.count > 1 else { return nil }
    let knows = ground.people != nil
    var worst: (area: Int, share: Double, weight: Double)?
    var shares: [Double] = []
    for area in 0..<ground.count {
      guard let share = CoverageResult.share(ground, band, area) else { continue }
      shares.append(share)
      // Of several as badly off, the one with most people, or most ground, without.
      let weight = knows ? ground.people?.areas[area]?.total ?? 0 : ground.squareKilometres[area] ?? 0
      if worst == nil || (share, -weight) < (worst!.share, -worst!.weight) { worst = (area, share, weight) }
    }
    guard let worst else { return nil }
    let name = ground.areas.names[worst.area]
    let area = name.isEmpty ? ground.areas.codes[worst.area] : name
    let tied = shares.count { $0 == worst.share }
    return Diagnostic(
      .note, (knows ? "coverage.least_people" : "coverage.least_ground") + (tied > 1 ? "_tied" : ""),
      [
        "area": area, "share": text(worst.share), "metres": text(band.distance),
        "mode": "coverage.mode.\(band.mode.rawValue)", "tied": String(tied), "total": String(shares.count),
      ])
  }

  private static func text(_ value: Double) -> String { NumberText.text(value) ?? "" }
}
