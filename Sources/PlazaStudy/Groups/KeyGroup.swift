public import ArgumentParser
public import PlazaAnalysis
internal import PlazaFormats

/// How records are found by codes and names.
public struct KeyGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "What places a record, in this order: point,code,name. Default: point; all three when a key is given.", value: "list"))
  public var locate: List<KeyOptions.Method>?

  @Option(
    help: help(
      "Field of the records with an area's code; repeats by level, finest first, \"\" for none. Default: the field that bears the code field's name.",
      value: "field"))
  public var key: [String] = []

  @Option(help: help("Field of the records with an area's name; repeats likewise.", value: "field"))
  public var keyName: [String] = []

  @Option(
    help: help("Digits of the records' codes when no leading zero is lost. Default: found by evidence.", value: "n"))
  public var keyWidth: Whole<WidthRange>?
  public enum WidthRange: WholeBounds { public static var range: ClosedRange<Int> { 1...40 } }

  @Option(help: help("Other names of areas: CSV with alias and name or code, perhaps level.", value: "file"))
  public var aliases: InputFile?

  @Option(help: help("Least share of the records with a key that must match, as 0.95 or 95%; else exit 2.", value: "share"))
  public var minMatch: Share?

  public init() {}

  var isStated: Bool { locate != nil || !key.isEmpty || !keyName.isEmpty || aliases != nil }

  /// - Throws: `Failure` as reading the aliases does.
  func options(_ run: Run, declared: String? = nil) throws -> KeyOptions {
    var options = KeyOptions()
    options.locate = locate?.values ?? []
    options.codes = key
    options.names = keyName
    options.width = keyWidth?.value
    options.minimumMatch = minMatch?.value
    options.declared = declared
    if let aliases {
      options.aliases = try AliasFile.read(aliases.placed(in: run.folder))
      options.aliasFile = aliases.name
    }
    return options
  }
}

extension KeyOptions.Method: ExpressibleByArgument {}
