public import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
public import PlazaRecords

/// Who lives near a space, as a command line or a study asks for it.
public struct CoverageStep: StudyStep {
  public static let verb = "coverage"
  /// The keys of such a step: the names of the command's options.
  public static let keys =
    [verb, "spaces", "only", "areas"] + AreaFields.keys + ["distance"] + PeopleInputs.keys + [
      "streets", "entrances", "snap", "band", "urban", "inventory", "inventory-date", "width", "assumed-width", "sample",
      "incidents", "assume-crs", "map", "title", "service", "gaps",
    ] + PointOptions.filterKeys + CSVOptions.studyKeys

  public var name: String
  /// Points or polygons.
  public var spaces: InputFile
  public var areas: InputFile
  public var people = PeopleInputs()
  public var streets: InputFile?
  public var entrances: InputFile?
  /// The built-up extent, and the inventory of all open public spaces with its date: what SDG 11.7.1 needs.
  public var urban: InputFile?
  public var inventory: InputFile?
  public var inventoryDate: String?
  /// The field of the streets with their width, the width of those without, and how many circles sample them.
  public var width: String?
  public var assumedWidth: Double?
  public var sample: Int?
  /// Records counted within and beyond.
  public var incidents: InputFile?
  /// Which of them count.
  public var records = PointOptions()
  public var options = CoverageOptions()
  /// How the file of spaces is written.
  public var csv = CSVOptions()
  public var assumedCRS: String?
  /// What stands above the map; nil is the step's name.
  public var title: String?
  public var outputs = StepOutputs()

  public init(name: String, spaces: InputFile, areas: InputFile) {
    self.name = name
    self.spaces = spaces
    self.areas = areas
  }

  public var inputs: [InputFile] {
    [spaces, areas] + people.files + [streets, entrances, urban, inventory, incidents].compactMap { $0 }
  }

  public init(_ node: StudyNode, folder: String) throws {
    func file(_ key: String) throws -> InputFile? { try node.text(key).map { InputFile($0, folder: folder) } }
    self.init(
      name: try node.required("coverage"), spaces: InputFile(try node.required("spaces"), folder: folder),
      areas: InputFile(try node.required("areas"), folder: folder))
    people = try PeopleInputs(node, folder: folder)
    streets = try file("streets")
    entrances = try file("entrances")
    incidents = try file("incidents")
    records = try PointOptions(node)
    urban = try file("urban")
    inventory = try file("inventory")
    inventoryDate = try node.text("inventory-date")
    width = try node.text("width")
    assumedWidth = try node.metres("assumed-width")
    sample = try node.integer("sample", in: Self.sampleRange)
    options.areas = try AreaFields(node)
    options.only = try node.conditions("only")
    let distances = try node.texts("distance")
    if !distances.isEmpty {
      guard let metres = Self.distances(distances) else {
        throw node.failure("study.wrong_type", key: "distance", ["wanted": Self.wantedDistances])
      }
      options.distances = metres
    }
    if let snap = try node.metres("snap") { options.snap = snap }
    if let band = try node.metres("band") { options.band = band }
    csv = try CSVOptions(node)
    assumedCRS = try node.text("assume-crs")
    title = try node.text("title")
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
    if try node.flag("service") { outputs[.service] = "\(name)-service.geojson" }
    if try node.flag("gaps") { outputs[.gaps] = "\(name)-gaps.geojson" }
    if try node.flag("map") {
      outputs[.map] = "\(name).svg"
      if outputs[.service] != nil { outputs[.serviceMap] = "\(name)-service.svg" }
    }
  }

  /// Circles of 10 ha.
  public static let sampleRange = 10...1_000_000

  static let wantedDistances = "400, 500, 1000"

  /// Metres, each within the range and once, ascending; nil for anything else.
  public static func distances(_ texts: [String]) -> [Double]? {
    var metres: [Double] = []
    for text in texts {
      guard let value = Double(text.filter { $0 != " " }), CoverageOptions.distanceRange ~= value, !metres.contains(value)
      else { return nil }
      metres.append(value)
    }
    return metres.isEmpty ? nil : metres.sorted()
  }

  public var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("spaces", spaces.name)
    members.add("only", options.only)
    members.add("areas", areas.name)
    members.add(options.areas)
    members.list("distance", options.distances.compactMap(NumberText.text))
    members.add(people)
    members.add("streets", streets?.name)
    members.add("entrances", entrances?.name)
    if streets != nil {
      members.add("snap", NumberText.text(options.snap))
      members.add("band", NumberText.text(options.band))
    }
    members.add("urban", urban?.name)
    members.add("inventory", inventory?.name)
    members.add("inventory-date", inventoryDate)
    members.add("width", width)
    members.add("assumed-width", assumedWidth.flatMap(NumberText.text))
    members.add("sample", sample.map(String.init))
    members.add("incidents", incidents?.name)
    members.add(records)
    members.add("title", title)
    members.add(csv)
    members.add("assume-crs", assumedCRS)
    return members.members
  }
}
