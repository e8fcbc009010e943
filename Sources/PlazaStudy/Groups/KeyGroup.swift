public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
public import PlazaRecords

/// How records are found by codes and names.
public struct KeyGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "What places a record, in this order: point,code,name. Default: point; all three when a key is given.",
      es: "Qué ubica un registro, en este orden: point,code,name. Por defecto: point; los tres si se indica una clave.",
      pt: "O que localiza um registro, nesta ordem: point,code,name. Por padrão: point; os três se uma chave é indicada.",
      value: "list"))
  public var locate: List<KeyOptions.Method>?

  @Option(
    help: help(
      "Field of the records with an area's code; repeats by level, finest first, \"\" for none. Default: the field that bears the code field's name.",
      es:
        "Campo de los registros con el código de un área; se repite por nivel, el más fino primero, \"\" para ninguno. Por defecto: el campo que se llama como el campo del código.",
      pt:
        "Campo dos registros com o código de uma área; repete-se por nível, o mais fino primeiro, \"\" para nenhum. Por padrão: o campo que tem o nome do campo do código.",
      value: "field"))
  public var key: [String] = []

  @Option(
    help: help(
      "Field of the records with an area's name; repeats likewise.",
      es: "Campo de los registros con el nombre de un área; se repite del mismo modo.",
      pt: "Campo dos registros com o nome de uma área; repete-se do mesmo modo.", value: "field"))
  public var keyName: [String] = []

  @Option(
    help: help(
      "Digits of the records' codes when no leading zero is lost. Default: found by evidence.",
      es:
        "Cifras de los códigos de los registros cuando no se ha perdido ningún cero inicial. Por defecto: se deduce de los datos.",
      pt: "Dígitos dos códigos dos registros quando nenhum zero inicial se perdeu. Por padrão: deduzido dos dados.", value: "n"))
  public var keyWidth: Whole<WidthRange>?
  public enum WidthRange: WholeBounds { public static var range: ClosedRange<Int> { 1...40 } }

  @Option(
    help: help(
      "Other names of areas: CSV with alias and name or code, perhaps level; or of kinds: alias and kind.",
      es: "Otros nombres de las áreas: CSV con alias y nombre o codigo, y tal vez nivel; o de los tipos: alias y tipo.",
      pt: "Outros nomes das áreas: CSV com alias e nome ou codigo, e talvez nivel; ou dos tipos: alias e tipo.", value: "file"))
  public var aliases: InputFile?

  @Option(
    help: help(
      "Least share of the records with a key that must match, as 0.95 or 95%; else exit 2.",
      es:
        "Proporción mínima de los registros con clave que debe coincidir, como 0.95 o 95%; si no se alcanza, código de salida 2.",
      pt: "Proporção mínima dos registros com chave que deve coincidir, como 0.95 ou 95%; se não é alcançada, código de saída 2.",
      value: "share"))
  public var minMatch: Share?

  public init() {}

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
      let all = try AliasFile.read(aliases.placed(in: run.folder))
      options.aliases = all.filter { !$0.isKind }
      options.kindAliases = all.filter(\.isKind)
      options.aliasFile = aliases.name
    }
    return options
  }
}

extension KeyOptions.Method: ExpressibleByArgument {}
