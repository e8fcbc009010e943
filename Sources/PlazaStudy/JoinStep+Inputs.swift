internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

extension JoinStep {
  /// Opens the records and reads the areas and what else the options name: what every verb over records and areas begins with.
  /// - Throws: `Failure`.
  func readInputs(
    jobs: Int, progress: any ProgressSink
  ) async throws -> (source: any PointSource, levels: [AreaLayer], options: JoinOptions) {
    // The areas are read while the first records are looked at.
    async let layers = areas.map { try LayerSources.read($0, jobs: jobs) }
    var options = options
    if let aliases {
      options.keys.aliases = try AliasFile.read(aliases)
      options.keys.aliasFile = aliases.name
    }
    try readRateFiles(into: &options)
    options.classes = try classes?.read()
    let source = try PointSources.open(
      points, csv: csv, assumedCRS: assumedCRS.map { CRS($0) }, needsPosition: options.keys.order.contains(.point),
      mayLackPosition: options.keys.locate.isEmpty && options.keys.hasKeys)
    let readings = try await layers
    for note in readings.flatMap(\.notes) { progress.emit(note) }
    let levels = readings.indices.map { index in
      let name = index < levelNames.count && !levelNames[index].isEmpty ? levelNames[index] : nil
      return AreaLayer(readings[index].layer, file: areas[index].name, level: name)
    }
    return (source, levels, options)
  }
}
