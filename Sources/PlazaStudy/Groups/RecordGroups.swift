public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers
public import PlazaRecords
internal import PlazaWords

/// Which time counts.
public struct TimeGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the date.",
      es: "Campo con la fecha.",
      pt: "Campo com a data.", value: "field"))
  public var when: String?

  @Option(
    help: help(
      "Order of dates: ymd, dmy or mdy. Default: found by evidence.",
      es:
        "Orden de las fechas: ymd (año, mes, día), dmy (día, mes, año) o mdy (mes, día, año). Por defecto: se deduce de los datos.",
      pt: "Ordem das datas: ymd (ano, mês, dia), dmy (dia, mês, ano) ou mdy (mês, dia, ano). Por padrão: deduzida dos dados.",
      value: "order"))
  public var dateOrder: DateOrder?

  @Option(
    help: help(
      "First date that counts, as 2019, 2019-05 or 2019-05-17.",
      es: "Primera fecha que cuenta, como 2019, 2019-05 o 2019-05-17.",
      pt: "Primeira data que conta, como 2019, 2019-05 ou 2019-05-17.", value: "date"))
  public var from: String?

  @Option(
    help: help(
      "Last date that counts, at its own precision.",
      es: "Última fecha que cuenta, con la precisión con que se escribe.",
      pt: "Última data que conta, com a precisão com que é escrita.", value: "date"))
  public var to: String?

  public init() {}

  /// Which records were counted, in words: their kind, the values that they were chosen by, and their time.
  /// - Parameter days: of the records, from 1970; what was stated goes before it.
  func subtitle(
    _ conditions: [Condition] = [], kind: String? = nil, by: String? = nil, days: ClosedRange<Int>? = nil
  ) -> @Sendable (Words) -> String? {
    let chosen = conditions.subject(kind: kind, by: by)
    let first = from.flatMap { DateText.moment($0) }.map { Self.day($0.second) } ?? days?.lowerBound
    let last = to.flatMap { DateText.moment($0) }.map { Self.day($0.end - 1) } ?? days?.upperBound
    return { words in
      var parts = [chosen].compactMap { $0 }
      if let first, let last, first <= last {
        let span = words.span(first..<last + 1)
        parts.append(span.prefix(1).uppercased() + span.dropFirst())
      }
      return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
  }

  private static func day(_ second: Int) -> Int { second >= 0 ? second / 86_400 : -((-second + 86_399) / 86_400) }

  func apply(to options: inout PointOptions) {
    (options.when, options.dateOrder, options.from, options.to) = (when, dateOrder, from, to)
  }

  func apply(to options: inout JoinOptions) {
    (options.when, options.dateOrder, options.from, options.to) = (when, dateOrder, from, to)
  }
}

extension [Condition] {
  /// Of what a map tells: its kind, and the values that records were chosen by, but of the field of the kind; nil for all records.
  /// - Parameter by: the field with the kind.
  func subject(kind: String?, by: String?) -> String? {
    let values = filter { kind == nil || $0.field != by }.map { condition in
      let names = condition.values.map(KindName.spoken)
      return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? "…" : "")
    }
    let parts = [kind.map(KindName.spoken)].compactMap { $0 } + values
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}

/// Which records or features are taken, by what their fields say.
public struct WhereGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Only records whose field has one of the values; repeatable.",
      es: "Solo los registros cuyo campo tiene uno de los valores; se puede repetir.",
      pt: "Só os registros cujo campo tem um dos valores; pode-se repetir.", value: "field=v1,v2"))
  public var `where`: [Condition] = []

  public init() {}

  var conditions: [RecordFilter.Condition] { self.where.map(\.condition) }
}

/// Which records count.
public struct FilterGroup: ParsableArguments, Sendable {
  @OptionGroup public var fields: WhereGroup

  @Flag(
    help: help(
      "A MultiPoint of several points is several records; otherwise it is rejected.",
      es: "Un MultiPoint de varios puntos es varios registros; sin esta opción se rechaza.",
      pt: "Um MultiPoint de vários pontos é vários registros; sem esta opção é rejeitado."))
  public var explode = false

  public init() {}

  var `where`: [Condition] { fields.where }
  var conditions: [RecordFilter.Condition] { fields.conditions }
}

