internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension PointInputs {
  /// - Throws: `Failure` with the line of what is wrong.
  init(_ node: StudyNode, folder: String) throws {
    func file(_ name: String) -> InputFile { InputFile(name, folder: folder) }
    self.init(points: file(try node.required("points")))
    boundary = try node.text("boundary").map(file)
    known = try node.text("known").map(file)
    piles = try node.choice("piles", CoincidentPolicy.self)
    options = try PointOptions(node)
    classes = try node.text("classes").map { ClassFile(file($0), country: try node.text("class-country")) }
    keptKinds = try node.texts("keep-kind")
    crs = try node.text("crs")
    csv = try CSVOptions(node)
    assumedCRS = try node.text("assume-crs")
  }

  /// The options under the names of the command line; what was not stated is left out.
  var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("points", points.name)
    members.add("boundary", boundary?.name)
    members.add("known", known?.name)
    members.add("piles", piles?.rawValue)
    members.add(options)
    members.add("classes", classes?.file.name)
    members.add("class-country", classes?.country)
    members.list("keep-kind", keptKinds)
    members.add("crs", crs)
    members.add(csv)
    members.add("assume-crs", assumedCRS)
    return members.members
  }
}

extension StudyNode {
  /// Conditions on fields: a mapping of each field to the values that it may have.
  func conditions(_ key: String) throws -> [RecordFilter.Condition] {
    guard let conditions = try mapping(key) else { return [] }
    return try conditions.keys.map { .init(field: $0, values: try conditions.texts($0)) }
  }
}
