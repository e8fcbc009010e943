internal import PlazaLayers

/// Tells the records that must not be shown at their places; where the pass excludes them they count nowhere.
///
/// What a value means is looked up once for each spelling of it.
struct SensitiveStage: RecordStage {
  private let plan: SensitivePlan
  private var lookups: [Lookup]
  private let hasKinds: Bool

  /// The values of one field that were met, and what they mean.
  private struct Lookup {
    var spellings = Interner()
    /// By number: 0 nothing, 1 that the kind is not said, 2 a reason.
    var meanings: [UInt8] = []
    var reasons: [WithheldReason?] = []
    var counts: [Int] = []
    /// What was counted before the spellings were forgotten.
    var earlier: [WithheldReason: Int] = [:]

    /// A column of free text must not fill the memory.
    static let limit = 1 << 16

    mutating func flush() {
      for (number, reason) in reasons.enumerated() where counts[number] > 0 { earlier[reason!, default: 0] += counts[number] }
      (spellings, meanings, reasons, counts) = (Interner(), [], [], [])
    }
  }

  init(_ plan: SensitivePlan) {
    self.plan = plan
    lookups = plan.fields.map { _ in Lookup() }
    hasKinds = plan.fields.contains { if case .kind = $0.rule { true } else { false } }
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let withheld = RecordColumns.Verdict.withheld
    for place in lookups.indices where lookups[place].spellings.count > Lookup.limit { lookups[place].flush() }
    for record in 0..<batch.count where columns.verdicts[record] == RecordColumns.Verdict.good {
      // Without a place there is none that could be shown: the record is booked for what it lacks.
      let isSensitive = isSensitive(record, batch, text, counts: !plan.excludes || columns.places[record] >= 0)
      columns.sensitive[record] = isSensitive ? 1 : 0
      if isSensitive, plan.excludes { columns.verdicts[record] = withheld }
    }
  }

  /// - Parameter counts: whether it is counted as withheld.
  private mutating func isSensitive(
    _ record: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>, counts: Bool
  ) -> Bool {
    // A kind that nobody says is a reason only where no other field says one.
    var unsaid: (place: Int, number: Int)?
    var isSaid = !hasKinds
    for place in lookups.indices {
      let (start, count) = batch.fields[plan.fields[place].slot].span(record)
      let number = lookups[place].spellings.number(of: text + start, count: count)
      if number == lookups[place].meanings.count { learn(number, place) }
      switch lookups[place].meanings[number] {
      case 2:
        if counts { lookups[place].counts[number] += 1 }
        return true
      case 1: unsaid = unsaid ?? (place, number)
      default: if case .kind = plan.fields[place].rule { isSaid = true }
      }
    }
    guard !isSaid, let unsaid else { return false }
    if counts { lookups[unsaid.place].counts[unsaid.number] += 1 }
    return true
  }

  private mutating func learn(_ number: Int, _ place: Int) {
    let value = CanonicalText.of(lookups[place].spellings.value(number))
    let reason = plan.reason(value, plan.fields[place])
    lookups[place].meanings.append(reason == nil ? 0 : reason?.verdict == .unsaid ? 1 : 2)
    lookups[place].reasons.append(reason)
    lookups[place].counts.append(0)
  }

  func finish(_ part: inout RecordPart) {
    for var lookup in lookups {
      lookup.flush()
      part.withheld.merge(lookup.earlier, uniquingKeysWith: +)
    }
  }
}
