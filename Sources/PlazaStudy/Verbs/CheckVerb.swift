public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaReport

/// `plaza check`: is it sound?
public struct CheckVerb: Verb {
  public static let name = "check"
  public static var abstract: String {
    text(
      "Is a layer or a table sound? What is wrong, where, and how much; --repair mends it.",
      es: "¿Está sana una capa o una tabla? Qué está mal, dónde y cuánto; --repair la corrige.",
      pt: "Uma camada ou tabela está correta? O que está errado, onde e quanto; --repair a corrige.")
  }
  public static var discussion: String {
    text(
      """
      Of areas: invalid rings, missing and repeated codes, equal geometries, ground that two areas have in common or that none has between \
      them, areas that lie outside the larger one that they name, counts that cannot be. Ground nowhere wider than --tolerance is a sliver, \
      the trace of a border drawn twice; what is narrower than two centimetres on average is the rounding of coordinates, and no problem. A \
      gap may be a lake that belongs to nobody: look before you mend. Of points, lines and tables: what applies.

      Several files are levels, the finest first, where one names areas of the next. With --repair, -o is the mended layer: invalid rings \
      are drawn anew with the same ground inside, slivers go to one of their neighbours, repeated vertices go; every other border stays, and \
      what is written is checked again.

      Example:
        plaza check barrios.geojson -o problemas.geojson
        plaza check barrios.geojson comunas.geojson --strict
        plaza check barrios.geojson --repair -o barrios-corregidos.geojson
      """,
      es: """
        De áreas: anillos inválidos, códigos que faltan o se repiten, geometrías iguales, suelo que dos áreas tienen en común o que \
        entre ellas no es de ninguna, áreas que están fuera de la mayor que nombran, conteos que no pueden ser. El suelo que en ninguna \
        parte es más ancho que --tolerance es una astilla, la huella de un límite trazado dos veces; lo que en promedio mide menos de \
        dos centímetros es el redondeo de las coordenadas, y no es un problema. Un hueco puede ser un lago que no es de nadie: mire \
        antes de corregir. De puntos, líneas y tablas: lo que corresponda.

        Varios archivos son niveles, el más fino primero, si uno nombra áreas del siguiente. Con --repair, -o es la capa corregida: \
        los anillos inválidos se trazan de nuevo con el mismo suelo dentro, las astillas pasan a una de sus vecinas, los vértices \
        repetidos se quitan; todo otro límite queda como está, y lo que se escribe se revisa de nuevo.

        Ejemplo:
          plaza check barrios.geojson -o problemas.geojson
          plaza check barrios.geojson comunas.geojson --strict
          plaza check barrios.geojson --repair -o barrios-corregidos.geojson
        """,
      pt: """
        De áreas: anéis inválidos, códigos que faltam ou se repetem, geometrias iguais, solo que duas áreas têm em comum ou que entre \
        elas não é de nenhuma, áreas que estão fora da maior que nomeiam, contagens que não podem ser. O solo que em nenhuma parte é \
        mais largo que --tolerance é uma lasca, o vestígio de um limite traçado duas vezes; o que em média mede menos de dois \
        centímetros é o arredondamento das coordenadas, e não é um problema. Um vazio pode ser um lago que não é de ninguém: olhe antes \
        de corrigir. De pontos, linhas e tabelas: o que couber.

        Vários arquivos são níveis, o mais fino primeiro, se um nomeia áreas do seguinte. Com --repair, -o é a camada corrigida: os \
        anéis inválidos são traçados de novo com o mesmo solo dentro, as lascas passam a uma de suas vizinhas, os vértices repetidos \
        saem; todo outro limite fica como está, e o que se grava é verificado de novo.

        Exemplo:
          plaza check barrios.geojson -o problemas.geojson
          plaza check barrios.geojson comunas.geojson --strict
          plaza check barrios.geojson --repair -o barrios-corregidos.geojson
        """)
  }
  public static let outputs: [Output] = [
    .layer, Output("problems", suffix: "-problems.geojson", .with(["repair"]), content: .layer), .map, .table,
  ]

  @Argument(
    help: help(
      "A layer or a table, or several levels of areas, the finest first; - is standard input.",
      es: "Una capa o una tabla, o varios niveles de áreas, el más fino primero; - es la entrada estándar.",
      pt: "Uma camada ou tabela, ou vários níveis de áreas, o mais fino primeiro; - é a entrada padrão."))
  public var files: [InputFile]

