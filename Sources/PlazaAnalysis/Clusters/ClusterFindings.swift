internal import PlazaLayers

/// What is said of clusters.
enum ClusterFindings {
  static func findings(_ clusters: [ClusterMap.Cluster], _ facts: ClusterMap.Facts) -> [Diagnostic] {
    guard let first = clusters.first else {
      return [
        Diagnostic(
          .note, "clusters.none",
          ["radius": text(facts.scale.radius), "minimum": text(facts.scale.minimum), "used": String(facts.used)])
      ]
    }
    let isTested = first.p != nil
    var findings = [
      Diagnostic(
        .note, isTested ? "clusters.found_tested" : "clusters.found",
        [
          "clusters": String(clusters.count), "records": text(facts.share ?? 0), "surface": text(facts.surfaceShare),
          "beyond": String(clusters.count { $0.isBeyondChance }),
        ])
    ]
    if let concentration = first.concentration {
      findings.append(
        Diagnostic(
          .note, "clusters.heaviest",
          [
            "place": first.name
              ?? "\(text((first.latitude * 1e4).rounded() / 1e4)), \(text((first.longitude * 1e4).rounded() / 1e4))",
            "count": String(first.count), "places": String(first.places), "inside": String(first.inside),
            "times": text((concentration * 10).rounded() / 10),
          ]))
    }
    findings.append(Diagnostic(.note, "clusters.noise", ["noise": String(facts.noise), "used": String(facts.used)]))
    let each = clusters.reduce(0) { $0 + $1.surface }
    if facts.surface < each * (1 - 1e-6) {
      findings.append(
        Diagnostic(.note, "clusters.overlap", ["shared": text(((each - facts.surface) * 1000).rounded() / 1000)]))
    }
    return findings
  }

  static func notes(_ facts: ClusterMap.Facts) -> [Diagnostic] {
    guard facts.simulations > 0 else { return [facts.scale.note] }
    var values = ["simulations": String(facts.simulations)]
    if let people = facts.population { values["people"] = text(people) }
    return [
      facts.scale.note,
      Diagnostic(.note, facts.population == nil ? "clusters.chance_even" : "clusters.chance_population", values),
    ]
  }

  static func warnings(_ facts: ClusterMap.Facts) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    // The smallest p is 1 / (simulations + 1).
    if facts.simulations > 0, 1 / Double(facts.simulations + 1) > Clusters.level {
      warnings.append(Diagnostic(.warning, "clusters.few_simulations", ["simulations": String(facts.simulations)]))
    }
    if facts.populationUnread > 0 {
      warnings.append(Diagnostic(.warning, "clusters.population_unread", ["count": String(facts.populationUnread)]))
    }
    return warnings
  }

  private static func text(_ value: Double) -> String { NumberText.text(value) ?? "" }
}
