package import PlazaLayers
package import PlazaStatistics

/// The people of one area through the years of a table.
package struct Residents: Sendable {
  package let total: PopulationSeries
  /// By the strata that were asked for; empty when they are not known.
  package let strata: [PopulationSeries]
  /// The years that all of it has figures for; before and after, a figure is held constant.
  let firstYear: Int
  package let lastYear: Int

  private init(total: PopulationSeries, strata: [PopulationSeries], firstYear: Int, lastYear: Int) {
    self.total = total
    self.strata = strata
    self.firstYear = firstYear
    self.lastYear = lastYear
  }

  /// - Parameter places: for each stratum that was asked for, those of the table that it is the sum of.
  package init(_ figures: [PopulationTable.Figures], isDivided: Bool, places: [[Int]]) throws {
    self.init(
      total: try PopulationSeries(figures.map { ($0.year, $0.total) }),
      strata: !isDivided
        ? []
        : try places.map { parts in
          try PopulationSeries(figures.map { year in (year.year, parts.reduce(0) { $0 + year.strata[$1] }) })
        },
      firstYear: figures[0].year, lastYear: figures[figures.count - 1].year)
  }

  /// The sum of the parts of an area: straight between the figures of any part, and so straight between those of all.
  package init(sumOf parts: [Residents], years: [[Int]]) throws {
    let all = Set(years.joined()).sorted()
    func sum(_ series: [PopulationSeries]) throws -> PopulationSeries {
      try PopulationSeries(
        all.map { year in
          (year, try series.reduce(0) { $0 + (try $1.population(at: Double(year) + 0.5).value) })
        })
    }
    let strata = parts.allSatisfy { !$0.strata.isEmpty } ? parts[0].strata.count : 0
    self.init(
      total: try sum(parts.map(\.total)), strata: try (0..<strata).map { stratum in try sum(parts.map { $0.strata[stratum] }) },
      firstYear: parts.map(\.firstYear).max()!, lastYear: parts.map(\.lastYear).min()!)
  }

  func isExtrapolated(over span: YearSpan) -> Bool {
    span.start < Double(firstYear) || span.end > Double(lastYear) + 1
  }
}

/// A population table found in the areas of a territory.
package struct TerritoryResidents: Sendable {
  /// By level and area; nil where the table has no figure and neither have all parts.
  package private(set) var levels: [[Residents?]] = []
  package private(set) var notes: [Diagnostic]
  /// Whether every code has the figure of one and the same year, which then needs no date to be read.
  package let onlyYear: Int?
  package let file: String

  /// Finds the codes of the table among those of the areas, as records' keys are found: as they stand, else with their leading zeros.
  ///
  /// What the table does not say of an area of a coarser level is the sum of its parts.
  /// - Parameter strata: for each stratum that was asked for, those of the table that it is the sum of.
  /// - Throws: `Failure` `population.no_match`, `population.same_area`.
  package init(_ table: PopulationTable, _ territory: Territory, strata: [[Int]]) throws {
    file = table.name
    notes = table.notes
    let years = table.years
    onlyYear = years.count == 1 ? years[0] : nil
    let codes = territory.levels.map { AreaCodes($0.areas.codes) }
    var places = territory.levels.map { [Int?](repeating: nil, count: $0.areas.count) }
    var others: [String] = []
    for (number, code) in table.codes.enumerated() {
      let found = codes.map { $0.find(code, recordWidth: nil) }
      guard let level = found.firstIndex(where: { $0?.match == .exact }) ?? found.firstIndex(where: { $0 != nil }) else {
        others.append(code)
        continue
      }
      let area = Int(found[level]!.area)
      if let other = places[level][area] {
        throw Failure(
          .notUnderstood, "population.same_area",
          ["file": file, "code": code, "other": table.codes[other], "area": territory.levels[level].areas.codes[area]])
      }
      places[level][area] = number
    }
    guard others.count < table.codes.count else {
      throw Failure(
        .notUnderstood, "population.no_match",
        [
          "file": file, "codes": CodeList.text(others), "areas": territory.levels[0].file,
          "wanted": CodeList.text(territory.finest.codes),
        ])
    }
    if !others.isEmpty {
      notes.append(
        Diagnostic(
          .note, "population.other_codes",
          ["file": file, "count": String(others.count), "codes": CodeList.text(others)]))
    }
    var levelYears: [[Int]] = []
    for (number, level) in territory.levels.enumerated() {
      var residents: [Residents?] = []
      var areaYears: [[Int]] = []
      var parts = [[Int]](repeating: [], count: level.areas.count)
      if number > 0 {
        for (part, parent) in territory.levels[number - 1].parents.enumerated() { parts[Int(parent)].append(part) }
      }
      let finer = levels.last ?? []
      for area in 0..<level.areas.count {
        if let place = places[number][area] {
          residents.append(try Residents(table.figures[place], isDivided: table.isDivided[place], places: strata))
          areaYears.append(table.figures[place].map(\.year))
        } else if !parts[area].isEmpty, parts[area].allSatisfy({ finer[$0] != nil }) {
          let years = parts[area].map { levelYears[$0] }
          residents.append(try Residents(sumOf: parts[area].map { finer[$0]! }, years: years))
          areaYears.append(Set(years.joined()).sorted())
        } else {
          residents.append(nil)
          areaYears.append([])
        }
      }
      let missing = residents.indices.filter { residents[$0] == nil }
      if !missing.isEmpty {
        notes.append(
          Diagnostic(
            .warning, "population.missing_areas",
            [
              "file": file, "level": level.name, "count": String(missing.count),
              "codes": CodeList.text(missing.map { level.areas.codes[$0] }),
            ]))
      }
      levels.append(residents)
      levelYears = areaYears
    }
  }

  /// What is said of a span that the figures do not cover.
  package func notes(over span: YearSpan, from: String, to: String) -> [Diagnostic] {
    let all = levels.joined().compactMap { $0 }
    guard let first = all.map(\.firstYear).min(), let last = all.map(\.lastYear).max() else { return [] }
    let outside = all.count { $0.isExtrapolated(over: span) }
    let values = ["file": file, "from": from, "to": to, "first": String(first), "last": String(last)]
    return outside == 0
      ? [Diagnostic(.note, "population.interpolated", values)]
      : [Diagnostic(.warning, "population.extrapolated", values.merging(["count": String(outside)]) { own, _ in own })]
  }
}
