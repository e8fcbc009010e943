internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension JoinResult {
  /// What a join tells of itself.
  var facts: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("areas", .areas(areas)), ("as_of", .optional(areas.asOf))]
    members.append(("territory", territory.fact(kinds: kinds.map(\.name))))
    if !levels.isEmpty { members.append(("levels", .array(levels.map(JSONValue.level)))) }
    if usesKeys { members.append(("unmatched", .array(unmatched.map(JSONValue.unmatched)))) }
    members += [("by_category", .categories(kinds)), ("crs", .coordinates(coordinates)), ("years", .real(years))]
    if let classes { members += [("classes", .classes(classes)), ("unmapped", .unmapped(classes))] }
    if let withheld { members.append(("withheld", .withheld(withheld))) }
    if let carried = crosswalked { members.append(("carried", .carried(carried))) }
    return members
  }
}
