internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaRecords
internal import PlazaStudy

/// Which fields of the areas are their code, name and parent, level by level.
struct LevelFieldOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Field with the code, or several that make it, as a,b. Default: found by name. Repeats in the order of --areas.",
      valueName: "field"))
  var code: [String] = []

  @Option(help: ArgumentHelp("Field with the name. Default: found by name. Repeats in the order of --areas.", valueName: "field"))
  var name: [String] = []

  @Option(
    help: ArgumentHelp(
      "Field with the code (or the name) of the area one level up. Repeats in the order of --areas. Default: the one field whose values all are.",
      valueName: "field"))
  var parent: [String] = []

  @Option(help: ArgumentHelp("Field that divides one file of areas into levels, nested by --parent.", valueName: "field"))
  var level: String?

  @Option(
    help: ArgumentHelp("What a level is called, in the order of --areas. Default: its file's name.", valueName: "name"))
  var levelName: [String] = []

  @Flag(help: "Features with one code are one area.")
  var mergeCodes = false

  @Flag(help: "Refuse invalid polygons (exit 2) rather than repair them.")
  var strict = false

  /// - Parameter population: the field with it, level by level.
  func apply(to step: inout JoinStep, population: [String] = []) {
    func stated(_ texts: [String], _ level: Int) -> String? {
      level < texts.count && !texts[level].isEmpty ? texts[level] : nil
    }
    // Cells have none of these fields; what is stated all the same is refused with the step.
    let fields = (0..<max(1, step.areas.count)).map { level in
      var fields = AreaFields()
      fields.code = stated(code, level).map { $0.split(separator: ",").map(String.init) } ?? []
      fields.name = stated(name, level)
      fields.population = stated(population, level)
      fields.parent = stated(parent, level)
      (fields.mergesCodes, fields.isStrict) = (mergeCodes, strict)
      return fields
    }
    step.options.areas = fields[0]
    step.options.coarserAreas = Array(fields.dropFirst())
    step.options.levelField = level
    step.levelNames = levelName
  }

  /// - Parameter others: further options that repeat in the order of the files, and how often each stands.
  /// - Throws: `ValidationError` for more fields than files.
  func check(files: Int, others: [(String, Int)] = []) throws {
    for (option, count) in [
      ("--code", code.count), ("--name", name.count), ("--parent", parent.count), ("--level-name", levelName.count),
    ] + others where count > files {
      throw ValidationError(
        "\(option) stands \(count) times, --areas \(files): one for each file, in the same order, \"\" for none.")
    }
    if level != nil, files > 1 { throw ValidationError("--level divides one file of areas; with several each is a level.") }
  }
}

/// When areas are valid.
struct ValidityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only areas that are valid on this day, as 2019-05-17: from the first day inclusive to the last exclusive.",
      valueName: "date"))
  var asOf: String?

  @Option(
    help: ArgumentHelp("Field with the first day on which an area is valid. Default: found by name.", valueName: "field"))
  var validFrom: String?

  @Option(
    help: ArgumentHelp("Field with the first day on which an area is no longer valid; blank is open.", valueName: "field"))
  var validTo: String?

  func apply(to fields: inout AreaFields) {
    (fields.validFrom, fields.validTo, fields.asOf) = (validFrom, validTo, asOf)
  }

  /// One day is asked of all levels.
  func apply(to step: inout JoinStep) {
    apply(to: &step.options.areas)
    for level in step.options.coarserAreas.indices { apply(to: &step.options.coarserAreas[level]) }
  }
}

/// Areas of verbs that need no population.
struct PlainAreaOptions: ParsableArguments {
  @OptionGroup var fields: LevelFieldOptions
  @OptionGroup var validity: ValidityOptions

  func apply(to step: inout JoinStep) {
    fields.apply(to: &step)
    validity.apply(to: &step)
  }
}

/// The fields of one layer of areas.
struct SingleAreaOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the code; a,b joins fields. Default: found by name.", valueName: "field"))
  var code: String?

  @Option(help: ArgumentHelp("Field with the name. Default: found by name.", valueName: "field"))
  var name: String?

  @Option(help: ArgumentHelp("Field with the population.", valueName: "field"))
  var population: String?

  @Flag(help: "Features with one code are one area.")
  var mergeCodes = false

  @Flag(help: "Refuse invalid polygons (exit 2) rather than repair them.")
  var strict = false

  @OptionGroup var validity: ValidityOptions

  var fields: AreaFields {
    var fields = AreaFields()
    fields.code = code.map { $0.split(separator: ",").map(String.init) } ?? []
    fields.name = name
    fields.population = population
    fields.mergesCodes = mergeCodes
    fields.isStrict = strict
    validity.apply(to: &fields)
    return fields
  }
}
