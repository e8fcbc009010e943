internal import PlazaFormats
internal import PlazaGEOS
internal import PlazaLayers
internal import PlazaReport
internal import PlazaWords

/// Writes what a verb found: the one place where layers, styles, drawings, tables and summaries become files.
struct Publisher {
  let outputs: OpenOutputs
  let context: StepContext

  /// - Parameter verb: whose summary it is.
  /// - Throws: `Failure`.
  func publish(_ outcome: Outcome, verb: String) async throws {
    if outcome.holdsSmallCounts || outcome.isPrivate { outputs.makePrivate() }
    for (path, file) in outputs.releases { try file.write(release(of: path).serialized + "\n") }
    for product in outcome.products {
      switch product {
      case .layer(let product): try await publish(product, of: outcome)
      case .table(let output, let header, let rows):
        guard let table = try outputs.table(output)?.begin(header.map { TableColumn($0) }) else { continue }
        try rows { try table.append($0) }
      case .chart(let output, let drawing, let draw):
        guard let file = outputs.file(output) else { continue }
        try file.write(draw(chart(drawing)))
      }
    }
    for table in outputs.tables {
      let notes = TableNotes(outcome, verb: verb, columns: table.columns, context: context)
      for note in try table.finish(notes) { context.progress.emit(note) }
    }
    let summary = outputs.file(Output.summary.name)
    try summary?.write(outcome.summary(verb: verb, seconds: nil, notice: context.notice).serialized + "\n")
  }

  /// What stands beside a file that cannot say itself who may see it.
  private func release(of path: String) -> JSONValue {
    .object([
      ("schema", .text("plaza.release/1")), ("file", .text(RelativePath.last(path))), ("release", .text("internal")),
      ("meaning", .text(context.words.render(id: "release.internal"))), ("notice", .optional(context.notice)),
      ("version", .text(PlazaVersion.current)),
    ])
  }

  private func publish(_ product: LayerProduct, of outcome: Outcome) async throws {
    let (place, map) = (outputs[product.output], outputs.file(product.map))
    if case .raster(let output) = place, let raster = product.raster { try output.write(raster()) }
    var layerOutput: LayerOutput?
    if case .layer(let output) = place { layerOutput = output }
    guard layerOutput != nil || map != nil else { return }
    let layer = try product.make()
    try product.drawing.chosen.checkLevel(among: product.levels)
    let look = Look(product, layer)
    if let layerOutput { try await write(layer, look, to: layerOutput) }
    if let map { try map.write(try svg(look.shown(), look.style(), product.drawing, outcome)) }
  }

  /// What is shown of a layer and how: made once, and only when somebody asks.
  private final class Look {
    private let product: LayerProduct
    private let layer: Layer
    private var madeShown: LayerProduct.Shown?

    init(_ product: LayerProduct, _ layer: Layer) { (self.product, self.layer) = (product, layer) }

    func shown() throws -> LayerProduct.Shown {
      if let madeShown { return madeShown }
      let shown = try product.shown(layer)
      madeShown = shown
      return shown
    }

    /// The style of the layer in its file, which shows what the map shows.
    func fileStyle() throws -> LayerStyle {
      var style = try style()
      if style.only == nil { style.only = try shown().part }
      return style
    }

    func style() throws -> LayerStyle {
      let own: LayerStyle
      switch product.style {
      case .fixed(let style): own = style
      case .made(let make): own = try make(shown().layer)
      }
      // A layer that is not the map's has the classes of its own field.
      guard product.map == Output.map.name else { return own }
      return try product.drawing.chosen.style(shown().layer, instead: own, fields: product.fields)
    }
  }

  private func svg(
    _ shown: LayerProduct.Shown, _ style: LayerStyle, _ drawing: Drawing, _ outcome: Outcome
  ) throws -> [UInt8] {
    var map = MapDrawing(title: context.words.shown(drawing.title), words: context.words)
    map.holdsRecords = outcome.records != nil || outcome.isPrivate
    map.said = Set(outcome.findings.flatMap(\.values.values))
    map.remarks = shown.remarks
    map.subtitle = drawing.subtitle(context.words)
    map.notice = context.notice
    // A finding is a line of its own in the words, and a sentence among others here.
    let method = drawing.method.map { context.words.render(id: $0.id, values: $0.values) }
    let notShown = drawing.countsRecords ? outcome.notShown.map { context.words.render(id: $0.id, values: $0.values) } : nil
    map.source = [drawing.source(context.words), method.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }, notShown]
      .compactMap { $0 }.joined(separator: " ")
    map.numbered = shown.numbered
    map.nameField = shown.nameField
    map.context = try drawing.context?() ?? shown.context
    map.unit = shown.unit
    map.overlays = shown.overlays
    map.isNested = drawing.isNested
    return map.svg(shown.layer, style: style)
  }

  private func chart(_ drawing: Drawing) -> ChartDrawing {
    var chart = ChartDrawing(title: context.words.shown(drawing.title), words: context.words)
    chart.subtitle = drawing.subtitle(context.words)
    chart.notice = context.notice
    chart.source = drawing.source(context.words)
    return chart
  }

  /// - Parameter layer: in the CRS that it is written in.
  private func write(_ layer: Layer, _ look: Look, to output: LayerOutput) async throws {
    var members: [(name: String, value: JSONValue)] = [
      ("release", .text("internal")), ("version", .text(PlazaVersion.current)),
    ]
    if let notice = context.notice { members.append(("notice", .text(notice))) }
    var rounded = layer
    if let decimals = output.writer.decimals {
      do {
        rounded.geometry = try await GEOS.rounded(layer.geometry, decimals: decimals, jobs: context.jobs).column
      } catch let error as GEOSError {
        throw Failure(.failed, "output.rounding", ["path": output.path, "reason": error.description])
      }
    }
    var written = WrittenLayer(rounded, members: members)
    if output.isStyled {
      written.style = { renamed in
        try QGISStyle.qml(
          layer, style: look.fileStyle(), words: context.words, nameField: look.shown().nameField, renamed: renamed)
      }
    }
    for note in try output.write(written) { context.progress.emit(note) }
  }
}
