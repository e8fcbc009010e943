public import PlazaLayers
public import PlazaRecords

/// What is asked about how records crowd into few places; the names are those of the command line and of `study.yaml`.
public struct ConcentrationOptions: Hashable, Sendable {
  /// How records are read, placed and told apart; its period, weight and rates are not used.
  public var join = JoinOptions()
  /// Random assignments and bootstrap draws for each kind and level.
  public var draws = 999
  public var seed: UInt64 = 1

  public static let drawRange = 99...99_999

  public init() {}
}

/// How few places hold how much, beside what chance alone would do.
public enum Concentration {
  /// Reads every record once, as a join does, and measures for each level and kind how its records crowd into few areas.
  ///
  /// Records that are known to a coarser area only have no part at the finer level. The result is the same for any number of jobs and any
  /// order of the records; draws depend on `seed` alone.
  /// - Throws: `Failure` as `Join.run` does.
  public static func run(
    _ points: any PointSource, levels: [AreaLayer], options: ConcentrationOptions, rejects: (any RowSink)? = nil, jobs: Int,
    progress: any ProgressSink = SilentProgress()
  ) async throws -> ConcentrationResult {
    try options.join.checkRates()
    let territory = try await Territory.build(levels, options: options.join.records.territory, jobs: jobs)
    let pass = try RecordPass(
      points, on: .territory(territory), options.join.records, rows: RowSinks(rejects: rejects))
    let run = try await pass.run(into: TallySink(pass), jobs: jobs, progress: progress)
    let result = try ConcentrationResult(run, territory: territory, options: options, jobs: jobs)
    try run.refuseFewMatches(options.join.records, warnings: result.warnings, progress: progress)
    return result
  }
}
