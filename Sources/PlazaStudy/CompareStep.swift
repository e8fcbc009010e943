public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// One comparison of counts in time, as a command line or a study asks for it.
public struct CompareStep: StudyStep {
  public static let verb = "compare"

  /// The inputs and how they are read; its own outputs and the options of rates are not used.
  public var records: JoinStep
  /// What stands for the areas where there are none.
  public var cells = CellInputs()
  public var periods = CompareOptions.Window.allCases
  public var against = CompareOptions.Against.lastYear
  public var until: String?
  public var registered: String?
  public var cutoff: String?
  public var outputs = StepOutputs()

  public var name: String { records.name }
  public var inputs: [InputFile] { records.inputs + [cells.boundary].compactMap { $0 } }

  public init(_ records: JoinStep) { self.records = records }

  /// What periods are called in a list of them; nil when one is unknown, stands twice, or there is none.
  public static func periods(_ texts: [String]) -> [CompareOptions.Window]? {
    let names = texts.flatMap { $0.split(separator: ",").map { String($0.filter { $0 != " " }) } }
    let windows = names.compactMap { CompareOptions.Window(rawValue: $0) }
    return windows.isEmpty || windows.count < names.count || Set(windows).count < windows.count ? nil : windows
  }

  public var parameters: [(String, JSONValue)] {
    var members = records.parameters.filter { $0.0 != "assign" && !($0.0 == "areas" && records.areas.isEmpty) }
    members += cells.parameters
    members.append(("periods", .array(periods.map { .text($0.rawValue) })))
    members.append(("against", .text(against.rawValue)))
    for (name, value) in [("until", until), ("registered", registered), ("cutoff", cutoff)] {
      if let value { members.append((name, .text(value))) }
    }
    return members
  }

  public func run(into files: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let (jobs, progress) = (context.jobs, context.progress)
    let files = try outputs.open(in: files)
    let (source, levels, options) = try await readInputs(context)
    let rejects = files[.rejects].map { CSVRowSink($0) }
    try rejects?.write(header: RowSinks.rejectsHeader)
    var compare = CompareOptions()
    compare.join = options
    compare.isOnCells = records.areas.isEmpty
    (compare.periods, compare.against) = (periods, against)
    (compare.until, compare.registered, compare.cutoff) = (until, registered, cutoff)
    let result = try await Compare.run(
      source, levels: levels, options: compare, rejects: rejects, jobs: jobs, progress: progress)
    try await writeMap(result, into: files, context)
    if let file = files[.table] {
      try file.write(CSVText.header(CompareResult.tableHeader))
      var text: [UInt8] = []
      CSVText.append(result.table, to: &text)
      try file.write(text)
    }
    try files[.summary]?.write(result.summary(seconds: nil, notice: context.notice).serialized + "\n")
    return result
  }

  /// The records, and the areas or the cells that they are counted in.
  private func readInputs(_ context: StepContext) async throws -> (any PointSource, [AreaLayer], JoinOptions) {
    guard records.areas.isEmpty else {
      guard !cells.isAsked, records.options.keptKinds.isEmpty else { throw Failure(.usage, "cells.or_areas") }
      return try await records.readInputs(jobs: context.jobs, progress: context.progress)
    }
    let fields = records.options.areas
    guard !records.options.keys.hasKeys, records.options.keys.locate.allSatisfy({ $0 == .point }), records.aliases == nil,
      fields == AreaFields(), records.options.levelField == nil, records.levelNames.isEmpty
    else { throw Failure(.usage, "cells.by_point") }
    let layer = try cells.layer(context)
    var records = records
    records.options.keys.locate = [.point]
    var (source, _, options) = try await records.readInputs(jobs: context.jobs, progress: context.progress)
    options.areas.code = [CellAreas.codeField]
    return (source, [layer], options)
  }
}
