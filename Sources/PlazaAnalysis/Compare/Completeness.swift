internal import PlazaLayers
internal import PlazaStatistics

/// Whether the records of a window are all there, by the days of their own past.
public enum WindowState: Hashable, Sendable {
  case complete
  /// Too few records, or too short a past.
  case unjudged
  /// Days are missing: the first and the last day that hold, nil where none does.
  case incomplete(ClosedRange<Int>?)

  public var isIncomplete: Bool { if case .incomplete = self { true } else { false } }
}

/// What the days of one series say of a stretch of time.
struct StretchJudgement: Sendable {
  /// How likely the past makes so few records; nil where it cannot be said.
  var p: Double?
  /// The records that the past lets expect.
  var expected = 0.0
  /// The days that hold if that is too unlikely.
  var holds: ClosedRange<Int>?

  /// With fewer expected records nothing can be told.
  static let leastExpected = 10.0
  /// Days of the past that a stretch is judged by: half a year, and eight weeks at the least.
  static let past = 182
  static let leastPast = 56
  /// A stretch with more than this share of what is expected may be a change; with less, records are missing.
  static let share = 0.45
  /// What is likelier says nothing of which days are missing.
  static let likely = 0.05
  /// The squared coefficient of variation of months where a series is too short to say its own: 15 % from one to the next.
  static let commonVariation = 0.0225
  /// Holidays of the year before let so much less be expected, at most.
  static let leastSeason = 0.5
}

extension DaySeries {
  /// Judges a stretch by its first and last days: the run from either end that is least likely by the past.
  ///
  /// The past is the half year before the stretch (after it, where the file does not reach back): a mean for each day of the week, and how
  /// much the days vary around it; where the same days of the year before were fewer, as at the turn of the year, fewer are expected. A run with
  /// at most 45 % of what is expected has the chance of so few under a negative binomial of that mean and dispersion, times the number of runs.
  /// The dispersion is that of days and, for what a run expects, that of months: a kind that comes in waves has months of half as many.
  /// - Parameter silenceOnly: whether only runs without any record count, for what may well change by half in truth.
  /// - Parameter scale: the share of what the past lets expect that can be there, for other reasons.
  /// - Parameter monthly: the squared coefficient of variation of months, beyond that of their days.
  func judged(_ stretch: Range<Int>, silenceOnly: Bool, monthly: Double, scale: Double = 1) -> StretchJudgement {
    var past = max(days.lowerBound, stretch.lowerBound - StretchJudgement.past)..<max(days.lowerBound, stretch.lowerBound)
    if past.count < StretchJudgement.leastPast {
      let end = days.upperBound + 1
      past = min(end, stretch.upperBound)..<min(end, stretch.upperBound + StretchJudgement.past)
    }
    guard past.count >= StretchJudgement.leastPast else { return StretchJudgement() }
    let means = weekdayMeans(past)
    let expected = scale * stretch.reduce(0.0) { $0 + means[Self.weekday($1)] }
    guard expected >= StretchJudgement.leastExpected else { return StretchJudgement() }
    // The same days a year earlier, by their own past.
    let year = 365
    let earlierEnd = max(days.lowerBound, stretch.lowerBound - year)
    let earlier = max(days.lowerBound, stretch.lowerBound - year - StretchJudgement.past)..<earlierEnd
    let earlierMeans = earlier.count >= StretchJudgement.leastPast ? weekdayMeans(earlier) : nil
    var square = 0.0
    for day in past where means[Self.weekday(day)] > 0 {
      let gap = Double(count(day)) - means[Self.weekday(day)]
      square += gap * gap / means[Self.weekday(day)]
    }
    let dispersion = max(1, square / Double(past.count - 7))
    var best = StretchJudgement(p: 1, expected: expected, holds: stretch.lowerBound...stretch.upperBound - 1)
    var largest = -1.0
    func look(_ run: some Sequence<Int>, holds: (Int) -> ClosedRange<Int>?) {
      var (found, plain) = (Int64(0), 0.0)
      var (foundEarlier, awaitedEarlier) = (0.0, 0.0)
      for day in run {
        found += count(day)
        plain += means[Self.weekday(day)]
        if silenceOnly, found > 0 { break }
        var season = 1.0
        if let earlierMeans {
          foundEarlier += Double(count(day - year))
          awaitedEarlier += earlierMeans[Self.weekday(day - year)]
          if awaitedEarlier >= StretchJudgement.leastExpected {
            season = min(1, max(StretchJudgement.leastSeason, foundEarlier / awaitedEarlier))
          }
        }
        let awaited = plain * season * scale
        // Largest where the thin days end: each of them adds to it, and each full one takes away.
        let lack = StretchJudgement.share * awaited - Double(found)
        guard lack >= 0 else { continue }
        let p = min(
          1, chanceOfAtMost(Int(found), expected: awaited, dispersion: dispersion + awaited * monthly) * Double(2 * stretch.count)
        )
        best.p = min(best.p!, p)
        guard p < StretchJudgement.likely, lack > largest else { continue }
        largest = lack
        best.holds = holds(day)
      }
    }
    look(stretch.reversed()) { $0 > stretch.lowerBound ? stretch.lowerBound...$0 - 1 : nil }
    look(stretch) { $0 < stretch.upperBound - 1 ? $0 + 1...stretch.upperBound - 1 : nil }
    return best
  }
}

