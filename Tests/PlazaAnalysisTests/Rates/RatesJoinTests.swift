import PlazaLayers
import PlazaStatistics
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct RatesJoinTests {
  private func isClose(_ value: Double?, _ wanted: Double?) -> Bool {
    guard let value, let wanted else { return value == nil && wanted == nil }
    return abs(value - wanted) <= 1e-9 * max(1, abs(wanted))
  }

  private func numbers(_ layer: Layer, _ name: String) throws -> [Double?] {
    try #require(layer.column(named: name), "\(name)").values.map { $0.text.flatMap(Double.init) }
  }

  private func codes(_ layer: Layer) throws -> [String] { try #require(layer.column(named: "codigo")).values.map { $0.text! } }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `rates are by the people at the middle of their period`(seed: UInt64) async throws {
    let made = MadeRates(seed: seed, records: 900)
    let slow = SlowRates(made: made)
    var options = try made.options
    options.period = .quarter
    let result = try await made.run(options)
    let layer = result.layer
    let population = try numbers(layer, "population")
    let rates = try numbers(layer, "rate_robo")
    for (row, code) in try codes(layer).enumerated() {
      // Two years, whose middle is the first day of 2020.
      let people = slow.people(code, at: 2020)
      #expect(isClose(population[row], people), "\(code)")
      #expect(isClose(rates[row], Double(slow.count(code, "robo")) * 100_000 / (people * 2)), "\(code)")
    }
    var seen = 0
    for row in result.table.rows where !row[0].hasSuffix(":unknown") {
      let (year, quarter) = (Int(row[2].prefix(4))!, Int(row[2].suffix(1))!)
      let isLeap = year == 2020
      let length = isLeap ? 366.0 : 365.0
      let before = (1..<quarter * 3 - 2).reduce(0) { $0 + CivilDate.length(ofMonth: $1, year: year) }
      let days = (quarter * 3 - 2...quarter * 3).reduce(0) { $0 + CivilDate.length(ofMonth: $1, year: year) }
      let people = slow.people(row[0], at: Double(year) + (Double(before) + Double(days) / 2) / length)
      #expect(isClose(Double(row[10]), people), "\(row[0]) in \(row[2])")
      #expect(isClose(Double(row[11]), Double(row[3])! * 100_000 / (people * Double(days) / length)))
      seen += 1
    }
    #expect(seen > 50)
    // 2019 to 2020 lies within 2018 to 2021.
    #expect(result.warnings.contains { $0.id == "population.interpolated" && $0.values["first"] == "2018" })
    #expect(!result.warnings.contains { $0.id == "population.extrapolated" })
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `standardised rates are the sums over strata that anyone can do by hand`(seed: UInt64) async throws {
    let made = MadeRates(seed: seed, records: 900)
    let slow = SlowRates(made: made)
    var options = try made.options
    (options.sex, options.age, options.standard) = ("sexo", "edad", .segi)
    let result = try await made.run(options)
    let layer = result.layer
    // Segi 1960, summed to the table's groups, the same for both sexes.
    let standard = [31_000.0, 25_000, 33_000, 11_000]
    let codes = try codes(layer)
    for kind in ["robo", "hurto"] {
      let columns = try ["rate_std", "rate_std_low", "rate_std_high", "smr", "smr_low", "smr_high"].map {
        try numbers(layer, "\($0)_\(kind)")
      }
      for (row, code) in codes.enumerated() {
        var counts: [Int] = []
        var years: [Double] = []
        var expected = 0.0
        let level = code.hasPrefix("T") ? ["T1", "T2"] : (1...8).map { "0\($0)" }
        for sex in 0..<2 {
          for age in 0..<4 {
            counts.append(slow.count(code, kind, sex: sex, age: age))
            years.append(slow.people(code, sex: sex, age: age, at: 2020) * 2)
            let events = level.reduce(0) { $0 + slow.count($1, kind, sex: sex, age: age) }
            let people = level.reduce(0) { $0 + slow.people($1, sex: sex, age: age, at: 2020) * 2 }
            expected += years[years.count - 1] * Double(events) / people
          }
        }
        let observed = Double(counts.reduce(0, +))
        #expect(isClose(columns[3][row], observed / expected), "\(code) \(kind)")
        let limits = try poissonLimits(count: Int(observed))
        #expect(isClose(columns[4][row], limits.low / expected) && isClose(columns[5][row], limits.high / expected))
        var weights = standard + standard
        if code == "04" {
          // Nobody is old there, and the standard has old people: they go with those before.
          for old in [3, 7] {
            #expect(years[old] == 0)
            weights[old - 1] += weights[old]
            counts[old - 1] += counts[old]
            (weights[old], counts[old]) = (0, 0)
          }
        }
        var value = 0.0
        for stratum in 0..<8 where years[stratum] > 0 { value += weights[stratum] * Double(counts[stratum]) / years[stratum] }
        value *= 100_000 / 200_000
        #expect(isClose(columns[0][row], value), "\(code) \(kind)")
        let rate = try directlyStandardizedRate(counts: counts, personYears: years, standard: weights)
        #expect(isClose(columns[1][row], rate.limits.low) && isClose(columns[2][row], rate.limits.high))
      }
    }
    let placed = made.records.filter { $0.district != nil || $0.town != nil }
    let unknown = placed.count { $0.sex == nil || $0.age == nil }
    let warning = try #require(result.warnings.first { $0.id == "rates.unknown_strata" })
    #expect(warning.values["count"] == String(unknown))
    #expect(warning.values["share"] == NumberText.text(Double(unknown) / Double(placed.count)))
    #expect(result.warnings.first { $0.id == "rates.merged_strata" }?.values["count"] == "1")
  }

  @Test func `by age alone the sexes are one, and the territory is its own standard`() async throws {
    let made = MadeRates(seed: 7, records: 800)
    let slow = SlowRates(made: made)
    var options = try made.options
    (options.by, options.age) = (nil, "edad")
    let layer = try await made.run(options).layer
    let (rates, ratios) = (try numbers(layer, "rate_std"), try numbers(layer, "smr"))
    // Sex does not matter here, so records of unknown sex count too.
    func count(_ code: String, _ age: Int) -> Double {
      Double(
        made.records.count { record in
          let isIn =
            record.district.map { SlowRates.districts(code).contains($0) } ?? record.town.map { code == "T\($0 + 1)" } ?? false
          return isIn && record.age.map { $0 >= MadeRates.groups[age].1 && $0 <= MadeRates.groups[age].2 } ?? false
        })
    }
    for (row, code) in try codes(layer).enumerated() where code.hasPrefix("T") {
      var (rate, expected, all, observed) = (0.0, 0.0, 0.0, 0.0)
      for age in 0..<4 {
        let own = slow.people(code, age: age, at: 2020) * 2
        let territory = ["T1", "T2"].reduce(0) { $0 + slow.people($1, age: age, at: 2020) * 2 }
        rate += territory * count(code, age) / own
        all += territory
        observed += count(code, age)
        expected += own * (count("T1", age) + count("T2", age)) / territory
      }
      #expect(isClose(rates[row], rate / all * 100_000) && isClose(ratios[row], observed / expected), "\(code)")
    }
  }

  @Test func `neither workers nor the order of records or figures change a byte`() async throws {
    let made = MadeRates(seed: 11, records: 600)
    var options = try made.options
    (options.sex, options.age, options.period) = ("sexo", "edad", .month)
    let one = try await made.run(options, jobs: 1, size: 100_000)
    var other = made
    other.records.reverse()
    var random = SplitMix64(seed: 3)
    other.figures.shuffle(using: &random)
    var shuffled = try other.options
    (shuffled.sex, shuffled.age, shuffled.period) = ("sexo", "edad", .month)
    let two = try await other.run(shuffled, jobs: 3, size: 512)
    #expect(one.layer.columns == two.layer.columns)
    #expect(one.table.bytes == two.table.bytes && one.warnings == two.warnings)
  }

  @Test func `those in passing count for the hours that they stay, where they are known`() async throws {
    let made = MadeRates(seed: 5, records: 400)
    let slow = SlowRates(made: made)
    var options = try made.options
    (options.by, options.floating, options.floatingHours) = (nil, "flotante", 6)
    let layer = try await made.run(options).layer
    let present = try numbers(layer, "rate_present")
    for (row, code) in try codes(layer).enumerated() {
      let wanted =
        code == "T2" ? Double(slow.count(code, nil)) * 100_000 / ((slow.people(code, at: 2020) + 9_000 * 6 / 24) * 2) : nil
      #expect(isClose(present[row], wanted), "\(code)")
    }
  }

  @Test func `what a table says of a coarser area goes before the sum of its parts`() async throws {
    let made = MadeRates(seed: 6, records: 300)
    var options = try made.options
    let more = [("T1", 2018, 50_000), ("T1", 2022, 70_000)].enumerated().map { line, figure in
      PopulationTable.Row(
        line: 900 + line, code: figure.0, year: String(figure.1), sex: "total", age: "Total", population: String(figure.2))
    }
    options.populationTable = try made.table(0..<5, more: more)
    (options.sex, options.age) = ("sexo", "edad")
    let result = try await made.run(options)
    let population = try numbers(result.layer, "population")
    let (rates, standardized) = (try numbers(result.layer, "rate_hurto"), try numbers(result.layer, "rate_std_hurto"))
    let slow = SlowRates(made: made)
    for (row, code) in try codes(result.layer).enumerated() {
      switch code {
      case "T1":
        // From the middle of 2018 to that of 2022, at the beginning of 2020.
        #expect(isClose(population[row], 50_000 + 20_000 * 1.5 / 4))
        #expect(rates[row] != nil && standardized[row] == nil, "its strata are not known")
      case "06", "07", "08", "T2": #expect(population[row] == nil && rates[row] == nil && standardized[row] == nil)
      default: #expect(isClose(population[row], slow.people(code, at: 2020)))
      }
    }
    let missing = result.warnings.filter { $0.id == "population.missing_areas" }
    #expect(missing.map { $0.values["codes"] } == ["06, 07, 08", "T2"])
  }

  @Test func `beyond the figures the nearest is held, and that is a warning`() async throws {
    let made = MadeRates(seed: 8, records: 300)
    var options = try made.options
    (options.from, options.to) = ("2019-01-01", "2022-12-31")
    let result = try await made.run(options)
    let warning = try #require(result.warnings.first { $0.id == "population.extrapolated" })
    #expect(warning.severity == .warning && warning.values["count"] == "10" && warning.values["last"] == "2021")
    options.to = "2021-12-31"
    #expect(try await made.run(options).warnings.contains { $0.id == "population.extrapolated" } == false)
  }

  @Test func `weights have no standardised rates, and their fields are null`() async throws {
    let made = MadeRates(seed: 9, records: 300)
    var options = try made.options
    (options.sex, options.age, options.weight) = ("sexo", "edad", "id")
    let layer = try await made.run(options).layer
    #expect(try numbers(layer, "rate_std_robo").allSatisfy { $0 == nil })
    #expect(try numbers(layer, "smr_robo").allSatisfy { $0 == nil })
    #expect(try numbers(layer, "rate_robo").contains { $0 != nil })
  }

  @Test func `a cumulative rate of one year's table needs no dates`() async throws {
    let made = MadeRates(seed: 10, records: 300)
    var options = try made.options
    (options.when, options.from, options.to, options.rateBasis, options.by) = (nil, nil, nil, .period, nil)
    let rows = zip(made.figures, made.rows).filter { $0.0.year == 2020 }.map(\.1)
    options.populationTable = try PopulationTable(rows, named: "p.csv")
    let layer = try await made.run(options).layer
    let slow = SlowRates(made: made)
    let rates = try numbers(layer, "rate")
    for (row, code) in try codes(layer).enumerated() {
      #expect(isClose(rates[row], Double(slow.count(code, nil)) * 100_000 / slow.people(code, at: 2020.5)), "\(code)")
    }
  }

  @Test func `a rate drawn to its neighbours is Marshall's of each neighbourhood`() async throws {
    let made = MadeRates(seed: 12, records: 900)
    let slow = SlowRates(made: made)
    var options = try made.options
    options.stabilizesLocally = true
    let result = try await made.run(options)
    let values = try numbers(result.layer, "rate_eb_local_robo")
    for (row, code) in try codes(result.layer).enumerated() where !code.hasPrefix("T") {
      // Districts are a row of squares: neighbours are those at both sides.
      let own = Int(code)!
      let group = (max(1, own - 1)...min(8, own + 1)).map { "0\($0)" }
      let counts = group.map { Double(slow.count($0, "robo")) }
      let years = group.map { slow.people($0, at: 2020) * 2 }
      let all = years.reduce(0, +)
      let mean = counts.reduce(0, +) / all
      var spread = 0.0
      for (count, years) in zip(counts, years) { spread += years * (count / years - mean) * (count / years - mean) }
      let variance = max(0, spread / all - mean / (all / Double(group.count)))
      let mine = (count: Double(slow.count(code, "robo")), years: slow.people(code, at: 2020) * 2)
      let share = variance / (variance + mean / mine.years)
      #expect(isClose(values[row], (mean + share * (mine.count / mine.years - mean)) * 100_000), "\(code)")
    }
    #expect(!result.warnings.contains { $0.id == "rates.islands" })
  }
}
