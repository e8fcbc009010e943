internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaRecords
internal import PlazaStudy

/// How records are found by codes and names.
struct KeyMatchOptions: ParsableArguments {
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
    step.options.keys.locate = try methods
    step.options.keys.codes = key
    step.options.keys.names = keyName
    step.options.keys.width = keyWidth
    step.options.keys.minimumMatch = try share
    step.aliases = aliases.map { InputFile($0) }
  }

  private var share: Double? {
    get throws {
      guard let minMatch else { return nil }
      guard let share = KeyOptions.share(minMatch) else {
        throw ValidationError("--min-match takes a share as 0.95 or 95%, not '\(minMatch)'.")
      }
      return share
    }
  }

  private var methods: [KeyOptions.Method] {
    get throws {
      guard let locate else { return [] }
      let methods = locate.split(separator: ",").map { KeyOptions.Method(rawValue: String($0)) }
      guard !methods.isEmpty, !methods.contains(nil), Set(methods).count == methods.count else {
        throw ValidationError("--locate takes some of point,code,name, each once, not '\(locate)'.")
      }
      return methods.compactMap { $0 }
    }
  }

  func validate() throws {
    _ = try (methods, share)
    if let keyWidth, !(1...40).contains(keyWidth) { throw ValidationError("--key-width takes a number from 1 to 40.") }
  }
}
