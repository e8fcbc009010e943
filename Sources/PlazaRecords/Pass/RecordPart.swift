internal import PlazaGeometry
package import PlazaLayers

/// What the stages of one worker have found out, beside what its sink keeps; parts merge in any order to the same result.
package struct RecordPart: Sendable {
  package var account = Account()
  /// Kinds by the numbers that the worker's sink has them under.
  package var kinds: [String] = []
  /// By kind: how many records bear each of its spellings.
  var spellings: [[String: Int]] = []
  /// What the filters found in their fields, in the order of the plan.
  var filters: [FilterEvidence] = []
  /// How the cells of the columns of amounts are written, in the order of the plan.
  var amounts: [Int: NumberColumn.Evidence] = [:]
  /// By slot: cells of wide tables that nobody knows.
  var unknownCells: [Int: UnknownCells] = [:]
  /// Rows of totals, and the sums of what they are the totals of.
  var totalRows = TotalRows()
  /// The days of the records that count; nil where records have none.
  package var dayCounts: DayCounts?
  /// The offsets from universal time that dates are written with, in minutes; at most a few are kept.
  package var offsets: Set<Int> = []

  /// Keeps the eight least of them, whichever come first.
  static func keep(_ offset: Int, in offsets: inout Set<Int>) {
    offsets.insert(offset)
    if offsets.count > 8, let most = offsets.max() { offsets.remove(most) }
  }
  /// Records without a date, or with one less precise than the period.
  package var undated = 0
  package var keys: KeyCounts
  /// What is near a border, by level, where that was asked.
  package var borders: [BorderTally] = []
  package var sexEvidence: SexEvidence = []
  /// Records that must not be shown at their places, by the reason.
  package var withheld: [WithheldReason: Int] = [:]
  /// The rows of good records, to tell those that repeat others.
  var rows: RowFingerprints?
  /// The least date that can only be read in another order than the one that was guessed.
  var contradiction: String?
  /// The first position that is none of the earth's.
  var outOfRange: Place?

  /// A cell and the line that it stands in; in GeoJSON the number of the feature.
  struct Place: Sendable {
    var line: Int
    var cell: String
  }

  init(levels: Int) { keys = KeyCounts(levels: levels) }
}

