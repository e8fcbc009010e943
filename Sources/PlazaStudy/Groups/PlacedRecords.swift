internal import PlazaAnalysis
internal import PlazaLayers

/// What every verb over records and areas begins with.
enum PlacedRecords {
  /// Opens the records and reads the areas, level by level.
  /// - Throws: `Failure`.
  static func open(
    _ points: InputFile, _ areas: [InputFile], _ group: LevelGroup, _ keys: KeyOptions, _ run: Run
  ) throws -> (source: any PointSource, levels: [AreaLayer]) {
    let source = try run.records(
      points, needsPosition: keys.order.contains(.point), mayLackPosition: keys.locate.isEmpty && keys.hasKeys)
    return (source, try areas.enumerated().map { try run.areas($1, level: group.levelName($0)) })
  }
}
