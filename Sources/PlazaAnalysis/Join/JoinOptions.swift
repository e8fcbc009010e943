public import PlazaRecords

/// What a join is asked to do: how records are read and placed, and what is made of their counts.
///
/// The options of the records are reached as if they were its own: `options.by` is `options.records.by`.
@dynamicMemberLookup
public struct JoinOptions: Hashable, Sendable {
  public typealias Assignment = RecordOptions.Assignment
  public typealias Wide = RecordOptions.Wide

  public enum RateBasis: String, Hashable, Sendable, CaseIterable {
    case personYears = "person-years"
    /// The cumulative rate: per 100 000 persons over the whole period.
    case period
  }

  public var records = RecordOptions()
  public var rateBasis = RateBasis.personYears
  /// For how many hours of the day the people of `floating` are there.
  public var floatingHours = 8.0
  /// Whether rates are also drawn towards that of each area and its neighbours.
  public var stabilizesLocally = false
  /// What rates are standardised to, by the strata of `sex` and `age`.
  public var standard: StandardChoice?
  /// Whether the table has a row for every area, kind and period, also without records.
  public var isComplete = false

  public init() {}

  public subscript<Value>(dynamicMember member: WritableKeyPath<RecordOptions, Value>) -> Value {
    get { records[keyPath: member] }
    set { records[keyPath: member] = newValue }
  }
}
