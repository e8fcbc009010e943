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
    let p = permutations == nil ? found.p : found.permutation.map { $0?.p }
    let corrected = test.options.correction.adjusted(p)
    let bins = found.bins(test.options.correction, permuted: permutations != nil)
    let classes = bins.indices.map { HotSpotClass.text(bin: bins[$0], undefined: found.undefined[$0]) }
    let general = try StatisticsFailure.translated { () throws(StatisticsError) in
      try generalG(test.values, neighbors: test.weights, workers: test.jobs)
    }
    return Outcome(
      columns: [
        Column(name: "z", values: found.z.map { NumberText.field($0) }),
        Column(name: "p", values: p.map { NumberText.field($0) }),
        Column(name: "p_fdr", values: corrected.map { NumberText.field($0) }),
        Column(name: "bin", values: bins.map { $0.map(FieldValue.integer) ?? .null }),
        Column(name: "class", values: classes.map(FieldValue.text)),
      ],
      facts: test.facts(
        undefined: found.undefined, classes: classes, permutations: permutations,
        whole: [UnitMap.WholeStatistic("general_g", general)]),
      findings: findings(test, bins, found.z), warnings: test.warnings(undefined: found.undefined, permutations: permutations),
      bins: bins)
  }

  private static func findings(_ test: NeighbourTest, _ bins: [Int?], _ z: [Double?]) -> [Diagnostic] {
    let hot = bins.indices.filter { (bins[$0] ?? 0) >= 2 }
    let cold = bins.indices.filter { (bins[$0] ?? 0) <= -2 }
    let tested = String(bins.count { $0 != nil })
    let isGrid = test.units.grid != nil
    guard !hot.isEmpty else {
      return [Diagnostic(.note, isGrid ? "hotspots.none_cells" : "hotspots.none_areas", ["tested": tested])]
    }
    let zones = test.zones(hot)
    let shares = test.shares(hot)
    var findings = [
      Diagnostic(
        .note, isGrid ? "hotspots.zones_cells" : "hotspots.zones_areas",
        [
          "zones": String(zones.count), "units": String(hot.count), "tested": tested,
          "records": shares.records.flatMap(NumberText.text) ?? "0", "surface": shares.surface.flatMap(NumberText.text) ?? "0",
        ])
    ]
    if let first = hot.max(by: { (z[$0]!, -$0) < (z[$1]!, -$1) }) {
      findings.append(
        Diagnostic(
          .note, "hotspots.hottest",
          [
            "unit": test.label(first), "count": String(test.units.records[first]),
            "z": NumberText.text((z[first]! * 10).rounded() / 10) ?? "",
          ]))
    }
    if !cold.isEmpty {
      findings.append(Diagnostic(.note, isGrid ? "hotspots.cold_cells" : "hotspots.cold_areas", ["units": String(cold.count)]))
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
