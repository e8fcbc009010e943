import PlazaGeometry
import PlazaLayers
import PlazaTesting

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// Eight districts in a row in two towns, people by sex and age in three years, and records that know the truth of themselves.
struct MadeRates {
  struct Record {
    /// Nil in none; the town alone is known of some.
    var district: Int?
    var town: Int?
    var kind: String
    var day: Int
    var sexText: String
    var ageText: String
    /// 0 women, 1 men; nil when the text says neither.
    var sex: Int?
    var age: Int?

    func row(_ id: Int) -> String {
      let place = district.map { "\($0).5,0.5" } ?? ","
      return "\(id),\(kind),\(CivilDate.text(ofDay: day)),\(sexText),\(ageText),\(town.map { "T\($0 + 1)" } ?? ""),\(place)"
    }
  }

  struct Figure {
    var district: Int
    var year: Int
    var sex: Int
    var age: Int
    var people: Int
  }

  static let header = "id,kind,fecha,sexo,edad,mun,lon,lat\n"
  static let groups = [("00 a 14", 0, 14), ("15-29", 15, 29), ("30 a 59 años", 30, 59), ("60 y más", 60, 150)]
  static let years = [2018, 2020, 2021]

  var records: [Record] = []
  var figures: [Figure] = []

  init(seed: UInt64, records count: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<count {
      let sex = [("H", 1), ("M", 0), ("mujer", 0), ("", nil), ("otro", nil)].randomElement(using: &random)!
      let age = Int.random(in: 0...95, using: &random)
      let ages: [(String, Int?)] = [
        (String(age), age), ("\(age).0", age), ("\(age) años", age), ("", nil), ("-1", nil), ("999", nil), ("60 y más", 60),
        ("10-20", nil),
      ]
      let (text, known) = ages.randomElement(using: &random)!
      let district = Int.random(in: 0..<9, using: &random)
      let isKnown = district < 8 && Int.random(in: 0..<5, using: &random) > 0
      records.append(
        Record(
          district: isKnown ? district : nil, town: isKnown ? nil : district == 8 ? nil : district / 4,
          kind: ["robo", "hurto"].randomElement(using: &random)!, day: 17_897 + Int.random(in: 0..<731, using: &random),
          sexText: sex.0, ageText: text, sex: sex.1, age: known))
    }
    for district in 0..<8 {
      for year in Self.years {
        for sex in 0..<2 {
          for age in 0..<4 {
            figures.append(
              Figure(
                district: district, year: year, sex: sex, age: age,
                // In one district nobody is old.
                people: district == 3 && age == 3 ? 0 : Int.random(in: 500...4_000, using: &random)))
          }
        }
      }
    }
  }

  static func ring(_ from: Double, _ to: Double) -> [[Coordinate]] {
    let corners = [(from, 0.0), (to, 0.0), (to, 1.0), (from, 1.0)]
    return [corners.map { Coordinate(x: $0.0, y: $0.1) }]
  }

  static func layer(_ rings: [[[Coordinate]]], _ columns: [Column]) -> Layer {
    var geometry = PolygonColumn()
    for rings in rings { geometry.append(polygon: rings) }
    return Layer(geometry: geometry, columns: columns, crs: .wgs84)
  }

  static let districts = layer(
    (0..<8).map { ring(Double($0), Double($0 + 1)) },
    [
      Column(name: "codigo", values: (1...8).map { .text("0\($0)") }),
      Column(name: "mun", values: (0..<8).map { .text("T\($0 / 4 + 1)") }),
    ])
  static let towns = layer(
    [ring(0, 4), ring(4, 8)],
    [
      Column(name: "codigo", values: [.text("T1"), .text("T2")]),
      Column(name: "flotante", values: [.null, .number("9000")]),
    ])

  var csv: [UInt8] { Array((Self.header + records.enumerated().map { $1.row($0) }.joined(separator: "\n") + "\n").utf8) }

  /// The rows of the table, whose codes have lost their zeros.
  var rows: [PopulationTable.Row] {
    figures.enumerated().map { line, figure in
      .init(
        line: line + 2, code: String(figure.district + 1), year: String(figure.year), sex: figure.sex == 0 ? "M" : "Hombre",
        age: Self.groups[figure.age].0, population: String(figure.people))
    }
  }

  /// - Parameter districts: those that the table has.
  func table(_ districts: Range<Int> = 0..<8, more: [PopulationTable.Row] = []) throws -> PopulationTable {
    let rows = zip(figures, rows).filter { districts.contains($0.0.district) }.map(\.1)
    return try PopulationTable(rows + more, named: "poblacion.csv")
  }

  var options: JoinOptions {
    get throws {
      var options = JoinOptions()
      options.areas.code = ["codigo"]
      options.areas.parent = "mun"
      var towns = AreaFields()
      towns.code = ["codigo"]
      options.coarserAreas = [towns]
      options.keys.codes = ["", "mun"]
      options.by = "kind"
      options.when = "fecha"
      (options.from, options.to) = ("2019-01-01", "2020-12-31")
      options.populationTable = try table()
      return options
    }
  }

  func run(_ options: JoinOptions, jobs: Int = 2, size: Int = 1024) async throws -> JoinResult {
    try await Join.run(
      SmallBatches(csv, size: size),
      levels: [AreaLayer(Self.districts, file: "d.geojson"), AreaLayer(Self.towns, file: "t.geojson")],
      options: options, jobs: jobs)
  }
}

/// Populations, counts and rates by looking at every figure and every record.
struct SlowRates {
  let made: MadeRates

  /// The districts of an area by its code.
  static func districts(_ code: String) -> Range<Int> {
    switch code {
    case "T1": 0..<4
    case "T2": 4..<8
    default: Int(code)! - 1..<Int(code)!
    }
  }

  func people(_ code: String, sex: Int? = nil, age: Int? = nil, at time: Double) -> Double {
    var sum = 0.0
    for figure in made.figures where Self.districts(code).contains(figure.district) {
      guard sex == nil || figure.sex == sex, age == nil || figure.age == age else { continue }
      // Each figure has the weight of its year at that time.
      let own = Double(figure.year) + 0.5
      let times = MadeRates.years.map { Double($0) + 0.5 }
      var weight = 0.0
      if time <= times[0] { weight = own == times[0] ? 1 : 0 }
      if time >= times[2] { weight = own == times[2] ? 1 : 0 }
      for (one, other) in zip(times, times.dropFirst()) where time > one && time < other {
        if own == one { weight = (other - time) / (other - one) }
        if own == other { weight = (time - one) / (other - one) }
      }
      sum += weight * Double(figure.people)
    }
    return sum
  }

  /// Records of an area and kind; of strata, those whose sex and age are both known.
  func count(_ code: String, _ kind: String?, sex: Int? = nil, age: Int? = nil, day: (Int) -> Bool = { _ in true }) -> Int {
    made.records.count { record in
      let inDistrict = record.district.map { Self.districts(code).contains($0) } ?? false
      let inTown = record.town.map { code == "T\($0 + 1)" } ?? false
      guard inDistrict || inTown, kind == nil || record.kind == kind, day(record.day) else { return false }
      guard let sex else { return true }
      guard let own = record.age, own >= 0, own <= 150, record.sex == sex else { return false }
      return own >= MadeRates.groups[age!].1 && own <= MadeRates.groups[age!].2
    }
  }
}
