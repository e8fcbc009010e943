public import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
internal import PlazaStatistics

/// The kernel density of points, as a layer of cells or as a raster.
public struct DensityStep: StudyStep {
  public static let verb = "hotspots-density"
  public static let keys =
    [verb] + PointInputs.keys + [
      "kernel", "bandwidth", "cell", "edge", "adaptive", "contours", "against",
      "against-weight", "ratio", "raster", "map", "title", "rejects",
    ]

  public var name: String
  public var points: PointInputs
  public var density = DensityOptions()
  /// What stands above the map; nil is the step's name.
  public var title: String?
  public var outputs = StepOutputs()

  public init(name: String, points: InputFile) {
    self.name = name
    self.points = PointInputs(points: points)
  }

  /// Points that the density is held against, with the field of their weight: people, or the year before.
  public var against: InputFile?
  public var againstWeight: String?

  public var inputs: [InputFile] { points.files + [against].compactMap { $0 } }

  public init(_ node: StudyNode, folder: String) throws {
    name = try node.required(Self.verb)
    points = try PointInputs(node, folder: folder)
    density.kernel = try node.choice("kernel", DensityKernel.self) ?? .quartic
    if let choice = try node.bandwidth("bandwidth") { density.bandwidth = choice }
    density.cell = try node.metres("cell")
    density.edge = try node.choice("edge", DensityOptions.Edge.self)
    density.isAdaptive = try node.flag("adaptive")
    against = try node.text("against").map { InputFile($0, folder: folder) }
    againstWeight = try node.text("against-weight")
    density.ratio = try node.choice("ratio", DensityOptions.RatioMeasure.self) ?? .ratio
    let shares = try node.texts("contours")
    if !shares.isEmpty {
      guard let percents = Self.percents(shares) else {
        throw node.failure("study.wrong_type", key: "contours", ["wanted": "50, 75, 90"])
      }
      density.contours = percents
    }
    title = try node.text("title")
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
    let raster = try node.choice("raster", RasterForm.self)
    write(layer: name + (raster.map { $0.ending } ?? ".geojson"))
    outputs[.contours] = "\(name)-contours.geojson"
    outputs[.summary] = "\(name).json"
  }

  /// Names the file of the cells: a layer, or by its ending a raster. An ASCII grid brings its CRS in a `.prj` beside it; a GeoTIFF holds it.
  public mutating func write(layer path: String?) {
    outputs[.layer] = path
    outputs[.projection] = path.flatMap { $0.hasSuffix(".asc") ? String($0.dropLast(4)) + ".prj" : nil }
  }

  /// What the key `raster` takes.
  enum RasterForm: String, CaseIterable {
    case yes = "true"
    case no = "false"
    case asc, tif

    var ending: String {
      switch self {
      case .yes, .asc: ".asc"
      case .no: ".geojson"
      case .tif: ".tif"
      }
    }
  }

  /// Shares of the volume in percent, each above 0 and below 100, once; nil for anything else.
  public static func percents(_ texts: [String]) -> [Double]? {
    var percents: [Double] = []
    for text in texts {
      guard let value = Double(text.filter { $0 != " " && $0 != "%" }), value > 0, value < 100, !percents.contains(value) else {
        return nil
      }
      percents.append(value)
    }
    return percents.isEmpty ? nil : percents.sorted()
  }

