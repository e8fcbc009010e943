internal import PlazaLayers

/// The table with the rows that do not occur: `--complete`.
extension JoinTable {
  /// More rows than this are no table that anybody opens, and most likely a mistake.
  static let rowLimit = 20_000_000

  /// The periods from the first to the last of the span; one without a number when there are none, nil when the span is not known.
  var periods: ClosedRange<Int>? {
    guard let period else { return Tally.unknownPeriod...Tally.unknownPeriod }
    guard let days = span.days,
      let first = period.number(of: Moment(day: days.lowerBound, secondOfDay: 0, precision: .second)),
      let last = period.number(of: Moment(day: days.upperBound - 1, secondOfDay: 86_399, precision: .second))
    else { return nil }
    return first...last
  }

  private var areaCount: Int { counts.places.places.count { $0.area >= 0 } }

  /// - Throws: `Failure` `join.complete_too_many`.
  func refuseTooMany(file: String) throws {
    let (kinds, periods) = (max(1, counts.kinds.count), periods?.count ?? 1)
    let rows = Double(areaCount + 1) * Double(kinds) * Double(periods)
    guard rows > Double(Self.rowLimit) else { return }
    throw Failure(
      .usage, "join.complete_too_many",
      [
        "file": file, "rows": NumberText.text(rows) ?? "", "areas": String(areaCount), "kinds": String(kinds),
        "periods": String(periods), "limit": String(Self.rowLimit),
      ])
  }

  /// A row for each area of each level, kind that occurs anywhere and period of the span; what is known to no period, and the unknown
  /// parts of areas, only where it occurs. In the order of the other rows.
  func complete(_ body: (RowBlock) throws -> Void) throws {
    var writer = JoinRowWriter(self)
    let periods = periods
    // Without kinds the entries have kind 0; with kinds and no record there is nothing to have a row.
    let kinds = 0..<max(1, counts.kinds.count)
    try completeTerritory(kinds, periods, &writer, body)
    for place in counts.places.tableOrder {
      var rest = counts.entries[ranges[place]]
      if counts.places.places[place].area >= 0, let periods {
        for kind in kinds {
          for period in periods {
            func isBefore(_ entry: AreaCounts.Entry) -> Bool {
              (entry.kind, rank(entry.period)) < (kind, rank(period))
            }
            while let entry = rest.first, isBefore(entry) {
              try writer.append(entry, body)
              rest.removeFirst()
            }
            if let entry = rest.first, entry.kind == kind, entry.period == period {
              try writer.append(entry, body)
              rest.removeFirst()
            } else {
              try writer.append(.init(place: place, kind: kind, period: period, count: 0, weight: 0), body)
            }
          }
        }
      }
      for entry in rest { try writer.append(entry, body) }
    }
    try writer.finish(body)
  }

  private func completeTerritory(
    _ kinds: Range<Int>, _ periods: ClosedRange<Int>?, _ writer: inout JoinRowWriter, _ body: (RowBlock) throws -> Void
  ) throws {
    var rest = counts.territory.entries[...]
    guard let periods else {
      for entry in rest { try writer.append(territory: entry, body) }
      return
    }
    for kind in kinds {
      for period in periods {
        func isBefore(_ entry: TerritoryTotals.Entry) -> Bool { (entry.kind, rank(entry.period)) < (kind, rank(period)) }
        while let entry = rest.first, isBefore(entry) {
          try writer.append(territory: entry, body)
          rest.removeFirst()
        }
        if let entry = rest.first, entry.kind == kind, entry.period == period {
          try writer.append(territory: entry, body)
          rest.removeFirst()
        } else {
          try writer.append(territory: .init(kind: kind, period: period, sum: .init()), body)
        }
      }
    }
    for entry in rest { try writer.append(territory: entry, body) }
  }

  /// An unknown period is written as nothing, which sorts first.
  private func rank(_ period: Int) -> Int { period == Tally.unknownPeriod ? .min : period }
}
