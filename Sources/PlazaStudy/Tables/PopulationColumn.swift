/// What a column of a table of populations holds.
public enum PopulationColumn: String, Hashable, Sendable, CaseIterable {
  case code, year, sex, age, population
}
