internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaStudy

/// Which fields of the areas are their code, name and parent, for verbs that need no population.
struct PlainAreaOptions: ParsableArguments {
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

  @Option(help: ArgumentHelp("Field with the first day on which an area is valid. Default: found by name.", valueName: "field"))
  var validFrom: String?

  @Option(help: ArgumentHelp("Field with the first day on which an area is no longer valid; blank is open.", valueName: "field"))
  var validTo: String?

  @Option(
    help: ArgumentHelp(
      "Only areas that are valid on this day, as 2019-05-17: from the first day inclusive to the last exclusive.",
      valueName: "date"))
  var asOf: String?

  func apply(to step: inout JoinStep) {
    func stated(_ texts: [String], _ level: Int) -> String? {
      level < texts.count && !texts[level].isEmpty ? texts[level] : nil
    }
    // Cells have none of these fields; what is stated all the same is refused with the step.
    let fields = (0..<max(1, step.areas.count)).map { level in
      var fields = AreaFields()
      fields.code = stated(code, level).map { $0.split(separator: ",").map(String.init) } ?? []
      fields.name = stated(name, level)
      fields.parent = stated(parent, level)
      (fields.mergesCodes, fields.isStrict) = (mergeCodes, strict)
      (fields.validFrom, fields.validTo, fields.asOf) = (validFrom, validTo, asOf)
      return fields
    }
    step.options.areas = fields[0]
    step.options.coarserAreas = Array(fields.dropFirst())
    step.options.levelField = level
    step.levelNames = levelName
  }

  /// - Throws: `ValidationError` for more fields than files.
  func check(files: Int) throws {
    for (option, count) in [
      ("--code", code.count), ("--name", name.count), ("--parent", parent.count), ("--level-name", levelName.count),
    ] where count > files {
      throw ValidationError(
        "\(option) stands \(count) times, --areas \(files): one for each file, in the same order, \"\" for none.")
    }
    if level != nil, files > 1 { throw ValidationError("--level divides one file of areas; with several each is a level.") }
  }
}

/// How records are found by codes and names, for verbs that only count.
struct PlainKeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What places a record, in this order: point,code,name. Default: point; all three when a key is given.", valueName: "list"))
  var locate: String?

  @Option(
    help: ArgumentHelp(
      "Field of the records with an area's code; repeats by level, finest first, \"\" for none. Default: the field that bears the code field's name.",
      valueName: "field"))
  var key: [String] = []

  @Option(help: ArgumentHelp("Field of the records with an area's name; repeats likewise.", valueName: "field"))
  var keyName: [String] = []

  @Option(
    help: ArgumentHelp("Digits of the records' codes when no leading zero is lost. Default: found by evidence.", valueName: "n"))
  var keyWidth: Int?

  @Option(
    help: ArgumentHelp("Other names of areas: CSV with alias and name or code, perhaps level.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var aliases: String?

  @Option(
    help: ArgumentHelp("Least share of the records with a key that must match, as 0.95 or 95%; else exit 2.", valueName: "share"))
  var minMatch: String?

  func apply(to step: inout JoinStep) throws {
    step.options.keys.locate = try KeyGroup.methods(locate)
    step.options.keys.codes = key
    step.options.keys.names = keyName
    step.options.keys.width = keyWidth
    step.options.keys.minimumMatch = try KeyGroup.share(minMatch)
    step.aliases = aliases.map { InputFile($0) }
  }

  func validate() throws {
    _ = try (KeyGroup.methods(locate), KeyGroup.share(minMatch))
    if let keyWidth, !(1...40).contains(keyWidth) { throw ValidationError("--key-width takes a number from 1 to 40.") }
  }
}

/// Which records count, and what they are told apart by.
struct PlainRecordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the kind of incident: each is taken by itself.", valueName: "field"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "What the kinds of --by stand for: CSV with country, name and iccs, as GeoData/reference/classes.csv.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var classes: String?

  @Option(help: ArgumentHelp("Whose names the classes are read for, when the table has several countries.", valueName: "code"))
  var classCountry: String?

  @Option(
    help: ArgumentHelp(
      "Take classes, cut to this level of the classification (1 to 4), instead of kinds; what has no class stays its own kind.",
      valueName: "level"))
  var classLevel: Int?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only records whose field has one of the values; repeatable.", valueName: "field=v1,v2"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp("Field with the number of records that a row stands for, counted instead of 1.", valueName: "field"))
  var count: String?

  @Option(help: "Columns named after months hold counts: `month`.")
  var wide: JoinOptions.Wide?

  @Option(help: ArgumentHelp("Field with the year of a wide table whose columns do not say it.", valueName: "field"))
  var year: String?

  @Flag(help: "A MultiPoint of several points is several records; otherwise it is rejected.")
  var explode = false

  func apply(to step: inout JoinStep) throws {
    step.options.by = by
    step.classes = classes.map { ClassFile(InputFile($0), country: classCountry, level: classLevel) }
    step.options.conditions = try conditions.map(RecordOptions.condition)
    step.options.count = count
    step.options.wide = wide
    step.options.year = year
    step.options.explodes = explode
  }

  func validate() throws {
    for condition in conditions { _ = try RecordOptions.condition(condition) }
    if classes != nil, by == nil { throw ValidationError("--classes needs --by FIELD.") }
    if classes == nil, classCountry != nil || classLevel != nil {
      throw ValidationError("--class-country and --class-level need --classes FILE.")
    }
    if let classLevel, !(1...4).contains(classLevel) { throw ValidationError("--class-level takes 1, 2, 3 or 4.") }
    if year != nil, wide == nil { throw ValidationError("--year goes with --wide month.") }
    if wide != nil, count != nil { throw ValidationError("--wide month holds the counts: --count does not go with it.") }
  }
}

/// What is written, and where, by verbs that make a layer and a table.
struct PlainOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The areas with their new fields, as GeoJSON, with a style for QGIS (.qml) beside it; - is standard output.",
      valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("A map of the finest areas, as SVG.", valueName: "file"), completion: .file(extensions: ["svg"]))
  var map: String?

  @Option(help: ArgumentHelp("What stands above the map. Default: the name of the file of records.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The tidy table, as CSV.", valueName: "file"), completion: .file())
  var table: String?

  @Option(help: ArgumentHelp("Line, reason and cell of every rejected record, as CSV.", valueName: "file"), completion: .file())
  var rejects: String?

  @Flag(help: "Print the summary, with its schema, on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Replace outputs that exist.")
  var force = false

  var outputs: StepOutputs {
    var outputs = StepOutputs()
    outputs[.layer] = output
    outputs[.map] = map
    outputs[.table] = table
    outputs[.rejects] = rejects
    return outputs
  }

  /// - Throws: `ValidationError` when two inputs or two outputs are one stream.
  /// - Parameter others: further outputs of the verb.
  func check(inputs: [String], others: [String?] = []) throws {
    if inputs.count(where: { $0 == "-" }) > 1 { throw ValidationError("Only one of the inputs can be standard input.") }
    if ([output, map, table, rejects] + others).count(where: { $0 == "-" }) + (json ? 1 : 0) > 1 {
      throw ValidationError("Only one output can go to standard output.")
    }
  }
}
