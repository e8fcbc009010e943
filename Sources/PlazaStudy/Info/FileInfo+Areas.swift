internal import PlazaFormats
internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers

extension FileInfo {
  static func areas(_ reading: LayerReading, of dataset: any Dataset, jobs: Int) async throws -> FileInfo {
    let layer = reading.layer
    let geometry = layer.geometry
    async let profiles = profiles(of: layer.columns)
    let invalid = try await invalidFeatures(geometry, file: dataset.name, jobs: jobs)

    var areas = AreasInfo()
    areas.features = geometry.featureCount
    areas.polygons = geometry.polygonCount
    areas.rings = geometry.ringCount
    areas.vertices = geometry.vertexCount
    areas.withoutGeometry = (0..<geometry.featureCount).count { geometry.isEmpty(feature: $0) }
    areas.invalidCount = invalid.count
    areas.invalid = invalid.prefix(5).map { .init(feature: $0.feature + 1, reason: $0.reason, place: $0.place) }
    let hasMember = reading.notes.contains { $0.id == "geojson.legacy_crs" }
    var info = FileInfo(
      file: dataset.name, format: dataset.format.name, content: .areas(areas),
      crs: CRSFinding(crs: layer.crs, source: hasMember ? .crsMember : .format))
    info.extent = geometry.envelope
    info.fields = await profiles
    info.notes = reading.notes.filter { $0.severity == .note }
    areas.codeFields = Suggestion.codes(info.fields)
    let names = info.fields.map(\.name)
    areas.nameField = FieldNames.name(in: names).map { names[$0] }
    areas.populationFields = Suggestion.populations(info.fields)
    info.content = .areas(areas)
    info.problems = info.areaProblems(areas) + reading.notes.filter { $0.severity == .warning }
    return info
  }

  private static func invalidFeatures(_ geometry: PolygonColumn, file: String, jobs: Int) async throws -> [InvalidFeature] {
    do {
      return try await GEOS.invalidFeatures(of: geometry, jobs: jobs)
    } catch let error as GEOSError {
      let feature = error.feature.map { String($0 + 1) } ?? "?"
      throw Failure(.notUnderstood, "geometry.unbuildable", ["file": file, "feature": feature, "reason": error.message])
    }
  }

  /// One task for each column: all values are looked at, because a code must be unique in all of them.
  private static func profiles(of columns: [Column]) async -> [FieldProfile] {
    await withTaskGroup(of: (Int, FieldProfile).self) { group in
      for (place, column) in columns.enumerated() {
        group.addTask {
          var values = FieldValues(name: column.name)
          for value in column.values { values.add(value) }
          return (place, values.profile(isMasked: isMasked(column.name)))
        }
      }
      var found: [(Int, FieldProfile)] = []
      for await result in group { found.append(result) }
      return found.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// An area's name is no person's.
  private static func isMasked(_ name: String) -> Bool {
    FieldNames.isIdentifying(name) && FieldNames.name(in: [name]) == nil
  }

  private func areaProblems(_ areas: AreasInfo) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if crs.crs?.isWGS84 == true, !extent.isEmpty, !looksGeographic {
      problems.append(Diagnostic(.warning, "info.problem.layer_not_degrees"))
    }
    if areas.invalidCount > 0 {
      problems.append(Diagnostic(.warning, "info.problem.invalid", ["count": String(areas.invalidCount)]))
    }
    if areas.withoutGeometry > 0 {
      problems.append(Diagnostic(.warning, "info.problem.without_geometry", ["count": String(areas.withoutGeometry)]))
    }
    for field in fields where FieldNames.isCode(field.name) && !field.isKey && field.kind != .empty {
      if field.empty > 0 {
        problems.append(
          Diagnostic(.warning, "info.problem.null_codes", ["field": field.name, "count": String(field.empty)]))
      }
      let repeated = field.values - field.empty - field.distinct
      if repeated > 0 {
        problems.append(
          Diagnostic(
            .warning, "info.problem.repeated_codes",
            ["field": field.name, "count": String(repeated), "distinct": String(field.distinct)]))
      }
    }
    if areas.codeFields.isEmpty { problems.append(Diagnostic(.warning, "info.problem.no_code")) }
    return problems
  }
}
