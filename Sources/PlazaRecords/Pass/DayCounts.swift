package import PlazaLayers

/// How many records begin on each day, and how far those that say no day reach; merges in any order to the same.
package struct DayCounts: Sendable {
  /// 1900 to 2199: what lies beyond is kept by its year alone.
  package static let days = CivilDate.unchecked(year: 1900, month: 1, day: 1)..<CivilDate.unchecked(year: 2200, month: 1, day: 1)

  private var counts: [Int]
  /// By how many days the longest of those that begin on a day goes on.
  private var reaches: [UInt16]
  private var beyond: [Int: Int] = [:]

  package init() {
    counts = [Int](repeating: 0, count: Self.days.count)
    reaches = [UInt16](repeating: 0, count: Self.days.count)
  }

  @inline(__always)
  package mutating func add(first: Int, last: Int, count: Int = 1) {
    let place = first &- Self.days.lowerBound
    guard place >= 0, place < counts.count else { return addBeyond(first, count) }
    counts[place] &+= count
    if last != first { reaches[place] = max(reaches[place], UInt16(clamping: last &- first)) }
  }

  @inline(never)
  private mutating func addBeyond(_ day: Int, _ count: Int) { beyond[day, default: 0] += count }

  package mutating func merge(_ other: DayCounts) {
    for place in counts.indices where other.counts[place] > 0 {
      counts[place] += other.counts[place]
      reaches[place] = max(reaches[place], other.reaches[place])
    }
    beyond.merge(other.beyond, uniquingKeysWith: +)
  }

  /// Every day on which records begin, ascending, with their number and the last day that any of them reaches.
  package var all: [(day: Int, last: Int, count: Int)] {
    var all = beyond.keys.sorted().map { (day: $0, last: $0, count: beyond[$0]!) }
    let inside = counts.indices.filter { counts[$0] > 0 }.map { place in
      let day = Self.days.lowerBound + place
      return (day: day, last: day + Int(reaches[place]), count: counts[place])
    }
    all.insert(contentsOf: inside, at: all.firstIndex { $0.day >= Self.days.upperBound } ?? all.count)
    return all
  }
}

