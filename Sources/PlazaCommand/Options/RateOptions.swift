internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaRecords
internal import PlazaStudy

/// Populations in tables, and the rates that are made of them.
struct RateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Table code,year[,sex,age],population: rates by the population at the middle of each period.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var populationTable: String?

  @Option(
    help: ArgumentHelp(
      "Fields of that table, as code=CVE_MUN,year=ANIO (also sex, age, population). Default: found by name.", valueName: "list"))
  var populationFields: String?

  @Option(
    help: ArgumentHelp(
      "Field of the areas with the people who are there in passing: adds rate_present. A level without it has none.",
      valueName: "field"))
  var floating: String?

  @Option(help: ArgumentHelp("Hours of the day that they are there.", valueName: "hours"))
  var floatingHours: Double = 8

  @Option(
    help: ArgumentHelp(
      "Field of the records with the sex, for rates standardised by that of --population-table.", valueName: "field"))
  var sex: String?

  @Option(
    help: ArgumentHelp("Field of the records with the age, a number or the table's group, likewise.", valueName: "field"))
  var age: String?

  @Option(
    help: ArgumentHelp(
      "Standard of these rates: territory (its own people), who, segi, or a table [sex,]age,population. Default: territory.",
      valueName: "name|file"), completion: .file(extensions: ["csv", "tsv"]))
  var standard: String?

  @Flag(help: "Also draw rates towards that of each area and its neighbours: adds rate_eb_local.")
  var ebLocal = false

  func apply(to step: inout JoinStep) {
    step.rateFiles.population = populationTable.map { InputFile($0) }
    step.rateFiles.fields = populationFields.flatMap { Self.fields($0) } ?? [:]
    if let standard { step.rateFiles.choose(standard: standard) }
    step.options.floating = floating
    step.options.floatingHours = floatingHours
    step.options.stabilizesLocally = ebLocal
    step.options.sex = sex
    step.options.age = age
  }

  private static func fields(_ text: String) -> [RateFiles.Column: String]? {
    RateFiles.fields(text.split(separator: ",").map(String.init))
  }

  func validate() throws {
    if let populationFields {
      guard Self.fields(populationFields) != nil else {
        throw ValidationError(
          "--population-fields takes code=FIELD,year=FIELD,sex=FIELD,age=FIELD,population=FIELD or some of them, not '\(populationFields)'."
        )
      }
      if populationTable == nil { throw ValidationError("--population-fields is about --population-table, which is missing.") }
    }
    if populationTable == "-" || standard == "-" { throw ValidationError("--population-table and --standard take files.") }
    guard floatingHours > 0, floatingHours <= 24 else { throw ValidationError("--floating-hours takes a number up to 24.") }
  }
}
