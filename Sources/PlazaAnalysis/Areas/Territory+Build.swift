internal import PlazaGeometry
internal import PlazaLayers

extension Territory {
  /// Reads the levels out of one layer each, or out of one layer by its level field, and nests them.
  /// - Throws: `Failure` as `AreaSet` does, and `levels.no_parent`, `levels.no_order`, `areas.unknown_parent`.
  static func build(_ layers: [AreaLayer], options: JoinOptions, jobs: Int) async throws -> Territory {
    var parts: [LevelPart] = []
    if let field = options.levelField {
      guard layers.count == 1 else { throw Failure(.usage, "levels.one_file", ["field": field]) }
      parts = try LevelPart.divided(layers[0], by: field, fields: options.areas, options.keys.aliases)
    } else {
      for (index, layer) in layers.enumerated() {
        let fields = try parentField(of: layers, at: index, options)
        parts.append(
          LevelPart(
            layer: layer.layer, file: layer.file, name: layer.level ?? layer.file.stem, isNamed: layer.level != nil,
            numbers: Array(1...max(1, layer.layer.featureCount)), fields: fields.fields, notes: fields.notes))
      }
    }
    var levels: [Level] = []
    var notes: [Diagnostic] = []
    for part in parts {
      let areas = try await AreaSet(part.layer, named: part.file, fields: part.fields, numbers: part.numbers, jobs: jobs)
      notes += part.notes + areas.notes
      levels.append(Level(name: part.name, isNamed: part.isNamed, file: part.file, areas: areas))
    }
    for index in levels.indices.dropLast() {
      let parents = ParentFinder(levels[index + 1].areas, options.keys.aliases)
      let found = try parents.parents(of: levels[index], in: levels[index + 1])
      levels[index].parents = found.parents
      notes += found.notes
      if options.areas.population != nil, parts[index + 1].fields.population == nil {
        levels[index + 1].areas.populations = sums(levels[index], count: levels[index + 1].areas.count)
      }
    }
    return Territory(levels, notes: notes)
  }

