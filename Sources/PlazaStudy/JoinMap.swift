internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

/// What the map of a join shows: the finest areas, by their rate, or by how densely the records lie.
struct JoinMap {
  /// The whole layer, which the style for a GIS goes with.
  let whole: Layer
  let shown: FinestLevel
  let style: LayerStyle

  /// Stabilised rates before rates, and both before records per km²: a number of records alone shows mostly how large an area is.
  init(_ layer: Layer, _ result: JoinResult, _ options: JoinOptions) {
    whole = layer
    shown = FinestLevel(layer, result.crosswalked == nil ? result.levels : [], options.areas)
    let areas = shown.areas
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
}

extension JoinStep {
  /// Writes the style and the map, where they are wanted.
  func write(_ join: JoinMap, into files: [StepOutputs.Kind: OutputFile], _ context: StepContext) throws {
    var drawing = StepDrawing(name: name, verb: Self.verb, points: points, areas: carrying?.areas ?? areas[0])
    if let title { drawing.title = title }
    drawing.subtitle = StepDrawing.subtitle(from: options.from, to: options.to, context)
    drawing.show(join.shown)
    try drawing.write(join.whole, shown: join.shown.areas, style: join.style, into: files, context)
  }
}
