internal import PlazaLayers

/// The strata of sex and age in which records are counted for standardised rates: those of the population table that the records have too.
package struct StratumPlan: Sendable {
  let sexSlot: Int?
  let ageSlot: Int?
  /// The fields of the records; empty for none.
  package let sexField: String
  package let ageField: String
  /// Empty when strata are not by sex, or not by age.
  package let sexes: [Sex]
  package let ages: [AgeGroup]
  /// For each stratum, those of the table that it is the sum of.
  package let places: [[Int]]

  /// - Parameter slot: asks the reader for a field: its name, the option that named it.
  /// - Throws: `Failure` `population.no_sexes`, `population.no_ages` when the table lacks what the records have, `join.no_field`.
  package init?(
    _ table: PopulationTable?, sex: String?, age: String?, slot: (_ name: String, _ option: String) throws -> Int
  ) throws {
    guard let table, sex != nil || age != nil else { return nil }
    if let field = sex, table.sexes.isEmpty {
      throw Failure(.usage, "population.no_sexes", ["file": table.name, "field": field])
    }
    if let field = age, table.ages.isEmpty {
      throw Failure(.usage, "population.no_ages", ["file": table.name, "field": field])
    }
    sexSlot = try sex.map { try slot($0, "--sex") }
    ageSlot = try age.map { try slot($0, "--age") }
    sexField = sex ?? ""
    ageField = age ?? ""
    sexes = sex == nil ? [] : table.sexes
    ages = age == nil ? [] : table.ages
    let (sexCount, ageCount) = (max(1, table.sexes.count), max(1, table.ages.count))
    var places = [[Int]](repeating: [], count: max(1, sexes.count) * max(1, ages.count))
    for sex in 0..<sexCount {
      for age in 0..<ageCount {
        let stratum = (sexes.isEmpty ? 0 : sex) * max(1, ages.count) + (ages.isEmpty ? 0 : age)
        places[stratum].append(sex * ageCount + age)
      }
    }
    self.places = places
  }

  package var count: Int { places.count }

  /// What workers write down of a record, before all of them know what `M` means: the sex (or `M`, or unknown) and the group (or unknown).
  enum Mark {
    static let m = 2
    static let unknown = 3
  }

  fileprivate var ageMarks: Int { max(1, ages.count) + 1 }

  /// - Parameter m: the sex that `M` means.
  /// - Returns: nil for a record whose sex or age is not known, or not one of the table's.
  package func stratum(ofMark mark: Int, m: Sex) -> Int? {
    let (sexMark, age) = (mark / ageMarks, mark % ageMarks)
    guard age < ageMarks - 1 else { return nil }
    guard !sexes.isEmpty else { return age }
    guard sexMark != Mark.unknown, let sex = sexMark == Mark.m ? m : Sex(rawValue: sexMark),
      let place = sexes.firstIndex(of: sex)
    else { return nil }
    return place * (ageMarks - 1) + age
  }

  /// The mark of a pair of texts.
  package func mark(sex: Int, age: Int) -> Int { sex * ageMarks + age }
}

/// Reads the sex and age of records; one for each worker, because it remembers what it has looked up.
struct StratumReader {
  private let plan: StratumPlan
  private var sexes = Interner()
  private var ages = Interner()
  private var sexMarks: [Int] = []
  private var ageMarks: [Int] = []
  private(set) var evidence: SexEvidence = []

  init(_ plan: StratumPlan) { self.plan = plan }

  mutating func sex(_ start: UnsafePointer<UInt8>, count: Int) -> Int {
    let number = sexes.number(of: start, count: count)
    if number == sexMarks.count { sexMarks.append(sexMark(CanonicalText.of(sexes.value(number)))) }
    return sexMarks[number]
  }

  mutating func age(_ start: UnsafePointer<UInt8>, count: Int) -> Int {
    let number = ages.number(of: start, count: count)
    if number == ageMarks.count { ageMarks.append(ageMark(CanonicalText.of(ages.value(number)))) }
    return ageMarks[number]
  }

  private mutating func sexMark(_ text: String) -> Int {
    evidence.formUnion(SexEvidence.of(text))
    switch SexText.read(text) {
    case .sex(let sex): return sex.rawValue
    case .m: return StratumPlan.Mark.m
    case .unknown, .total, .unreadable: return StratumPlan.Mark.unknown
    }
  }

  /// A group of records belongs to the group of the table that holds all of it.
  private func ageMark(_ text: String) -> Int {
    guard case .group(let group) = AgeText.read(text), let place = plan.ages.firstIndex(where: { $0.contains(group) }) else {
      return plan.ages.count
    }
    return place
  }
}
