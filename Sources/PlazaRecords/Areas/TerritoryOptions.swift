/// What is asked of the areas of a territory.
package struct TerritoryOptions: Sendable {
  /// The fields of the finest level's areas, and those of the coarser levels in their order.
  package var areas: AreaFields
  package var coarserAreas: [AreaFields]
  /// The field that divides one layer into levels.
  package var levelField: String?
  /// The field with the people who are there in passing.
  package var floating: String?
  package var aliases: [AreaAlias]

  package init(
    areas: AreaFields = AreaFields(), coarserAreas: [AreaFields] = [], levelField: String? = nil, floating: String? = nil,
    aliases: [AreaAlias] = []
  ) {
    self.areas = areas
    self.coarserAreas = coarserAreas
    self.levelField = levelField
    self.floating = floating
    self.aliases = aliases
  }

  /// - Parameter level: from 0, the finest.
  package func fields(level: Int) -> AreaFields {
    if level == 0 { return areas }
    if level <= coarserAreas.count { return coarserAreas[level - 1] }
    var fields = AreaFields()
    (fields.mergesCodes, fields.isStrict) = (areas.mergesCodes, areas.isStrict)
    fields.takeValidity(of: areas)
    return fields
  }
}
