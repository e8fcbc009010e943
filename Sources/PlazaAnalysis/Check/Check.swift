internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// Whether files are sound: geometries, codes, areas beside and within each other, counts.
public enum Check {
  /// Looks at files of features; several are levels, the finest first, where one names areas of the next.
  /// - Throws: `Failure`: `field.unknown`, `geometry.unbuildable`, `check.tangled` for areas that overlap without end, and what PROJ refuses.
  public static func run(_ inputs: [CheckInput], options: CheckOptions, jobs: Int) async throws -> [CheckedFile] {
    var files: [CheckedFile] = []
    var levels: [CheckLevel?] = []
    for (place, input) in inputs.enumerated() {
      let (file, level) = try await one(input, at: place, options, jobs: jobs)
      files.append(file)
      levels.append(level)
    }
    for place in inputs.indices.dropLast() {
      guard let finer = levels[place], var coarser = levels[place + 1] else { continue }
      coarser.polygons = try moved(coarser.polygons, from: inputs[place + 1].features.crs, to: inputs[place].features.crs)
      let names = CheckParentNames([coarser])
      let stated = place < options.parent.count ? options.parent[place] : nil
      guard let field = stated ?? names.field(of: finer, in: coarser) else {
        files[place].notes.append(
          Diagnostic(.note, "check.not_nested", ["file": inputs[place].file, "other": inputs[place + 1].file]))
        continue
      }
      if stated == nil {
        files[place].notes.append(Diagnostic(.note, "levels.parent_field", ["file": inputs[place].file, "field": field]))
      }
      try await nest(finer, in: coarser, names, field, inputs[place], &files[place], options, jobs: jobs)
    }
    return files
  }

  /// One file by itself.
  private static func one(
    _ input: CheckInput, at place: Int, _ options: CheckOptions, jobs: Int
  ) async throws -> (CheckedFile, CheckLevel?) {
    let (features, name) = (input.features, input.file)
    var file = CheckedFile(file: name, content: input.content)
    file.count = features.count
    let parts = try levels(features, options, file: name)
    let fields = try CheckFields(
      features.columns, levels: parts.ofFeature, code: place < options.code.count ? options.code[place] : [],
      name: place < options.name.count ? options.name[place] : nil, file: name)
    file.add(fields.problems(mergesCodes: options.mergesCodes, levels: parts.ofFeature))
    file.add(try columns(features, fields, options, file: name))
    if let misplaced = input.misplaced {
      file.add([misplaced])
      return (file, nil)
    }
    let ground = try CheckGround(crs: features.crs, file: name, options: options)
    if let problem = CheckPlaces.misplaced(features, isGeographic: try Reprojection.isGeographic(features.crs)) {
      file.add([problem])
      // Nothing can be measured in them.
      if problem.kind == .notMetres { return (file, nil) }
    }
    file.add(CheckPlaces.problems(features, fields: fields, levels: parts.ofFeature, ground: ground))
    guard features.polygons.polygonCount > 0 else { return (file, nil) }
    let polygons = try await validated(features.polygons, fields, ground, &file, jobs: jobs)
    let repeated = Set(features.polygons.repeatedFeatures(levels: parts.ofFeature).map(\.feature))
    for members in parts.members where input.content == .areas {
      let siblings = try CheckSiblings(
        polygons, members: members, repeated: repeated, fields: fields, ground: ground, mergesCodes: options.mergesCodes,
        file: name)
      file.add(siblings.problems)
      file.dust += siblings.dust
    }
    let whole = CheckLevel(
      polygons: polygons, members: Array(0..<features.count), columns: features.columns, fields: fields)
    if parts.members.count > 1, let parent = options.parent.first ?? nil {
      // Of one file each level lies in the areas of coarser ones that it names, the nearest that has one of that code; the coarsest in none.
      let levels = parts.members.map {
        CheckLevel(polygons: polygons, members: $0, columns: features.columns, fields: fields)
      }
      for place in levels.indices.dropLast() {
        let coarser = Array(levels[(place + 1)...])
        let others = CheckLevel(
          polygons: polygons, members: coarser.flatMap(\.members).sorted(), columns: features.columns, fields: fields,
          levels: parts.ofFeature)
        try await nest(levels[place], in: others, CheckParentNames(coarser), parent, input, &file, options, jobs: jobs)
      }
    }
    return (file, whole)
  }

