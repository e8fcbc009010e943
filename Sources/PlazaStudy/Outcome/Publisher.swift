internal import PlazaFormats
internal import PlazaGEOS
internal import PlazaLayers
internal import PlazaReport
internal import PlazaWords

/// Writes what a verb found: the one place where layers, styles, drawings, tables and summaries become files.
struct Publisher {
  let outputs: OpenOutputs
  let context: StepContext

  /// Decimals of a coordinate in GeoJSON: a centimetre.
  static let decimals = 7

  /// - Parameter verb: whose summary it is.
  /// - Throws: `Failure`.
  func publish(_ outcome: Outcome, verb: String) async throws {
    for product in outcome.products {
      switch product {
      case .layer(let product): try await publish(product)
      case .table(let output, let header, let rows):
        guard let file = outputs[output]?.file else { continue }
        try file.write(CSVText.header(header))
        try rows { block in
          var text: [UInt8] = []
          CSVText.append(block, to: &text)
          try file.write(text)
        }
      case .chart(let output, let drawing, let draw):
        guard let file = outputs[output]?.file else { continue }
        try file.write(draw(chart(drawing)))
      }
    }
    let summary = outputs[Output.summary.name]?.file
    try summary?.write(outcome.summary(verb: verb, seconds: nil, notice: context.notice).serialized + "\n")
  }

  private func publish(_ product: LayerProduct) async throws {
    let (place, map) = (outputs[product.output], outputs[product.map]?.file)
    if let place, let raster = product.raster, try write(raster, to: place) {
      if map == nil { return }
    } else if place == nil, map == nil {
      return
    }
    let layer = try product.make()
    let isRaster = product.raster != nil && place.map { Self.isRaster($0.file.path) } == true
    if let place, !isRaster { try await write(layer, to: place.file) }
    let qml = place?.companions["style"]
    guard qml != nil || map != nil else { return }
    var shown: LayerProduct.Shown?
    let style: LayerStyle
    switch product.style {
    case .fixed(let fixed): style = fixed
    case .made(let made):
      shown = try product.shown(layer)
      style = try made(shown!.layer)
    }
    try qml?.write(QGISStyle.qml(layer, style: style, words: context.words))
    guard let map else { return }
    let part = try shown ?? product.shown(layer)
    try map.write(svg(part, style, product.drawing))
  }

  private static func isRaster(_ path: String) -> Bool { [".asc", ".tif", ".tiff"].contains { path.hasSuffix($0) } }

  /// - Returns: whether the name of the output asks for a raster.
  private func write(_ raster: RasterProduct, to place: OpenOutputs.Opened) throws -> Bool {
    let path = place.file.path
    guard Self.isRaster(path) else { return false }
    guard path.hasSuffix(".asc") else {
      try place.file.write(raster.tiff(path))
      return true
    }
    try place.file.write(raster.ascii())
    try place.companions["projection"]?.write(raster.projection(path))
    return true
  }

  private func svg(_ shown: LayerProduct.Shown, _ style: LayerStyle, _ drawing: Drawing) -> [UInt8] {
    var map = MapDrawing(title: drawing.title, words: context.words)
    map.subtitle = drawing.subtitle(context.words)
    map.notice = context.notice
    map.source = drawing.source(context.words)
    map.nameField = shown.nameField
    map.context = shown.outlines
    map.isNested = drawing.isNested
    return map.svg(shown.layer, style: style)
  }

  private func chart(_ drawing: Drawing) -> ChartDrawing {
    var chart = ChartDrawing(title: drawing.title, words: context.words)
    chart.subtitle = drawing.subtitle(context.words)
    chart.notice = context.notice
    chart.source = drawing.source(context.words)
    return chart
  }

  /// - Parameter layer: in longitude and latitude on WGS 84.
  private func write(_ layer: Layer, to file: OutputFile) async throws {
    var about: [(String, JSONValue)] = [("release", .text("internal")), ("version", .text(PlazaVersion.current))]
    if let notice = context.notice { about.append(("notice", .text(notice))) }
    var layer = layer
    do {
      layer.geometry = try await GEOS.rounded(layer.geometry, decimals: Self.decimals, jobs: context.jobs).column
    } catch let error as GEOSError {
      throw Failure(.failed, "output.rounding", ["path": file.path, "reason": error.description])
    }
    let writer = GeoJSONLayerWriter(members: [(name: "plaza", json: JSONValue.object(about).compact)])
    let summary = try writer.write(layer) { try file.write($0) }
    guard summary.droppedRings > 0 else { return }
    let values = ["path": file.path, "count": String(summary.droppedRings), "features": String(summary.emptiedFeatures)]
    context.progress.emit(Diagnostic(.warning, "output.collapsed_rings", values))
  }
}
