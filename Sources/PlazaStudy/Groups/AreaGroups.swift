public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords

/// Which fields of the areas are their code, name and parent, level by level; and when they are valid.
public struct LevelGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the code, or several that make it, as a,b. Default: found by name. Repeats in the order of --areas.",
      es:
        "Campo con el código, o los varios que lo forman, como a,b. Por defecto: se reconoce por el nombre. Se repite en el orden de --areas.",
      pt:
        "Campo com o código, ou os vários que o formam, como a,b. Por padrão: é reconhecido pelo nome. Repete-se na ordem de --areas.",
      value: "field"))
  public var code: [FieldNameList] = []

  @Option(
    help: help(
      "Field with the name. Default: found by name. Repeats in the order of --areas.",
      es: "Campo con el nombre. Por defecto: se reconoce por el nombre. Se repite en el orden de --areas.",
      pt: "Campo com o nome. Por padrão: é reconhecido pelo nome. Repete-se na ordem de --areas.", value: "field"))
  public var name: [String] = []

  @Option(
    help: help(
      "Field with the code (or the name) of the area one level up. Repeats in the order of --areas. Default: the one field whose values all are.",
      es:
        "Campo con el código (o el nombre) del área superior, un nivel más arriba. Se repite en el orden de --areas. Por defecto: el único campo cuyos valores son todos códigos o nombres de esas áreas.",
      pt:
        "Campo com o código (ou o nome) da área superior, um nível acima. Repete-se na ordem de --areas. Por padrão: o único campo cujos valores são todos códigos ou nomes dessas áreas.",
      value: "field"))
  public var parent: [String] = []

  @Option(
    help: help(
      "Field that divides one file of areas into levels, nested by --parent.",
      es: "Campo que divide un solo archivo de áreas en niveles, encadenados con --parent.",
      pt: "Campo que divide um único arquivo de áreas em níveis, encadeados com --parent.", value: "field"))
  public var level: String?

  @Option(
    help: help(
      "What a level is called, in the order of --areas. Default: its file's name.",
      es: "Cómo se llama un nivel, en el orden de --areas. Por defecto: el nombre de su archivo.",
      pt: "Como se chama um nível, na ordem de --areas. Por padrão: o nome do seu arquivo.", value: "name"))
  public var levelName: [String] = []

  @Flag(
    help: help(
      "Features with one code are one area.",
      es: "Los elementos con un mismo código son una sola área.",
      pt: "As feições com um mesmo código são uma só área."))
  public var mergeCodes = false

  @Flag(
    help: help(
      "Refuse invalid polygons (exit 2) rather than repair them.",
      es: "Rechaza los polígonos inválidos (código de salida 2) en lugar de repararlos.",
      pt: "Recusa os polígonos inválidos (código de saída 2) em vez de repará-los."))
  public var strict = false

  @OptionGroup public var validity: ValidityGroup

  public init() {}

  /// The fields of each level, finest first.
  /// - Parameter population: the field with it, level by level.
  /// - Parameter asWritten: what each file leaves as it is written.
  func fields(files: Int, population: [String] = [], asWritten: [Set<Mending>] = []) -> [AreaFields] {
    // Cells have none of these fields; what is stated all the same is refused by the verb.
    (0..<max(1, files)).map { level in
      var fields = AreaFields()
      fields.code = level < codes(files: files).count ? codes(files: files)[level] : []
      fields.name = stated(name, level)
      fields.population = stated(population, level)
      fields.parent = stated(parent, level)
      if level < asWritten.count { fields.asWritten = asWritten[level] }
      (fields.mergesCodes, fields.isStrict) = (mergeCodes, strict)
      validity.apply(to: &fields)
      return fields
    }
  }

  /// Of one file several fields make one code, however they are given.
  private func codes(files: Int) -> [[String]] { files > 1 ? code.map(\.names) : code.isEmpty ? [] : [code.flatMap(\.names)] }

  private func stated(_ texts: [String], _ level: Int) -> String? {
    level < texts.count && !texts[level].isEmpty ? texts[level] : nil
  }

  func levelName(_ level: Int) -> String? { stated(levelName, level) }

  /// - Parameter others: further options that repeat in the order of the files, and how often each stands.
  /// - Throws: `Failure` `usage.too_many_levels`, `usage.level_of_one`.
  func check(files: Int, others: [(String, Int)] = []) throws(Failure) {
    for (option, count) in [
      ("--code", codes(files: files).count), ("--name", name.count), ("--parent", parent.count),
      ("--level-name", levelName.count),
    ] + others where count > max(1, files) {
      throw Failure(
        .usage, "usage.too_many_levels", ["option": option, "count": String(count), "files": String(files)])
    }
    if level != nil, files > 1 { throw Failure(.usage, "usage.level_of_one") }
  }
}

/// When areas are valid.
public struct ValidityGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Only areas that are valid on this day, as 2019-05-17: from the first day inclusive to the last exclusive.",
      es: "Solo las áreas vigentes en este día, como 2019-05-17: el primer día cuenta, el día del fin no.",
      pt: "Só as áreas vigentes neste dia, como 2019-05-17: o primeiro dia conta, o dia do fim não.",
      value: "date"))
  public var asOf: String?

  @Option(
    help: help(
      "Field with the first day on which an area is valid. Default: found by name.",
      es: "Campo con el primer día en que un área está vigente. Por defecto: se reconoce por el nombre.",
      pt: "Campo com o primeiro dia em que uma área está vigente. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var validFrom: String?

  @Option(
    help: help(
      "Field with the first day on which an area is no longer valid; blank is open.",
      es: "Campo con el primer día en que un área ya no está vigente; vacío si no tiene fin.",
      pt: "Campo com o primeiro dia em que uma área já não está vigente; vazio se não tem fim.", value: "field"))
  public var validTo: String?

  public init() {}

  func apply(to fields: inout AreaFields) { (fields.validFrom, fields.validTo, fields.asOf) = (validFrom, validTo, asOf) }
}

/// The fields of one layer of areas.
public struct AreaGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the code; a,b joins fields. Default: found by name.",
      es: "Campo con el código; a,b une campos. Por defecto: se reconoce por el nombre.",
      pt: "Campo com o código; a,b une campos. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var code: [FieldNameList] = []

  @Option(
    help: help(
      "Field with the name. Default: found by name.",
      es: "Campo con el nombre. Por defecto: se reconoce por el nombre.",
      pt: "Campo com o nome. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var name: String?

  @Option(
    help: help(
      "Field with the population.",
      es: "Campo con la población.",
      pt: "Campo com a população.", value: "field"))
  public var population: String?

  @Flag(
    help: help(
      "Features with one code are one area.",
      es: "Los elementos con un mismo código son una sola área.",
      pt: "As feições com um mesmo código são uma só área."))
  public var mergeCodes = false

  @Flag(
    help: help(
      "Refuse invalid polygons (exit 2) rather than repair them.",
      es: "Rechaza los polígonos inválidos (código de salida 2) en lugar de repararlos.",
      pt: "Recusa os polígonos inválidos (código de saída 2) em vez de repará-los."))
  public var strict = false

  @OptionGroup public var validity: ValidityGroup

  public init() {}

  var fields: AreaFields {
    var fields = AreaFields()
    fields.code = code.flatMap(\.names)
    fields.name = name
    fields.population = population
    (fields.mergesCodes, fields.isStrict) = (mergeCodes, strict)
    validity.apply(to: &fields)
    return fields
  }
}
