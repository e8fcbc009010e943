internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// What every verb over records and areas begins with.
enum PlacedRecords {
  /// Opens the records and reads the areas, level by level.
  /// - Throws: `Failure`.
  static func open(
    _ points: InputFile, _ areas: [InputFile], _ group: LevelGroup, _ keys: KeyOptions, _ run: Run
  ) throws -> (source: any PointSource, levels: [AreaLayer]) {
    // With keys a table without positions is read without them; where nothing is placed by points they are taken where they are clear.
    let positions: PositionRequest =
      keys.locate.isEmpty && keys.hasKeys ? .optional : keys.order.contains(.point) ? .required : .incidental
    let source: any PointSource
    do {
      source = try run.records(points, positions)
    } catch let failure as Failure where failure.diagnostic.id == "csv.no_position" {
      // These verbs place records without positions too.
      throw Failure(failure.kind, "csv.no_position_or_key", failure.diagnostic.values)
    }
    return (source, try areas.enumerated().map { try run.areas($1, level: group.levelName($0)) })
  }
}