  /// The fields of one of several files, with its parent field, stated or found.
  private static func parentField(
    of layers: [AreaLayer], at index: Int, _ options: JoinOptions
  ) throws -> (fields: AreaFields, notes: [Diagnostic]) {
    var fields = options.fields(level: index)
    let names = layers[index].layer.columns.map(\.name)
    // A coarser file has a population of its own when it has the field; else that of its parts is summed.
    if index > 0, fields.population == nil, let population = options.areas.population,
      FieldNames.index(of: population, in: names) != nil
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
    let own = try AreaFieldChoice(layers[index].layer, file: layers[index].file, fields: fields)
    let upper = try AreaFieldChoice(
      layers[index + 1].layer, file: layers[index + 1].file, fields: options.fields(level: index + 1))
    let finder = ParentFinder(codes: upper.codes.map { $0 ?? "" }, names: upper.names ?? [], options.keys.aliases)
    let able = layers[index].layer.columns.filter { column in
      // A part of a code may well be the parent's.
      own.codeFields != [column.name]
        && column.values.allSatisfy { $0.text.map { finder.knows(KindText.canonical($0.utf8)) } ?? false }
    }
    func isCalled(_ column: Column, _ field: String?) -> Bool {
      field.map { FieldNames.normalised($0) == FieldNames.normalised(column.name) } ?? false
    }
    let chosen =
      able.count == 1
      ? able[0] : able.first { isCalled($0, upper.codeFields.first) } ?? able.first { isCalled($0, upper.nameField) }
    guard let chosen else {
      let candidates = (able.isEmpty ? layers[index].layer.columns : able).map(\.name).joined(separator: ", ")
      throw Failure(
        .usage, able.isEmpty ? "levels.no_parent" : "levels.doubtful_parent",
        ["file": layers[index].file, "other": layers[index + 1].file, "fields": candidates])
    }
    fields.parent = chosen.name
    return (fields, [Diagnostic(.note, "levels.parent_field", ["file": layers[index].file, "field": chosen.name])])
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

/// Finds areas by what the finer level says of its parents: their codes, else their names.
struct ParentFinder {
  private let codes: AreaCodes
  private let areaOfCode: [Int]
  private let names: [String: [Int]]

  init(_ areas: AreaSet, _ aliases: [KeyOptions.Alias]) { self.init(codes: areas.codes, names: areas.names, aliases) }

  /// - Parameter codes: also repeated ones, as before features with one code are merged.
  init(codes: [String], names: [String], _ aliases: [KeyOptions.Alias]) {
    var firsts: [String: Int] = [:]
    for (area, code) in codes.enumerated() where firsts[code] == nil { firsts[code] = area }
    let unique = firsts.keys.sorted(by: KindText.precedes)
    let found = AreaCodes(unique)
    let areaOfCode = unique.map { firsts[$0]! }
    self.codes = found
    self.areaOfCode = areaOfCode
    var bearers = Dictionary(
      names.enumerated().map { (PlaceName.folded($1), [firsts[codes[$0]]!]) },
      uniquingKeysWith: { $0.contains($1[0]) ? $0 : $0 + $1 })
    for alias in aliases {
      let target =
        alias.isCode
        ? found.find(alias.target, recordWidth: nil).map { [areaOfCode[Int($0.area)]] } : bearers[PlaceName.folded(alias.target)]
      if let target { bearers[PlaceName.folded(alias.alias)] = target }
    }
    self.names = bearers
  }

  func knows(_ text: String) -> Bool { byCode(text) != nil || byName(text) != nil }

  private func byCode(_ text: String) -> Int32? {
    codes.find(text, recordWidth: nil).map { Int32(areaOfCode[Int($0.area)]) }
  }

  private func byName(_ text: String) -> Int32? {
    guard let areas = names[PlaceName.folded(text)], areas.count == 1, !text.isEmpty else { return nil }
    return Int32(areas[0])
  }

  /// - Throws: `Failure` `areas.unknown_parent` naming the first feature whose parent does not exist.
  func parents(of level: Territory.Level, in upper: Territory.Level) throws -> (parents: [Int32], notes: [Diagnostic]) {
    let texts = level.areas.parentTexts
    let coded = texts.map(byCode)
    let named = texts.map(byName)
    let usesNames = named.count { $0 != nil } > coded.count { $0 != nil }
    let found = usesNames ? named : coded
    let field = level.areas.parentField ?? ""
    if let first = found.indices.filter({ found[$0] == nil }).min(by: {
      level.areas.featureNumbers[$0] < level.areas.featureNumbers[$1]
    }) {
      throw Failure(
        .notUnderstood, "areas.unknown_parent",
        [
          "file": level.file, "feature": String(level.areas.featureNumbers[first]), "field": field, "value": texts[first],
          "other": upper.file, "level": upper.name,
        ])
    }
    let values = ["file": level.file, "field": field, "other": upper.name]
    return (found.map { $0! }, usesNames ? [Diagnostic(.note, "levels.parent_by_name", values)] : [])
  }
}

extension LevelPart {
  /// At most this many levels in one file: a field with more values does not name levels.
  static let limit = 8

  /// Divides a layer by the values of its level field, finest first: the order in which each level's parents exist in the next.
  static func divided(
    _ source: AreaLayer, by name: String, fields: AreaFields, _ aliases: [KeyOptions.Alias]
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
      groups[value.text.map { KindText.canonical($0.utf8) } ?? "", default: []].append(feature)
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
    _ parts: [LevelPart], _ file: String, _ aliases: [KeyOptions.Alias]
  ) throws -> [LevelPart] {
    guard parts.count > 1 else { return parts }
    let choices = try parts.map { try AreaFieldChoice($0.layer, file: file, fields: $0.fields) }
    let finders = choices.map { ParentFinder(codes: $0.codes.map { $0 ?? "" }, names: $0.names ?? [], aliases) }
    let holds = parts.indices.map { lower in
      parts.indices.map { upper in
        lower != upper
          && choices[lower].parent!.values.allSatisfy { value in
            value.text.map { finders[upper].knows(KindText.canonical($0.utf8)) } ?? false
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
        let bad = values.firstIndex { !($0.text.map { finders[upper].knows(KindText.canonical($0.utf8)) } ?? false) } ?? 0
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

extension String {
  /// A path's last part without its extensions.
  var stem: String {
    let name = split(separator: "/").last ?? self[...]
    return String(name.prefix { $0 != "." })
  }
}
