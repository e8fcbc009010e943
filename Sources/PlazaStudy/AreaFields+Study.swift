internal import PlazaAnalysis
internal import PlazaRecords

/// The fields of one layer of areas, as a study names them.
extension AreaFields {
  static let keys = ["code", "name", "population", "merge-codes", "strict", "valid-from", "valid-to", "as-of"]

  init(_ node: StudyNode) throws {
    self.init()
    code = try node.texts("code")
    name = try node.text("name")
    population = try node.text("population")
    mergesCodes = try node.flag("merge-codes")
    isStrict = try node.flag("strict")
    validFrom = try node.text("valid-from")
    validTo = try node.text("valid-to")
    asOf = try node.text("as-of")
  }
}

extension StepParameters {
  mutating func add(_ fields: AreaFields) {
    list("code", fields.code)
    add("name", fields.name)
    add("population", fields.population)
    flag("merge-codes", fields.mergesCodes)
    flag("strict", fields.isStrict)
    add("valid-from", fields.validFrom)
    add("valid-to", fields.validTo)
    add("as-of", fields.asOf)
  }
}
