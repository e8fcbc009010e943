internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

extension JoinRates {
  /// The rates of what was counted; nil when no population was named.
  /// - Throws: `Failure` of what the records say of sex and of what a standard lacks, see `JoinStrata`.
  init?(
    _ run: RecordReading<TallySink>, _ territory: Territory, _ table: TerritoryResidents?, _ counts: AreaCounts,
    span: JoinSpan, options: JoinOptions
  ) throws {
    let places = counts.places.places
    let plan = run.plan
    let isWeighted = plan.weightSlot != nil
    if let table {
      let residents = places.map { $0.area < 0 ? nil : table.levels[$0.level][$0.area] }
      self.init(JoinPopulations(residents, onlyYear: table.onlyYear, span: span), span: span, isWeighted: isWeighted)
      areOfTable = true
      let years = try span.yearSpan(onlyYear: table.onlyYear)
      if let years, let days = span.days {
        notes += table.notes(
          over: years, from: CivilDate.text(ofDay: days.lowerBound), to: CivilDate.text(ofDay: days.upperBound - 1))
      }
      asksStrata = plan.strata != nil
      if let strata = plan.strata, !isWeighted {
        let made = try JoinStrata(
          run, strata, counts, territory, residents: residents, span: years,
          time: span.basis == .period ? 1 : span.years, standard: options.standard ?? .territory, file: plan.file)
        notes += made.notes(file: plan.file, strata)
        self.strata = made
      }
    } else if options.areas.population != nil {
      let fixed = places.map { $0.area < 0 ? nil : territory.levels[$0.level].areas.populations[$0.area] }
      self.init(JoinPopulations(fixed, span: span), span: span, isWeighted: isWeighted)
    } else {
      return nil
    }
    if run.plan.keys?.usesKeys != true {
      unplaced = Set(
        places.indices.filter { row in
          let place = places[row]
          return place.level == 0 && place.area >= 0 && territory.finest.layer.geometry.isEmpty(feature: place.area)
        })
    }
    if options.stabilizesLocally {
      var islands = 0
      neighbors = try territory.levels.map { level in
        let found = Contiguity.neighbors(of: level.areas.layer.geometry, rule: .queen)
        if level.areas.count > 1 { islands += found.islands.count }
        return try SpatialWeights(neighbors: (0..<found.count).map { found.neighbors(of: $0).map { Int($0) } })
      }
      if islands > 0 { notes.append(Diagnostic(.warning, "rates.islands", ["count": String(islands)])) }
    }
    if options.floating != nil {
      floating = places.map { place in
        let floating = territory.levels[place.level].areas.floating
        return place.area < 0 || floating.isEmpty ? nil : floating[place.area].map { $0 * options.floatingHours / 24 }
      }
    }
  }
}
