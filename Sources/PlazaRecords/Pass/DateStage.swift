internal import PlazaLayers

/// Reads the date of each record: its days, its period, and whether it is within the span that was asked for.
struct DateStage: RecordStage {
  let slot: Int
  private let parts: DateParts?
  let from: Int?
  let to: Int?
  let period: Period?
  let order: DateOrder
  /// Whether the caller stated the order: then a date in another one is a reject, not a wrong guess.
  let isOrderStated: Bool
  private let mendsSerials: Bool
  private var mendings = Mendings()
  /// The least of the values that only another order can read.
  private var contradiction: String?
  /// The offsets from universal time that were met, at most a few.
  private var offsets: Set<Int> = []
  /// The last of them, which most likely is the next.
  private var lastOffset = Int.min

  init(_ plan: RecordPlan, slot: Int) {
    self.slot = slot
    parts = plan.dateParts
    (from, to, period) = (plan.from, plan.to, plan.period)
    (order, isOrderStated) = (plan.dateOrder, plan.isDateOrderStated)
    mendsSerials = plan.mends(.serials)
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, periods, firstDays, lastDays) = (
      columns.verdicts, columns.periods, columns.firstDays, columns.lastDays
    )
    let column = batch.fields[slot]
    let (from, to, wanted, order) = (from, to, period, order)
    let bad = RecordColumns.Verdict.rejected(.badDate)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      periods[record] = Int32(Tally.unknownPeriod)
      firstDays[record] = RecordColumns.noDay
      let (start, count) = column.span(record)
      var result = parts?.read(batch, record, text) ?? DateText.parse(text + start, count: count, order: order)
      if result == .unreadable, mendsSerials, parts == nil, let moment = DateText.serial(text + start, count: count) {
        result = .moment(moment)
        mendings.note(.serials, line: batch.lines[record])
      }
      switch result {
      case .moment(let moment):
        if count > 16, let offset = DateText.offset(text + start, count: count), offset != lastOffset { note(offset) }
        if let from, moment.second < from {
          verdicts[record] = RecordColumns.Verdict.filtered
        } else if let to, moment.second >= to {
          verdicts[record] = RecordColumns.Verdict.filtered
        } else {
          firstDays[record] = Int32(truncatingIfNeeded: moment.day)
          lastDays[record] = Int32(
            truncatingIfNeeded: moment.precision >= .day ? moment.day : moment.end / 86_400 - 1)
          if let wanted, let number = wanted.number(of: moment), Tally.periodRange.contains(number) {
            periods[record] = Int32(truncatingIfNeeded: number)
          }
        }
      case .blank: if from != nil || to != nil { verdicts[record] = RecordColumns.Verdict.filtered }
      case let result:
        if result == .otherOrder, !isOrderStated { contradict(column.text(record, text)) }
        verdicts[record] = bad
        columns.faults[record] = Int32(slot)
      }
    }
  }

  /// A guess that was wrong is said at the end of the file: which worker meets which value first is chance.
  private mutating func contradict(_ value: String) {
    if contradiction.map({ CanonicalText.precedes(value, $0) }) ?? true { contradiction = value }
  }

  private mutating func note(_ offset: Int) {
    lastOffset = offset
    RecordPart.keep(offset, in: &offsets)
  }

  func finish(_ part: inout RecordPart) {
    part.contradiction = contradiction
    part.offsets = offsets
    part.account.mendings += mendings
  }
}
