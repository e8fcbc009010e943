public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers

/// Where people live, as a verb is told: blocks, areas or points, or a raster; without either the areas' own population.
public struct PeopleInputs: Sendable {
  /// Polygons or points with columns of people.
  public var people: InputFile?
  /// Its columns, or those of the areas; what is not stated is found by name.
  public var fields = PeopleFields()
  /// A raster with the number of people of each cell, in the place of `people`.
  public var raster: InputFile?
  /// Polygons where people may live.
  public var residential: InputFile?

  public init() {}

  static let keys = ["people", "people-population", "groups", "residential", "raster"]

  init(_ node: StudyNode, folder: String) throws {
    func file(_ key: String) throws -> InputFile? { try node.text(key).map { InputFile($0, folder: folder) } }
    people = try file("people")
    fields.population = try node.text("people-population")
    fields.groups = try node.list("groups")
    residential = try file("residential")
    raster = try file("raster")
  }

  var files: [InputFile] { [people, residential, raster].compactMap { $0 } }

  /// The people as they were read.
  struct Reading {
    var features: (features: Features, file: String)?
    var raster: (source: any RasterSource, file: String)?
    var residential: Features?
  }

  /// - Throws: `Failure` `people.two_sources`, `people.residential_raster`, and what reading throws.
  func read(_ context: StepContext, csv: CSVOptions = CSVOptions(), assumedCRS: CRS?, isStrict: Bool = false) async throws
    -> Reading
  {
    if let raster {
      if people != nil { throw Failure(.usage, "people.two_sources") }
      if residential != nil { throw Failure(.usage, "people.residential_raster", ["file": raster.name]) }
    }
    var result = Reading()
    if let people {
      result.features = (
        try await FeatureSources.read(people, context, csv: csv, assumedCRS: assumedCRS, isStrict: isStrict), people.name
      )
    }
    if let residential {
      result.residential = try await FeatureSources.read(
        residential, context, csv: csv, assumedCRS: assumedCRS, isStrict: isStrict)
    }
    if let raster {
      let reading = try RasterFile.open(raster.name, path: raster.path, assumedCRS: assumedCRS)
      for note in reading.notes { context.progress.emit(note) }
      result.raster = (reading.source, raster.name)
    }
    return result
  }
}

extension FeatureSources {
  /// Reads a file and tells what its reader had to say.
  static func read(
    _ file: InputFile, _ context: StepContext, csv: CSVOptions = CSVOptions(), assumedCRS: CRS?, isStrict: Bool = false
  ) async throws -> Features {
    let reading = try await read(file, csv: csv, assumedCRS: assumedCRS, isStrict: isStrict, jobs: context.jobs)
    for note in reading.notes { context.progress.emit(note) }
    return reading.features
  }
}

extension StudyNode {
  /// A text, or a list of them.
  func list(_ key: String) throws -> [String] { try isList(key) ? texts(key) : text(key).map { [$0] } ?? [] }
}

extension StepParameters {
  mutating func add(_ people: PeopleInputs) {
    add("people", people.people?.name)
    add("people-population", people.fields.population)
    list("groups", people.fields.groups)
    add("residential", people.residential?.name)
    add("raster", people.raster?.name)
  }
}