  @Option(
    help: help(
      "Metres: ground in two areas or in none that is nowhere wider is a sliver.",
      es: "Metros: el suelo de dos áreas o de ninguna que en ninguna parte es más ancho es una astilla.",
      pt: "Metros: o solo de duas áreas ou de nenhuma que em nenhuma parte é mais largo é uma lasca.", value: "m"))
  public var tolerance = Number<ToleranceRange>(CheckOptions().tolerance)
  public enum ToleranceRange: Bounds { public static var range: ClosedRange<Double> { CheckOptions.toleranceRange } }

  @Flag(
    help: help(
      "Exit with 2 when a problem stands; what was asked for is written all the same.",
      es: "Termina con 2 si queda algún problema; lo pedido se escribe igual.",
      pt: "Termina com 2 se resta algum problema; o que foi pedido é gravado mesmo assim."))
  public var strict = false

  @Flag(
    help: help(
      "Mend what can be mended without moving a border that is not wrong; -o is then the mended layer.",
      es: "Corrige lo que se puede sin mover un límite que no está mal; -o es entonces la capa corregida.",
      pt: "Corrige o que se pode sem mover um limite que não está errado; -o é então a camada corrigida."))
  public var repair = false

  @OptionGroup(title: Section.areas) public var area: CheckAreaGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: CheckOutputGroup

  public init() {}

  public func check() throws(Failure) {
    if files.count > 1, area.level != nil { throw Failure(.usage, "usage.level_of_one") }
    if repair, output.output == nil { throw .needs("--repair", "--output") }
    if repair, files.count > 1 { throw Failure(.usage, "check.repair_one", ["count": String(files.count)]) }
    if output.problems != nil, !repair { throw .needs("--problems", "--repair") }
    try area.check(files: files.count)
  }

  public func run(_ run: Run) async throws -> Outcome {
    var options = area.options(files: files.count)
    options.tolerance = tolerance.value
    var inputs: [CheckInput] = []
    var checked: [(place: Int, file: CheckedFile)] = []
    var places: [Int] = []
    var isPrivate = false
    for (place, file) in files.enumerated() {
      let contents = try await run.contents(input.reading(file))
      isPrivate = isPrivate || contents.isPrivate
      switch contents.holds {
      case .features(let features):
        inputs.append(features)
        places.append(place)
      case .records(let source):
        run.say(source.schema.notes)
        checked.append(
          (place, try await CheckRecords.run(source, options: options, jobs: run.jobs, progress: run.progress)))
      }
    }
    if repair, inputs.first?.content != .areas { throw Failure(.usage, "check.repair_areas", ["file": files[0].name]) }
    // What was given for each file is taken by place among those that hold features.
    var ofFeatures = options
    ofFeatures.code = places.filter { $0 < options.code.count }.map { options.code[$0] }
    ofFeatures.name = places.filter { $0 < options.name.count }.map { options.name[$0] }
    ofFeatures.parent = places.filter { $0 < options.parent.count }.map { options.parent[$0] }
    checked += zip(places, try await Check.run(inputs, options: ofFeatures, jobs: run.jobs)).map { ($0, $1) }
    checked.sort { $0.place < $1.place }
    var result = CheckResult(files: checked.map(\.file), options: options)
    if repair {
      let decimals = try Formats.layerWriter(for: output.output?.path ?? "").decimals
      result.repair = try await CheckRepair.make(inputs[0], options: options, decimals: decimals, jobs: run.jobs)
    }
    for file in result.files { run.say(file.notes) }
    var outcome = outcome(result, run)
    outcome.isPrivate = isPrivate
    return outcome
  }

  private func outcome(_ result: CheckResult, _ run: Run) -> Outcome {
    let drawing = run.drawing(caption: output.map.caption, of: files[0])
    var products: [Product] = []
    if let repair = result.repair {
      products.append(
        .layer(
          LayerProduct(
            output: "output", drawing: drawing, style: .fixed(.plain(title: .sentence("style.areas"))), make: { repair.layer })))
    }
    products.append(
      .layer(
        LayerProduct(
          output: repair ? "problems" : "output", map: "map", drawing: drawing,
          style: .made { .problems($0, kinds: CheckProblem.Kind.allCases.map(\.rawValue)) }, make: { result.makeLayer() },
          shown: { .init($0) })))
    products.append(.table(output: "table", header: CheckResult.tableHeader, result.table))
    var outcome = Outcome(
      of: result, findings: result.findings, spokenFindings: 60, warnings: [], facts: result.facts, products: products)
    if strict, result.standing > 0 {
      outcome.refusal = Failure(.refused, "check.refused", ["count": String(result.standing)])
    }
    return outcome
  }
}