/// The sum of all parts.
package struct RecordTotals: Sendable {
  package internal(set) var account = Account()
  /// In the order of first merge: whoever shows them sorts them.
  package internal(set) var kinds: [String] = []
  /// What the dates say of the time that is covered, once all parts are in; empty where records have none.
  package private(set) var dates = FoundDates()
  /// First and last day of that time; nil when there is none.
  package var days: ClosedRange<Int>? { dates.days }
  private var dayCounts: DayCounts?
  private var offsets: Set<Int> = []
  package private(set) var undated = 0
  package private(set) var keys: KeyCounts
  package private(set) var borders: [BorderTally] = []
  package private(set) var sexEvidence: SexEvidence = []
  package private(set) var withheld: [WithheldReason: Int] = [:]
  /// What was mended, what did not agree, and what was asked for in vain: complete when the pass is.
  package private(set) var notes: [Diagnostic] = []
  private var spellings: [[String: Int]] = []
  private var filters: [FilterEvidence] = []
  private var amounts: [Int: NumberColumn.Evidence] = [:]
  private var totalRows = TotalRows()
  private var unknownCells: [Int: UnknownCells] = [:]
  private var contradiction: String?
  private var outOfRange: RecordPart.Place?
  private var rows: RowFingerprints?
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
    if let own = part.rows {
      if rows == nil { rows = own } else { rows?.merge(own) }
    }
    if borders.isEmpty {
      borders = part.borders
    } else {
      for index in borders.indices { borders[index].merge(part.borders[index]) }
    }
    account.nearBorder += part.borders.first?.near ?? 0
    if let days = part.dayCounts { if dayCounts == nil { dayCounts = days } else { dayCounts!.merge(days) } }
    for offset in part.offsets { RecordPart.keep(offset, in: &offsets) }
    if let value = part.contradiction {
      contradiction = contradiction.map { CanonicalText.precedes($0, value) ? $0 : value } ?? value
    }
    filters = filters.isEmpty ? part.filters : zip(filters, part.filters).map { $0.merged(with: $1) }
    amounts.merge(part.amounts) { one, other in
      var sum = one
      sum += other
      return sum
    }
    totalRows += part.totalRows
    for (slot, cells) in part.unknownCells { unknownCells[slot, default: .init()] += cells }
    if let place = part.outOfRange, place.line < outOfRange?.line ?? .max { outOfRange = place }
    let renamed = part.kinds.map { kind in
      if let known = numbers[kind] { return known }
      numbers[kind] = kinds.count
      kinds.append(kind)
      spellings.append([:])
      return kinds.count - 1
    }
    for (kind, counts) in zip(renamed, part.spellings) { spellings[kind].merge(counts, uniquingKeysWith: +) }
    if kinds.count > Self.kindLimit { throw Self.tooManyKinds(file) }
    return renamed.isEmpty ? [0] : renamed
  }

  /// Gives each kind its commonest spelling, of several the first by its bytes, and collects what there is to say; once, at the end.
  mutating func settle(_ plan: RecordPlan) {
    let names = spellings.map { counts in
      counts.min { $0.value == $1.value ? CanonicalText.precedes($0.key, $1.key) : $0.value > $1.value }?.key ?? ""
    }
    var changed: [(name: String, others: [String], count: Int)] = []
    for (name, counts) in zip(names, spellings) where counts.count > 1 && !(plan.mends(.totalRows) && TotalWords.isTotal(name)) {
      let others = counts.keys.filter { $0 != name }.sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
      changed.append((name, others, others.reduce(0) { $0 + counts[$1]! }))
    }
    let count = changed.reduce(0) { $0 + $1.count }
    if count > 0 {
      account.mendings.note(.kinds, count: count)
      let examples = changed.sorted { $0.count == $1.count ? CanonicalText.precedes($0.name, $1.name) : $0.count > $1.count }
      notes.append(
        Diagnostic(
          .note, "mended.kinds",
          [
            "file": plan.file, "count": String(count), "distinct": String(changed.count),
            "examples": examples.prefix(5).map { "\($0.name) (\($0.others.prefix(4).joined(separator: ", ")))" }
              .joined(separator: "; "),
          ]))
    }
    notes += totalRows.notes(plan, kinds: kinds, names: names)
    kinds = names
    for (mending, id) in [
      (Mending.blankRows, "mended.blank_rows"), (.marks, "mended.marks"), (.degrees, "mended.degrees"),
      (.swapped, "mended.swapped"), (.serials, "mended.serials"),
      (.encoding, "mended.encoding"),
      (.blanks, "mended.blanks"), (.repeatedKeys, "mended.repeated_keys"),
    ] where account.mendings[mending] > 0 {
      let line = account.mendings.line(mending).map(String.init) ?? ""
      notes.append(
        Diagnostic(
          [.encoding, .blanks, .repeatedKeys].contains(mending) ? .warning : .note, id,
          ["file": plan.file, "count": String(account.mendings[mending]), "line": line]))
    }
    for (slot, cells) in unknownCells.sorted(by: {
      $0.value.first.line < $1.value.first.line || $0.value.first.line == $1.value.first.line && $0.key < $1.key
    }).prefix(3) {
      notes.append(
        Diagnostic(
          .warning, "wide.unknown_cells",
          [
            "file": plan.file, "field": plan.fieldName(slot), "count": String(cells.count), "line": String(cells.first.line),
            "value": cells.first.text, "total": String(unknownCells.values.reduce(0) { $0 + $1.count }),
            "fields": String(unknownCells.count),
          ]))
    }
    for (filter, evidence) in zip(plan.filters, filters) { notes += evidence.notes(filter, file: plan.file) }
    notes += plan.amountNotes(account.mendings)
  }

  /// Says how many rows repeat others, once all parts are in.
  mutating func settleRepeats() {
    account.repeats = rows?.repeats
    rows = nil
  }

  /// Reads what only all the dates together can say.
  package mutating func judgeDates(isMonths: Bool) {
    if let dayCounts { dates = FoundDates(dayCounts, isMonths: isMonths) }
    dayCounts = nil
  }

  /// What a person should know of the dates of a file before its figures are taken at their word.
  package func dateNotes(file: String) -> [Diagnostic] {
    var notes = dates.notes(file: file)
    if offsets.count > 1 {
      let named = offsets.sorted().map { minutes in
        let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
        return "\(minutes < 0 ? "−" : "+")\(CivilDate.padded(hours, 2)):\(CivilDate.padded(rest, 2))"
      }
      notes.append(Diagnostic(.warning, "dates.offsets", ["file": file, "offsets": named.joined(separator: ", ")]))
    }
    return notes
  }

  private func refuseNothingRead(_ plan: RecordPlan) throws {
    guard account.read > 0, account.rejected == account.read else { return }
    let reasons = Account.Reason.allCases.filter { $0.isRejection && account[$0] > 0 }
    let first = reasons.max { account[$0] < account[$1] }!
    throw Failure(
      .notUnderstood, "records.none_read",
      [
        "file": plan.file, "count": String(account.read), "reason": "account.reason.\(first.rawValue)",
        "of": String(account[first]),
      ])
  }

  /// Judges what only the whole file can say.
  /// - Throws: `Failure` `date.contradiction`, `internal.account`, `points.out_of_range` when more than one position in a hundred is: then they
  ///   are in something else. Where it is said what they are in, only when more than half are. `records.none_read` when no record at all can be
  ///   read: empty results would be taken for an answer.
  package func check(_ plan: RecordPlan) throws {
    if let contradiction {
      throw Failure(
        .notUnderstood, "date.contradiction",
        ["file": plan.file, "value": contradiction, "order": plan.dateOrder.rawValue])
    }
    for (slot, evidence) in amounts.sorted(by: { $0.key < $1.key }) where plan.wholeSlots.contains(slot) {
      guard !plan.isDecimalMarkStated, plan.mends(.thousands) else { break }
      try evidence.refuseMixture(file: plan.file, field: plan.fieldName(slot), option: "--decimal")
    }
    try account.requireBalance()
    guard account[.outOfRange] * (plan.isCRSStated ? 2 : 100) > account.read else { return try refuseNothingRead(plan) }
    throw Failure(
      .notUnderstood, plan.isCRSStated ? "points.out_of_range_stated" : "points.out_of_range",
      [
        "file": plan.file, "count": String(account[.outOfRange]), "read": String(account.read),
        "line": String(outOfRange?.line ?? 0), "cell": outOfRange?.cell ?? "", "crs": plan.crs?.points.description ?? "",
      ])
  }
}
