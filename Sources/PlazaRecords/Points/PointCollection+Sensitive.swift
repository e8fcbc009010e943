package import PlazaGeometry
internal import PlazaLayers

extension PointCollection {
  /// Brings the points into another CRS.
  /// - Throws: `Failure` as the choice of an operation does; `crs.no_image` when a position has no place there.
  package mutating func move(to target: CRS, around box: Envelope, boxCRS: CRS, jobs: Int) throws {
    try Reprojection.transform(x: &x, y: &y, from: crs, to: target, around: box, boxCRS: boxCRS, jobs: jobs)
    crs = target
  }

  /// The points without those of kinds that must not be shown at single places; the account has them as withheld.
  package func withholding(_ rule: SensitiveKinds) -> PointCollection {
    let isWithheld = kindNames.map { !rule.mayBecomePoints($0) }
    guard isWithheld.contains(true) else { return self }
    var counts: [String: Int] = [:]
    var kept: [Int] = []
    kept.reserveCapacity(count)
    for point in 0..<count {
      let kind = Int(kinds[point])
      if isWithheld[kind] {
        counts[kindNames[kind], default: 0] += self.counts.map { Int($0[point]) } ?? 1
      } else {
        kept.append(point)
      }
    }
    guard kept.count < count else { return self }
    var result = selecting(kept)
    result.account.withhold(count - kept.count, .sensitiveKind, cases: caseCount - result.caseCount)
    result.notes += WithheldKinds(counts, rule).warnings
    return result
  }
}