/// Which fields of the areas are their code, name and parent, file by file.
public struct CheckAreaGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the code, or several that make it, as a,b. Default: found by name. Repeats in the order of the files.",
      es:
        "Campo con el código, o los varios que lo forman, como a,b. Por defecto: se reconoce por el nombre. Se repite en el orden de los archivos.",
      pt:
        "Campo com o código, ou os vários que o formam, como a,b. Por padrão: é reconhecido pelo nome. Repete-se na ordem dos arquivos.",
      value: "field"))
  public var code: [FieldNameList] = []

  @Option(
    help: help(
      "Field with the name. Default: found by name. Repeats in the order of the files.",
      es: "Campo con el nombre. Por defecto: se reconoce por el nombre. Se repite en el orden de los archivos.",
      pt: "Campo com o nome. Por padrão: é reconhecido pelo nome. Repete-se na ordem dos arquivos.", value: "field"))
  public var name: [String] = []

  @Option(
    help: help(
      "Field with the code (or the name) of the area one level up. Repeats in the order of the files. Default: the field whose values are.",
      es:
        "Campo con el código (o el nombre) del área superior, un nivel más arriba. Se repite en el orden de los archivos. Por defecto: el campo cuyos valores lo son.",
      pt:
        "Campo com o código (ou o nome) da área superior, um nível acima. Repete-se na ordem dos arquivos. Por padrão: o campo cujos valores o são.",
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
      "Field with the population, beside those that are found by name.",
      es: "Campo con la población, además de los que se reconocen por el nombre.",
      pt: "Campo com a população, além dos que são reconhecidos pelo nome.", value: "field"))
  public var population: String?

  @Flag(
    help: help(
      "Features with one code are one area.",
      es: "Los elementos con un mismo código son una sola área.",
      pt: "As feições com um mesmo código são uma só área."))
  public var mergeCodes = false

  public init() {}

  /// Of one file several fields make one code, however they are given.
  private func codes(_ files: Int) -> [[String]] {
    files > 1 ? code.map(\.names) : code.isEmpty ? [] : [code.flatMap(\.names)]
  }

  func check(files: Int) throws(Failure) {
    for (option, count) in [("--code", codes(files).count), ("--name", name.count), ("--parent", parent.count)]
    where count > max(1, files) {
      throw Failure(.usage, "check.too_many", ["option": option, "count": String(count), "files": String(files)])
    }
  }

  func options(files: Int) -> CheckOptions {
    var options = CheckOptions()
    options.code = codes(files)
    options.name = name.map { $0.isEmpty ? nil : $0 }
    options.parent = parent.map { $0.isEmpty ? nil : $0 }
    (options.level, options.population, options.mergesCodes) = (level, population, mergeCodes)
    return options
  }
}

/// What is written of a check.
public struct CheckOutputGroup: ParsableArguments, Sendable {
  @Option(
    name: .shortAndLong,
    help: help(
      "The problems where they are, as GeoJSON with a style for QGIS (.qml) beside it, or as GeoPackage (.gpkg); with --repair the mended layer.",
      es:
        "Los problemas donde están, en GeoJSON con un estilo para QGIS (.qml) al lado, o en GeoPackage (.gpkg); con --repair, la capa corregida.",
      pt:
        "Os problemas onde estão, em GeoJSON com um estilo para QGIS (.qml) ao lado, ou em GeoPackage (.gpkg); com --repair, a camada corrigida.",
      value: "file"))
  public var output: OutputPath?

  @Option(
    help: help(
      "With --repair: the problems that there were, as a layer.",
      es: "Con --repair: los problemas que había, como capa.",
      pt: "Com --repair: os problemas que havia, como camada.", value: "file"))
  public var problems: OutputPath?

  @OptionGroup public var map: MapGroup

  @Option(
    help: help(
      "One row for each problem, as CSV.",
      es: "Una fila por problema, en CSV.",
      pt: "Uma linha por problema, em CSV.", value: "file"))
  public var table: OutputPath?

  public init() {}
}
