internal import ArgumentParser
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaStudy
internal import PlazaWords

/// A verb as a command: its own arguments, and what every run takes.
struct VerbCommand<V: Verb>: AsyncParsableCommand, RunsVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: VerbCommands.word(of: V.self), abstract: V.abstract, discussion: V.discussion)
  }
  static var verb: any Verb.Type { V.self }

  @OptionGroup var arguments: V
  @OptionGroup(title: Section.output) var output: SummaryOptions
  @OptionGroup(title: Section.run) var options: RunOptions

  func run() async throws {
    let console = options.console()
    try await console.guarded {
      let start = Console.milliseconds
      let step = try Step(arguments, printsSummary: output.json)
      if output.append, !step.destinations.holdSeveral { throw Failure(.usage, "output.append_none") }
      let files = OutputSet(force: output.force, appends: output.append)
      let outcome = try await step.run(
        into: files, StepContext(language: console.words.language.rawValue, jobs: options.workers, progress: console))
      console.endProgress()
      let seconds = Double(Console.milliseconds - start) / 1000
      if output.json {
        try files.open("-").write(outcome.summary(verb: V.name, seconds: seconds, notice: nil).serialized + "\n")
      }
      try files.commit()
      console.tell(outcome, findings: outcome.spokenFindings)
      console.written(step.destinations)
      if let refusal = outcome.refusal { throw refusal }
    }
  }
}

/// Whether outputs are replaced, and the summary printed.
struct SummaryOptions: ParsableArguments {
  @Flag(
    help: help(
      "Print the summary, with its schema, on standard output.",
      es: "Muestra el resumen, con su esquema, en la salida estándar.",
      pt: "Mostra o resumo, com seu esquema, na saída padrão."))
  var json = false

  @Flag(
    name: .shortAndLong,
    help: help(
      "Replace outputs that exist.",
      es: "Reemplaza las salidas que ya existen.",
      pt: "Substitui as saídas que já existem."))
  var force = false

  @Flag(
    help: help(
      "Add the layer to a GeoPackage that exists, in the place of the one of its name; others stay. -o FILE.gpkg|layername=NAME names it.",
      es:
        "Agrega la capa a un GeoPackage que ya existe, en lugar de la que lleva su nombre; las otras quedan. -o ARCHIVO.gpkg|layername=NOMBRE le da nombre.",
      pt:
        "Acrescenta a camada a um GeoPackage que já existe, no lugar da que tem seu nome; as outras ficam. -o ARQUIVO.gpkg|layername=NOME lhe dá nome."
    ))
  var append = false
}

/// A command that is one verb.
protocol RunsVerb { static var verb: any Verb.Type { get } }

/// Every verb as a command: `hotspots-gi` is `gi` below `hotspots`.
enum VerbCommands {
  static let group = HotSpotsVerb.name

  static func word(of verb: any Verb.Type) -> String {
    if verb.name == group { return "overview" }
    return verb.name.split(separator: "-", maxSplits: 1).last.map(String.init) ?? verb.name
  }

  /// The verbs that stand by themselves, the group in the place of its own verb.
  static var all: [any ParsableCommand.Type] {
    Verbs.all.filter { !$0.name.hasPrefix(group + "-") }.map { $0.name == group ? HotSpotsCommand.self : command($0) }
  }

  static var grouped: [any ParsableCommand.Type] { Verbs.all.filter { $0.name.hasPrefix(group) }.map { command($0) } }

  private static func command<V: Verb>(_ verb: V.Type) -> any ParsableCommand.Type { VerbCommand<V>.self }
}

/// `plaza hotspots`: a plain look, and the methods by name.
struct HotSpotsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: VerbCommands.group,
      abstract: text(
        "Where records are many, and where beyond what chance puts there.",
        es: "Dónde hay muchos registros, y dónde más de los que explica el azar.",
        pt: "Onde há muitos registros, e onde há mais do que o acaso explica."),
      discussion: text(
        """
        Without a method, plaza hotspots POINTS is plaza hotspots overview POINTS: one map and one sentence.

        Example:
          plaza hotspots robos.csv --boundary municipio.geojson \\
            -o robos.geojson --map robos.svg
        """,
        es: """
          Sin un método, plaza hotspots REGISTROS es plaza hotspots overview REGISTROS: un mapa y una frase.

          Ejemplo:
            plaza hotspots robos.csv --boundary municipio.geojson \\
              -o robos.geojson --map robos.svg
          """,
        pt: """
          Sem um método, plaza hotspots REGISTROS é plaza hotspots overview REGISTROS: um mapa e uma frase.

          Exemplo:
            plaza hotspots robos.csv --boundary municipio.geojson \\
              -o robos.geojson --map robos.svg
          """),
      subcommands: VerbCommands.grouped, defaultSubcommand: VerbCommand<HotSpotsVerb>.self)
  }
}
