public import PlazaLayers

/// What is asked of the records of a file: where they are looked for, which of them count, and by what.
///
/// Field names are those of the file; what was read for an option (classes, populations, aliases) stands beside those that were stated.
public struct RecordOptions: Hashable, Sendable {
  public enum Assignment: String, Hashable, Sendable, CaseIterable {
    /// A record in several areas counts in the one with the lowest code.
    case lowest
    /// It counts in each of them.
    case all
  }

  /// Which columns of a table are periods.
  public enum Wide: String, Hashable, Sendable, CaseIterable {
    /// `Enero` … `Diciembre`, `Jan` …, `2019-01`, `2019_01`, `ene-2019`.
    case month
  }

  /// The fields of the areas; with several levels, those of the finest.
  public var areas = AreaFields()
  /// The fields of the coarser levels, in their order.
  public var coarserAreas: [AreaFields] = []
  /// The field that divides one layer into levels.
  public var levelField: String?
  /// The field of the areas with the people who are there in passing.
  public var floating: String?
  public var keys = KeyOptions()
  public var by: String?
  public var when: String?
  public var period: Period?
  public var dateOrder: DateOrder?
  /// Dates as a person writes them: `2019`, `2019-05`, `2019-05-17`; both inclusive at their own precision.
  public var from: String?
  public var to: String?
  public var conditions: [RecordFilter.Condition] = []
  public var weight: String?
  /// The field with the number of records that a row stands for.
  public var count: String?
  /// Whether columns named after months hold those numbers; `year` is the field with their year.
  public var wide: Wide?
  public var year: String?
  /// What a blank cell of a wide table, or a dash, stands for.
  public enum BlankMeaning: String, Hashable, Sendable, CaseIterable { case zero, unknown }
  /// Nil takes a blank for zero, as such tables mean it, and a dash for what nobody knows.
  public var blankIs: BlankMeaning?
  public var assignment = Assignment.lowest
  public var explodes = false
  /// How far a record may be from where it says; nil asks nothing about borders.
  public var accuracy: Accuracy?
  /// Populations by year, in the place of a field of the areas.
  public var populationTable: PopulationTable?
  /// The fields of the records with the sex and the age, by which they are counted beside the table's strata.
  public var sex: String?
  public var age: String?
  /// Which fields say of what kind a record is, for what may be shown of it.
  public enum KindFields: Hashable, Sendable {
    /// Those that hold kinds.
    case found
    /// Those, and these.
    case named([String])
    /// The caller states that there are none.
    case none
  }
  public var kindFields = KindFields.found
  /// Fields that `--tagged` writes beside what it writes by itself.
  public var keep: [String] = []
  /// The classes of the kinds in `by`.
  public var classes: ClassMapping?
  /// Kinds that `--tagged` shows though they look sensitive or the class table does not have them.
  public var keptKinds: [String] = []

  public init() {}

  /// What of it is about the areas.
  package var territory: TerritoryOptions {
    TerritoryOptions(
      areas: areas, coarserAreas: coarserAreas, levelField: levelField, floating: floating, aliases: keys.aliases)
  }
}