extension DaySeries {
  /// How much months vary beyond what their days do, as a squared coefficient of variation: of each month against the half year before it.
  ///
  /// By the median and its absolute deviations, so that months that were not delivered do not excuse others. Of fewer than
  /// twelve months that say something a common value of registries stands in.
  /// - Complexity: O(days).
  var monthlyVariation: Double {
    var sums: [Int64] = [0]
    sums.reserveCapacity(days.count + 1)
    for day in days { sums.append(sums[sums.count - 1] + count(day)) }
    func sum(_ span: Range<Int>) -> Double {
      Double(sums[span.upperBound - days.lowerBound] - sums[span.lowerBound - days.lowerBound])
    }
    var ratios: [Double] = []
    var chance: [Double] = []
    for month in Completeness.months(days.lowerBound..<days.upperBound + 1) where month.count >= 28 {
      let past = max(days.lowerBound, month.lowerBound - StretchJudgement.past)..<month.lowerBound
      guard past.count >= StretchJudgement.leastPast else { continue }
      let expected = sum(past) * Double(month.count) / Double(past.count)
      guard expected >= StretchJudgement.leastExpected else { continue }
      ratios.append(sum(month) / expected)
      // The mean of the past varies as well.
      chance.append(1 / expected + 1 / sum(past))
    }
    guard ratios.count >= 12 else { return StretchJudgement.commonVariation }
    let middle = Self.median(ratios)
    let deviation = 1.4826 * Self.median(ratios.map { abs($0 - middle) })
    return max(0, deviation * deviation - Self.median(chance))
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  private static func weekday(_ day: Int) -> Int { (day % 7 + 7) % 7 }

  /// The mean of each day of the week.
  private func weekdayMeans(_ span: Range<Int>) -> [Double] {
    var sums = [Int64](repeating: 0, count: 7)
    var numbers = sums
    for day in span {
      sums[Self.weekday(day)] += count(day)
      numbers[Self.weekday(day)] += 1
    }
    return (0..<7).map { Double(sums[$0]) / Double(max(1, numbers[$0])) }
  }
}

/// The state of every window, and in it of every kind and area.
struct Completeness: Sendable {
  /// `[window][now, before]`.
  private(set) var whole: [[WindowState]]
  /// `[kind][window][now, before]`.
  private(set) var kinds: [[[WindowState]]]
  /// By place, those that are not complete.
  private(set) var places: [Int: [[WindowState]]] = [:]
  /// Months of the past of which days are missing.
  private var gaps: Set<Range<Int>> = []
  /// Whether days could be looked at.
  let isJudged: Bool

  /// The share of false alarms among areas and kinds that are called incomplete.
  static let significance = 0.01
  /// Of all records together, which are one test for each month.
  static let wholeSignificance = 0.001

  /// - Parameter places: nil for cells, which are too small to be judged.
  /// - Parameter sizes: the records of each place.
  /// - Parameter past: months that others are to be judged by.
  /// - Parameter silenceOnly: where records are compared at equal delay, the last days are thin on both sides.
  init(
    _ records: DayRecords, kinds series: [DaySeries], places: JoinPlaces?, sizes: [Int64],
    windows: [ComparedWindow], past: [Range<Int>],
    silenceOnly: Bool
  ) {
    let sides = windows.map { [Self.months($0.now), Self.months($0.before)] }
    let unjudged = windows.map { _ in [WindowState](repeating: .unjudged, count: 2) }
    whole = unjudged
    kinds = series.map { _ in unjudged }
    isJudged = records.sayDays
    guard isJudged else { return }
    let stretches = Array(Set(sides.joined().joined())).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    func judged(_ series: DaySeries, silenceOnly: Bool, scales: [Double]? = nil) -> [StretchJudgement] {
      let monthly = series.monthlyVariation
      return stretches.indices.map {
        series.judged(stretches[$0], silenceOnly: silenceOnly, monthly: monthly, scale: scales?[$0] ?? 1)
      }
    }
    func states(_ stretchStates: [WindowState]) -> [[WindowState]] {
      let known = Dictionary(uniqueKeysWithValues: zip(stretches, stretchStates))
      return sides.map { $0.map { side in Self.joined(side.map { ($0, known[$0]!) }) } }
    }
    let all = records.whole
    let monthly = all.monthlyVariation
    for month in past {
      if let p = all.judged(month, silenceOnly: silenceOnly, monthly: monthly).p, p <= Self.wholeSignificance {
        gaps.insert(month)
      }
    }
    whole = states(
      judged(all, silenceOnly: silenceOnly).map { judgement in
        guard let p = judgement.p else { return .unjudged }
        return p <= Self.wholeSignificance ? .incomplete(judgement.holds) : .complete
      })
    func settle(_ judgements: [[StretchJudgement]]) -> [[[WindowState]]] {
      let adjusted = MultipleTesting.benjaminiHochberg.adjusted(judgements.joined().map(\.p))
      return judgements.indices.map { index in
        states(
          stretches.indices.map { stretch in
            guard let p = adjusted[index * stretches.count + stretch] else { return .unjudged }
            return p <= Self.significance ? .incomplete(judgements[index][stretch].holds) : .complete
          })
      }
    }
    kinds = settle(series.map { judged($0, silenceOnly: true) })
    guard let places else { return }
    // Where fewer records have a place than before, areas have fewer, and deliver no less for it.
    var located = places.ranges.map { _ in DaySeries(records.days) }
    records.eachPlace(places) { place, series in
      if places.places[place].area >= 0 { located[places.places[place].level].add(series) }
    }
    let scales = located.map { located in
      stretches.map { stretch in
        guard let now = located.share(of: all, in: stretch), let past = located.share(of: all, in: records.past(stretch)),
          past > 0
        else { return 1.0 }
        return min(1, now / past)
      }
    }
    var judgedPlaces: [[(place: Int, judgements: [StretchJudgement])]] = places.ranges.map { _ in [] }
    records.eachPlace(places) { place, series in
      guard places.places[place].area >= 0, Double(series.total) >= StretchJudgement.leastExpected else { return }
      let level = places.places[place].level
      judgedPlaces[level].append((place, judged(series, silenceOnly: silenceOnly, scales: scales[level])))
    }
    for level in judgedPlaces {
      for (item, states) in zip(level, settle(level.map(\.judgements))) { self.places[item.place] = states }
    }
    passUp(places, sizes)
  }

