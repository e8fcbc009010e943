public import PlazaRecords

/// Some of the people: of one sex, of an age, or both.
public struct PeopleGroup: Hashable, Sendable {
  /// Nil for both.
  public var sex: Sex?
  /// Nil for all.
  public var age: AgeGroup?

  public init(sex: Sex? = nil, age: AgeGroup? = nil) {
    self.sex = sex
    self.age = age
  }

  /// Both sexes before women before men, younger before older.
  var order: (Int, Int, Int) { (sex?.rawValue ?? -1, age?.first ?? -1, age.map { $0.last ?? .max } ?? -1) }
}

/// How many people are somewhere.
public struct PeopleCount: Hashable, Sendable {
  public var total: Double
  /// Those of whom it is sure: units wholly inside.
  public var low: Double
  /// Those of whom it is possible: every unit that has ground there; infinite where nobody knows of some.
  public var high: Double
  /// Of each group, in the order of `People.groups`; not a number where that of some unit is not known.
  public var groups: [Double]
  /// Of each group, those of the units of which it is known.
  public var knownGroups: [Double]

  public init(total: Double, low: Double, high: Double, groups: [Double]) {
    self.total = total
    self.low = low
    self.high = high
    self.groups = groups
    knownGroups = groups.map { $0.isNaN ? 0 : $0 }
  }

  public static func none(groups: Int) -> PeopleCount {
    PeopleCount(total: 0, low: 0, high: 0, groups: [Double](repeating: 0, count: groups))
  }

  /// Whether the units are too coarse for the number to mean much: the possible is more than twice the sure.
  public var isCoarse: Bool { high > 2 * low }

  public static func += (sum: inout PeopleCount, other: PeopleCount) {
    sum.total += other.total
    sum.low += other.low
    sum.high += other.high
    for group in sum.groups.indices {
      sum.groups[group] += other.groups[group]
      sum.knownGroups[group] += other.knownGroups[group]
    }
  }

  /// Adds the share of a unit that is there to a group; a number that nobody knows makes the sum unknown.
  mutating func add(_ amount: Double, share: Double, toGroup group: Int) {
    if amount.isNaN {
      if share > PeopleUnits.tolerance { groups[group] = .nan }
    } else {
      groups[group] += amount * share
      knownGroups[group] += amount * share
    }
  }
}

/// What the caller says about the columns of people.
public struct PeopleFields: Hashable, Sendable {
  /// The column with everybody; found by name when nil.
  public var population: String?
  /// `FIELD=F:0-14`: columns of one sex and/or age; found by name when empty.
  public var groups: [String] = []

  public init() {}
}
