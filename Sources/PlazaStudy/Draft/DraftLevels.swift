internal import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords

/// Files of areas that nest in each other: the levels of one step.
struct DraftLevels {
  struct Level {
    var path: String
    var info: FileInfo
    var layer: Layer
    /// Fields that can be the code, each one or several that make it; the first is taken where nobody chooses.
    var codes: [[String]]
    /// How the join found the area one level up; empty for the coarsest.
    var parent = ""

    init?(path: String, info: FileInfo, layer: Layer) {
      (self.path, self.info, self.layer) = (path, info, layer)
      codes = Self.codes(info, layer)
      if codes.isEmpty { return nil }
    }

    var name: String {
      guard case .areas(let areas) = info.content else { return "" }
      return areas.nameField ?? ""
    }

    var population: String {
      guard case .areas(let areas) = info.content, areas.populationFields.count == 1 else { return "" }
      return areas.populationFields[0]
    }

    /// The fields that are called codes, else those that are never repeated, else two that together are not.
    private static func codes(_ info: FileInfo, _ layer: Layer) -> [[String]] {
      let named = info.fields.filter { FieldNames.isCode($0.name) && $0.isKey && $0.kind != .json }.map(\.name)
      guard case .areas(let areas) = info.content else { return [] }
      let keys = named.isEmpty ? areas.codeFields : named
      if !keys.isEmpty { return keys.map { [$0] } }
      let texts = info.fields.filter { $0.kind != .number && $0.kind != .json && $0.empty == 0 && $0.distinct > 1 }.prefix(6)
      // The one with fewer values is the coarser, and stands first.
      let columns = texts.sorted { ($0.distinct, $0.name) < ($1.distinct, $1.name) }.compactMap { layer.column(named: $0.name) }
      for (index, first) in columns.enumerated() {
        for second in columns[(index + 1)...] {
          let pairs = Set(first.values.indices.map { [first.values[$0].text ?? "", second.values[$0].text ?? ""] })
          if pairs.count == layer.featureCount { return [[first.name, second.name]] }
        }
      }
      return []
    }
  }

  /// The longest way up that the join itself takes, finest first; nil when no two files nest.
  ///
  /// - Parameter levels: files that hold the records.
  static func chain(_ levels: [Level], holding sample: DraftSample, jobs: Int) async -> [Level]? {
    let ranked = levels.sorted { ($1.layer.featureCount, $0.path) < ($0.layer.featureCount, $1.path) }
    for start in ranked.indices {
      var chain = [ranked[start]]
      for next in ranked[(start + 1)...] where next.layer.featureCount < chain[chain.count - 1].layer.featureCount {
        if let nested = await nested(chain + [next], sample, jobs: jobs) { chain = nested }
      }
      if chain.count > 1 { return chain }
    }
    return nil
  }

  /// The levels with their parent fields, when each area of one lies in an area of the next by what its fields say.
  private static func nested(_ levels: [Level], _ sample: DraftSample, jobs: Int) async -> [Level]? {
    var options = JoinOptions()
    options.areas.code = levels[0].codes[0]
    options.coarserAreas = levels.dropFirst().map { level in
      var fields = AreaFields()
      fields.code = level.codes[0]
      return fields
    }
    let progress = NoteCollector()
    let layers = levels.map { AreaLayer($0.layer, file: $0.path) }
    guard (try? await Join.run(sample, levels: layers, options: options, jobs: jobs, progress: progress)) != nil else {
      return nil
    }
    var levels = levels
    for note in progress.notes where note.id == "levels.parent_field" {
      guard let place = levels.firstIndex(where: { $0.path == note.values["file"] }) else { continue }
      levels[place].parent = note.values["field"] ?? ""
    }
    return levels
  }
}
