public import PlazaLayers
public import PlazaRecords

/// What changed against an earlier time, and whether by more than chance.
public enum Compare {
  /// Reads every record once, as a join does, and compares the counts of each area and kind in windows of time.
  ///
  /// Windows that end with a month are sums of months; others cut time where they begin and end. Memory goes by areas × kinds × months (or
  /// cuts) that occur, on cells 36 bytes for each record more. The result is the same for any number of jobs and any order of the records.
  /// - Parameter levels: the layers as read, finest first; one, when a field of it says the level.
  /// - Throws: `Failure` as `Join.run` does; `compare.bad_date`, `compare.registered_cutoff`, `compare.cutoff_before_end`,
  ///   `compare.wide_whole_months`, `compare.no_dates`, `compare.until_beyond`, `compare.not_covered`.
  public static func run(
    _ points: any PointSource, levels: [AreaLayer], options: CompareOptions, rejects: (any RowSink)? = nil, jobs: Int,
    progress: any ProgressSink = SilentProgress()
  ) async throws -> CompareResult {
    let statedEnd = try statedEnd(options)
    let cutoff = try day(options.cutoff, "--cutoff").map { $0.end / 86_400 }
    guard (options.registered == nil) == (cutoff == nil) else { throw Failure(.usage, "compare.registered_cutoff") }
    if let cutoff, let statedEnd, cutoff < statedEnd {
      throw Failure(
        .usage, "compare.cutoff_before_end",
        ["cutoff": CivilDate.text(ofDay: cutoff - 1), "until": CivilDate.text(ofDay: statedEnd - 1)])
    }
    let delay = cutoff.flatMap { cutoff in statedEnd.map { cutoff - $0 } }
    var bins: TimeBins?
    if let statedEnd, delay != nil || CivilDate.date(ofDay: statedEnd).day != 1 {
      bins = Self.bins(
        windows(options, end: statedEnd), past: PeriodUses.past(before: statedEnd, from: .min), delay: delay,
        registered: options.registered)
      if options.join.wide != nil { throw Failure(.usage, "compare.wide_whole_months") }
    }
    var join = options.join
    join.period = .month
    try join.checkRates()
    let territory = try await Territory.build(levels, options: join.records.territory, jobs: jobs)
    let pass = try RecordPass(
      points, on: .territory(territory), join.records,
      .init(
        needsDate: true, bins: bins,
        excluding: options.isOnCells ? try SensitiveKinds(classes: join.classes, keeping: join.keptKinds) : nil),
      rows: RowSinks(rejects: rejects))
    let read = try await pass.run(
      into: PairSink(
        TallySink(pass), PairSink(options.isOnCells ? KeptPoints(pass) : nil, DaySink(pass, countsCells: !options.isOnCells))),
      jobs: jobs, progress: progress)
    let run = read.with(read.sink.first)
    guard let days = run.totals.days else { throw Failure(.notUnderstood, "compare.no_dates", ["file": points.name]) }
    let records = DayRecords(read.sink.second.second, kinds: run.totals.kinds, dates: run.totals.dates, days: days)
    let end = statedEnd ?? Completeness.lastCompleteEnd(records) ?? lastCountedMonthsEnd(run, days)
    let (kept, dropped) = try covered(windows(options, end: end), by: days, file: points.name)
    let piles = try read.sink.second.first.flatMap { try Self.coincident(read.with($0), file: points.name) }
    let withheld = options.isOnCells ? WithheldKinds(run.totals.withheld) : nil
    let result = try CompareResult(
      run, territory: territory, options: options,
      time: ComparedTime(
        windows: kept, dropped: dropped, bins: bins, delay: delay, past: PeriodUses.past(before: end, from: days.lowerBound)),
      records: records, withheld: withheld, piles: piles)
    try run.refuseFewMatches(join.records, warnings: result.warnings, progress: progress)
    return result
  }

  /// Coordinates that so many of the records share that a change in their cell may be one of how places are noted; nil if there are none.
  private static func coincident(
    _ run: RecordReading<KeptPoints>, file: String
  ) throws -> Diagnostic? {
    let points = PointCollection(run)
    let piles = CoincidentPoints.find(in: points, known: [])
    guard !piles.isEmpty else { return nil }
    return Diagnostic(.warning, "compare.piles", try CoincidentPoints.values(piles, of: points, file: file))
  }

