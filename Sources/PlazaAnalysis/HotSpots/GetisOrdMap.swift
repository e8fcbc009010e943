internal import PlazaLayers
internal import PlazaStatistics

/// `hotspots gi`: which units have high or low values all around, beyond chance.
enum GetisOrdMap {
  static let method = "gi"

  /// The fields z, p, p_fdr, bin and class, with what they say.
  struct Outcome {
    var columns: [Column]
    var facts: UnitMap.Facts
    var findings: [Diagnostic]
    var warnings: [Diagnostic]
    var bins: [Int?]
  }

  /// - Throws: `Failure` `statistics.failed`.
  static func run(_ test: NeighbourTest) throws -> Outcome {
    let permutations = try test.options.permutations.map { _ in try test.permutations(tests: test.units.count) }
    let found = try StatisticsFailure.translated { () throws(StatisticsError) in
      try getisOrd(test.values, neighbors: test.weights, permutations: permutations, workers: test.jobs)
    }
    // The p that goes with z is normal, which small counts are not.
    let chance = try test.chance(includingSelf: true, testsDealt: permutations == nil)
    let p = chance.p(dealt: permutations == nil ? nil : found.permutation.map { $0?.p }) { unit in found.z[unit].map { $0 > 0 } }
    let corrected = test.options.correction.adjusted(p)
    var bins = found.bins(adjusted: corrected)
    let withdrawn = Set(EnoughRecords.withdraw(&bins, test))
    let isFew = test.isFew
    if isFew { for unit in bins.indices where (bins[unit] ?? 1) <= 0 { bins[unit] = nil } }
    let classes = bins.indices.map { unit in
      found.undefined[unit] == nil && (withdrawn.contains(unit) || bins[unit] == nil)
        ? HotSpotClass.tooFew : HotSpotClass.text(bin: bins[unit], undefined: found.undefined[unit])
    }
    let zones = try test.described(bins.indices.filter { (bins[$0] ?? 0) >= 2 })
    let general = try StatisticsFailure.translated { () throws(StatisticsError) in
      try mapGeneralG(test.values, neighbors: test.weights, withIslands: true, workers: test.jobs)
    }
    return Outcome(
      columns: [
        Column(name: "z", values: found.z.map { NumberText.field($0) }),
        Column(name: "p", values: p.map { NumberText.field($0) }),
        Column(name: "p_fdr", values: corrected.map { NumberText.field($0) }),
        Column(name: "bin", values: bins.map { $0.map(FieldValue.integer) ?? .null }),
        Column(name: "class", values: classes.map(FieldValue.text)), test.column(zones),
      ],
      facts: test.facts(
        undefined: found.undefined, classes: classes, permutations: permutations,
        whole: [UnitMap.WholeStatistic("general_g", general)], zones: zones),
      findings: findings(test, bins, zones),
      warnings: test.warnings(undefined: found.undefined, permutations: permutations)
        + (test.isFew || test.options.measure == .rate ? [] : [test.dominant].compactMap(\.self)),
      bins: bins)
  }

  private static func findings(_ test: NeighbourTest, _ bins: [Int?], _ zones: [Zone]) -> [Diagnostic] {
    let cold = bins.count { ($0 ?? 0) <= -2 }
    let isGrid = test.units.grid != nil
    var findings: [Diagnostic] = []
    if zones.isEmpty {
      // Where nothing could be tested a warning says why.
      let tested = bins.count { $0 != nil }
      if test.isFew {
        findings.append(test.tooFew)
      } else if tested > 0 {
        findings.append(test.none(tested: tested))
      }
    } else {
      findings = test.summary(zones, tested: test.usedUnits.count) + test.findings(zones)
    }
    if cold > 0 {
      findings.append(Diagnostic(.note, isGrid ? "hotspots.cold_cells" : "hotspots.cold_areas", ["units": String(cold)]))
    }
    return findings
  }
}

extension UnitMap.WholeStatistic {
  /// Pairs of neighbours that are both above the median, both not, and one of each.
  static func joins(_ found: PlazaStatistics.JoinCounts) -> [Self] {
    [("joins_above", found.bothMarked), ("joins_below", found.bothUnmarked), ("joins_mixed", found.mixed)].map { name, join in
      let test = join?.randomization
      return Self(
        name: name, value: join?.count, expected: test?.expected, z: test?.z, p: test?.p, pPermuted: join?.permutation?.p,
        undefined: found.undefined.map { HotSpotClass.text(undefined: $0) })
    }
  }

  init(_ name: String, _ found: GlobalAutocorrelation) {
    let test = found.randomization ?? found.normality
    self.init(
      name: name, value: found.statistic, expected: test?.expected, z: test?.z, p: test?.p, pPermuted: found.permutation?.p,
      undefined: found.undefined.map { HotSpotClass.text(undefined: $0) })
  }
}
