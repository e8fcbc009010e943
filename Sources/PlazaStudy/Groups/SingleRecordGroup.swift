public import ArgumentParser
internal import PlazaLayers
internal import PlazaRecords

/// What may be shown of single records.
public struct SingleRecordGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Kind whose single records are written though its name looks sensitive or the class table does not have it; repeatable.",
      es:
        "Tipo cuyos registros se escriben uno por uno aunque su nombre parezca sensible o la tabla de clases no lo tenga; se puede repetir.",
      pt:
        "Tipo cujos registros são gravados um a um mesmo que seu nome pareça sensível ou a tabela de classes não o tenha; pode-se repetir.",
      value: "kind"))
  public var keepKind: [String] = []

  @Option(
    help: help(
      "Field that says of what kind a record is, for what may be written of single records, beside those that hold kinds; `none` states that no field does; repeatable.",
      es:
        "Campo que dice de qué tipo es un registro, para lo que se puede escribir de cada registro, además de los que contienen tipos; `none` declara que ninguno lo dice; se puede repetir.",
      pt:
        "Campo que diz de que tipo é um registro, para o que se pode gravar de cada registro, além dos que contêm tipos; `none` declara que nenhum o diz; pode-se repetir.",
      value: "field"))
  public var kinds: [String] = []

  @Option(
    help: help(
      "Field that is written of single records beside their number, kinds, dates and position; repeatable.",
      es: "Campo que se escribe de cada registro además de su número, los tipos, las fechas y la posición; se puede repetir.",
      pt: "Campo que é gravado de cada registro além do seu número, dos tipos, das datas e da posição; pode-se repetir.",
      value: "field"))
  public var keep: [String] = []

  public init() {}

  func apply(to options: inout RecordOptions) {
    options.keptKinds = keepKind
    options.keep = keep
    options.kindFields = kinds.isEmpty ? .found : kinds == ["none"] ? .none : .named(kinds.filter { $0 != "none" })
  }
}