  /// Areas in those that they name.
  private static func nest(
    _ finer: CheckLevel, in coarser: CheckLevel, _ names: CheckParentNames, _ field: String, _ input: CheckInput,
    _ file: inout CheckedFile, _ options: CheckOptions, jobs: Int
  ) async throws {
    let all = finer.columns.map(\.name)
    guard let index = FieldNames.index(of: field, in: all) else {
      throw Failure.noField(field, of: input.file, option: "--parent", in: all)
    }
    let texts = finer.columns[index].values.map { CheckFields.text($0) }
    let parentOf = texts.map { $0.flatMap(names.find) }
    file.add(CheckParents.unknown(finer, parentOf: parentOf, texts: texts, field: all[index]))
    let ground = try CheckGround(crs: input.features.crs, file: input.file, options: options)
    let nested = try await CheckParents(
      finer, in: coarser, parentOf: parentOf, ground: ground, file: input.file, jobs: jobs)
    file.add(nested.problems)
    file.dust += nested.dust
  }

  /// The polygons with the invalid ones repaired, which are told.
  private static func validated(
    _ polygons: PolygonColumn, _ fields: CheckFields, _ ground: CheckGround, _ file: inout CheckedFile, jobs: Int
  ) async throws -> PolygonColumn {
    do {
      let (column, repairs) = try await GEOS.repaired(polygons, jobs: jobs)
      file.add(
        repairs.map { repair in
          CheckProblem(
            .invalid, feature: repair.feature + 1, code: fields.label(repair.feature), name: fields.name(repair.feature),
            reason: reason(repair.reason), shape: ground.degrees(repair.place).map { .point($0) } ?? .none)
        })
      return column
    } catch let error as GEOSError {
      let feature = error.feature.map { String($0 + 1) } ?? "?"
      throw Failure(.notUnderstood, "geometry.unbuildable", ["file": file.file, "feature": feature, "reason": error.message])
    }
  }

  /// `Ring Self-intersection` as `ring_self_intersection`.
  private static func reason(_ text: String) -> String { Slug.slug(text) }

  /// The level of each feature by a field, and the features of each level, that with most of them first.
  static func levels(
    _ features: Features, _ options: CheckOptions, file: String
  ) throws -> (ofFeature: [Int], members: [[Int]]) {
    guard let field = options.level else {
      return (Array(repeating: 0, count: features.count), features.count > 0 ? [Array(0..<features.count)] : [])
    }
    let all = features.columns.map(\.name)
    guard let index = FieldNames.index(of: field, in: all) else {
      throw Failure.noField(field, of: file, option: "--level", in: all)
    }
    var groups: [String: [Int]] = [:]
    for (feature, value) in features.columns[index].values.enumerated() {
      groups[CheckFields.text(value) ?? "", default: []].append(feature)
    }
    guard groups.count <= 8 else {
      throw Failure(
        .notUnderstood, "levels.too_many", ["file": file, "field": all[index], "count": String(groups.count)])
    }
    let names = groups.keys.sorted { (-groups[$0]!.count, $0) < (-groups[$1]!.count, $1) }
    var ofFeature = Array(repeating: 0, count: features.count)
    for (level, name) in names.enumerated() { for feature in groups[name]! { ofFeature[feature] = level } }
    return (ofFeature, names.map { groups[$0]! })
  }

  private static func columns(
    _ features: Features, _ fields: CheckFields, _ options: CheckOptions, file: String
  ) throws -> [CheckProblem] {
    let columns = features.columns.filter { !fields.codeFields.contains($0.name) && $0.name != fields.nameField }
    let check = try CheckColumns(columns, population: options.population, file: file)
    guard !check.asked.isEmpty else { return [] }
    return (0..<features.count).flatMap { feature in
      check.problems(row: feature) { columns[$0].values[feature].text }.map { row in
        CheckProblem(
          row.kind, feature: feature + 1, code: fields.label(feature), name: fields.name(feature), field: row.field,
          value: row.value)
      }
    }
  }

  private static func moved(_ polygons: PolygonColumn, from: CRS, to: CRS) throws -> PolygonColumn {
    if from == to || from.isWGS84 && to.isWGS84 { return polygons }
    return try Reprojection.bent(polygons, from: from, to: to)
  }
}
