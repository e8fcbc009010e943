internal import PlazaLayers
internal import PlazaRecords

/// Writes the rows of a tidy table in pieces; what is said of a row's area, kind and period is put into bytes once.
struct JoinRowWriter {
  /// What a period is called, and its days.
  private struct PeriodText {
    var label: [UInt8] = []
    var from: [UInt8] = []
    var to: [UInt8] = []
  }

  /// What is said of the area whose rows are being written.
  private struct PlaceText {
    var number = -1
    var code: [UInt8] = []
    var name: [UInt8] = []
    var parent: [UInt8] = []
    var level: [UInt8] = []
    var located: [UInt8] = []
  }

  private let table: JoinTable
  private let isWeighted: Bool
  private let kinds: [(name: [UInt8], unit: [UInt8])]
  private let rates: JoinRates?
  private var rows: RowBlock
  private var periods: [Int: PeriodText] = [:]
  private var place = PlaceText()

  init(_ table: JoinTable) {
    self.table = table
    isWeighted = table.isWeighted
    rates = table.rates
    kinds =
      table.counts.kinds.isEmpty
      ? [([], Array((isWeighted ? "weight" : "incidents").utf8))]
      : table.counts.kinds.map { (Array($0.name.utf8), Array((table.isWeighted ? "weight" : $0.unit).utf8)) }
    rows = RowBlock(columns: table.header.count)
  }

  /// - Parameter body: takes each piece that is full.
  mutating func append(_ entry: AreaCounts.Entry, _ body: (RowBlock) throws -> Void) throws {
    if entry.place != place.number { begin(entry.place) }
    let isUndated = table.period != nil && entry.period == Tally.unknownPeriod
    if periods[entry.period] == nil { periods[entry.period] = text(ofPeriod: entry.period, isUndated: isUndated) }
    let period = periods[entry.period]!
    rows.append(place.code)
    rows.append(kinds[entry.kind].name)
    rows.append(period.label)
    rows.append(entry.count)
    rows.append(place.name)
    rows.append(place.parent)
    rows.append(place.level)
    rows.append(period.from)
    rows.append(period.to)
    rows.append(kinds[entry.kind].unit)
    if let rates {
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
      for _ in 0..<4 { rows.append([UInt8]()) }
    }
    rows.append(place.located)
    if isWeighted { rows.append(NumberText.field(DecimalAmount.double(entry.weight))) }
    guard rows.rowCount >= JoinTable.pieceRows else { return }
    try body(rows)
    rows = RowBlock(columns: table.header.count)
  }

  func finish(_ body: (RowBlock) throws -> Void) throws { if rows.rowCount > 0 { try body(rows) } }

  private mutating func begin(_ number: Int) {
    let row = table.counts.places.places[number]
    let level = table.territory.levels[row.level]
    place = PlaceText(
      number: number, code: Array(row.code.utf8), name: Array(row.name.utf8), parent: Array(row.parentCode.utf8),
      level: Array((table.territory.isNested || level.isNamed ? level.name : "").utf8),
      located: Array((NumberText.field(table.locatedShare[number]).text ?? "").utf8))
  }

  private func text(ofPeriod period: Int, isUndated: Bool) -> PeriodText {
    var text = PeriodText()
    guard !isUndated else { return text }
    if let unit = table.period { text.label = Array(unit.label(period).utf8) }
    if let days = table.span.days(ofPeriod: period), !days.isEmpty {
      text.from = Array(CivilDate.text(ofDay: days.lowerBound).utf8)
      text.to = Array(CivilDate.text(ofDay: days.upperBound - 1).utf8)
    }
    return text
  }
}
