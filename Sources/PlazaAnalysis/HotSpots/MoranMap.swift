internal import PlazaLayers
internal import PlazaStatistics

/// `hotspots moran`: which units are like or unlike their neighbours beyond chance, and whether the map as a whole is.
enum MoranMap {
  static let method = "moran"
  /// What is said of the whole map is tested by so many permutations, unless the caller says how many.
  private static let wholePermutations = 999

  /// - Throws: `Failure` `statistics.failed`.
  static func run(_ test: NeighbourTest) throws -> GetisOrdMap.Outcome {
    let permutations = try test.permutations(tests: test.units.count)
    let found = try StatisticsFailure.translated { () throws(StatisticsError) in
      try localMoran(test.values, neighbors: test.weights, permutations: permutations, workers: test.jobs)
    }
    let p = found.permutation.map { $0?.p }
    let corrected = test.options.correction.adjusted(p)
    // Cells that a boundary cuts, and areas of unequal ground, are alike along the edges without any pattern: to be called, the neighbours have to
    // be beyond what their ground explains as well. p stays that of the dealt map alone.
    let chance = try test.chance(includingSelf: false, testsDealt: false)
    let both = test.options.correction.adjusted(
      chance.p(dealt: p) { unit in found.quadrants[unit].map { $0 == .highHigh || $0 == .lowHigh } })
    func isCalled(_ unit: Int) -> Bool { (corrected[unit] ?? 1) <= 0.05 && (both[unit] ?? 1) <= 0.05 }
    let isFew = test.isFew
    var high = p.indices.map { found.quadrants[$0] == .highHigh && isCalled($0) && !isFew ? 2 : 0 as Int? }
    let withdrawn = Set(EnoughRecords.withdraw(&high, test))
    let classes = p.indices.map { unit in
      found.undefined[unit] == nil && (isFew || withdrawn.contains(unit))
        ? HotSpotClass.tooFew
        : HotSpotClass.text(
          quadrant: found.quadrants[unit], isSignificant: isCalled(unit), undefined: found.undefined[unit])
    }
    let zones = try test.described(high.indices.filter { high[$0] == 2 })
    let whole = try StatisticsFailure.translated { () throws(StatisticsError) -> [UnitMap.WholeStatistic] in
      let few = try Permutations(count: test.options.permutations ?? wholePermutations, seed: test.options.seed)
      return [
        .init(
          "moran_i", try mapMoran(test.values, neighbors: test.weights, permutations: few, withIslands: true, workers: test.jobs)),
        .init(
          "geary_c", try mapGeary(test.values, neighbors: test.weights, permutations: few, withIslands: true, workers: test.jobs)),
      ]
        + UnitMap.WholeStatistic.joins(
          try mapJoinCounts(
            aboveMedian(test.values), neighbors: test.weights, permutations: few, withIslands: true, workers: test.jobs))
    }
    let ofGround = try StatisticsFailure.translated { () throws(StatisticsError) -> Double? in
      guard test.options.measure == .count, (whole[0].pPermuted ?? 1) <= 0.05 else { return nil }
      let few = try Permutations(count: test.options.permutations ?? wholePermutations, seed: test.options.seed)
      return try mapMoran(
        test.deviations, neighbors: test.weights, permutations: few, withIslands: true, workers: test.jobs
      ).permutation?.p
    }
    let columns = [
      Column(name: "local_i", values: found.statistics.map { NumberText.field($0) }),
      Column(name: "lag", values: found.lags.map { NumberText.field($0) }),
      Column(name: "quadrant", values: found.quadrants.map { $0.map { .text($0.rawValue) } ?? .null }),
      Column(name: "z", values: found.moments.map { NumberText.field($0?.z) }),
      Column(name: "p", values: p.map { NumberText.field($0) }),
      Column(name: "p_fdr", values: corrected.map { NumberText.field($0) }),
      Column(name: "class", values: classes.map(FieldValue.text)), test.column(zones),
    ]
    return GetisOrdMap.Outcome(
      columns: columns,
      facts: test.facts(undefined: found.undefined, classes: classes, permutations: permutations, whole: whole, zones: zones),
      findings: isFew ? [test.tooFew] : findings(test, found, classes, whole[0], ofGround, zones),
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
    _ test: NeighbourTest, _ found: LocalMoran, _ classes: [String], _ whole: UnitMap.WholeStatistic, _ ofGround: Double?,
    _ zones: [Zone]
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let value = whole.value, let p = whole.pPermuted, let expected = whole.expected {
      let id =
        p > 0.05
        ? "hotspots.moran_none"
        : (ofGround ?? 0) > 0.05
          ? "hotspots.moran_ground" : value > expected ? "hotspots.moran_alike" : "hotspots.moran_unlike"
      findings.append(
        Diagnostic(
          .note, id,
          [
            "value": NumberText.text((value * 1000).rounded() / 1000) ?? "",
            "p": NumberText.text((p * 1e4).rounded() / 1e4) ?? "",
          ]))
    }
    func significant(_ quadrant: MoranQuadrant) -> [Int] {
      let name = HotSpotClass.text(quadrant: quadrant, isSignificant: true, undefined: nil)
      return classes.indices.filter { classes[$0] == name }
    }
    let isGrid = test.units.grid != nil
    let tested = found.undefined.count { $0 == nil }
    if zones.isEmpty {
      if tested > 0 { findings.append(test.none(tested: tested)) }
    } else {
      findings += test.summary(zones, tested: tested) + test.findings(zones)
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
