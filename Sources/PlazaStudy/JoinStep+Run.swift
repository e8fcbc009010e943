internal import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension JoinStep {
  public func run(into files: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let (jobs, progress) = (context.jobs, context.progress)
    let files = try outputs.open(in: files)

    let (source, levels, options) = try await readInputs(jobs: jobs, progress: progress)
    let other = try await carrying?.read(jobs: jobs, progress: progress)
    let tagged = files[.tagged].map { CSVRowSink($0) }
    let rejects = files[.rejects].map { CSVRowSink($0) }
    let disagree = files[.disagree].map { CSVRowSink($0) }
    try disagree?.write(header: JoinResult.disagreeHeader)
    try rejects?.write(header: RowSinks.rejectsHeader)
    try tagged?.write(header: Join.taggedHeader(source, options, levels: levels.count))
    var result = try await Join.run(
      source, levels: levels, options: options, sinks: RowSinks(tagged: tagged, rejects: rejects, disagree: disagree),
      jobs: jobs, progress: progress)

    if let carrying, let other { try carrying.carry(&result, other, from: areas[0], progress: progress) }

    if files[.layer] != nil || files[.map] != nil {
      let layer = try result.crosswalked?.makeLayer() ?? result.makeLayer()
      try write(JoinMap(layer, result, options), into: files, context)
      if let file = files[.layer] {
        try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: jobs, progress: progress)
      }
    }
    if let file = files[.table] {
      try file.write(CSVText.header(result.tableHeader))
      func write(_ rows: RowBlock) throws {
        var text: [UInt8] = []
        CSVText.append(rows, to: &text)
        try file.write(text)
      }
      if let carried = result.crosswalked { try write(carried.rows) } else { try result.writeTable(write) }
    }
    try files[.summary]?.write(result.summary(seconds: nil, notice: context.notice).serialized + "\n")
    return result
  }
}
