internal import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
public import PlazaRecords
internal import PlazaReport
internal import PlazaWords

/// Who and what lies in which hazard class, as a command line or a study asks for it.
public struct ExposureStep: StudyStep {
  public static let verb = "exposure"
  public static let keys =
    [verb, "areas"] + AreaFields.keys + PeopleInputs.keys + [
      "hazards", "order", "hazard-kind", "hazard-date", "hazard-scale", "frequency", "spaces", "incidents", "when", "date-order",
      "from", "to", "where", "explode", "crs", "assume-crs",
    ] + CSVOptions.studyKeys + ["map", "title", "rejects"]

  public var name: String
  public var areas: InputFile
  public var fields = AreaFields()
  public var texts = HazardTexts()
  /// Files of hazards, people and spaces are named relative to this folder, with its `/`, or empty.
  var folder = ""
  public var people = PeopleInputs()
  public var spaces: InputFile?
  public var incidents: InputFile?
  /// Which incidents count.
  public var options = PointOptions()
  public var crs: String?
  public var csv = CSVOptions()
  /// What positions are in, in files that do not say.
  public var assumedCRS: String?
  public var title: String?
  public var outputs = StepOutputs()

  public init(name: String, areas: InputFile) {
    self.name = name
    self.areas = areas
  }

  public var inputs: [InputFile] {
    [areas] + ((try? texts.named()) ?? []).map { InputFile($0.file, folder: folder) }
      + people.files + [spaces, incidents].compactMap { $0 }
  }

  public init(_ node: StudyNode, folder: String) throws {
    name = try node.required(Self.verb)
    areas = InputFile(try node.required("areas"), folder: folder)
    self.folder = folder
    fields = try AreaFields(node)
    texts.hazards = try node.list("hazards").flatMap { HazardTexts.divided($0) }
    texts.orders = HazardTexts.joined(try node.list("order"))
    texts.kinds = try node.list("hazard-kind")
    texts.dates = try node.list("hazard-date")
    texts.scales = try node.list("hazard-scale")
    texts.frequencies = try node.texts("frequency")
    people = try PeopleInputs(node, folder: folder)
    spaces = try node.text("spaces").map { InputFile($0, folder: folder) }
    incidents = try node.text("incidents").map { InputFile($0, folder: folder) }
    options = try PointOptions(node)
    crs = try node.text("crs")
    assumedCRS = try node.text("assume-crs")
    csv = try CSVOptions(node)
    title = try node.text("title")
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
    if spaces != nil { outputs[.spaces] = "\(name)-spaces.geojson" }
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    if try node.flag("rejects"), incidents != nil { outputs[.rejects] = "\(name)-rejects.csv" }
  }

  public var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("areas", areas.name)
    members.add(fields)
    members.list("hazards", texts.hazards)
    members.list("order", texts.orders)
    members.list("hazard-kind", texts.kinds)
    members.list("hazard-date", texts.dates)
    members.list("hazard-scale", texts.scales)
    members.list("frequency", texts.frequencies)
    members.add(people)
    members.add("spaces", spaces?.name)
    members.add("incidents", incidents?.name)
    members.add(options)
    members.add("crs", crs)
    members.add("assume-crs", assumedCRS)
    members.add(csv)
    members.add("title", title)
    return members.members
  }

  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let named = try texts.named()
    let files = try self.outputs.open(in: outputs)
    let reading = try LayerSources.read(areas, jobs: context.jobs)
    for note in reading.notes { context.progress.emit(note) }
    var hazards: [Hazard] = []
    for hazard in named {
      let features = try await read(InputFile(hazard.file, folder: folder), context)
      hazards.append(
        Hazard(name: hazard.name, file: hazard.file, features: features, field: hazard.field, about: hazard.about))
    }
    var inputs = ExposureInputs(areas: AreaLayer(reading.layer, file: areas.name), hazards: hazards)
    inputs.fields = fields
    inputs.peopleFields = people.fields
    inputs.incidents = options
    inputs.crs = crs.map { CRS($0) }
    let people = try await people.read(context, csv: csv, assumedCRS: assumedCRS.map { CRS($0) }, isStrict: fields.isStrict)
    (inputs.people, inputs.residential, inputs.raster) = (people.features, people.residential, people.raster)
    if let spaces { inputs.spaces = (try await read(spaces, context), spaces.name) }
    let source = try incidents.map { try PointSources.open($0, csv: csv, assumedCRS: assumedCRS.map { CRS($0) }) }
    let sink = files[.rejects].map { CSVRowSink($0) }
    try sink?.write(header: RowSinks.rejectsHeader)
    let result = try await Exposure.run(inputs, incidents: source, rejects: sink, jobs: context.jobs, progress: context.progress)
    for note in result.notes where note.severity == .note { context.progress.emit(note) }
    try await write(result, to: files, context)
    return result
  }

  /// Each file once, without its folder.
  private static func fileNames(_ paths: [String]) -> String {
    let names = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return names.indices.filter { names.firstIndex(of: names[$0]) == $0 }.map { names[$0] }.joined(separator: ", ")
  }

  private func read(_ file: InputFile, _ context: StepContext) async throws -> Features {
    try await FeatureSources.read(
      file, context, csv: csv, assumedCRS: assumedCRS.map { CRS($0) }, isStrict: fields.isStrict)
  }

  private func write(_ result: ExposureResult, to files: [StepOutputs.Kind: OutputFile], _ context: StepContext) async throws {
    if files[.layer] != nil || files[.map] != nil {
      let layer = try result.makeLayer()
      if let file = files[.layer] {
        try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
      }
      var drawing = StepDrawing(name: name, verb: Self.verb, points: areas, areas: nil)
      drawing.nameField = result.nameField
      drawing.origin = Diagnostic(
        .note, "map.source_hazards",
        ["areas": areas.name, "hazards": Self.fileNames(result.hazards.map(\.file))])
      if let title { drawing.title = title }
      let style = LayerStyle.sequence(
        layer, field: result.mappedField, .counts,
        title: .sentence(result.people == nil ? "style.exposed_share" : "style.exposed_people"))
      try drawing.write(layer, style: style, into: files, context)
    }
    if let file = files[.spaces], let layer = try result.makeSpaces() {
      try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
      let hazard = result.hazards[0]
      let style = LayerStyle.hazardClasses(field: "\(hazard.name)_class", hazard: hazard.name, classes: hazard.classes)
      let words = Words(Language(tag: context.language) ?? .en)
      try files[.spacesStyle]?.write(QGISStyle.qml(layer, style: style, words: words))
    }
    try files[.table]?.write(result.table, header: ExposureResult.tableHeader)
    try files[.summary]?.write(result.summary(seconds: nil, notice: context.notice).serialized + "\n")
  }
}

extension HazardTexts {
  /// Orders of a list, where a comma may have parted one from its classes: `flood=low`, `high` is `flood=low,high`.
  static func joined(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { result, text in
      if text.contains("=") || result.isEmpty { result.append(text) } else { result[result.count - 1] += "," + text }
    }
  }

  /// Several hazards in one text, divided by commas: `flood=F:class,landslide=S:grade`.
  public static func divided(_ text: String) -> [String] {
    var result: [String] = []
    for part in text.split(separator: ",").map(String.init) {
      // A comma in the name of a file is not followed by another NAME=.
      if part.contains("=") || result.isEmpty { result.append(part) } else { result[result.count - 1] += "," + part }
    }
    return result
  }
}
