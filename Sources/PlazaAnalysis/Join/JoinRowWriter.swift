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
  /// The rows of the coarsest level that are areas, and their people in each period that occurs.
  private let top: [Int]
  private var people: [Int: Double?] = [:]

  init(_ table: JoinTable) {
    self.table = table
    isWeighted = table.isWeighted
    rates = table.rates
    kinds =
      table.counts.kinds.isEmpty
      ? [([], Array((isWeighted ? "weight" : "incidents").utf8))]
      : table.counts.kinds.map { (Array($0.name.utf8), Array((table.isWeighted ? "weight" : $0.unit).utf8)) }
    top = table.counts.places.topAreas
    rows = RowBlock(columns: table.header.count)
  }

  /// A row of the whole territory: an empty code at the level `territory`.
  /// - Parameter body: takes each piece that is full.
  mutating func append(territory entry: TerritoryTotals.Entry, _ body: (RowBlock) throws -> Void) throws {
    let isUndated = table.period != nil && entry.period == Tally.unknownPeriod
    var (rate, population) = (JoinRates.Rate.undefined, Double?.none)
    if let rates {
      if people[entry.period] == nil {
        people[entry.period] = .some(try rates.population(ofAll: top, period: isUndated ? nil : entry.period))
      }
      population = people[entry.period] ?? nil
      // A record without a date has no share of any time.
      if !isUndated, entry.sum.isOfTerritory {
        rate = try rates.rate(
          population: population, count: entry.sum.count,
          amount: JoinLayer.amount(entry.sum.count, entry.sum.weight, isWeighted), period: entry.period)
      }
    }
    place = PlaceText(
      level: Array(JoinTable.territoryLevel.utf8), located: Array((NumberText.field(entry.sum.locatedShare).text ?? "").utf8))
    try append(
      kind: entry.kind, period: entry.period, isUndated: isUndated, count: entry.sum.count, weight: entry.sum.weight,
      population: population, rate: rate, body)
  }

  /// - Parameter body: takes each piece that is full.
  mutating func append(_ entry: AreaCounts.Entry, _ body: (RowBlock) throws -> Void) throws {
    if entry.place != place.number { begin(entry.place) }
    let isUndated = table.period != nil && entry.period == Tally.unknownPeriod
    var (rate, population) = (JoinRates.Rate.undefined, Double?.none)
    if let rates {
      population = try rates.population(entry.place, period: isUndated ? nil : entry.period)
      // A record without a date has no share of any time.
      if !isUndated {
        rate = try rates.rate(
          place: entry.place, count: entry.count, amount: JoinLayer.amount(entry.count, entry.weight, isWeighted),
          period: entry.period)
      }
    }
    try append(
      kind: entry.kind, period: entry.period, isUndated: isUndated, count: entry.count, weight: entry.weight,
      population: population, rate: rate, body)
  }

  private mutating func append(
    kind: Int, period number: Int, isUndated: Bool, count: Int64, weight: Int128, population: Double?, rate: JoinRates.Rate,
    _ body: (RowBlock) throws -> Void
  ) throws {
    if periods[number] == nil { periods[number] = text(ofPeriod: number, isUndated: isUndated) }
    let period = periods[number]!
    rows.append(place.code)
    rows.append(kinds[kind].name)
    rows.append(period.label)
    rows.append(count)
    rows.append(place.name)
    rows.append(place.parent)
    rows.append(place.level)
    rows.append(period.from)
    rows.append(period.to)
    rows.append(kinds[kind].unit)
    if rates != nil {
      rows.append(NumberText.field(population))
      for value in [rate.value, rate.low, rate.high] { rows.append(NumberText.field(value)) }
    } else {
      for _ in 0..<4 { rows.append([UInt8]()) }
    }
    rows.append(place.located, isNumber: true)
    if isWeighted { rows.append(NumberText.field(DecimalAmount.double(weight))) }
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
