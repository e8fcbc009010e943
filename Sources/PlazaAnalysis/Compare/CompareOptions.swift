/// What a comparison is asked to do; the names are those of the command line and of `study.yaml`.
public struct CompareOptions: Hashable, Sendable {
  /// The span of time that is compared, up to the day `until`.
  public enum Window: String, Hashable, Sendable, CaseIterable {
    /// The month of that day, from its first.
    case month
    /// Its year, from January.
    case yearToDate = "ytd"
    /// The twelve months that end with it.
    case twelveMonths = "12m"
  }

  public enum Against: String, Hashable, Sendable, CaseIterable {
    /// The same days a year earlier.
    case lastYear = "last-year"
    /// The window before: the month before, the twelve months before; of the year to date, that of the year before.
    case previous
  }

  /// How records are read, placed and told apart; its period, dates, weight and rates are not used.
  public var join = JoinOptions()
  /// Whether the areas are cells of a grid, in which kinds that expose people are not shown.
  public var isOnCells = false
  public var periods = Window.allCases
  public var against = Against.lastYear
  /// The last day that counts; nil is the end of the last complete month.
  public var until: String?
  /// The field with the date on which a record became known, and the day up to which records are taken as known.
  public var registered: String?
  public var cutoff: String?

  public init() {}
}
