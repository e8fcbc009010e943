public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// Where people live.
public struct PeopleGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Where people live: polygons or points with a number of people. Default: the areas' own --population.",
      es:
        "Dónde viven las personas: polígonos o puntos con un número de personas. Por defecto: la población de las mismas áreas (--population).",
      pt:
        "Onde as pessoas moram: polígonos ou pontos com um número de pessoas. Por padrão: a população das próprias áreas (--population).",
      value: "file"))
  public var people: InputFile?

  @Option(
    help: help(
      "Field of that file with everybody. Default: found by name.",
      es: "Campo de ese archivo con el total de personas. Por defecto: se reconoce por el nombre.",
      pt: "Campo desse arquivo com o total de pessoas. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var peoplePopulation: String?

  @Option(
    help: help(
      "Field with the people of a sex and/or an age, as MUJERES=F, POB65=65+ or F014=F:0-14; repeatable. Default: found by name.",
      es:
        "Campo con las personas de un sexo, de una edad o de ambos, como MUJERES=F, POB65=65+ o F014=F:0-14; se puede repetir. Por defecto: se reconoce por el nombre.",
      pt:
        "Campo com as pessoas de um sexo, de uma idade ou de ambos, como MUJERES=F, POB65=65+ ou F014=F:0-14; pode-se repetir. Por padrão: é reconhecido pelo nome.",
      value: "field=group"))
  public var groups: [String] = []

  @Option(
    help: help(
      "Where people may live: polygons; people of areas are spread over them only.",
      es: "Dónde puede vivir gente: polígonos; las personas de las áreas se reparten solo en ellos.",
      pt: "Onde pode morar gente: polígonos; as pessoas das áreas são distribuídas só neles.", value: "file"))
  public var residential: InputFile?

  @Option(
    help: help(
      "A raster with the number of people of each cell, GeoTIFF or ASCII grid, in the place of --people.",
      es: "Un ráster con el número de personas de cada celda, GeoTIFF o malla ASCII, en lugar de --people.",
      pt: "Um raster com o número de pessoas de cada célula, GeoTIFF ou grade ASCII, em vez de --people.", value: "file"))
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
    if peoplePopulation != nil || !groups.isEmpty { throw .excludes("--people-population, --groups", "--raster") }
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
