internal import PlazaLayers

extension Territory {
  /// Reads the levels out of one layer each, or out of one layer by its level field, and nests them.
  /// - Throws: `Failure` as `AreaSet` does, and `levels.no_parent`, `levels.no_order`, `areas.unknown_parent`.
  package static func build(_ layers: [AreaLayer], options: TerritoryOptions, jobs: Int) async throws -> Territory {
    var parts: [LevelPart] = []
    if let field = options.levelField {
      guard layers.count == 1 else { throw Failure(.usage, "levels.one_file", ["field": field]) }
      parts = try LevelPart.divided(layers[0], by: field, fields: options.areas, options.aliases)
    } else {
      for (index, layer) in layers.enumerated() {
        let fields = try ParentField.fields(of: layers, at: index, options)
        parts.append(
          LevelPart(
            layer: layer.layer, file: layer.file, name: layer.level ?? layer.file.stem, isNamed: layer.level != nil,
            numbers: Array(1...max(1, layer.layer.featureCount)), fields: fields.fields, notes: fields.notes))
      }
    }
    var levels: [Level] = []
    var notes: [Diagnostic] = []
    for part in parts {
      var fields = part.fields
      fields.floating = options.floating
      let areas = try await AreaSet(part.layer, named: part.file, fields: fields, numbers: part.numbers, jobs: jobs)
      notes += part.notes + areas.notes
      levels.append(Level(name: part.name, isNamed: part.isNamed, file: part.file, areas: areas))
    }
    for index in levels.indices.dropLast() {
      let parents = ParentFinder(levels[index + 1].areas, options.aliases)
      let found = try parents.parents(of: levels[index], in: levels[index + 1])
      levels[index].parents = found.parents
      notes += found.notes
      if options.areas.population != nil, parts[index + 1].fields.population == nil {
        levels[index + 1].areas.populations = sums(levels[index], count: levels[index + 1].areas.count)
      }
    }
    if let floating = options.floating, levels.allSatisfy({ $0.areas.floating.isEmpty }) {
      throw Failure(
        .notUnderstood, "areas.no_field",
        [
          "file": levels[0].file, "option": "--floating", "field": floating,
          "fields": levels[0].areas.layer.columns.map(\.name).joined(separator: ", "),
        ])
    }
    return Territory(levels, notes: notes)
  }

  private static func sums(_ finer: Level, count: Int) -> [Double?] {
    var sums = [Double?](repeating: nil, count: count)
    var isUnknown = [Bool](repeating: false, count: count)
    for (area, parent) in finer.parents.enumerated() {
      guard let population = finer.areas.populations[area] else {
        isUnknown[Int(parent)] = true
        continue
      }
      sums[Int(parent)] = (sums[Int(parent)] ?? 0) + population
    }
    return sums.indices.map { isUnknown[$0] ? nil : sums[$0] }
  }
}

extension String {
  /// A path's last part without its extensions.
  package var stem: String {
    let name = split(separator: "/").last ?? self[...]
    return String(name.prefix { $0 != "." })
  }
}