/// Rows that stand for several records.
public struct RowCountGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Field with the number of records that a row stands for, counted instead of 1.",
      es: "Campo con el número de registros que representa una fila; se cuenta en lugar de 1.",
      pt: "Campo com o número de registros que uma linha representa; é contado em vez de 1.", value: "field"))
  public var count: String?

  @Option(
    help: help(
      "Columns named after months hold counts: `month`.",
      es: "Las columnas con nombre de mes contienen conteos: `month`.",
      pt: "As colunas com nome de mês contêm contagens: `month`."))
  public var wide: JoinOptions.Wide?

  @Option(
    help: help(
      "What a blank or a dash in a wide table stands for: `zero` or `unknown`. Default: a blank is zero, a dash unknown; `*`, `<5`, `N/D` are always unknown.",
      es:
        "Qué significa una celda vacía o un guion en una tabla por meses: `zero` (cero) o `unknown` (no se sabe). Por defecto: la vacía es cero y el guion no se sabe; `*`, `<5`, `N/D` nunca se saben.",
      pt:
        "O que significa uma célula vazia ou um traço em uma tabela por meses: `zero` (zero) ou `unknown` (não se sabe). Por padrão: a vazia é zero e o traço não se sabe; `*`, `<5`, `N/D` nunca se sabem."
    ))
  public var blankIs: RecordOptions.BlankMeaning?

  @Option(
    help: help(
      "Field with the year of a wide table whose columns do not say it.",
      es: "Campo con el año de una tabla por meses cuyas columnas no lo dicen.",
      pt: "Campo com o ano de uma tabela por meses cujas colunas não o dizem.", value: "field"))
  public var year: String?

  public init() {}

  func apply(to options: inout JoinOptions) {
    (options.count, options.wide, options.year, options.blankIs) = (count, wide, year, blankIs)
  }

  public func check() throws(Failure) {
    if year != nil, wide == nil { throw .needs("--year", "--wide month") }
    if blankIs != nil, wide == nil { throw .needs("--blank-is", "--wide month") }
    if wide != nil, count != nil { throw .excludes("--wide", "--count") }
  }
}

/// What kinds of incident stand for.
public struct ClassTableGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "What the kinds of incident stand for, and which of them expose people: CSV with country, name and iccs, as GeoData/reference/classes.csv.",
      es:
        "Qué significan los tipos de hecho y cuáles exponen a personas: CSV con country, name e iccs, como GeoData/reference/classes.csv.",
      pt:
        "O que significam os tipos de ocorrência e quais expõem pessoas: CSV com country, name e iccs, como GeoData/reference/classes.csv.",
      value: "file"))
  public var classes: InputFile?

  @Option(
    help: help(
      "Whose names the classes are read for, when the table has several countries.",
      es: "País cuyos nombres se leen para las clases, si la tabla tiene varios países.",
      pt: "País cujos nomes são lidos para as classes, se a tabela tem vários países.", value: "code"))
  public var classCountry: String?

  public init() {}

  /// - Parameter level: 1 to 4; nil counts kinds.
  /// - Throws: `Failure` as reading the table does.
  func mapping(_ run: Run, level: Int? = nil) throws -> ClassMapping? {
    try classes.map { try ClassFile($0.placed(in: run.folder), country: classCountry, level: level).read() }
  }

  public func check() throws(Failure) {
    if classes == nil, classCountry != nil { throw .needs("--class-country", "--classes") }
  }
}

/// The same, and whether classes are taken in the place of kinds.
public struct ClassGroup: ParsableArguments, Sendable, Checked {
  @OptionGroup public var table: ClassTableGroup

  @Option(
    help: help(
      "Take classes, cut to this level of the classification (1 to 4), instead of kinds; what has no class stays its own kind.",
      es:
        "Cuenta por clases, recortadas a este nivel de la clasificación (1 a 4), en lugar de por tipos; lo que no tiene clase queda con su propio tipo.",
      pt:
        "Conta por classes, cortadas neste nível da classificação (1 a 4), em vez de por tipos; o que não tem classe fica com o próprio tipo.",
      value: "level"))
  public var classLevel: Whole<LevelRange>?
  public enum LevelRange: WholeBounds { public static var range: ClosedRange<Int> { 1...4 } }

  public init() {}

  func mapping(_ run: Run) throws -> ClassMapping? { try table.mapping(run, level: classLevel?.value) }

  public func check() throws(Failure) {
    if table.classes == nil, classLevel != nil { throw .needs("--class-level", "--classes") }
  }
}

/// Records of verbs that take each kind by itself.
public struct PlacedRecordGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Field with the kind of incident: each is taken by itself.",
      es: "Campo con el tipo de hecho: cada uno se toma por separado.",
      pt: "Campo com o tipo de ocorrência: cada um é tomado em separado.", value: "field"))
  public var by: String?

  @OptionGroup public var classes: ClassGroup
  @OptionGroup public var filter: FilterGroup
  @OptionGroup public var rows: RowCountGroup

  public init() {}

  func apply(to options: inout JoinOptions) {
    options.by = by
    options.conditions = filter.conditions
    options.explodes = filter.explode
    rows.apply(to: &options)
  }

  public func check() throws(Failure) {
    if classes.table.classes != nil, by == nil { throw .needs("--classes", "--by") }
  }
}

extension DateOrder: ExpressibleByArgument {}
extension JoinOptions.Wide: ExpressibleByArgument {}
extension RecordOptions.BlankMeaning: ExpressibleByArgument {}
