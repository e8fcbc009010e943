package import PlazaLayers

/// What a class table said of the kinds of a join.
public struct KindClasses: Hashable, Sendable {
  /// A kind that the table does not have, with the good records of it.
  public struct Unmapped: Hashable, Sendable {
    public var kind: String
    public var count: Int64
  }

  public let file: String
  public let country: String
  /// The level that was counted by; nil when kinds were.
  public let level: Int?
  /// In the order of their bytes: they are counted under their own names.
  public let unmapped: [Unmapped]
  /// Good records of kinds with a class.
  public let classified: Int64
  /// Good records of all kinds.
  public let total: Int64
  /// Good records that count in several classes, and how often they count there.
  public let several: Int64
  public let severalSum: Int64
  /// Whether any row that was used is a proposal and no institution's word.
  public let isProposal: Bool
  /// Whether records counted in full in classes that the table divides them between.
  public let hasShares: Bool

  /// - Parameter totals: good records by kind.
  package init(_ mapping: ClassMapping, kinds: [String], totals: [Int64]) {
    file = mapping.file
    country = mapping.country
    level = mapping.level
    var unmapped: [Unmapped] = []
    var (classified, several, severalSum): (Int64, Int64, Int64) = (0, 0, 0)
    var (isProposal, hasShares) = (false, false)
    for (kind, count) in zip(kinds, totals) {
      let classes = mapping.classes(ofKind: kind)
      if classes.isEmpty { unmapped.append(.init(kind: kind, count: count)) }
      if classes.contains(where: { $0.code != nil }) { classified += count }
      if classes.contains(where: { $0.status == "proposal" }) { isProposal = true }
      let groups = mapping.groups(ofKind: kind).count
      guard groups > 1 else { continue }
      several += count
      severalSum += count * Int64(groups)
      if classes.contains(where: { $0.share != nil }) { hasShares = true }
    }
    self.unmapped = unmapped.sorted { CanonicalText.precedes($0.kind, $1.kind) }
    total = totals.reduce(0, +)
    self.classified = classified
    self.several = several
    self.severalSum = severalSum
    self.isProposal = isProposal
    self.hasShares = hasShares
  }

  /// What a person should know before using the classes.
  package var warnings: [Diagnostic] {
    var warnings: [Diagnostic] = []
    let about = ["file": file, "country": country]
    if isProposal { warnings.append(Diagnostic(.warning, "classes.proposal", about)) }
    if !unmapped.isEmpty {
      let commonest = unmapped.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }.prefix(20)
      warnings.append(
        Diagnostic(
          .warning, "classes.unmapped",
          about.merging([
            "count": String(unmapped.reduce(0) { $0 + $1.count }), "distinct": String(unmapped.count),
            "examples": commonest.map { "'\($0.kind)' \($0.count)" }.joined(separator: "; "),
          ]) { own, _ in own }))
    }
    if several > 0 {
      warnings.append(
        Diagnostic(
          .warning, hasShares ? "classes.several_shares" : "classes.several",
          ["count": String(several), "sum": String(severalSum)]))
    }
    return warnings
  }
}
