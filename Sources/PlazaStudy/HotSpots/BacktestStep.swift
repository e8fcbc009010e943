public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
public import PlazaRecords
internal import PlazaReport
internal import PlazaWords

/// A map held against later records.
public struct BacktestStep: StudyStep {
  public static let verb = "hotspots-backtest"
  public static var keys: [String] {
    [verb, "map", "code", "field", "earlier", "budgets", "title", "rejects"]
      + PointInputs.keys.filter {
        !["known", "piles", "precision", "weight", "crs", "classes", "class-country", "keep-kind"].contains($0)
      }
  }

  public var name: String
  public var map: InputFile
  public var fields = AreaFields()
  public var points: PointInputs
  public var backtest = BacktestOptions()
  /// What stands above the drawings; nil is the step's name.
  public var title: String?
  public var outputs = StepOutputs()

  public init(name: String, map: InputFile, points: InputFile) {
    self.name = name
    self.map = map
    self.points = PointInputs(points: points)
  }

  public var inputs: [InputFile] { [map] + points.files }

  public init(_ node: StudyNode, folder: String) throws {
    name = try node.required(Self.verb)
    map = InputFile(try node.required("map"), folder: folder)
    points = try PointInputs(node, folder: folder)
    fields.code = try node.texts("code")
    backtest.field = try node.text("field")
    backtest.earlier = try node.text("earlier")
    let texts = try node.texts("budgets")
    if !texts.isEmpty {
      guard let budgets = Self.budgets(texts) else {
        throw node.failure("study.wrong_type", key: "budgets", ["wanted": "1, 2, 5, 10, 20 (%)"])
      }
      backtest.budgets = budgets
    }
    title = try node.text("title")
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
    outputs[.curve] = "\(name)-curve.svg"
  }

  /// Shares of the surface from percentages above 0 and at most 100; nil for any other text.
  public static func budgets(_ texts: [String]) -> [Double]? {
    var shares: [Double] = []
    for text in texts {
      guard let percent = Double(text), percent > 0, percent <= 100 else { return nil }
      shares.append(percent / 100)
    }
    return shares.isEmpty ? nil : shares
  }

  public var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("map", map.name)
    members.list("code", fields.code)
    members.add("field", backtest.field)
    members.add("earlier", backtest.earlier)
    members.list("budgets", backtest.budgets.compactMap { NumberText.text($0 * 100) })
    members.add("title", title)
    return members.members + points.parameters
  }

  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let files = try self.outputs.open(in: outputs)
    func read(_ file: InputFile) throws -> AreaLayer {
      let reading = try LayerSources.read(file, jobs: context.jobs)
      for note in reading.notes { context.progress.emit(note) }
      return AreaLayer(reading.layer, file: file.name)
    }
    let layer = try read(map)
    let boundary = try points.boundary.map(read)
    let source = try PointSources.open(points.points, csv: points.csv, assumedCRS: points.assumed)
    let sink = files[.rejects].map { CSVRowSink($0) }
    try sink?.write(header: RowSinks.rejectsHeader)
    let result = try await Backtest.run(
      source, map: layer, fields: fields, boundary: boundary, records: points.options, options: backtest, rejects: sink,
      jobs: context.jobs, progress: context.progress)
    var drawing = StepDrawing(name: name, verb: Self.verb, points: points.points, areas: map)
    if let title { drawing.title = title }
    drawing.subtitle = StepDrawing.subtitle(from: points.options.from, to: points.options.to, context)
    if files[.layer] != nil || files[.map] != nil {
      let layer = result.makeLayer()
      if let file = files[.layer] {
        try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
      }
      try drawing.write(layer, style: .budgets(shares: result.budgets.map(\.share)), into: files, context)
    }
    try files[.curve]?.write(chart(result, drawing, context))
    try files[.table]?.write(result.table, header: BacktestResult.tableHeader)
    try files[.summary]?.write(result.summary(seconds: nil, notice: context.notice).serialized + "\n")
    return result
  }

  /// The hit rate over the share of the surface, polygon by polygon.
  private func chart(_ result: BacktestResult, _ drawing: StepDrawing, _ context: StepContext) -> [UInt8] {
    let words = Words(Language(tag: context.language) ?? .en)
    var chart = ChartDrawing(title: drawing.title, words: words)
    (chart.subtitle, chart.notice, chart.source) = (drawing.subtitle, context.notice, drawing.source(words))
    let points = result.hitRates.map { (x: $0.area, y: $0.hits) }
    return chart.hitRate(points.isEmpty ? [] : [ChartDrawing.Curve(name: result.field, points: points)])
  }
}
