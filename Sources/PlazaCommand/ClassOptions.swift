internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaStudy

/// What kinds of incident stand for, and which of them are shown at their places.
struct ClassOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the kinds of --by stand for: CSV with country, name and iccs, as GeoData/reference/classes.csv.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var classes: String?

  @Option(help: ArgumentHelp("Whose names the classes are read for, when the table has several countries.", valueName: "code"))
  var classCountry: String?

  @Option(
    help: ArgumentHelp(
      "Count classes, cut to this level of the classification (1 to 4), instead of kinds; what has no class stays its own kind.",
      valueName: "level"))
  var classLevel: Int?

  @Option(
    help: ArgumentHelp(
      "Kind that --tagged shows though its name looks sensitive or the class table does not have it; repeatable.",
      valueName: "kind"))
  var keepKind: [String] = []

  func apply(to step: inout JoinStep) {
    step.classes = classes.map { ClassFile(InputFile($0), country: classCountry, level: classLevel) }
    step.options.keptKinds = keepKind
  }

  /// - Throws: `ValidationError` for options that say nothing without another.
  func check(by: String?) throws {
    if classes != nil, by == nil { throw ValidationError("--classes needs --by FIELD.") }
    if classes == nil, classCountry != nil || classLevel != nil {
      throw ValidationError("--class-country and --class-level need --classes FILE.")
    }
    if let classLevel, !(1...4).contains(classLevel) { throw ValidationError("--class-level takes 1, 2, 3 or 4.") }
  }
}
