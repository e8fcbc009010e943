import PlazaAnalysis
import PlazaGeometry
import PlazaLayers
import PlazaRecords
import PlazaTesting
import Testing

@Suite struct PeopleTests {
  /// Of equal area, so that a square of ten metres has a hundred.
  static let metric = CRS("+proj=laea +lat_0=19 +lon_0=-99 +x_0=500000 +y_0=2100000 +datum=WGS84 +units=m +no_defs")

  static func boxes(_ boxes: [(Double, Double, Double, Double)]) -> PolygonColumn {
    var column = PolygonColumn()
    for (x, y, width, height) in boxes {
      for (dx, dy) in [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)] as [(Double, Double)] {
        column.append(x: 500_000 + x + width * dx, y: 2_100_000 + y + height * dy)
      }
      column.endRing()
      column.endPolygon()
      column.endFeature()
    }
    return column
  }

  static func features(_ polygons: PolygonColumn, points: [(Double, Double)]? = nil, _ columns: [Column]) -> Features {
    var (pointColumn, lines) = (PointColumn(), LineColumn())
    var polygons = polygons
    for row in 0..<(points?.count ?? polygons.featureCount) {
      if let points {
        pointColumn.append(x: 500_000 + points[row].0, y: 2_100_000 + points[row].1)
        polygons.endFeature()
      }
      pointColumn.endFeature()
      lines.endFeature()
    }
    return Features(points: pointColumn, lines: lines, polygons: polygons, columns: columns, crs: metric)
  }

  static func numbers(_ name: String, _ values: [Int?]) -> Column {
    Column(name: name, values: values.map { $0.map(FieldValue.integer) ?? .null })
  }

  private func people(
    _ features: Features, residential: PolygonColumn? = nil, _ edit: (inout PeopleFields) -> Void = { _ in }
  ) async throws -> People {
    var fields = PeopleFields()
    edit(&fields)
    return try await People(
      features, named: "people.geojson", fields: fields, residential: residential.map { Self.features($0, []) },
      crs: Self.metric, jobs: 2)
  }

  @Test func `Two unit squares share their people out over a box, as tobler's area_interpolate does`() async throws {
    // tobler/tests: extensive variables, allocate_total.
    let made = try await people(Self.features(Self.boxes([(0, 0, 1, 1), (1, 0, 1, 1)]), [Self.numbers("population", [1, 3])]))
    let counts = try made.within(Self.boxes([(0.5, 0, 1, 1), (0, 0, 2, 1), (0, 0, 1, 1), (5, 5, 1, 1), (0, 0, 1.5, 1)]), jobs: 1)
    #expect(abs(counts[0].total - 2) < 1e-9)
    #expect(counts[1].total == 4)
    #expect(counts[2].total == 1)
    #expect(counts[3] == PeopleCount(total: 0, low: 0, high: 0, groups: []))
    // Nobody is surely in the middle, everybody may be; the neighbour across a border may not.
    #expect(counts[0].low == 0 && counts[0].high == 4 && counts[0].isCoarse)
    #expect(counts[2].low == 1 && counts[2].high == 1 && !counts[2].isCoarse)
    #expect(counts[4].low == 1 && counts[4].high == 4)
    #expect(made.method == "areal" && made.total.total == 4)
  }

  @Test func `A number that nobody knows leaves no upper limit and is told`() async throws {
    let made = try await people(Self.features(Self.boxes([(0, 0, 1, 1), (1, 0, 1, 1)]), [Self.numbers("population", [1, nil])]))
    let counts = try made.within(Self.boxes([(0, 0, 2, 1), (0, 0, 1, 1)]), jobs: 1)
    #expect(counts.map(\.total) == [1, 1] && counts.map(\.low) == [1, 1] && counts.map(\.high) == [.infinity, 1])
    #expect(made.notes.map(\.id) == ["people.field", "people.unknown"])
  }

  @Test func `One masked cell hides no group, and the sums that need it are unknown`() async throws {
    let women = Column(name: "P_60YMAS_F", values: [.text("*"), .number("66")])
    let made = try await people(
      Self.features(
        Self.boxes([(0, 0, 1, 1), (1, 0, 1, 1)]),
        [Self.numbers("POBTOT", [1000, 1000]), women, Self.numbers("P_60YMAS_M", [54, 54])]))
    #expect(made.groups.map(\.sex) == [.female, .male])
    let counts = try made.within(Self.boxes([(0, 0, 2, 1), (1, 0, 1, 1)]), jobs: 1)
    #expect(counts[0].groups[0].isNaN && counts[0].knownGroups == [66, 108] && counts[0].groups[1] == 108)
    #expect(counts[1].groups == [66, 54])
    #expect(made.notes.first { $0.id == "people.groups_unknown" }?.values["count"] == "1")
    // A word is no number that is missing.
    let word = Column(name: "P_60YMAS_F", values: [.text("many"), .number("66")])
    #expect(
      try await people(Self.features(Self.boxes([(0, 0, 1, 1), (1, 0, 1, 1)]), [Self.numbers("pob", [1, 1]), word])).groups
        .isEmpty)
  }

  @Test func `A unit that stands twice is counted once, and units on each other are told with their size`() async throws {
    let twice = try await people(
      Self.features(
        Self.boxes([(0, 0, 100, 100), (100, 0, 100, 100), (0, 0, 100, 100)]), [Self.numbers("pob", [400, 600, 400])]))
    #expect(twice.total.total == 1000)
    #expect(try twice.within(Self.boxes([(0, 0, 200, 100)]), jobs: 1)[0].total == 1000)
    #expect(twice.notes.first { $0.id == "people.units_twice" }?.values["people"] == "400")
    #expect(!twice.notes.contains { $0.id == "people.units_overlap" })
    // Another number on the same ground is no repetition.
    let other = try await people(
      Self.features(Self.boxes([(0, 0, 100, 100), (0, 0, 100, 100), (50, 0, 100, 100)]), [Self.numbers("pob", [400, 300, 10])]))
    #expect(other.total.total == 710)
    let note = try #require(other.notes.first { $0.id == "people.units_overlap" })
    #expect(note.values["count"] == "3" && note.values["people"] == "310" && note.values["surface"] == "0.02")
  }

  @Test func `A border that two files draw through different vertices takes nobody's certainty`() async throws {
    let made = try await people(Self.features(Self.boxes([(0, 0, 1000, 1000)]), [Self.numbers("pob", [1000])]))
    // A tenth of a millimetre short of the edge.
    let counts = try made.within(Self.boxes([(0, 0, 1000, 999.9999), (0, 0, 1000, 999), (0, 999.9999, 1000, 1)]), jobs: 1)
    #expect(counts.map(\.low) == [1000, 0, 0])
    #expect(counts.prefix(2).map(\.high) == [1000, 1000])
    // No more than its even share, which is less than a thousandth of a person.
    #expect(counts[2].high == counts[2].total && counts[2].total < 0.001)
  }

  @Test(arguments: [1, 2] as [UInt64]) func `Zones that share out the ground share out the people`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var squares: [(Double, Double, Double, Double)] = []
    for row in 0..<10 {
      for column in 0..<10 { squares.append((Double(column) * 97, Double(row) * 97, 97, 97)) }
    }
    let units = Self.boxes(squares)
    let values = (0..<100).map { _ in Int(random.next() % 5000) }
    let women = values.map { $0 / 2 }
    let made = try await people(
      Self.features(
        units,
        [
          Self.numbers("pob", values), Self.numbers("mujeres", women),
          Self.numbers("hombres", zip(values, women).map { $0 - $1 }),
        ]))
    #expect(made.groups == [PeopleGroup(sex: .female), PeopleGroup(sex: .male)])
    // Strips of any width, beyond the ground on every side.
    var cuts = (0..<30).map { _ in Double.random(in: 0..<1, using: &random) * 970 }.sorted()
    cuts = [-10] + cuts + [1000]
    let strips: [(Double, Double, Double, Double)] = zip(cuts, cuts.dropFirst()).map { from, to in (from, -10, to - from, 1000) }
    let zones = Self.boxes(strips)
    let counts = try made.within(zones, jobs: 2)
    try made.requireConservation(counts, of: made.total)
    #expect(throws: Failure.self) { try made.requireConservation(Array(counts.dropLast()), of: made.total) }
    #expect(try made.within(zones, jobs: 1) == counts)
  }

  @Test func `The order of the units changes nothing`() async throws {
    var random = SplitMix64(seed: 3)
    func draw(_ range: Range<Double>) -> Double { Double.random(in: range, using: &random) }
    let boxes: [(Double, Double, Double, Double)] = (0..<60).map { _ in (draw(0..<50), draw(0..<50), draw(5..<25), draw(5..<25)) }
    let values = (0..<60).map { _ in Int(random.next() % 999) }
    let order = (0..<60).sorted { (values[$0], $0) < (values[$1], $1) }
    let zones = Self.boxes([(3, 7, 31, 29), (20, 20, 50, 3)])
    let one = try await people(Self.features(Self.boxes(boxes), [Self.numbers("pop", values)]))
    let other = try await people(
      Self.features(Self.boxes(order.map { boxes[$0] }), [Self.numbers("pop", order.map { values[$0] })]))
    #expect(try one.within(zones, jobs: 1) == other.within(zones, jobs: 1))
    #expect(one.total == other.total)
  }

  @Test func `People live on residential ground only, where their unit has any`() async throws {
    let units = Self.features(Self.boxes([(0, 0, 10, 10), (10, 0, 10, 10)]), [Self.numbers("population", [100, 60])])
    // Two masks that overlap, in the left half of the first unit; the second has none.
    let made = try await people(units, residential: Self.boxes([(0, 0, 4, 10), (2, 0, 3, 10)]))
    let counts = try made.within(Self.boxes([(0, 0, 2.5, 10), (5, 0, 5, 10), (10, 0, 5, 10), (0, 0, 20, 10)]), jobs: 1)
    #expect(abs(counts[0].total - 50) < 1e-7)
    #expect(counts[1].total == 0)
    #expect(abs(counts[2].total - 30) < 1e-7)
    try made.requireConservation([counts[3]], of: made.total)
    #expect(made.notes.contains { $0.id == "people.no_residential" && $0.values["count"] == "1" })
    #expect(made.method == "areal_residential")
  }

  @Test func `Points count where they stand, once where zones share a border`() async throws {
    let made = try await people(
      Self.features(PolygonColumn(), points: [(1, 1), (2, 1), (9, 9)], [Self.numbers("habitantes", [5, 7, 11])]))
    let zones = Self.boxes([(0, 0, 2, 2), (2, 0, 2, 2)])
    #expect(try made.within(zones, jobs: 2).map(\.total) == [12, 7])
    #expect(try made.shared(among: zones, jobs: 2).map(\.total) == [12, 0])
    #expect(made.total.total == 23 && made.method == "points")
  }

  @Test func `Parts that do not add up are told and not corrected`() async throws {
    let made = try await people(
      Self.features(
        Self.boxes([(0, 0, 1, 1)]),
        [Self.numbers("total", [9]), Self.numbers("population", [823]), Self.numbers("M", [160]), Self.numbers("H", [212])]))
    #expect(made.groups == [PeopleGroup(sex: .female), PeopleGroup(sex: .male)])
    #expect(made.total == PeopleCount(total: 823, low: 823, high: 823, groups: [160, 212]))
    let note = made.notes.first { $0.id == "people.groups_differ" }
    #expect(note?.values == ["file": "people.geojson", "count": "1", "total": "823", "sum": "372"])
  }

  @Test func `M is read by what stands beside it`() async throws {
    func groups(_ names: [String]) async throws -> [PeopleGroup] {
      try await people(
        Self.features(
          Self.boxes([(0, 0, 1, 1)]), [Self.numbers("population", [2])] + names.map { Self.numbers($0, [1]) })
      ).groups
    }
    #expect(try await groups(["F", "M"]) == [PeopleGroup(sex: .female), PeopleGroup(sex: .male)])
    #expect(try await groups(["pob_m", "pob_h"]) == [PeopleGroup(sex: .female), PeopleGroup(sex: .male)])
    #expect(try await groups(["POBFEM", "POBMAS"]) == [PeopleGroup(sex: .female), PeopleGroup(sex: .male)])
    #expect(try await groups(["h", "jefas_mujeres", "area_total"]) == [])
    await #expect { _ = try await groups(["M"]) } throws: { ($0 as? Failure)?.diagnostic.id == "sex.ambiguous" }
    await #expect { _ = try await groups(["women", "mujeres"]) } throws: {
      ($0 as? Failure)?.diagnostic.id == "people.two_columns"
    }
  }

  @Test func `Ages are read from names, and left when they overlap`() async throws {
    func made(_ names: [String], groups: [String] = []) async throws -> People {
      try await people(
        Self.features(Self.boxes([(0, 0, 1, 1)]), [Self.numbers("population", [2])] + names.map { Self.numbers($0, [1]) })
      ) { $0.groups = groups }
    }
    let ages = try await made(["P_0A14", "P_15A64", "P_65YMAS"])
    #expect(ages.groups.map { $0.age?.label } == ["0-14", "15-64", "65+"])
    let crossed = try await made(["f_15_64", "m_15_64", "f_0_14", "m_0_14"])
    #expect(crossed.groups.map(\.sex) == [.female, .female, .male, .male])
    #expect(crossed.groups.map { $0.age?.label } == ["0-14", "15-64", "0-14", "15-64"])
    let overlapping = try await made(["P_0A2", "P_3YMAS", "P_5YMAS"])
    #expect(overlapping.groups.isEmpty && overlapping.notes.contains { $0.id == "people.ages_overlap" })
    #expect(try await made(["pob_2010"]).groups.isEmpty)
    let stated = try await made(["a", "b", "c"], groups: ["a=M:0-14", "b=F:0-14", "c=65+"])
    #expect(
      stated.groups == [
        PeopleGroup(age: AgeGroup(first: 65, last: nil)), PeopleGroup(sex: .female, age: AgeGroup(first: 0, last: 14)),
        PeopleGroup(sex: .male, age: AgeGroup(first: 0, last: 14)),
      ])
    for wrong in ["a", "a=", "a=F:M:0-14", "=F", "a=perhaps"] {
      await #expect { _ = try await made(["a"], groups: [wrong]) } throws: {
        ($0 as? Failure)?.diagnostic.id == "people.bad_group"
      }
    }
  }

  @Test func `What cannot be read ends with the place`() async throws {
    let geometry = Self.boxes([(0, 0, 1, 1)])
    func id(_ columns: [Column], _ edit: (inout PeopleFields) -> Void = { _ in }) async -> String? {
      do {
        _ = try await people(Self.features(geometry, columns), edit)
        return nil
      } catch { return (error as? Failure)?.diagnostic.id }
    }
    #expect(await id([Column(name: "pob", values: [.text("many")])]) == "people.bad_number")
    #expect(await id([Self.numbers("pob", [-1])]) == "people.bad_number")
    #expect(await id([Self.numbers("count", [1])]) == "people.doubtful_field")
    #expect(await id([Self.numbers("pob", [1]), Self.numbers("hab", [1]), Self.numbers("pop", [1])]) == "people.doubtful_field")
    #expect(await id([Self.numbers("pob", [1])]) { $0.population = "people" } == "people.no_field")
  }
}
