public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaGeometry
public import PlazaLayers

/// Where people live.
public struct PeopleGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Where people live: polygons or points with a number of people, GeoJSON or CSV. Default: the areas' own --population.",
      value: "file"))
  public var people: InputFile?

  @Option(help: help("Field of that file with everybody. Default: found by name.", value: "field"))
  public var peoplePopulation: String?

  @Option(
    help: help(
      "Field with the people of a sex and/or an age, as MUJERES=F, POB65=65+ or F014=F:0-14; repeatable. Default: found by name.",
      value: "field=group"))
  public var groups: [String] = []

  @Option(
    help: help("Where people may live: polygons in GeoJSON; people of areas are spread over them only.", value: "file"))
  public var residential: InputFile?

  @Option(
    help: help(
      "A raster with the number of people of each cell, GeoTIFF or ASCII grid, in the place of --people.", value: "file"))
  public var raster: InputFile?

  public init() {}

  var fields: PeopleFields {
    var fields = PeopleFields()
    fields.population = peoplePopulation
    fields.groups = groups
    return fields
  }

  public func check() throws(Failure) {
    guard let raster else { return }
    if people != nil { throw Failure(.usage, "people.two_sources") }
    if residential != nil { throw Failure(.usage, "people.residential_raster", ["file": raster.name]) }
  }

  /// The people as they were read.
  struct Reading {
    var features: (features: Features, file: String)?
    var raster: (source: any RasterSource, file: String)?
    var residential: Features?
  }

  /// - Throws: `Failure`.
  func read(_ run: Run, isStrict: Bool = false) async throws -> Reading {
    var result = Reading()
    if let people { result.features = (try await run.features(people, isStrict: isStrict), people.name) }
    if let residential { result.residential = try await run.features(residential, isStrict: isStrict) }
    if let raster { result.raster = (try run.raster(raster), raster.name) }
    return result
  }
}
