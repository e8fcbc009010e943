internal import PlazaGEOS
public import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ
public import PlazaRecords
internal import PlazaStatistics

/// The verb `coverage`: who lives near a space.
public enum Coverage {
  /// Where the people come from.
  public enum PeopleSource: Sendable {
    /// The areas themselves, where `AreaFields.population` names their field; else nobody knows.
    case areas
    /// A file of blocks, areas or points with columns of people.
    case features(Features, file: String)
    /// The number of people of each cell.
    case raster(any RasterSource, file: String)
  }

  /// What is read before the run.
  public struct Inputs: Sendable {
    public var spaces: Features
    public var spacesFile: String
    public var areas: AreaLayer
    /// Where people live; the areas' own population where there is none.
    public var people: PeopleSource = .areas
    /// Polygons where people may live.
    public var residential: Features?
    /// The streets that people walk on, and the entrances of the spaces.
    public var streets: Features?
    public var streetsFile = ""
    public var entrances: Features?
    /// What SDG 11.7.1 needs; nil for a coverage that does not claim its name.
    public var openSpaces: OpenSpaceInputs?
    /// Records counted inside and outside of what is near, read once.
    public var incidents: (any PointSource)?
    public var incidentOptions = PointOptions()

    public init(spaces: Features, file: String, areas: AreaLayer) {
      self.spaces = spaces
      spacesFile = file
      self.areas = areas
    }
  }

  /// Measures how much of each area, and how many of its people and records, lie within each distance of a space.
  /// - Throws: `Failure` `coverage.failed`, `coverage.no_spaces`, `features.no_field`, and as areas and records do.
  public static func run(
    _ inputs: Inputs, options: CoverageOptions, jobs: Int, progress: any ProgressSink = SilentProgress()
  ) async throws -> CoverageResult {
    do {
      let ground = try await CoverageGround(inputs, options: options, jobs: jobs)
      for note in ground.notes where note.severity == .note { progress.emit(note) }
      var bands: [CoverageBand] = []
      for distance in options.distances {
        bands.append(try await ground.straightBand(distance, jobs: jobs))
      }
      var walks: CoverageWalks?
      if let streets = inputs.streets {
        let found = try CoverageWalks(
          ground, streets: streets, file: inputs.streetsFile, entrances: inputs.entrances, options: options, jobs: jobs)
        for note in found.notes where note.severity == .note { progress.emit(note) }
        for straight in bands { bands.append(try await found.band(straight, ground, jobs: jobs)) }
        walks = found
      }
      var incidents: PointCollection?
      var small: [Diagnostic] = []
      if let source = inputs.incidents {
        incidents = try await ground.count(
          source, options: inputs.incidentOptions, file: inputs.areas.file, in: &bands, jobs: jobs, progress: progress)
        var counts = [Int](repeating: 0, count: ground.count)
        for area in incidents?.areas ?? [] where area >= 0 { counts[Int(area)] += 1 }
        small = try SmallCounts.warnings(of: counts, inputs.incidentOptions.records())
      }
      let access = try SpaceAccess(ground, distances: options.distances, walks: walks, jobs: jobs)
      var openSpaces: OpenSpaceResult?
      if let given = inputs.openSpaces {
        openSpaces = try await OpenSpaces.run(given, inputs, ground, options: options, jobs: jobs)
      }
      return try CoverageResult(
        ground, bands: bands, walks: walks, incidents: incidents, access: access, openSpaces: openSpaces,
        warnings: small)
    } catch let error as GEOSError {
      throw Failure(.failed, "coverage.failed", ["reason": error.description])
    } catch let error as StatisticsError {
      throw Failure(.internalError, "coverage.failed", ["reason": "\(error)"])
    }
  }
}