  public var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("kernel", density.kernel.rawValue)
    members.add("bandwidth", density.bandwidth.text)
    members.add("cell", density.cell.flatMap(NumberText.text))
    members.add("edge", density.edge?.rawValue)
    members.flag("adaptive", density.isAdaptive)
    members.list("contours", density.contours.compactMap(NumberText.text))
    members.add("against", against?.name)
    members.add("against-weight", againstWeight)
    if against != nil { members.add("ratio", density.ratio.rawValue) }
    members.add("title", title)
    return points.parameters + members.members
  }

  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let files = try self.outputs.open(in: outputs)
    let ground = try await points.load(rejects: files[.rejects], context)
    let map = try DensityMap(
      ground, options: density, point: points.options, against: try await readAgainst(ground, context), jobs: context.jobs)
    let percents = map.contours.map(\.percent)
    var drawing = StepDrawing(name: name, verb: Self.verb, points: points.points, areas: points.boundary)
    if let title { drawing.title = title }
    drawing.subtitle = StepDrawing.subtitle(from: points.options.from, to: points.options.to, context)
    if let file = files[.layer] {
      if file.path.hasSuffix(".asc") {
        try file.write(map.asciiGrid())
        try files[.projection]?.write(ProjectionText.of(map.crs, path: file.path))
      } else if file.path.hasSuffix(".tif") || file.path.hasSuffix(".tiff") {
        try file.write(GeoTIFFWriter.bytes(map.rasterGrid, crs: map.crs, path: file.path) { map.fillRaster(row: $0, $1) })
      } else {
        let layer = try map.makeLayer()
        try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
        try drawing.write(
          layer, style: style(layer, map, percents), into: files.filter { $0.key == .style }, context)
      }
    }
    if files[.contours] != nil || files[.map] != nil {
      let contours = try map.makeContours()
      if let file = files[.contours] {
        try await LayerSinks.write(contours, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
      }
      // The map shows the contours: cells would be a mosaic, and far larger a file.
      drawing.isNested = true
      var wanted = files.filter { $0.key == .map }
      wanted[.style] = files[.contourStyle]
      try drawing.write(
        contours, shown: try map.makeContours(withGround: true), style: .volumeContours(percents: percents), into: wanted, context
      )
    }
    let result = DensityResult(map: map)
    try files[.summary]?.write(result.summary(seconds: nil, notice: context.notice).serialized + "\n")
    return result
  }
}

extension DensityStep {
  /// The classes of the volume; of a ratio, its own.
  private func style(_ layer: Layer, _ map: DensityMap, _ percents: [Double]) -> LayerStyle {
    guard let ratio = map.ratio else { return .volumeClasses(percents: percents) }
    return .sequence(layer, field: ratio.field, .rates, title: .sentence("style.density_\(ratio.field)"))
  }

  /// The other points on the same ground; of them only place and weight matter.
  private func readAgainst(_ ground: StudyGround, _ context: StepContext) async throws -> StudyGround? {
    guard let against else { return nil }
    guard points.boundary != nil else { throw Failure(.usage, "density.against_boundary") }
    var other = PointInputs(points: against)
    other.boundary = points.boundary
    other.options.weight = againstWeight
    other.crs = ground.crs.description
    other.piles = .keep
    return try await other.load(rejects: nil, context)
  }
}

/// A density as a step's outcome, with its summary `plaza.hotspots-density/1`.
public struct DensityResult: StepResult {
  public let map: DensityMap

  public var account: Account { map.account }
  public var findings: [Diagnostic] { map.findings }
  public var warnings: [Diagnostic] { map.warnings }

  public var manifestMembers: [(String, JSONValue)] {
    let contours = map.contours.map { contour in
      JSONValue.object([
        ("percent", JoinSummary.number(contour.percent)), ("level", JoinSummary.number(contour.level)),
        ("count", .integer(contour.count)), ("count_share", JoinSummary.number(contour.countShare)),
        ("area_km2", JoinSummary.number(contour.squareKilometres)), ("area_share", JoinSummary.number(contour.surfaceShare)),
      ])
    }
    return [
      ("left_out", UnitMapResult.leftOut(map.leftOut)),
      (
        "density",
        .object([
          ("kernel", .text(map.kernel.rawValue)), ("bandwidth_m", JoinSummary.number(map.bandwidth)),
          ("rule", .optional(map.chosen?.rule.rawValue)), ("reason", .optional(map.chosen?.reason.rawValue)),
          ("duplicate_share", JoinSummary.number(map.chosen?.duplicateShare)), ("cell_m", JoinSummary.number(map.cell)),
          ("columns", .integer(map.columnCount)), ("rows", .integer(map.rowCount)), ("cells", .integer(map.cellCount)),
          ("edge", .text(map.edge.rawValue)), ("adaptive", .bool(map.isAdaptive)), ("volume", JoinSummary.number(map.volume)),
          ("maximum", JoinSummary.number(map.maximum)), ("unit", .text("per km²")), ("years", JoinSummary.number(map.years)),
          ("contours", .array(contours)),
          (
            "against",
            map.ratio.map {
              .object([
                ("measure", .text($0.measure.rawValue)), ("count", .integer($0.count)), ("floor", JoinSummary.number($0.floor)),
              ])
            } ?? .null
          ),
        ])
      ),
      ("crs", JoinSummary.coordinates(map.coordinates)), ("study_crs", .text(map.crs.description)),
    ]
  }

  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    pointSummary(verb: DensityStep.verb, seconds: seconds, notice: notice)
  }
}
