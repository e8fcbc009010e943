internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// What was counted by stratum of sex and age, and the rates that are standardised by it.
struct JoinStrata: Sendable {
  /// Records in areas whose stratum is known, and those whose sex or age is not.
  let known: Int64
  let unknown: Int64
  private let strataCount: Int
  private let ageCount: Int
  private let kindCount: Int
  /// Keys of row, kind and stratum, ascending, with their counts.
  private let keys: [UInt64]
  private let counts: [Int64]
  /// Of each row that is an area whose strata are known: the person-years; empty for others.
  private let personYears: [[Double]]
  /// Of each level: the standard, the counts of each kind, and the person-years.
  private let levels: [Level]
  private let levelOf: [Int]

  private struct Level: Sendable {
    var standard: [Double]
    /// `[kind × strata + stratum]`.
    var counts: [Int]
    var personYears: [Double]
  }

  /// - Parameter residents: of each row; nil for unknown parts and areas that the table does not have.
  /// - Parameter time: the years that the records cover, 1 for a cumulative rate; nil leaves every rate undefined.
  /// - Throws: `Failure` `sex.ambiguous`, and as `StandardTable.persons` does.
  init(
    _ run: RecordReading<TallySink>, _ plan: StratumPlan, _ joined: AreaCounts, _ territory: Territory, residents: [Residents?],
    span: YearSpan?, time: Double?, standard: StandardChoice, file: String
  ) throws {
    let m = try run.totals.sexEvidence.meaningOfM(file: file, field: plan.sexField)
    strataCount = plan.count
    ageCount = max(1, plan.ages.count)
    kindCount = max(1, joined.kinds.count)
    let groups = joined.groups.ofKind
    var rolled = Tally()
    var (known, unknown) = (Int64(0), Int64(0))
    for (key, count, _) in run.sink.strata.tally.entries() {
      let (cell, kind, mark) = Tally.parts(key)
      guard cell < territory.cellCount else { continue }
      guard let stratum = plan.stratum(ofMark: mark, m: m) else {
        unknown += count
        continue
      }
      known += count
      for row in joined.places.chains[cell] {
        for group in groups[kind] { rolled.add(Tally.key(area: Int(row), kind: group, period: stratum), count: count) }
      }
    }
    (self.known, self.unknown) = (known, unknown)
    let entries = rolled.entries()
    keys = entries.map(\.key)
    counts = entries.map(\.count)

    levelOf = joined.places.places.map(\.level)
    let personYears = residents.map { residents -> [Double] in
      guard let residents, let span, let time, time > 0 else { return [] }
      return residents.strata.map { $0.population(middleOf: span).value * time }
    }
    self.personYears = personYears
    let persons = try standard.persons(plan)
    let empty = Level(
      standard: persons ?? [], counts: Array(repeating: 0, count: kindCount * plan.count),
      personYears: Array(repeating: 0, count: plan.count))
    var levels = Array(repeating: empty, count: territory.levels.count)
    for (row, years) in personYears.enumerated() {
      for (stratum, value) in years.enumerated() { levels[levelOf[row]].personYears[stratum] += value }
    }
    for (key, count) in zip(keys, counts) {
      let (row, kind, stratum) = Tally.parts(key)
      guard !personYears[row].isEmpty else { continue }
      levels[levelOf[row]].counts[kind * plan.count + stratum] += Int(count)
    }
    if persons == nil { for level in levels.indices { levels[level].standard = levels[level].personYears } }
    self.levels = levels
  }

  /// The counts of a row by stratum.
  func counts(row: Int, kind: Int) -> [Int] {
    var result = [Int](repeating: 0, count: strataCount)
    let first = Tally.key(area: row, kind: kind, period: 0)
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < first { low = middle + 1 } else { high = middle }
    }
    while low < keys.count {
      let (area, own, stratum) = Tally.parts(keys[low])
      guard area == row, own == kind else { break }
      result[stratum] = Int(counts[low])
      low += 1
    }
    return result
  }

  /// The directly standardised rate of a row, and its ratio to the territory's rates of its strata.
  ///
  /// Both are of the records whose stratum is known. An age that nobody has is put to the next (`MergedStrata`); the rate is undefined where a sex
  /// that the standard has, or that records are of, has no people; the ratio where nothing is expected.
  func rates(row: Int, kind: Int) throws -> (direct: Rate?, ratio: StandardizedRatio?) {
    let years = personYears[row]
    guard !years.isEmpty, years.contains(where: { $0 > 0 }) else { return (nil, nil) }
    let counts = counts(row: row, kind: kind)
    let level = levels[levelOf[row]]
    var direct: Rate?
    do throws(StatisticsError) {
      let strata = try MergedStrata(counts: counts, personYears: years, standard: level.standard, ages: ageCount)
      direct = try directlyStandardizedRate(counts: strata.counts, personYears: strata.personYears, standard: strata.standard)
    } catch {
      switch error {
      case .emptyStratum, .noStandardPopulation: break
      default: throw error
      }
    }
    var ratio: StandardizedRatio?
    do throws(StatisticsError) {
      ratio = try standardizedRatio(
        observed: counts.reduce(0, +), personYears: years,
        referenceCounts: Array(level.counts[kind * strataCount..<(kind + 1) * strataCount]),
        referencePersonYears: level.personYears)
    } catch {
      guard error == .nothingExpected else { throw error }
    }
    return (direct, ratio)
  }

  /// What was counted without a stratum, and the areas whose rate could not be standardised.
  func notes(file: String, _ plan: StratumPlan) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if unknown > 0 {
      let fields = [plan.sexField, plan.ageField].filter { !$0.isEmpty }.joined(separator: ", ")
      notes.append(
        Diagnostic(
          .warning, "rates.unknown_strata",
          [
            "file": file, "fields": fields, "count": String(unknown),
            "share": NumberText.text(Double(unknown) / Double(known + unknown)) ?? "",
          ]))
    }
    let (merged, undefined) = lacking
    if merged > 0 { notes.append(Diagnostic(.warning, "rates.merged_strata", ["count": String(merged)])) }
    if undefined > 0 { notes.append(Diagnostic(.warning, "rates.undefined_std", ["count": String(undefined)])) }
    return notes
  }

  /// Areas with people, in which a stratum that the standard has was put to the next, and those that have no rate all the same.
  private var lacking: (merged: Int, undefined: Int) {
    var found = (merged: 0, undefined: 0)
    for row in personYears.indices {
      let years = personYears[row]
      guard years.contains(where: { $0 > 0 }) else { continue }
      do throws(StatisticsError) {
        let none = [Int](repeating: 0, count: years.count)
        let strata = try MergedStrata(
          counts: none, personYears: years, standard: levels[levelOf[row]].standard, ages: ageCount)
        if strata.merged > 0 { found.merged += 1 }
      } catch {
        found.undefined += 1
      }
    }
    return found
  }
}
