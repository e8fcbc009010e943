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
    let disagreeFile = try self.outputs.disagree.map { try outputs.open($0, isPrivate: true) }
    let summaryFile = try self.outputs.summary.map { try outputs.open($0) }

    // The areas are read while the first records are looked at.
    async let layers = areas.map { try LayerSources.read($0, jobs: jobs) }
    var options = options
    if let aliases {
      options.keys.aliases = try AliasFile.read(aliases)
      options.keys.aliasFile = aliases.name
    }
    let source = try PointSources.open(
      points, csv: csv, assumedCRS: assumedCRS.map { CRS($0) }, needsPosition: options.keys.order.contains(.point),
      mayLackPosition: options.keys.locate.isEmpty && options.keys.hasKeys)
    let readings = try await layers
    for note in readings.flatMap(\.notes) { progress.emit(note) }
    let levels = readings.indices.map { index in
      let name = index < levelNames.count && !levelNames[index].isEmpty ? levelNames[index] : nil
      return AreaLayer(readings[index].layer, file: areas[index].name, level: name)
    }
    let other = try await carrying?.read(jobs: jobs, progress: progress)
    let tagged = taggedFile.map { CSVRowSink($0) }
    let rejects = rejectsFile.map { CSVRowSink($0) }
    let disagree = disagreeFile.map { CSVRowSink($0) }
    try disagree?.write(header: JoinResult.disagreeHeader)
    try rejects?.write(header: JoinResult.rejectsHeader)
    try tagged?.write(header: Join.taggedHeader(source, options, levels: levels.count))
    var result = try await Join.run(
      source, levels: levels, options: options, sinks: JoinSinks(tagged: tagged, rejects: rejects, disagree: disagree),
      jobs: jobs, progress: progress)

    if let carrying, let other { try carrying.carry(&result, other, from: areas[0], progress: progress) }

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
