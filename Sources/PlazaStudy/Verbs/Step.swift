public import PlazaFormats
public import PlazaLayers

/// One verb with all that it is told: what a command line is, and a step of a study.
public struct Step: Sendable {
  /// Its own name in a study, else the verb's.
  public let name: String
  public let verb: any Verb
  /// What its files are named from, with its `/`, or empty.
  let folder: String
  /// Every file that is read, in the order of the declaration.
  public let inputs: [InputFile]
  public var destinations: Destinations
  /// What was stated, and what stands where nothing was, under the names of the options.
  public var parameters: [(String, JSONValue)]

  public var verbName: String { type(of: verb).name }

  /// Checks everything that can be checked before a file is opened.
  /// - Parameter summary: where the summary goes, beside what the options say.
  /// - Parameter printsSummary: whether the summary goes to standard output.
  /// - Throws: `Failure` of kind `usage`.
  public init(
    _ verb: any Verb, name: String? = nil, folder: String = "", summary: String? = nil, printsSummary: Bool = false,
    parameters: [(String, JSONValue)] = []
  ) throws(Failure) {
    self.name = name ?? type(of: verb).name
    self.verb = verb
    self.folder = folder
    self.parameters = parameters
    let shapes = ArgumentShape.all(of: verb)
    inputs = shapes.flatMap { ($0.value as? any NamesInputs)?.inputFiles ?? [] }.map { $0.placed(in: folder) }
    var paths: [String: OutputPath] = [:]
    for shape in shapes { if let path = shape.value as? OutputPath { paths[shape.name] = path } }
    paths[Output.summary.name] = summary.flatMap { OutputPath(argument: $0) }
    destinations = Destinations(type(of: verb).outputs + [.summary], paths: paths)
    if inputs.count(where: \.isStream) > 1 { throw Failure(.usage, "input.stdin_twice") }
    if destinations.all.count(where: { $0.path == "-" }) + (printsSummary ? 1 : 0) > 1 {
      throw Failure(.usage, "output.stdout_twice")
    }
    if let region = shapes.lazy.compactMap({ $0.value as? ExcelRegion }).first {
      let hasTable = type(of: verb).outputs.contains(.table)
      guard destinations.hasText else { throw .needs("--csv-excel", hasTable ? "--table" : "-o x.csv") }
      destinations.csv = region.form
    }
    try destinations.check()
    try destinations.refuseTwice(beside: inputs.map(\.path))
    for group in ArgumentShape.groups(of: verb) { try (group as? any Checked)?.check() }
    try verb.check()
  }

  /// Does the work and writes the outputs into `files`, which the caller commits.
  /// - Throws: `Failure`.
  public func run(into files: OutputSet, _ context: StepContext) async throws -> Outcome {
    let outputs = try destinations.open(in: files, context.words)
    let outcome = try await verb.run(
      Run(name: name, verb: verbName, folder: folder, context: context, outputs: outputs))
    try await Publisher(outputs: outputs, context: context).publish(outcome, verb: verbName)
    return outcome
  }
}
