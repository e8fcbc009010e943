internal import PlazaLayers
internal import PlazaRecords

/// Writes the rows of a tidy table in pieces; what is said of a row's area and period is put into words once.
struct JoinRowWriter {
  /// What a period is called, and its days.
  private struct PeriodText {
    var label = ""
    var from = ""
    var to = ""
  }

  private let table: JoinTable
  private var rows: RowBlock
  private var periods: [Int: PeriodText] = [:]
  private var place = -1
  private var level = ""
  private var located = ""

  init(_ table: JoinTable) {
    self.table = table
    rows = RowBlock(columns: table.header.count)
  }

  /// - Parameter body: takes each piece that is full.
  mutating func append(_ entry: AreaCounts.Entry, _ body: (RowBlock) throws -> Void) throws {
    if entry.place != place { begin(entry.place) }
    let (counts, isWeighted) = (table.counts, table.isWeighted)
    let row = counts.places.places[entry.place]
    let isUndated = table.period != nil && entry.period == Tally.unknownPeriod
    let period = text(ofPeriod: entry.period, isUndated: isUndated)
    rows.append(row.code)
    rows.append(counts.kinds.isEmpty ? "" : counts.kinds[entry.kind].name)
    rows.append(period.label)
    rows.append(String(entry.count))
    rows.append(row.name)
    rows.append(row.parentCode)
    rows.append(level)
    rows.append(period.from)
    rows.append(period.to)
    rows.append(isWeighted ? "weight" : counts.kinds.isEmpty ? "incidents" : counts.kinds[entry.kind].unit)
    if let rates = table.rates {
      // A record without a date has no share of any time.
      let rate =
        isUndated
        ? .undefined
        : try rates.rate(
          place: entry.place, count: entry.count, amount: JoinLayer.amount(entry.count, entry.weight, isWeighted),
          period: entry.period)
      rows.append(NumberText.field(try rates.population(entry.place, period: isUndated ? nil : entry.period)))
      for value in [rate.value, rate.low, rate.high] { rows.append(NumberText.field(value)) }
    } else {
      for _ in 0..<4 { rows.append("") }
    }
    rows.append(located)
    if isWeighted { rows.append(NumberText.field(DecimalAmount.double(entry.weight))) }
    guard rows.rowCount >= JoinTable.pieceRows else { return }
    try body(rows)
    rows = RowBlock(columns: table.header.count)
  }

  func finish(_ body: (RowBlock) throws -> Void) throws { if rows.rowCount > 0 { try body(rows) } }

  private mutating func begin(_ place: Int) {
    self.place = place
    let level = table.territory.levels[table.counts.places.places[place].level]
    self.level = table.territory.isNested || level.isNamed ? level.name : ""
    located = NumberText.field(table.locatedShare[place]).text ?? ""
  }

  private mutating func text(ofPeriod period: Int, isUndated: Bool) -> PeriodText {
    if let known = periods[period] { return known }
    var text = PeriodText()
    if !isUndated {
      if let unit = table.period { text.label = unit.label(period) }
      if let days = table.span.days(ofPeriod: period) {
        text.from = CivilDate.text(ofDay: days.lowerBound)
        text.to = CivilDate.text(ofDay: days.upperBound - 1)
      }
    }
    periods[period] = text
    return text
  }
}