  /// Bins that windows are whole sums of, and by when records became known where that was asked.
  private static func bins(
    _ windows: [ComparedWindow], past: [Range<Int>], delay: Int?, registered: String?
  ) -> TimeBins {
    let spans = windows.flatMap { [$0.now, $0.before] } + past
    let cutoffs = delay.map { delay in spans.map { $0.upperBound + delay } } ?? []
    return TimeBins(
      bounds: Set(spans.flatMap { [$0.lowerBound, $0.upperBound] }), cutoffs: Set(cutoffs), registered: registered)
  }

  /// Where no days are said: the day after the last month that the records reach the end of, and of which any are counted.
  private static func lastCountedMonthsEnd(_ run: RecordReading<TallySink>, _ days: ClosedRange<Int>) -> Int {
    let end = completeMonthsEnd(days.upperBound)
    guard run.plan.wide != nil else { return end }
    let months = run.sink.tally.entries().lazy.filter { $0.count > 0 }.map { Tally.parts($0.key).period }
    guard let last = months.filter({ $0 != Tally.unknownPeriod }).max() else { return end }
    return min(end, Period.month.days(last).upperBound)
  }

  static func windows(_ options: CompareOptions, end: Int) -> [ComparedWindow] {
    // As they were asked for: a map shows the first.
    var asked: [CompareOptions.Window] = []
    for period in options.periods where !asked.contains(period) { asked.append(period) }
    return asked.map { ComparedWindow($0, end: end, against: options.against) }
  }

  /// The first day of the month that a day is in, or the day after it where it ends its month: what lies before is whole months.
  static func completeMonthsEnd(_ last: Int) -> Int { last + 1 - (CivilDate.date(ofDay: last + 1).day - 1) }

  private static func statedEnd(_ options: CompareOptions) throws -> Int? {
    if let until = try day(options.until, "--until") { return until.end / 86_400 }
    return try day(options.cutoff, "--cutoff").map { completeMonthsEnd($0.end / 86_400 - 1) }
  }

  private static func day(_ text: String?, _ option: String) throws -> Moment? {
    guard let text else { return nil }
    guard let moment = DateText.moment(text), moment.precision <= .day else {
      throw Failure(.usage, "compare.bad_date", ["option": option, "value": text])
    }
    return moment
  }

  /// The windows of which the records reach back to the earlier one: a file that begins later would make everything go up.
  private static func covered(
    _ windows: [ComparedWindow], by days: ClosedRange<Int>, file: String
  ) throws -> (kept: [ComparedWindow], dropped: [ComparedWindow]) {
    let month = Period.month
    func number(_ day: Int) -> Int { month.number(of: Moment(day: day, secondOfDay: 0, precision: .day)) ?? 0 }
    if let end = windows.first?.now.upperBound, number(end - 1) > number(days.upperBound) {
      throw Failure(
        .notUnderstood, "compare.until_beyond",
        ["file": file, "until": CivilDate.text(ofDay: end - 1), "last": CivilDate.text(ofDay: days.upperBound)])
    }
    let kept = windows.filter { number($0.before.lowerBound) >= number(days.lowerBound) }
    guard !kept.isEmpty else {
      let needed = windows.map(\.before.lowerBound).max() ?? days.lowerBound
      throw Failure(
        .notUnderstood, "compare.not_covered",
        ["file": file, "first": CivilDate.text(ofDay: days.lowerBound), "needed": CivilDate.text(ofDay: needed)])
    }
    return (kept, windows.filter { !kept.contains($0) })
  }
}

/// The time of a comparison: its windows, and the months of the past that they are held against.
struct ComparedTime: Sendable {
  var windows: [ComparedWindow]
  /// What the records do not reach back to.
  var dropped: [ComparedWindow]
  /// How time was cut; nil for whole months.
  var bins: TimeBins?
  var delay: Int?
  var past: [Range<Int>]
}
