internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaStudy

/// What kinds of incident stand for.
struct ClassTableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the kinds of --by stand for, and which of them expose people: CSV with country, name and iccs, as GeoData/reference/classes.csv.",
      valueName: "file"), completion: .file(extensions: ["csv", "tsv"]))
  var classes: String?

  @Option(help: ArgumentHelp("Whose names the classes are read for, when the table has several countries.", valueName: "code"))
  var classCountry: String?

  var file: ClassFile? { classes.map { ClassFile(InputFile($0), country: classCountry) } }
}

/// The same, and whether classes are taken in their place.
struct ClassOptions: ParsableArguments {
  @OptionGroup var table: ClassTableOptions

  @Option(
    help: ArgumentHelp(
      "Take classes, cut to this level of the classification (1 to 4), instead of kinds; what has no class stays its own kind.",
      valueName: "level"))
  var classLevel: Int?

  var file: ClassFile? {
    table.classes.map { ClassFile(InputFile($0), country: table.classCountry, level: classLevel) }
  }

  /// - Throws: `ValidationError` for options that say nothing without another.
  func check(by: String?) throws {
    if table.classes != nil, by == nil { throw ValidationError("--classes needs --by FIELD.") }
    if table.classes == nil, table.classCountry != nil || classLevel != nil {
      throw ValidationError("--class-country and --class-level need --classes FILE.")
    }
    if let classLevel, !(1...4).contains(classLevel) { throw ValidationError("--class-level takes 1, 2, 3 or 4.") }
  }
}
