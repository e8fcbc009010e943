internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaRecords
internal import PlazaStudy

/// Areas that change: when they are valid, and how one division leads to another.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var validity: ValidityOptions

  @Option(
    help: ArgumentHelp(
      "Table from_code,to_code,share that carries the counts to the division of --to-areas.", valueName: "file"),
    completion: .file())
  var correspondence: String?

  @Option(
    help: ArgumentHelp("The new areas: the layer and the table are then on them.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var toAreas: String?

  @Option(help: ArgumentHelp("Field with the code of the new areas, or several. Default: found by name.", valueName: "field"))
  var toCode: String?

  @Option(help: ArgumentHelp("Field with the name of the new areas. Default: found by name.", valueName: "field"))
  var toName: String?

  @Option(
    help: ArgumentHelp("Field with the population of the new areas. Default: that of --population, carried.", valueName: "field"))
  var toPopulation: String?

  @Option(help: ArgumentHelp("As --as-of, for the new areas.", valueName: "date"))
  var toAsOf: String?

  /// Adds what areas of both divisions are told.
  func apply(to step: inout JoinStep) {
    validity.apply(to: &step)
    guard let correspondence, let toAreas else { return }
    var carrying = Carrying(correspondence: InputFile(correspondence), areas: InputFile(toAreas))
    carrying.fields = step.options.areas
    carrying.fields.code = toCode.map { $0.split(separator: ",").map(String.init) } ?? []
    carrying.fields.name = toName
    carrying.fields.population = toPopulation
    carrying.fields.asOf = toAsOf
    step.carrying = carrying
  }

  func validate() throws {
    if (correspondence == nil) != (toAreas == nil) {
      throw ValidationError("--correspondence and --to-areas go together: the table and the areas that it leads to.")
    }
    if toAreas == nil, toCode != nil || toName != nil || toPopulation != nil || toAsOf != nil {
      throw ValidationError("--to-code, --to-name, --to-population and --to-as-of are about --to-areas, which is missing.")
    }
    if correspondence == "-" || toAreas == "-" { throw ValidationError("--correspondence and --to-areas take files.") }
  }
}
