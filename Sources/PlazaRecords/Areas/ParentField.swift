internal import PlazaGeometry
internal import PlazaLayers

/// Chooses the field of an area layer that says which area one level up each feature lies in.
enum ParentField {
  /// The fields of one of several files, with its parent field, stated or found.
  /// - Throws: `Failure` `levels.no_parent`, `levels.doubtful_parent`.
  static func fields(of layers: [AreaLayer], at index: Int, _ options: TerritoryOptions) throws -> (
    fields: AreaFields, notes: [Diagnostic]
  ) {
    var fields = options.fields(level: index)
    // A coarser file has a population of its own when it has the field; else that of its parts is summed.
    if index > 0, fields.population == nil, let population = options.areas.population,
      FieldNames.index(of: population, in: layers[index].layer.columns.map(\.name)) != nil
    {
      fields.population = population
    }
    guard fields.parent == nil, index + 1 < layers.count else { return (fields, []) }
    var layers = layers
    for place in layers.indices where fields.asOf != nil {
      let layer = layers[place]
      layers[place].layer =
        try AreaValidity.select(
          layer.layer, file: layer.file, fields: fields, numbers: Array(1...max(1, layer.layer.featureCount)), jobs: 1
        ).layer
    }
    let chosen = try find(layers[index], fields, layers[index + 1], options.fields(level: index + 1), options.aliases)
    fields.parent = chosen
    return (fields, [Diagnostic(.note, "levels.parent_field", ["file": layers[index].file, "field": chosen])])
  }

  /// A field whose every value is the code (or else the name) of an area whose box meets that of the feature: numbers that happen to
  /// be codes lie elsewhere.
  private static func find(
    _ lower: AreaLayer, _ lowerFields: AreaFields, _ upper: AreaLayer, _ upperFields: AreaFields, _ aliases: [AreaAlias]
  ) throws -> String {
    let own = try AreaFieldChoice(lower.layer, file: lower.file, fields: lowerFields)
    let above = try AreaFieldChoice(upper.layer, file: upper.file, fields: upperFields)
    let codes = above.codes.map { $0 ?? "" }
    let finder = ParentFinder(codes: codes, names: above.names ?? [], aliases)
    let boxes = boxes(upper.layer, codes)
    let isComparable = lower.layer.crs == upper.layer.crs || lower.layer.crs.isWGS84 && upper.layer.crs.isWGS84
    func leads(_ column: Column, _ find: (String) -> Int32?) -> Bool {
      column.values.indices.allSatisfy { feature in
        guard let text = column.values[feature].text.map({ CanonicalText.of($0.utf8) }), let area = find(text) else {
          return false
        }
        // What has no geometry contradicts nothing.
        let (box, other) = (lower.layer.geometry.envelope(ofFeature: feature), boxes[Int(area)])
        return !isComparable || box.isEmpty || other.isEmpty || box.meets(other)
      }
    }
    // A part of a code may well be the parent's.
    let columns = lower.layer.columns.filter { own.codeFields != [$0.name] }
    var able = columns.filter { leads($0, finder.byCode) }
    if able.isEmpty { able = columns.filter { leads($0, finder.byName) } }
    func isCalled(_ column: Column, _ field: String?) -> Bool {
      field.map { FieldNames.normalised($0) == FieldNames.normalised(column.name) } ?? false
    }
    if able.count == 1 { return able[0].name }
    if let named = able.first(where: { isCalled($0, above.codeFields.first) })
      ?? able.first(where: { isCalled($0, above.nameField) })
    {
      return named.name
    }
    throw Failure(
      .usage, able.isEmpty ? "levels.no_parent" : "levels.doubtful_parent",
      [
        "file": lower.file, "other": upper.file,
        "fields": (able.isEmpty ? lower.layer.columns : able).map(\.name).joined(separator: ", "),
      ])
  }

  /// The box of all features with a code, at the place of the first of them.
  private static func boxes(_ layer: Layer, _ codes: [String]) -> [Envelope] {
    var boxes = [Envelope](repeating: Envelope(), count: codes.count)
    var firsts: [String: Int] = [:]
    for (feature, code) in codes.enumerated() {
      let first = firsts[code] ?? feature
      firsts[code] = first
      boxes[first].expand(layer.geometry.envelope(ofFeature: feature))
    }
    return boxes
  }
}
