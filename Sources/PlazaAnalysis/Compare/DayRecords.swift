internal import PlazaLayers
internal import PlazaRecords

/// The records of a reading by day: of all, of each kind, and of each cell.
struct DayRecords: Sendable {
  /// The days that the file covers.
  let days: ClosedRange<Int>
  /// Whether the dates say days, so that silence of days says something.
  let sayDays: Bool
  private let byKind: [String: [(day: Int, count: Int64)]]
  private let cells: DayGrid

  /// - Parameter kinds: names by the number under which the sink has them; empty when records have none.
  init(_ sink: DaySink, kinds: [String], dates: FoundDates, days: ClosedRange<Int>) {
    self.days = days
    sayDays = dates.unit == .day && sink.kinds.total > 0
    cells = sink.cells
    var byKind: [String: [(day: Int, count: Int64)]] = [:]
    for (key, count, _) in sink.kinds.entries() {
      let (_, kind, day) = Tally.parts(key)
      byKind[kinds.isEmpty ? "" : kinds[kind], default: []].append((day, count))
    }
    self.byKind = byKind
  }

  /// The days that a stretch is judged by.
  func past(_ stretch: Range<Int>) -> Range<Int> {
    let lower = max(days.lowerBound, stretch.lowerBound)
    return max(days.lowerBound, lower - StretchJudgement.past)..<lower
  }

  private func series(_ entries: some Sequence<(day: Int, count: Int64)>) -> DaySeries {
    var series = DaySeries(days)
    for (day, count) in entries { series.add(day, count) }
    return series
  }

  /// Of all kinds.
  var whole: DaySeries { series(byKind.values.joined()) }

  /// Of each group of kinds.
  func series(of groups: KindGroups, kinds: [String]) -> [DaySeries] {
    guard !kinds.isEmpty else { return [whole] }
    var result = [DaySeries](repeating: DaySeries(days), count: groups.names.count)
    for (number, kind) in kinds.enumerated() {
      for group in groups.ofKind[number] {
        for (day, count) in byKind[kind] ?? [] { result[group].add(day, count) }
      }
    }
    return result
  }

  /// Of each place, one after the other: those of which any record says its day.
  func eachPlace(_ places: JoinPlaces, _ body: (Int, DaySeries) -> Void) {
    cells.eachGroup(places.chains, count: places.count) { place, counts in
      var series = DaySeries(days)
      for (day, count) in counts { series.add(day, count) }
      body(place, series)
    }
  }
}

/// Counts of the days of a file, one after the other; days beyond it have none.
struct DaySeries: Sendable {
  let days: ClosedRange<Int>
  private var counts: [Int64]
  private(set) var total: Int64 = 0

  init(_ days: ClosedRange<Int>) {
    self.days = days
    counts = [Int64](repeating: 0, count: days.count)
  }

  mutating func add(_ day: Int, _ count: Int64) {
    guard days.contains(day) else { return }
    counts[day - days.lowerBound] += count
    total += count
  }

  mutating func add(_ other: DaySeries) {
    for day in days { add(day, other.count(day)) }
  }

  /// How much of another series this one is in a span; nil where the other has nothing.
  func share(of other: DaySeries, in span: Range<Int>) -> Double? {
    let (own, all) = span.reduce((Int64(0), Int64(0))) { ($0.0 + count($1), $0.1 + other.count($1)) }
    return all > 0 ? Double(own) / Double(all) : nil
  }

  func count(_ day: Int) -> Int64 { days.contains(day) ? counts[day - days.lowerBound] : 0 }
}
