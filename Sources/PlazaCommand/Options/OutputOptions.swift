internal import ArgumentParser
internal import PlazaStudy

/// Whether outputs are replaced, and the summary printed.
struct SummaryOptions: ParsableArguments {
  @Flag(help: "Print the summary, with its schema, on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Replace outputs that exist.")
  var force = false

  /// - Throws: `ValidationError` when two outputs are one stream.
  func check(outputs: StepOutputs) throws {
    if outputs.all.count(where: { $0.path == "-" }) + (json ? 1 : 0) > 1 {
      throw ValidationError("Only one output can go to standard output.")
    }
  }

  /// - Throws: `ValidationError` when two inputs are one stream.
  static func check(inputs: [String?]) throws {
    if inputs.count(where: { $0 == "-" }) > 1 { throw ValidationError("Only one of the inputs can be standard input.") }
  }
}

/// A map of a layer.
struct MapOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A map of the layer, as SVG.", valueName: "file"), completion: .file(extensions: ["svg"]))
  var map: String?

  @Option(help: ArgumentHelp("What stands above the map. Default: the name of the file of records.", valueName: "text"))
  var title: String?
}

/// The records that could not be read.
struct RejectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Line, reason and cell of every rejected record, as CSV.", valueName: "file"), completion: .file())
  var rejects: String?
}

/// What is written, and where, by verbs that make a layer and a table.
struct LayerOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The layer with its new fields, as GeoJSON, with a style for QGIS (.qml) beside it; - is standard output.",
      valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var map: MapOptions

  @Option(help: ArgumentHelp("The table, as CSV.", valueName: "file"), completion: .file())
  var table: String?

  @OptionGroup var rejects: RejectOptions
  @OptionGroup var summary: SummaryOptions

  var outputs: StepOutputs {
    var outputs = StepOutputs()
    outputs[.layer] = output
    outputs[.map] = map.map
    outputs[.table] = table
    outputs[.rejects] = rejects.rejects
    return outputs
  }

  func validate() throws { try summary.check(outputs: outputs) }
}
