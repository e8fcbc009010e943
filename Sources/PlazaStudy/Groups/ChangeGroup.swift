public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords

/// Areas that change: how one division leads to another.
public struct ChangeGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Table from_code,to_code,share that carries the counts to the division of --to-areas.",
      es: "Tabla from_code,to_code,share que lleva los conteos a la división de --to-areas.",
      pt: "Tabela from_code,to_code,share que leva as contagens à divisão de --to-areas.", value: "file"))
  public var correspondence: InputFile?

  @Option(
    help: help(
      "The new areas: the layer and the table are then on them.",
      es: "Las áreas nuevas: la capa y la tabla son entonces de ellas.",
      pt: "As áreas novas: a camada e a tabela são então delas.", value: "file"))
  public var toAreas: InputFile?

  @Option(
    help: help(
      "Field with the code of the new areas, or several. Default: found by name.",
      es: "Campo con el código de las áreas nuevas, o varios. Por defecto: se reconoce por el nombre.",
      pt: "Campo com o código das áreas novas, ou vários. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var toCode: [FieldNameList] = []

  @Option(
    help: help(
      "Field with the name of the new areas. Default: found by name.",
      es: "Campo con el nombre de las áreas nuevas. Por defecto: se reconoce por el nombre.",
      pt: "Campo com o nome das áreas novas. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var toName: String?

  @Option(
    help: help(
      "Field with the population of the new areas. Default: that of --population, carried.",
      es: "Campo con la población de las áreas nuevas. Por defecto: la de --population, llevada a ellas.",
      pt: "Campo com a população das áreas novas. Por padrão: a de --population, levada a elas.", value: "field"))
  public var toPopulation: String?

  @Option(
    help: help(
      "As --as-of, for the new areas.",
      es: "Como --as-of, para las áreas nuevas.",
      pt: "Como --as-of, para as áreas novas.", value: "date"))
  public var toAsOf: String?

  public init() {}

  public func check() throws(Failure) {
    if (correspondence == nil) != (toAreas == nil) { throw .together("--correspondence", "--to-areas") }
    if toAreas == nil, !toCode.isEmpty || toName != nil || toPopulation != nil || toAsOf != nil {
      throw .needs("--to-code, --to-name, --to-population, --to-as-of", "--to-areas")
    }
  }

  /// Both files, read and checked: what is wrong with them ends the run before the records are read.
  struct Reading {
    var table: Correspondence
    var set: AreaSet
    var file: String
    var hasOwnPopulations: Bool

    /// Carries a result, which then has the counts on both divisions.
    func carry(_ result: inout JoinResult, from former: String, _ run: Run) throws {
      let carried = try result.crosswalked(by: table, from: former, to: set, named: file, hasOwnPopulations: hasOwnPopulations)
      run.say(carried.notes)
      result.addNotes(carried.notes)
      result.crosswalked = carried
    }
  }

  /// - Parameter former: the fields of the areas in which records are counted.
  /// - Throws: `Failure`.
  func read(former: AreaFields, _ run: Run) async throws -> Reading? {
    guard let correspondence, let toAreas else { return nil }
    var fields = former
    fields.code = toCode.flatMap(\.names)
    (fields.name, fields.population, fields.asOf) = (toName, toPopulation, toAsOf)
    let table = try CorrespondenceFile.read(correspondence.placed(in: run.folder))
    let layer = try run.areas(toAreas)
    return Reading(
      table: table, set: try await AreaSet(layer.layer, named: toAreas.name, fields: fields, jobs: run.jobs),
      file: toAreas.name, hasOwnPopulations: toPopulation != nil)
  }
}
