internal import PlazaLayers
internal import PlazaRecords

extension JoinOptions {
  var hasPopulation: Bool { records.areas.population != nil || records.populationTable != nil }

  /// Whether a date is wanted though none was named: for the years of a rate, or for that of its population.
  var ratesNeedDates: Bool {
    hasPopulation && (rateBasis == .personYears || records.populationTable.map { $0.years.count > 1 } ?? false)
  }

  /// - Throws: `Failure` for options of rates that do not go together.
  func checkRates() throws {
    if records.populationTable != nil,
      records.areas.population != nil || records.coarserAreas.contains(where: { $0.population != nil })
    {
      throw Failure(.usage, "population.two")
    }
    if records.floating != nil, !hasPopulation { throw Failure(.usage, "rates.floating_without_population") }
    if stabilizesLocally, !hasPopulation { throw Failure(.usage, "rates.local_without_population") }
    guard floatingHours > 0, floatingHours <= 24 else { throw Failure(.usage, "rates.bad_hours") }
    if records.sex != nil || records.age != nil, records.populationTable == nil {
      throw Failure(.usage, "rates.strata_without_table")
    }
    if standard != nil, records.sex == nil, records.age == nil { throw Failure(.usage, "rates.standard_without_strata") }
  }
}
