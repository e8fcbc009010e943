internal import PlazaLayers

/// The codes, names and aliases of every level of a territory: what records are matched against.
struct Gazetteer: Sendable {
  package struct Level: Sendable {
    package var codes: AreaCodes
    /// Areas by folded name: a name may occur under several parents.
    package var names: [String: [Int32]]
    package var aliases: [String: [Int32]] = [:]
  }

  private(set) var levels: [Level]
  private(set) var notes: [Diagnostic] = []

  init(_ territory: Territory, _ options: KeyOptions, mendingCodes mends: Bool = true) {
    levels = territory.levels.map { level in
      Level(
        codes: AreaCodes(level.areas.codes, mends: mends),
        names: Dictionary(
          level.areas.names.enumerated().map { (PlaceName.folded($1), [Int32($0)]) }, uniquingKeysWith: +))
    }
    for index in levels.indices { levels[index].names[""] = nil }
    var lost: [String] = []
    for alias in options.aliases where !add(alias, territory) { lost.append(alias.alias) }
    if let first = lost.min(by: CanonicalText.precedes) {
      notes.append(
        Diagnostic(
          .warning, "aliases.unknown",
          ["file": options.aliasFile ?? "", "count": String(lost.count), "example": first]))
    }
  }

  /// - Returns: whether the target exists at a level that the alias is for.
  private mutating func add(_ alias: AreaAlias, _ territory: Territory) -> Bool {
    var isKnown = false
    let stated = alias.level.map(PlaceName.folded).flatMap { wanted in
      // `otb` is the level of `otb.geojson`, `macrodistrito` that of `macrodistritos.geojson`.
      territory.levels.firstIndex { PlaceName.folded($0.name) == wanted }
        ?? territory.levels.firstIndex { PlaceName.folded($0.name).hasPrefix(wanted) }
    }
    for level in levels.indices where stated == nil || stated == level {
      let areas =
        alias.isCode
        ? levels[level].codes.find(alias.target, recordWidth: nil).map { [$0.area] } ?? []
        : levels[level].names[PlaceName.folded(alias.target)] ?? []
      guard !areas.isEmpty else { continue }
      isKnown = true
      levels[level].aliases[PlaceName.folded(alias.alias), default: []] += areas
    }
    return isKnown
  }

  /// The areas of a level that a name or an alias stands for.
  func areas(named folded: String, level: Int) -> [Int32] {
    levels[level].aliases[folded] ?? levels[level].names[folded] ?? []
  }

  /// The area that a code stands for, or the only one that its alias does.
  func area(coded text: String, level: Int, recordWidth: Int?) -> (area: Int32, match: AreaCodes.Match)? {
    if let found = levels[level].codes.find(text, recordWidth: recordWidth) { return found }
    guard let alias = levels[level].aliases[PlaceName.folded(text)], alias.count == 1 else { return nil }
    return (alias[0], .exact)
  }
}
