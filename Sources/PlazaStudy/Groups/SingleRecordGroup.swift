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
      "Fields that say of what kind a record is, as a,b, for what may be written of single records, beside those that hold kinds; `none` states that no field does; repeatable.",
      es:
        "Campos que dicen de qué tipo es un registro, como a,b, para lo que se puede escribir de cada registro, además de los que contienen tipos; `none` declara que ninguno lo dice; se puede repetir.",
      pt:
        "Campos que dizem de que tipo é um registro, como a,b, para o que se pode gravar de cada registro, além dos que contêm tipos; `none` declara que nenhum o diz; pode-se repetir.",
      value: "fields"))
  public var kinds: [FieldNameList] = []

  @Option(
    help: help(
      "Fields that are written of single records beside their number, kinds, dates and position, as a,b; repeatable.",
      es:
        "Campos que se escriben de cada registro además de su número, los tipos, las fechas y la posición, como a,b; se puede repetir.",
      pt:
        "Campos que são gravados de cada registro além do seu número, dos tipos, das datas e da posição, como a,b; pode-se repetir.",
      value: "fields"))
  public var keep: [FieldNameList] = []

  public init() {}

  func apply(to options: inout RecordOptions) {
    options.keptKinds = keepKind
    options.keep = keep.flatMap(\.names)
    let names = kinds.flatMap(\.names)
    options.kindFields = names.isEmpty ? .found : names == ["none"] ? .none : .named(names.filter { $0 != "none" })
  }
}
