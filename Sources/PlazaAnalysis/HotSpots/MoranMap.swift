internal import PlazaLayers
internal import PlazaStatistics

/// `hotspots moran`: which units are like or unlike their neighbours beyond chance, and whether the map as a whole is.
enum MoranMap {
  static let method = "moran"
  /// What is said of the whole map is tested by so many permutations.
  private static let wholePermutations = 999

  /// - Throws: `Failure` `statistics.failed`.
  static func run(_ test: NeighbourTest) throws -> GetisOrdMap.Outcome {
    let permutations = try test.permutations(tests: test.units.count)
    let found = try StatisticsFailure.translated { () throws(StatisticsError) in
      try localMoran(test.values, neighbors: test.weights, permutations: permutations, workers: test.jobs)
    }
    let p = found.permutation.map { $0?.p }
    let corrected = test.options.correction.adjusted(p)
    let classes = p.indices.map {
      HotSpotClass.text(
        quadrant: found.quadrants[$0], isSignificant: (corrected[$0] ?? 1) <= 0.05, undefined: found.undefined[$0])
    }
    let whole = try StatisticsFailure.translated { () throws(StatisticsError) -> [UnitMap.WholeStatistic] in
      let few = try Permutations(count: wholePermutations, seed: test.options.seed)
      return [
        .init("moran_i", try globalMoran(test.values, neighbors: test.weights, permutations: few, workers: test.jobs)),
        .init("geary_c", try globalGeary(test.values, neighbors: test.weights, permutations: few, workers: test.jobs)),
      ]
        + UnitMap.WholeStatistic.joins(
          try joinCounts(aboveMedian(test.values), neighbors: test.weights, permutations: few, workers: test.jobs))
    }
    let columns = [
      Column(name: "local_i", values: found.statistics.map { NumberText.field($0) }),
      Column(name: "lag", values: found.lags.map { NumberText.field($0) }),
      Column(name: "quadrant", values: found.quadrants.map { $0.map { .text($0.rawValue) } ?? .null }),
      Column(name: "z", values: found.moments.map { NumberText.field($0?.z) }),
      Column(name: "p", values: p.map { NumberText.field($0) }),
      Column(name: "p_fdr", values: corrected.map { NumberText.field($0) }),
      Column(name: "class", values: classes.map(FieldValue.text)),
    ]
    return GetisOrdMap.Outcome(
      columns: columns,
      facts: test.facts(undefined: found.undefined, classes: classes, permutations: permutations, whole: whole),
      findings: findings(test, found, corrected, whole[0]),
      warnings: test.warnings(undefined: found.undefined, permutations: permutations), bins: [])
  }

  /// Yes and no for the join counts: which values are above their median. Where most units have no record these are the units that have one.
  static func aboveMedian(_ values: [Double?]) -> [Bool?] {
    let sorted = values.compactMap { $0 }.sorted()
    guard !sorted.isEmpty else { return values.map { _ in nil } }
    let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    return values.map { $0.map { $0 > median } }
  }

  private static func findings(
    _ test: NeighbourTest, _ found: LocalMoran, _ corrected: [Double?], _ whole: UnitMap.WholeStatistic
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let value = whole.value, let p = whole.pPermuted, let expected = whole.expected {
      let id = p > 0.05 ? "hotspots.moran_none" : value > expected ? "hotspots.moran_alike" : "hotspots.moran_unlike"
      findings.append(
        Diagnostic(
          .note, id,
          [
            "value": NumberText.text((value * 1000).rounded() / 1000) ?? "",
            "p": NumberText.text((p * 1e4).rounded() / 1e4) ?? "",
          ]))
    }
    func significant(_ quadrant: MoranQuadrant) -> [Int] {
      found.quadrants.indices.filter { found.quadrants[$0] == quadrant && (corrected[$0] ?? 1) <= 0.05 }
    }
    let high = significant(.highHigh)
    let tested = String(found.undefined.count { $0 == nil })
    let isGrid = test.units.grid != nil
    if high.isEmpty {
      findings.append(Diagnostic(.note, isGrid ? "hotspots.none_cells" : "hotspots.none_areas", ["tested": tested]))
    } else {
      let shares = test.shares(high)
      findings.append(
        Diagnostic(
          .note, isGrid ? "hotspots.zones_cells" : "hotspots.zones_areas",
          [
            "zones": String(test.zones(high).count), "units": String(high.count), "tested": tested,
            "records": shares.records.flatMap(NumberText.text) ?? "0", "surface": shares.surface.flatMap(NumberText.text) ?? "0",
          ]))
    }
    let outliers = significant(.highLow)
    if let first = outliers.max(by: { (test.values[$0]!, -$0) < (test.values[$1]!, -$1) }) {
      findings.append(
        Diagnostic(
          .note, "hotspots.high_among_low",
          ["units": String(outliers.count), "unit": test.label(first), "count": String(test.units.records[first])]))
    }
    let low = significant(.lowLow)
    if !low.isEmpty {
      findings.append(Diagnostic(.note, isGrid ? "hotspots.cold_cells" : "hotspots.cold_areas", ["units": String(low.count)]))
    }
    return findings
  }
}
