package import PlazaLayers

/// Which kinds of incident may be shown at single places ("Internal until published" in the design).
///
/// Sexual and domestic crimes and those against children never become points, clusters, hulls or cells under 10: a place can tell who
/// the victim is. With a class table its word counts, and a kind that it does not have is not known to be harmless. Without one the
/// words of the name count. A kind that the caller keeps by name is shown, unless the table marks it as sensitive.
public struct SensitiveKinds: Hashable, Sendable {
  /// What is known of a kind.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case harmless
    /// The class table marks it.
    case sensitive
    /// There is no class table, and the name says so.
    case likely
    /// There is a class table, and it does not have the kind.
    case unknown
    /// A code, or nothing at all: it does not say what happened.
    case unsaid
    /// Not the kind, but something else that is known of the victim: the name is that of its field.
    case flagged
    /// It would be withheld, and the caller keeps it.
    case kept
  }

  let mapping: ClassMapping?
  private let kept: Set<String>

  /// - Parameter kept: kinds that are shown though they look sensitive or are not in the table.
  /// - Throws: `Failure` `kinds.keep_sensitive` for a kept kind that the table marks.
  public init(classes mapping: ClassMapping? = nil, keeping kept: [String] = []) throws {
    self.mapping = mapping
    self.kept = Set(kept.map(KindName.folded))
    guard let mapping else { return }
    for kind in self.kept.sorted(by: CanonicalText.precedes)
    where mapping.table.isSensitive(kind: kind, country: mapping.country) == true {
      throw Failure(.usage, "kinds.keep_sensitive", ["kind": kind, "file": mapping.file])
    }
  }

  /// - Parameter kind: as records write it; blanks at its ends do not matter.
  public func verdict(_ kind: String) -> Verdict { verdict(kind, usesTable: true) }

  /// - Parameter usesTable: whether the class table has names of the kind's field.
  func verdict(_ kind: String, usesTable: Bool) -> Verdict {
    let kind = CanonicalText.of(kind.utf8)
    let words = FoldedWords(kind)
    let found: Verdict
    if let mapping, usesTable {
      switch mapping.table.isSensitive(kind: kind, country: mapping.country) {
      case true?: return .sensitive
      case false?: found = .harmless
      case nil: found = .unknown
      }
    } else if SensitiveWords.areIn(words) {
      found = .likely
    } else {
      found = CrimeWords.saysNothing(words) ? .unsaid : .harmless
    }
    return found != .harmless && kept.contains(KindName.folded(kind)) ? .kept : found
  }

  /// Whether a kind is sexual, domestic, against children or the like, by the table or by its words.
  package func isSensitive(_ kind: String) -> Bool { [.sensitive, .likely].contains(verdict(kind)) }

  /// Whether a value of a field says of a victim what makes a record sensitive.
  package func isFlagged(_ value: String, inField field: String) -> Bool {
    VictimFlag(named: field)?.isRaised(by: value) ?? false
  }

  /// Whether records of a kind may become points, clusters, hulls or cells under 10.
  public func mayBecomePoints(_ kind: String) -> Bool { [.harmless, .kept].contains(verdict(kind)) }

  /// Whether the words of a name, in Spanish, Portuguese or English, are those of a sexual or domestic crime, of one against children, or
  /// of another that shames the victim.
  ///
  /// It prefers false alarms: `Violación de domicilio` is no rape, but `violación` alone is.
  public static func isLikely(_ name: String) -> Bool { SensitiveWords.areIn(name) }
}

/// Why a record was withheld: its kind, or the field that betrays the victim.
package struct WithheldReason: Hashable, Sendable {
  package var name: String
  package var verdict: SensitiveKinds.Verdict
}

/// What the records that were not shown at their places come to.
public struct WithheldKinds: Hashable, Sendable {
  public struct Kind: Hashable, Sendable {
    /// Of the kind; of the field where the verdict is `flagged`.
    public var name: String
    public var count: Int
    public var verdict: SensitiveKinds.Verdict
  }

  /// In the order of the bytes of their names.
  public let kinds: [Kind]
  public var count: Int { kinds.reduce(0) { $0 + $1.count } }

  package init(_ counts: [WithheldReason: Int]) {
    // Spellings of one kind are one, under the commonest.
    let groups = Dictionary(grouping: counts.keys) { WithheldReason(name: KindName.folded($0.name), verdict: $0.verdict) }
    kinds = groups.values.map { spellings in
      let name = spellings.min {
        counts[$0]! == counts[$1]! ? CanonicalText.precedes($0.name, $1.name) : counts[$0]! > counts[$1]!
      }!
      return Kind(name: name.name, count: spellings.reduce(0) { $0 + counts[$1]! }, verdict: name.verdict)
    }
    .sorted { $0.name != $1.name ? CanonicalText.precedes($0.name, $1.name) : $0.verdict.rawValue < $1.verdict.rawValue }
  }

  /// One for each reason why.
  package var warnings: [Diagnostic] {
    SensitiveKinds.Verdict.allCases.compactMap { verdict in
      let own = kinds.filter { $0.verdict == verdict }
      guard !own.isEmpty else { return nil }
      return Diagnostic(
        .warning, "kinds.withheld_\(verdict.rawValue)",
        [
          "count": String(own.reduce(0) { $0 + $1.count }), "distinct": String(own.count),
          "kinds": own.prefix(20).map { $0.name.isEmpty ? "—" : $0.name }.joined(separator: "; "),
        ])
    }
  }
}
