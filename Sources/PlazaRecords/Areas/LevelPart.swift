internal import PlazaGeometry
internal import PlazaLayers

/// One level before its areas are read.
struct LevelPart {
  var layer: Layer
  var file: String
  var name: String
  var isNamed: Bool
  var numbers: [Int]
  var fields: AreaFields
  var notes: [Diagnostic] = []
}

extension LevelPart {
  /// At most this many levels in one file: a field with more values does not name levels.
  static let limit = 8

  /// Divides a layer by the values of its level field, finest first: the order in which each level's parents exist in the next.
  static func divided(
    _ source: AreaLayer, by name: String, fields: AreaFields, _ aliases: [AreaAlias]
  ) throws -> [LevelPart] {
    let layer = source.layer
    let all = layer.columns.map(\.name)
    guard let index = FieldNames.index(of: name, in: all) else {
      throw Failure(
        .notUnderstood, "areas.no_field",
        ["file": source.file, "option": "--level", "field": name, "fields": all.joined(separator: ", ")])
    }
    var groups: [String: [Int]] = [:]
    for (feature, value) in layer.columns[index].values.enumerated() {
      groups[value.text.map { CanonicalText.of($0.utf8) } ?? "", default: []].append(feature)
    }
    guard groups.count <= limit else {
      throw Failure(
        .notUnderstood, "levels.too_many", ["file": source.file, "field": all[index], "count": String(groups.count)])
    }
    guard groups.count == 1 || fields.parent != nil else {
      throw Failure(
        .usage, "levels.no_parent", ["file": source.file, "other": source.file, "fields": all.joined(separator: ", ")])
    }
    // The finer a level, the more areas it has, as a rule; the parents decide.
    let names = groups.keys.sorted { (-groups[$0]!.count, $0) < (-groups[$1]!.count, $1) }
    let parts = names.map { level in
      let features = groups[level]!
      var geometry = PolygonColumn()
      for feature in features { geometry.append(feature: feature, of: layer.geometry) }
      let columns = layer.columns.map { column in Column(name: column.name, values: features.map { column.values[$0] }) }
      let part = Layer(geometry: geometry, columns: columns, crs: layer.crs)
      return LevelPart(
        layer: part, file: source.file, name: level, isNamed: true, numbers: features.map { $0 + 1 }, fields: fields)
    }
    return try ordered(parts, source.file, aliases)
  }

  private static func ordered(
    _ parts: [LevelPart], _ file: String, _ aliases: [AreaAlias]
  ) throws -> [LevelPart] {
    guard parts.count > 1 else { return parts }
    let choices = try parts.map { try AreaFieldChoice($0.layer, file: file, fields: $0.fields) }
    let finders = choices.map { ParentFinder(codes: $0.codes.map { $0 ?? "" }, names: $0.names ?? [], aliases) }
    let holds = parts.indices.map { lower in
      parts.indices.map { upper in
        lower != upper
          && choices[lower].parent!.values.allSatisfy { value in
            value.text.map { finders[upper].knows(CanonicalText.of($0.utf8)) } ?? false
          }
      }
    }
    func chain(_ taken: [Int]) -> [Int]? {
      if taken.count == parts.count { return taken }
      for next in parts.indices where !taken.contains(next) && (taken.last.map { holds[$0][next] } ?? true) {
        if let whole = chain(taken + [next]) { return whole }
      }
      return nil
    }
    guard let order = chain([]) else {
      // By number of areas the order is clear to a reader, and so is the first parent that breaks it.
      for (lower, upper) in zip(parts.indices, parts.indices.dropFirst()) where !holds[lower][upper] {
        let values = choices[lower].parent!.values
        let bad = values.firstIndex { !($0.text.map { finders[upper].knows(CanonicalText.of($0.utf8)) } ?? false) } ?? 0
        throw Failure(
          .notUnderstood, "areas.unknown_parent",
          [
            "file": file, "feature": String(parts[lower].numbers[bad]), "field": choices[lower].parent!.name,
            "value": values[bad].text ?? "", "other": file, "level": parts[upper].name,
          ])
      }
      throw Failure(
        .notUnderstood, "levels.no_order", ["file": file, "levels": parts.map(\.name).joined(separator: ", ")])
    }
    return order.map { parts[$0] }
  }
}
