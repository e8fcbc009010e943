internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
internal import PlazaStatistics
internal import PlazaWords

extension ConcentrationStep {
  /// Writes the layer, its style and the map, where they are wanted: the areas from the one with most, by what they hold together.
  func writeMap(_ result: ConcentrationResult, into files: [StepOutputs.Kind: OutputFile], _ context: StepContext) async throws {
    guard files[.layer] != nil || files[.map] != nil else { return }
    let layer = try result.makeLayer()
    if let file = files[.layer] {
      try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
    }
    let shown = FinestLevel(layer, result.levels, records.options.areas)
    var drawing = StepDrawing(name: name, verb: Self.verb, points: records.points, areas: records.areas[0])
    if let title = records.title { drawing.title = title }
    drawing.subtitle = subtitle(kind: result.mappedKind?.name, context)
    drawing.show(shown)
    try drawing.write(layer, shown: shown.areas, style: .heldShares(field: result.mappedField), into: files, context)
  }

  /// Writes Lorenz's curves of the finest level, where they are wanted.
  func writeCurve(_ result: ConcentrationResult, into files: [StepOutputs.Kind: OutputFile], _ context: StepContext) throws {
    guard let file = files[.curve] else { return }
    let drawing = StepDrawing(name: name, verb: Self.verb, points: records.points, areas: records.areas[0])
    let words = Words(Language(tag: context.language) ?? .en)
    var chart = ChartDrawing(title: records.title ?? drawing.title, words: words)
    chart.subtitle = subtitle(kind: nil, context)
    chart.notice = context.notice
    chart.source = drawing.source(words)
    let curves = result.leading.map { measure in
      let (places, held) = (measure.curve.places, measure.curve.held)
      let records = Double(measure.curve.records)
      // From the places with least: what the others do not hold.
      let points = held.indices.map { place in
        (x: Double(place) / Double(places), y: (records - Double(held[places - place])) / records)
      }
      return ChartDrawing.Curve(name: measure.kind ?? words.render(id: "style.count"), points: points)
    }
    try file.write(chart.lorenz(curves))
  }

  private func subtitle(kind: String?, _ context: StepContext) -> String? {
    let parts = [kind, StepDrawing.subtitle(from: records.options.from, to: records.options.to, context)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
