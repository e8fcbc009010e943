internal import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension SpacesStep {
  public static let keys =
    [
      verb, "registry", "only", "distance", "space-code", "space-name", "type", "state", "recovered", "committee", "members",
      "women",
      "men", "chat", "region", "incidents", "by", "when", "date-order", "from", "to", "where", "weight", "count", "explode",
      "precision", "classes", "class-country", "keep-kind", "areas", "code", "name", "population", "hazards", "order",
      "activities", "assume-crs", "map",
      "title", "rejects",
    ] + PeopleInputs.keys + CSVOptions.studyKeys

  public init(_ node: StudyNode, folder: String) throws {
    func file(_ name: String) -> InputFile { InputFile(name, folder: folder) }
    self.init(name: try node.required(Self.verb), registry: file(try node.required("registry")))
    options.only = try node.conditions("only")
    if let distances = try Self.distances(node.texts("distance")) {
      options.distances = distances
    } else {
      throw node.failure("study.wrong_type", key: "distance", ["wanted": "100, 200, 400"])
    }
    for (key, field) in Self.fieldKeys { options.fields[keyPath: field] = try node.text(key) }
    incidents = try node.text("incidents").map(file)
    records = try PointOptions(node)
    classes = try node.text("classes").map { ClassFile(file($0), country: try node.text("class-country")) }
    keptKinds = try node.texts("keep-kind")
    people = try PeopleInputs(node, folder: folder)
    areas = try node.text("areas").map(file)
    areaFields.code = try node.texts("code")
    areaFields.name = try node.text("name")
    areaFields.population = try node.text("population")
    self.folder = folder
    hazards.hazards = try node.list("hazards").flatMap { HazardTexts.divided($0) }
    hazards.orders = try node.list("order")
    activities = try node.texts("activities").map(file)
    csv = try CSVOptions(node)
    assumedCRS = try node.text("assume-crs")
    title = try node.text("title")
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
    outputs[.checks] = "\(name)-checks.csv"
    if areas != nil || options.fields.region != nil || !activities.isEmpty { outputs[.regions] = "\(name)-regions.csv" }
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
  }

  /// The fields of the registry, under the names of the command line.
  static var fieldKeys: [(String, WritableKeyPath<SpaceFields, String?>)] {
    [
      ("space-code", \.code), ("space-name", \.name), ("type", \.type), ("state", \.state), ("recovered", \.recovered),
      ("committee", \.committee), ("members", \.members), ("women", \.women), ("men", \.men), ("chat", \.chat),
      ("region", \.region),
    ]
  }

  /// Whole metres, ascending and each once; the usual ones for none, nil for anything else.
  public static func distances(_ texts: [String]) -> [Int]? {
    guard !texts.isEmpty else { return SpaceOptions().distances }
    let numbers = texts.map { Int($0.filter { $0 != " " }) }
    guard numbers.count <= 10, numbers.allSatisfy({ $0.map(SpaceOptions.distanceRange.contains) ?? false }) else { return nil }
    return Set(numbers.compactMap { $0 }).sorted()
  }

  public var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("registry", registry.name)
    members.add("only", options.only)
    members.list("distance", options.distances.map(String.init))
    for (key, field) in Self.fieldKeys { members.add(key, options.fields[keyPath: field]) }
    members.add("incidents", incidents?.name)
    members.add(records)
    members.add("classes", classes?.file.name)
    members.add("class-country", classes?.country)
    members.list("keep-kind", keptKinds)
    members.add(people)
    members.add("areas", areas?.name)
    members.list("code", areaFields.code)
    members.add("name", areaFields.name)
    members.add("population", areaFields.population)
    members.list("hazards", hazards.hazards)
    members.list("order", hazards.orders)
    members.list("activities", activities.map(\.name))
    members.add(csv)
    members.add("assume-crs", assumedCRS)
    members.add("title", title)
    return members.members
  }
}
