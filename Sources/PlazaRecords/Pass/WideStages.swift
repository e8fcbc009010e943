internal import PlazaLayers

/// Reads the year of each row of a table whose columns are months, and leaves out the rows whose months are all outside a span.
struct WideDateStage: RecordStage {
  let wide: WideMonths
  let from: Int?
  let to: Int?

  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, years, months) = (columns.verdicts, columns.firstDays, columns.months)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      var rowYear: Int?
      if let slot = wide.yearSlot {
        rowYear = year(record, batch.fields[slot], text)
        guard rowYear != nil else {
          verdicts[record] = RecordColumns.Verdict.rejected(.badDate)
          columns.faults[record] = Int32(slot)
          continue
        }
      }
      years[record] = rowYear.map { Int32($0) } ?? RecordColumns.noDay
      var isWanted = false
      for (index, month) in wide.months.enumerated() {
        let moment = Moment(
          day: CivilDate.unchecked(year: month.year ?? rowYear ?? 1970, month: month.month, day: 1), secondOfDay: 0,
          precision: .month)
        let isInside = moment.second >= from ?? .min && moment.second < to ?? .max
        months[record * wide.months.count + index] = isInside ? 0 : -1
        isWanted = isWanted || isInside
      }
      if !isWanted { verdicts[record] = RecordColumns.Verdict.filtered }
    }
  }

  private func year(_ record: Int, _ column: TextColumn, _ text: UnsafePointer<UInt8>) -> Int? {
    let (start, count) = column.span(record)
    return RecordNumber.parse(text + start, count: count, mark: 0x2E).flatMap { WideMonths.year(String($0)) }
  }
}

/// Reads the months that count, and their sum, cell by cell: what one cell does not say takes nothing from the others.
struct WideCountStage: RecordStage {
  private let wide: WideMonths
  private let blankIs: RecordOptions.BlankMeaning?
  private var cells: WholeCells
  private var unknown: [Int: UnknownCells] = [:]
  private var zeros = Mendings()

  init(wide: WideMonths, column: NumberColumn, blankIs: RecordOptions.BlankMeaning?) {
    (self.wide, self.blankIs, cells) = (wide, blankIs, WholeCells(column))
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, months, counts) = (columns.verdicts, columns.months, columns.counts)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      var sum: Int64 = 0
      for (index, month) in wide.months.enumerated() {
        let place = record * wide.months.count + index
        guard months[place] >= 0 else { continue }
        let (start, count) = batch.fields[month.slot].span(record)
        if let value = cells.count(text + start, count: count, slot: month.slot, line: batch.lines[record]) {
          months[place] = value
          sum += value
          continue
        }
        switch meaning(text + start, count) {
        case .zero: zeros.note(.blanks, line: batch.lines[record])
        case .unknown:
          months[place] = -1
          let cell = String(decoding: UnsafeBufferPointer(start: text + start, count: min(count, 40)), as: UTF8.self)
          unknown[month.slot, default: .init()].note(cell, line: batch.lines[record])
        case nil: break
        }
      }
      counts[record] = sum
    }
  }

  /// What a cell without a number stands for; nil for a blank that is zero without being told so.
  private func meaning(_ start: UnsafePointer<UInt8>, _ count: Int) -> RecordOptions.BlankMeaning? {
    let isBlank = (0..<count).allSatisfy { start[$0] <= 0x20 }
    if isBlank { return blankIs == .unknown ? .unknown : nil }
    let text = CanonicalText.of(UnsafeBufferPointer(start: start, count: count))
    return ["-", "--", "–", "—", "."].contains(text) && blankIs == .zero ? .zero : .unknown
  }

  func finish(_ part: inout RecordPart) {
    cells.finish(&part)
    part.account.mendings += zeros
    part.unknownCells = unknown
  }
}

/// The cells of a column that say that nobody knows, or nothing that can be read.
struct UnknownCells: Sendable {
  private(set) var count = 0
  private(set) var first = (line: Int.max, text: "")

  mutating func note(_ text: String, line: Int) {
    count += 1
    if line < first.line { first = (line, text) }
  }

  static func += (left: inout UnknownCells, right: UnknownCells) {
    left.count += right.count
    if right.first.line < left.first.line { left.first = right.first }
  }
}