  /// An area lacks what a part of it lacks that holds more than a little of its records.
  private mutating func passUp(_ places: JoinPlaces, _ sizes: [Int64]) {
    for range in places.ranges {
      for place in range {
        guard let parent = places.places[place].parent, let states = self.places[place],
          Double(sizes[place]) >= ComparedRows.leastMissing * Double(sizes[parent])
        else { continue }
        for window in states.indices {
          for side in states[window].indices where states[window][side].isIncomplete {
            let known = self.places[parent] ?? states.map { $0.map { _ in .unjudged } }
            if !known[window][side].isIncomplete {
              self.places[parent, default: known][window][side] = states[window][side]
            }
          }
        }
      }
    }
  }

  /// Whether no days of a month of the past are missing, as far as is known.
  func isComplete(_ month: Range<Int>) -> Bool { !gaps.contains(month) }

  /// The worse of both sides of a window, for all records together, a kind, and a place.
  func state(kind: Int?, place: Int?, window: Int) -> WindowState {
    let states = whole[window] + (kind.map { kinds[$0][window] } ?? []) + (place.flatMap { places[$0]?[window] } ?? [])
    if let missing = states.first(where: \.isIncomplete) { return missing }
    return states.contains(.unjudged) ? .unjudged : .complete
  }

  /// A span of time by the months that it has a part in.
  static func months(_ span: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var day = span.lowerBound
    while day < span.upperBound {
      let date = CivilDate.date(ofDay: day)
      let next = min(span.upperBound, day - date.day + 1 + CivilDate.length(ofMonth: date.month, year: date.year))
      parts.append(day..<next)
      day = next
    }
    return parts
  }

  /// What the months of a span say of it: it holds for the longest stretch of its days without a break, the first of several.
  static func joined(_ months: [(days: Range<Int>, state: WindowState)]) -> WindowState {
    guard months.contains(where: { $0.state.isIncomplete }) else {
      return months.allSatisfy { $0.state == .complete } ? .complete : .unjudged
    }
    var stretches: [ClosedRange<Int>] = []
    for (days, state) in months {
      var holding: ClosedRange<Int>? = days.lowerBound...days.upperBound - 1
      if case .incomplete(let holds) = state { holding = holds }
      guard let holding else { continue }
      if let last = stretches.last, last.upperBound + 1 == holding.lowerBound {
        stretches[stretches.count - 1] = last.lowerBound...holding.upperBound
      } else {
        stretches.append(holding)
      }
    }
    return .incomplete(stretches.max { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) })
  }

  /// The day after the last month of which no days are missing, from the last that the records reach on; nil where none can be judged.
  static func lastCompleteEnd(_ records: DayRecords) -> Int? {
    guard records.sayDays else { return nil }
    let whole = records.whole
    let monthly = whole.monthlyVariation
    var end = records.days.upperBound + 1
    for _ in 0..<60 {
      let date = CivilDate.date(ofDay: end - 1)
      let first = end - date.day
      let month = first..<first + CivilDate.length(ofMonth: date.month, year: date.year)
      guard first >= records.days.lowerBound else { return nil }
      let judgement = whole.judged(month, silenceOnly: false, monthly: monthly)
      let silent = Double(max(0, month.upperBound - 1 - records.days.upperBound))
      // Of few records silence says little: then a month counts when a record lies on its last day or after it.
      let isReached = silent == 0 || judgement.p != nil && silent * judgement.expected / Double(month.count) < 1
      if isReached, judgement.p ?? 1 > wholeSignificance { return month.upperBound }
      end = first
    }
    return nil
  }
}
