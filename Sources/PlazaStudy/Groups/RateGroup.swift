public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords

/// Populations in tables, and the rates that are made of them.
public struct RateGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Table code,year[,sex,age],population: rates by the population at the middle of each period.",
      es: "Tabla code,year[,sex,age],population: tasas según la población a la mitad de cada período.",
      pt: "Tabela code,year[,sex,age],population: taxas segundo a população no meio de cada período.", value: "file"))
  public var populationTable: InputFile?

  @Option(
    help: help(
      "Fields of that table, as code=CVE_MUN,year=ANIO (also sex, age, population). Default: found by name.",
      es:
        "Campos de esa tabla, como code=CVE_MUN,year=ANIO (también sex, age, population). Por defecto: se reconocen por el nombre.",
      pt:
        "Campos dessa tabela, como code=CVE_MUN,year=ANIO (também sex, age, population). Por padrão: são reconhecidos pelo nome.",
      value: "list"))
  public var populationFields: PopulationFieldList?

  @Option(
    help: help(
      "Field of the areas with the people who are there in passing: adds rate_present. A level without it has none.",
      es:
        "Campo de las áreas con la población flotante, la que está allí de paso: agrega rate_present. Un nivel sin ese campo queda sin esa tasa.",
      pt:
        "Campo das áreas com a população flutuante, a que está ali de passagem: acrescenta rate_present. Um nível sem esse campo fica sem essa taxa.",
      value: "field"))
  public var floating: String?

  @Option(
    help: help(
      "Hours of the day that they are there.",
      es: "Horas del día que esas personas están allí.",
      pt: "Horas do dia em que essas pessoas estão ali.", value: "hours"))
  public var floatingHours = Positive<DayHours>(JoinOptions().floatingHours)
  public enum DayHours: Bounds { public static var range: ClosedRange<Double> { 0...24 } }

  @Option(
    help: help(
      "Field of the records with the sex, for rates standardised by that of --population-table.",
      es: "Campo de los registros con el sexo, para tasas estandarizadas por el sexo de --population-table.",
      pt: "Campo dos registros com o sexo, para taxas padronizadas pelo sexo de --population-table.", value: "field"))
  public var sex: String?

  @Option(
    help: help(
      "Field of the records with the age, a number or the table's group, likewise.",
      es: "Campo de los registros con la edad, un número o el grupo de la tabla, con el mismo fin.",
      pt: "Campo dos registros com a idade, um número ou o grupo da tabela, com o mesmo fim.", value: "field"))
  public var age: String?

  @Option(
    help: help(
      "Standard of these rates: territory (its own people), who, segi, or a table [sex,]age,population. Default: territory.",
      es:
        "Población estándar de estas tasas: territory (la propia gente del territorio), who (la de la OMS), segi, o una tabla [sex,]age,population. Por defecto: territory.",
      pt:
        "População-padrão destas taxas: territory (a própria gente do território), who (a da OMS), segi, ou uma tabela [sex,]age,population. Por padrão: territory.",
      value: "name|file"))
  public var standard: Standard?

  @Flag(
    help: help(
      "Also draw rates towards that of each area and its neighbours: adds rate_eb_local.",
      es: "Acerca además la tasa de cada área a la que esta tiene junto con sus vecinas: agrega rate_eb_local.",
      pt: "Aproxima também a taxa de cada área à que esta tem junto com as vizinhas: acrescenta rate_eb_local."))
  public var ebLocal = false

  public init() {}

  public func check() throws(Failure) {
    if populationFields != nil, populationTable == nil { throw .needs("--population-fields", "--population-table") }
  }

  /// Whether rates are asked for that are not carried to another division.
  var needsOwnDivision: Bool { floating != nil || sex != nil || age != nil || ebLocal }

  /// - Throws: `Failure` as reading the tables does.
  func apply(to options: inout JoinOptions, _ run: Run) throws {
    options.populationTable = try populationTable.map {
      try PopulationFile.read($0.placed(in: run.folder), fields: populationFields?.fields ?? [:])
    }
    options.standard =
      switch standard {
      case .named(let choice): choice
      case .table(let file): .table(try PopulationFile.readStandard(file.placed(in: run.folder)))
      case nil: nil
      }
    options.floating = floating
    options.floatingHours = floatingHours.value
    options.stabilizesLocally = ebLocal
    (options.sex, options.age) = (sex, age)
  }
}

/// A standard population: one that is known by its name, or a table.
public enum Standard: Hashable, Sendable, ExpressibleByArgument {
  case named(StandardChoice)
  case table(InputFile)

  public init?(argument: String) {
    if let choice = StandardChoice(name: argument) {
      self = .named(choice)
    } else if let file = InputFile(argument: argument) {
      self = .table(file)
    } else {
      return nil
    }
  }

  public static var defaultCompletionKind: CompletionKind { .file(extensions: ["csv", "tsv"]) }
}

extension Standard: NamesInputs {
  var inputFiles: [InputFile] { if case .table(let file) = self { [file] } else { [] } }
}

/// Fields of a table of populations: `code=CVE_MUN,year=ANIO`.
public struct PopulationFieldList: Hashable, Sendable, ExpressibleByArgument, Takes {
  let fields: [PopulationColumn: String]

  public init?(argument: String) {
    var fields: [PopulationColumn: String] = [:]
    for text in argument.split(separator: ",") {
      guard let mark = text.firstIndex(of: "="), let column = PopulationColumn(rawValue: String(text[..<mark])),
        text.index(after: mark) < text.endIndex,
        fields.updateValue(String(text[text.index(after: mark)...]), forKey: column) == nil
      else { return nil }
    }
    guard !fields.isEmpty else { return nil }
    self.fields = fields
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.population_fields") }
  public static var schema: [(String, SchemaValue)] { [] }
}