/// What the dates of a file say of the time that it covers.
package struct FoundDates: Hashable, Sendable {
  /// How exact the dates are, whatever they are written as.
  package enum Unit: String, Hashable, Sendable { case day, month, year }

  /// The first and the last day that the records cover; nil without a date. Dates far from all others set neither.
  package private(set) var days: ClosedRange<Int>?
  package private(set) var unit = Unit.day
  /// The days that stand for their month or year, as the first: nil where dates are of days.
  package private(set) var stand: Int?
  /// Dates that no record of the rest is near, ascending, with the number of their records.
  package private(set) var far: [(day: Int, count: Int)] = []
  package var farCount: Int { far.reduce(0) { $0 + $1.count } }

  package init() {}

  package static func == (left: FoundDates, right: FoundDates) -> Bool {
    left.days == right.days && left.unit == right.unit && left.stand == right.stand
      && left.far.map(\.day) == right.far.map(\.day) && left.far.map(\.count) == right.far.map(\.count)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(days)
    hasher.combine(unit)
    for date in far { hasher.combine(date.day) }
  }

  /// - Parameter isMonths: whether the counts are of months whatever their dates.
  package init(_ counts: DayCounts, isMonths: Bool = false) {
    var body = counts.all[...]
    Self.takeFar(&body, &far)
    guard let first = body.first, let last = body.last else { return }
    let end = body.reduce(last.last) { max($0, $1.last) }
    days = first.day...end
    if isMonths {
      unit = .month
      return
    }
    (unit, stand) = Self.unit(body)
    switch unit {
    case .day: break
    case .month: days = Self.month(first.day).lowerBound...Self.month(end).upperBound
    case .year: days = Self.year(first.day).lowerBound...Self.year(end).upperBound
    }
  }

  /// Takes away what lies far from the rest at either end, the farther end first.
  ///
  /// No clock is asked, so that a file says the same on any day: what counts is the silence between. A few records are far when at the
  /// density of the rest chance leaves such a silence less than once in e²⁰, and they are three at most, or thinner by ten; or when it is longer than all the
  /// rest and five years; or when they are of before 1990 and the rest is not. A month of silence is the least.
  private static func takeFar(
    _ body: inout ArraySlice<(day: Int, last: Int, count: Int)>, _ far: inout [(day: Int, count: Int)]
  ) {
    let total = body.reduce(0) { $0 + $1.count }
    let modern = CivilDate.unchecked(year: 1990, month: 1, day: 1)
    func isFar(
      _ part: ArraySlice<(day: Int, last: Int, count: Int)>, from rest: ArraySlice<(day: Int, last: Int, count: Int)>, _ gap: Int
    )
      -> Bool
    {
      guard let first = rest.first, let last = rest.last, let partFirst = part.first, let partLast = part.last else {
        return false
      }
      let own = part.reduce(0) { $0 + $1.count }
      guard own == 1 && total > 2 || own * 10 <= total else { return false }
      let span = Double(last.last - first.day + 1)
      let density = Double(total - own) / span
      if partLast.day < modern, first.day >= modern, density * Double(gap) >= 5 { return true }
      if gap >= 1826, Double(gap) >= span { return true }
      let ownDensity = Double(own) / Double(partLast.last - partFirst.day + 1)
      return density * Double(gap) >= 20 && (own <= 3 || ownDensity * 10 <= density)
    }
    var isFound = true
    while isFound {
      isFound = false
      var before = 0
      // At either end at most a tenth of the records is looked at.
      for place in body.indices.dropLast() {
        before += body[place].count
        guard before * 10 <= total || before == 1 else { break }
        let gap = body[place + 1].day - body[place].last - 1
        guard gap >= 31, isFar(body[...place], from: body[(place + 1)...], gap) else { continue }
        far += body[...place].map { ($0.day, $0.count) }
        body = body[(place + 1)...]
        isFound = true
        break
      }
      var after = 0
      for place in body.indices.dropFirst().reversed() {
        after += body[place].count
        guard after * 10 <= total || after == 1 else { break }
        let gap = body[place].day - body[place - 1].last - 1
        guard gap >= 31, isFar(body[place...], from: body[..<place], gap) else { continue }
        far += body[place...].map { ($0.day, $0.count) }
        body = body[..<place]
        isFound = true
        break
      }
    }
    far.sort { $0.day < $1.day }
  }

  /// Dates that are all the first of a month, or all the fifteenth, or all the last day, are of months; all of one day of the year, of years.
  ///
  /// At least three of them: two may fall so by chance.
  private static func unit(_ body: ArraySlice<(day: Int, last: Int, count: Int)>) -> (Unit, Int?) {
    // What was written as a month or a year says so itself.
    let shortest = body.reduce(Int.max) { min($0, $1.last - $1.day) }
    if shortest >= 27 { return (shortest >= 364 ? .year : .month, nil) }
    guard body.count >= 3, body.allSatisfy({ $0.last == $0.day }) else { return (.day, nil) }
    let dates = body.map { CivilDate.date(ofDay: $0.day) }
    func isLast(_ date: (year: Int, month: Int, day: Int)) -> Bool {
      date.day == CivilDate.length(ofMonth: date.month, year: date.year)
    }
    let days = Set(dates.map(\.day))
    let isOneDay = days.count == 1 && [1, 15].contains(dates[0].day)
    guard isOneDay || dates.allSatisfy(isLast) else { return (.day, nil) }
    let stand = isOneDay ? dates[0].day : 31
    return (Set(dates.map(\.month)).count == 1 ? .year : .month, stand)
  }

  package static func month(_ day: Int) -> ClosedRange<Int> {
    let (year, month, number) = CivilDate.date(ofDay: day)
    let first = day - number + 1
    return first...first + CivilDate.length(ofMonth: month, year: year) - 1
  }

  private static func year(_ day: Int) -> ClosedRange<Int> {
    let year = CivilDate.date(ofDay: day).year
    return CivilDate.unchecked(year: year, month: 1, day: 1)...CivilDate.unchecked(year: year, month: 12, day: 31)
  }

  /// What a person should know of the dates of a file before its figures are taken at their word.
  package func notes(file: String) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if !far.isEmpty, let days {
      let named = far.count > 4 ? far.prefix(2) + far.suffix(2) : far[...]
      notes.append(
        Diagnostic(
          .warning, "dates.far",
          [
            "file": file, "count": String(farCount),
            "dates": named.map { CivilDate.text(ofDay: $0.day) }.joined(separator: ", "),
            "from": CivilDate.text(ofDay: days.lowerBound), "to": CivilDate.text(ofDay: days.upperBound),
          ]))
    }
    if unit != .day, let stand, let days {
      notes.append(
        Diagnostic(
          .note, unit == .month ? (stand == 31 ? "dates.months_last" : "dates.months") : "dates.years",
          [
            "file": file, "day": String(stand), "from": CivilDate.text(ofDay: days.lowerBound),
            "to": CivilDate.text(ofDay: days.upperBound),
          ]))
    }
    return notes
  }
}
