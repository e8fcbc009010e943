public import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers

extension JoinStep {
  /// Runs the join and writes its outputs into `outputs`, which the caller commits.
  /// - Parameter notice: what every output must say about the data, if anything.
  /// - Throws: `Failure`.
  public func run(
    into outputs: OutputSet, notice: String? = nil, jobs: Int, progress: any ProgressSink
  ) async throws -> JoinResult {
    // Every output is opened first: a name that is taken ends the run before the work, not after it.
    let layerFile = try self.outputs.layer.map { try outputs.open($0) }
    let tableFile = try self.outputs.table.map { try outputs.open($0) }
    let taggedFile = try self.outputs.tagged.map { try outputs.open($0, isPrivate: true) }
    let rejectsFile = try self.outputs.rejects.map { try outputs.open($0, isPrivate: true) }
    let summaryFile = try self.outputs.summary.map { try outputs.open($0) }

    // The areas are read while the first records are looked at.
    async let layer = LayerSources.read(areas, jobs: jobs)
    let source = try PointSources.open(points, csv: csv, assumedCRS: assumedCRS.map { CRS($0) })
    let reading = try await layer
    for note in reading.notes { progress.emit(note) }
    let other = try await carrying?.read(jobs: jobs, progress: progress)
    let tagged = taggedFile.map { CSVRowSink($0) }
    let rejects = rejectsFile.map { CSVRowSink($0) }
    try rejects?.write(header: JoinResult.rejectsHeader)
    try tagged?.write(header: Join.taggedHeader(source, options))
    var result = try await Join.run(
      source, areas: reading.layer, areasFile: areas.name, options: options, sinks: JoinSinks(tagged: tagged, rejects: rejects),
      jobs: jobs, progress: progress)

    if let carrying, let other { try carrying.carry(&result, other, from: areas, progress: progress) }

    if let layerFile {
      let layer = try result.carried?.makeLayer() ?? result.makeLayer()
      try await LayerSinks.write(layer, to: layerFile, notice: notice, jobs: jobs, progress: progress)
    }
    if let tableFile {
      try tableFile.write(CSVText.header(result.tableHeader))
      var text: [UInt8] = []
      CSVText.append(result.carried?.rows ?? result.table, to: &text)
      try tableFile.write(text)
    }
    if let summaryFile {
      try summaryFile.write(JoinSummary.json(result, seconds: nil, notice: notice).serialized + "\n")
    }
    return result
  }
}
