public import PlazaLayers

/// Which records of a file become points, and what is known of each; the names are those of the command line and of `study.yaml`.
public struct PointOptions: Hashable, Sendable {
  public var by: String?
  public var when: String?
  public var dateOrder: DateOrder?
  public var from: String?
  public var to: String?
  public var conditions: [RecordFilter.Condition] = []
  public var weight: String?
  public var count: String?
  public var explodes = false
  /// The field that says how well each place is known: what is coarser than a block is no point.
  public var precision: String?

  public init() {}

  /// The same as a pass over the records has it.
  package func records(areas: AreaFields = AreaFields()) -> RecordOptions {
    var options = RecordOptions()
    options.areas = areas
    options.by = by
    options.when = when
    options.dateOrder = dateOrder
    options.from = from
    options.to = to
    options.conditions = conditions
    options.weight = weight
    options.count = count
    options.explodes = explodes
    options.keys.locate = [.point]
    return options
  }
}
