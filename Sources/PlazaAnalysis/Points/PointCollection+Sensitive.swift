internal import PlazaLayers

extension PointCollection {
  /// The points without those of kinds that must not be shown at single places; they stay in the account, as left out.
  func withholding(_ rule: SensitiveKinds) -> PointCollection {
    let isWithheld = kindNames.map { !rule.mayBecomePoints($0) }
    guard isWithheld.contains(true) else { return self }
    var counts: [String: Int] = [:]
    var kept: [Int] = []
    kept.reserveCapacity(count)
    for point in 0..<count {
      let kind = Int(kinds[point])
      if isWithheld[kind] { counts[kindNames[kind], default: 0] += 1 } else { kept.append(point) }
    }
    guard kept.count < count else { return self }
    var result = selecting(kept)
    result.leftOut.sensitive += count - kept.count
    result.notes += WithheldKinds(counts, rule).warnings
    return result
  }
}
