package import PlazaLayers

/// What the stages of one worker have found out, beside what its sink keeps; parts merge in any order to the same result.
package struct RecordPart: Sendable {
  package var account = Account()
  /// Kinds by the numbers that the worker's sink has them under.
  package var kinds: [String] = []
  /// First and last day of the records that count; nil while there is none.
  package var days: ClosedRange<Int>?
  /// Records without a date, or with one less precise than the period.
  package var undated = 0
  package var keys: KeyCounts
  /// What is near a border, by level, where that was asked.
  package var borders: [BorderTally] = []
  package var sexEvidence: SexEvidence = []
  /// Records that were not tagged, by kind.
  package var withheld: [String: Int] = [:]
  /// The least date that can only be read in another order than the one that was guessed.
  var contradiction: String?

  init(levels: Int) { keys = KeyCounts(levels: levels) }
}

/// The sum of all parts.
package struct RecordTotals: Sendable {
  package internal(set) var account = Account()
  /// In the order of first merge: whoever shows them sorts them.
  package internal(set) var kinds: [String] = []
  package private(set) var days: ClosedRange<Int>?
  package private(set) var undated = 0
  package private(set) var keys: KeyCounts
  package private(set) var borders: [BorderTally] = []
  package private(set) var sexEvidence: SexEvidence = []
  package private(set) var withheld: [String: Int] = [:]
  private var contradiction: String?
  private var numbers: [String: Int] = [:]

  package static let kindLimit = 10_000

  static func tooManyKinds(_ file: String) -> Failure { Failure(.notUnderstood, "join.too_many_kinds", ["file": file]) }

  package init(levels: Int) { keys = KeyCounts(levels: levels) }

  /// - Returns: the number of each kind of the part among those of all; of a part without kinds that of kind 0.
  package mutating func merge(_ part: RecordPart, file: String) throws -> [Int] {
    account += part.account
    undated += part.undated
    keys += part.keys
    sexEvidence.formUnion(part.sexEvidence)
    withheld.merge(part.withheld, uniquingKeysWith: +)
    if borders.isEmpty {
      borders = part.borders
    } else {
      for index in borders.indices { borders[index].merge(part.borders[index]) }
    }
    account.nearBorder += part.borders.first?.near ?? 0
    if let days = part.days {
      self.days = (self.days.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) }) ?? days
    }
    if let value = part.contradiction {
      contradiction = contradiction.map { CanonicalText.precedes($0, value) ? $0 : value } ?? value
    }
    let renamed = part.kinds.map { kind in
      if let known = numbers[kind] { return known }
      numbers[kind] = kinds.count
      kinds.append(kind)
      return kinds.count - 1
    }
    if kinds.count > Self.kindLimit { throw Self.tooManyKinds(file) }
    return renamed.isEmpty ? [0] : renamed
  }

  /// Judges what only the whole file can say.
  /// - Throws: `Failure` `date.contradiction`, `internal.account`, `points.out_of_range` when more than one position in a hundred is.
  package func check(_ plan: RecordPlan) throws {
    if let contradiction {
      throw Failure(
        .notUnderstood, "date.contradiction",
        ["file": plan.file, "value": contradiction, "order": plan.dateOrder.rawValue])
    }
    try account.requireBalance()
    guard account[.outOfRange] * 100 > account.read else { return }
    throw Failure(
      .notUnderstood, "points.out_of_range",
      ["file": plan.file, "count": String(account[.outOfRange]), "read": String(account.read)])
  }
}
