internal import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords

/// Which records of a file count, as a study says it.
extension PointOptions {
  /// Of verbs that count records and ask no more of them.
  static let filterKeys = ["when", "date-order", "from", "to", "where", "explode"]
  static let keys = ["precision", "by"] + filterKeys + ["weight", "count"]

  /// What a verb has no key for stays as it is.
  init(_ node: StudyNode) throws {
    self.init()
    precision = try node.text("precision")
    by = try node.text("by")
    when = try node.text("when")
    dateOrder = try node.choice("date-order", DateOrder.self)
    from = try node.text("from")
    to = try node.text("to")
    conditions = try node.conditions("where")
    weight = try node.text("weight")
    count = try node.text("count")
    explodes = try node.flag("explode")
  }
}

extension StepParameters {
  mutating func add(_ options: PointOptions) {
    add("precision", options.precision)
    add("by", options.by)
    add("when", options.when)
    add("date-order", options.dateOrder?.rawValue)
    add("from", options.from)
    add("to", options.to)
    add("where", options.conditions)
    add("weight", options.weight)
    add("count", options.count)
    flag("explode", options.explodes)
  }
}
