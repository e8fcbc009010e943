internal import PlazaLayers
public import PlazaReport

/// What the caller has a map show, where its verb would choose otherwise.
public struct MapChoice: Hashable, Sendable {
  /// Nil takes the verb's.
  public var field: String?
  /// Nil takes the finest.
  public var level: String?
  public var classes: ClassChoice

  public init(field: String? = nil, level: String? = nil, classes: ClassChoice = ClassChoice()) {
    self.field = field
    self.level = level
    self.classes = classes
  }

  /// The style that shows what was chosen.
  /// - Parameter own: what the verb would show.
  /// - Parameter fields: what the verb knows of them.
  /// - Throws: `Failure` `map.no_field`, `map.own_classes`, `map.many_texts`, `map.no_numbers`.
  func style(_ layer: Layer, instead own: LayerStyle, fields: LayerProduct.Fields = .init()) throws(Failure) -> LayerStyle {
    if field == nil, classes.isOwn { return own }
    let name = field ?? own.field
    guard let column = layer.column(named: name) else {
      throw Failure(
        .usage, fields.missing, ["field": name, "fields": layer.columns.map(\.name).joined(separator: ", ")])
    }
    if field == nil, !own.isGraduated { throw Failure(.usage, "map.own_classes", ["field": name]) }
    if field == own.field, classes.isOwn, own.isGraduated || own.classes.count <= LayerStyle.mostTexts { return own }
    let hasTexts = column.values.contains { if case .text = $0 { $0.shownNumber == nil } else { false } }
    if hasTexts, !classes.isOwn { throw Failure(.usage, "map.no_numbers", ["field": name]) }
    guard
      let style = LayerStyle.chosen(
        layer, field: name, title: name == own.field ? own.title : fields.title(name), choice: classes,
        basis: fields.basis(name))
    else {
      throw Failure(.usage, "map.many_texts", ["field": name, "most": String(LayerStyle.mostTexts)])
    }
    return style
  }

  /// - Parameter levels: of the areas, finest first; empty where they are not nested.
  /// - Throws: `Failure` `map.no_level`, `map.no_levels`.
  func checkLevel(among levels: [String]) throws(Failure) {
    guard let level, !levels.contains(level) else { return }
    if levels.isEmpty { throw Failure(.usage, "map.no_levels", ["level": level]) }
    throw Failure(.usage, "map.no_level", ["level": level, "levels": levels.joined(separator: ", ")])
  }
}
