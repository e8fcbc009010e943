/// What the tables that rates go by hold.
public enum RateFiles {
  /// What a column of a population table holds.
  public enum Column: String, Hashable, Sendable, CaseIterable {
    case code, year, sex, age, population
  }
}
