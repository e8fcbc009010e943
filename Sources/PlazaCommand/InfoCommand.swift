internal import ArgumentParser
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaStudy

/// `plaza info`: what is in these files?
struct InfoCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "info",
      abstract: text(
        "What is in a file: format, CRS, extent, fields with types and samples, problems.",
        es: "Qué hay en un archivo: formato, CRS, extensión, campos con tipos y ejemplos, problemas.",
        pt: "O que há em um arquivo: formato, CRS, extensão, campos com tipos e exemplos, problemas."),
      discussion: text(
        """
        Counts and extent are of all records, types and samples of the first 1 MiB; areas are checked one by one. Samples of fields \
        that can identify a person are masked.

        Example:
          plaza info delitos.csv municipios.geojson
        """,
        es: """
          Los conteos y la extensión son de todos los registros; los tipos y los ejemplos, del primer 1 MiB; las áreas se revisan \
          una por una. Los ejemplos de campos que pueden identificar a una persona se muestran enmascarados.

          Ejemplo:
            plaza info delitos.csv municipios.geojson
          """,
        pt: """
          As contagens e a extensão são de todos os registros; os tipos e os exemplos, do primeiro 1 MiB; as áreas são verificadas \
          uma a uma. Os exemplos de campos que podem identificar uma pessoa são mostrados mascarados.

          Exemplo:
            plaza info delitos.csv municipios.geojson
          """))
  }

  @Argument(
    help: help(
      "Records, areas, features or a raster; - is standard input.",
      es: "Registros, áreas, elementos o un ráster; - es la entrada estándar.",
      pt: "Registros, áreas, feições ou um raster; - é a entrada padrão."), completion: .file())
  var files: [String]

  @Flag(
    help: help(
      "Print plaza.info/1: an object for one file, an array for several.",
      es: "Muestra el resultado como plaza.info/1 (JSON): un objeto para un archivo, una lista para varios.",
      pt: "Mostra o resultado como plaza.info/1 (JSON): um objeto para um arquivo, uma lista para vários."))
  var json = false

  @OptionGroup(title: Section.input) var input: InputGroup
  @OptionGroup(title: Section.run) var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    var described: [JSONValue] = []
    var worst: Int32?
    try await console.guarded {
      if files.count(where: { $0 == "-" }) > 1 { throw Failure(.usage, "input.stdin_twice") }
      for (index, file) in files.enumerated() {
        do {
          let info = try await FileInfo.read(
            input.reading(InputFile(argument: file) ?? InputFile(file)), jobs: runOptions.workers, progress: console)
          console.endProgress()
          if json {
            described.append(InfoSummary.json(info))
          } else {
            try Console.output((index > 0 ? "\n" : "") + InfoText(info, console.words).text)
          }
        } catch let failure as Failure where files.count > 1 {
          // One file that cannot be read does not keep the others from being described.
          console.endProgress()
          console.say(failure.diagnostic)
          described.append(InfoSummary.json(failure, file: file))
          worst = max(worst ?? 0, failure.kind.rawValue)
        }
      }
      if json {
        let value = files.count == 1 ? described[0] : .array(described)
        try Console.output(value.serialized + "\n")
      }
      if let worst { throw ExitCode(worst) }
    }
  }
}
