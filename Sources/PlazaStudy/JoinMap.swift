internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaReport

/// What the map of a join shows: the finest areas, by their rate, or by how densely the records lie.
struct JoinMap {
  /// The whole layer, which the style for a GIS goes with.
  let whole: Layer
  /// The areas of the finest level.
  let areas: Layer
  /// Those one level up, as outlines.
  let context: PolygonColumn?
  let style: LayerStyle
  let nameField: String?

  /// Stabilised rates before rates, and both before records per km²: a number of records alone shows mostly how large an area is.
  init(_ layer: Layer, _ result: JoinResult, _ options: JoinOptions) {
    whole = layer
    var areas = layer
    var context: PolygonColumn?
    if result.carried == nil, let level = layer.column(named: "level"), let finest = result.levels.first {
      areas = Self.part(of: layer) { level.values[$0].text == finest.name }
      if result.levels.count > 1 {
        context = Self.part(of: layer) { level.values[$0].text == result.levels[1].name }.geometry
      }
    }
    (self.areas, self.context) = (areas, context)
    nameField = options.areas.name ?? FieldNames.name(in: layer.columns.map(\.name)).map { layer.columns[$0].name }
    let ofPeriod = options.rateBasis == .period ? "_period" : ""
    let rates = ["rate_eb", "rate"].first { field in
      areas.column(named: field)?.values.contains { !$0.isNull } == true
    }
    if let rates {
      style = .sequence(areas, field: rates, .rates, title: .sentence("style.\(rates)\(ofPeriod)"))
    } else {
      style = .sequence(areas, field: "per_km2", .counts, title: .sentence("style.per_km2"))
    }
  }

  private static func part(of layer: Layer, _ belongs: (Int) -> Bool) -> Layer {
    var geometry = PolygonColumn()
    let features = (0..<layer.featureCount).filter(belongs)
    for feature in features { geometry.append(feature: feature, of: layer.geometry) }
    return Layer(
      geometry: geometry,
      columns: layer.columns.map { column in
        Column(name: column.name, values: features.map { column.values[$0] })
      }, crs: layer.crs)
  }
}

extension JoinStep {
  /// Writes the style and the map, where they are wanted.
  func write(_ join: JoinMap, into files: [StepOutputs.Kind: OutputFile], _ context: StepContext) throws {
    var drawing = StepDrawing(name: name, verb: Self.verb, points: points, areas: carrying?.areas ?? areas[0])
    if let title { drawing.title = title }
    drawing.subtitle = StepDrawing.subtitle(from: options.from, to: options.to, context)
    drawing.nameField = join.nameField
    drawing.context = join.context
    try drawing.write(join.whole, shown: join.areas, style: join.style, into: files, context)
  }
}
