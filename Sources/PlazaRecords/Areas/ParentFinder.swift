internal import PlazaLayers

/// Finds areas by what the finer level says of its parents: their codes, else their names.
struct ParentFinder {
  private let codes: AreaCodes
  private let areaOfCode: [Int]
  private let names: [String: [Int]]

  init(_ areas: AreaSet, _ aliases: [AreaAlias]) { self.init(codes: areas.codes, names: areas.names, aliases) }

  /// - Parameter codes: also repeated ones, as before features with one code are merged.
  init(codes: [String], names: [String], _ aliases: [AreaAlias]) {
    var firsts: [String: Int] = [:]
    for (area, code) in codes.enumerated() where firsts[code] == nil { firsts[code] = area }
    let unique = firsts.keys.sorted(by: CanonicalText.precedes)
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

  func byCode(_ text: String) -> Int32? {
    codes.find(text, recordWidth: nil).map { Int32(areaOfCode[Int($0.area)]) }
  }

  func byName(_ text: String) -> Int32? {
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
