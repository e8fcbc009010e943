/// What a join is asked to do; the names are those of the command line and of `study.yaml`.
public struct JoinOptions: Hashable, Sendable {
  public enum Assignment: String, Hashable, Sendable, CaseIterable {
    /// A record in several areas counts in the one with the lowest code.
    case lowest
    /// It counts in each of them.
    case all
  }

  public enum RateBasis: String, Hashable, Sendable, CaseIterable {
    case personYears = "person-years"
    /// The cumulative rate: per 100 000 persons over the whole period.
    case period
  }

  /// Which columns of a table are periods.
  public enum Wide: String, Hashable, Sendable, CaseIterable {
    /// `Enero` … `Diciembre`, `Jan` …, `2019-01`, `2019_01`, `ene-2019`.
    case month
  }

  public struct Condition: Hashable, Sendable {
    public var field: String
    public var values: [String]

    public init(field: String, values: [String]) {
      self.field = field
      self.values = values
    }
  }

  /// The fields of the areas; with several levels, those of the finest.
  public var areas = AreaFields()
  /// The fields of the coarser levels, in their order.
  public var coarserAreas: [AreaFields] = []
  /// The field that divides one layer into levels.
  public var levelField: String?
  public var keys = KeyOptions()
  public var by: String?
  public var when: String?
  public var period: Period?
  public var dateOrder: DateOrder?
  /// Dates as a person writes them: `2019`, `2019-05`, `2019-05-17`; both inclusive at their own precision.
  public var from: String?
  public var to: String?
  public var conditions: [Condition] = []
  public var weight: String?
  /// The field with the number of records that a row stands for.
  public var count: String?
  /// Whether columns named after months hold those numbers; `year` is the field with their year.
  public var wide: Wide?
  public var year: String?
  public var assignment = Assignment.lowest
  public var explodes = false
  /// How far a record may be from where it says; nil asks nothing about borders.
  public var accuracy: Accuracy?
  public var rateBasis = RateBasis.personYears
  /// Populations by year, in the place of a field of the areas.
  public var populationTable: PopulationTable?
  /// The field of the areas with the people who are there in passing, and for how many hours of the day.
  public var floating: String?
  public var floatingHours = 8.0
  /// Whether rates are also drawn towards that of each area and its neighbours.
  public var stabilizesLocally = false
  /// The fields of the records with the sex and the age, by which rates are standardised.
  public var sex: String?
  public var age: String?
  public var standard: StandardChoice?
  /// Identifying fields that `--tagged` may write all the same.
  public var keep: [String] = []
  /// The classes of the kinds in `by`.
  public var classes: ClassMapping?
  /// Kinds that `--tagged` shows though they look sensitive or the class table does not have them.
  public var keptKinds: [String] = []
  /// Whether the table has a row for every area, kind and period, also without records.
  public var isComplete = false

  public init() {}

  /// - Parameter level: from 0, the finest.
  func fields(level: Int) -> AreaFields {
    if level == 0 { return areas }
    if level <= coarserAreas.count { return coarserAreas[level - 1] }
    var fields = AreaFields()
    (fields.mergesCodes, fields.isStrict) = (areas.mergesCodes, areas.isStrict)
    fields.takeValidity(of: areas)
    return fields
  }
}
