internal import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords

extension JoinStep {
  /// What a study says of areas that change; read after the fields of the areas.
  mutating func readChange(_ node: StudyNode, _ file: (String) -> InputFile) throws {
    options.areas.validFrom = try node.text("valid-from")
    options.areas.validTo = try node.text("valid-to")
    options.areas.asOf = try node.text("as-of")
    for level in options.coarserAreas.indices { options.coarserAreas[level].takeValidity(of: options.areas) }
    if node.keys.contains("correspondence") || node.keys.contains("to-areas") {
      var carrying = Carrying(
        correspondence: file(try node.required("correspondence")), areas: file(try node.required("to-areas")))
      carrying.fields = options.areas
      carrying.fields.code = try node.texts("to-code")
      carrying.fields.name = try node.text("to-name")
      carrying.fields.population = try node.text("to-population")
      carrying.fields.asOf = try node.text("to-as-of")
      self.carrying = carrying
    }
  }
}
