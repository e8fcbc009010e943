internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaStudy
internal import PlazaWords

/// `plaza run`: the whole study.
struct RunCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: text(
        "Runs a study: every step, one folder with layers, tables and manifest.json.",
        es: "Ejecuta un estudio: todos sus pasos, en una carpeta con capas, tablas y manifest.json.",
        pt: "Executa um estudo: todos os seus passos, em uma pasta com camadas, tabelas e manifest.json."),
      discussion: text(
        """
        Paths in a study are relative to its file. Outputs appear together when all steps are done, the manifest last.

        Example:
          plaza run GeoData/studies/amss/study.yaml -o amss
        """,
        es: """
          Las rutas de un estudio son relativas a su archivo. Las salidas aparecen juntas cuando todos los pasos han terminado, el \
          manifiesto al final.

          Ejemplo:
            plaza run GeoData/studies/amss/study.yaml -o amss
          """,
        pt: """
          Os caminhos de um estudo são relativos ao seu arquivo. As saídas aparecem juntas quando todos os passos terminaram, o \
          manifesto por último.

          Exemplo:
            plaza run GeoData/studies/amss/study.yaml -o amss
          """))
  }

  @Argument(
    help: help(
      "The study file.",
      es: "El archivo del estudio.",
      pt: "O arquivo do estudo."), completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(
    name: .shortAndLong,
    help: help(
      "Folder of the outputs. Default: the study's name with -output.",
      es: "Carpeta de las salidas. Por defecto: el nombre del estudio con -output.",
      pt: "Pasta das saídas. Por padrão: o nome do estudo com -output.", value: "folder"),
    completion: .directory)
  var output: String?

  @Flag(
    name: .shortAndLong,
    help: help(
      "Replace outputs that exist.",
      es: "Reemplaza las salidas que ya existen.",
      pt: "Substitui as saídas que já existem."))
  var force = false

  @Flag(
    help: help(
      "Say what would be done, and write nothing.",
      es: "Dice qué se haría, sin escribir nada.",
      pt: "Diz o que seria feito, sem gravar nada."))
  var dryRun = false

  @Option(
    name: .customLong("set"),
    help: help(
      "What stands for ${NAME} in the study; repeatable.",
      es: "Lo que se pone en lugar de ${NOMBRE} en el estudio; se puede repetir.",
      pt: "O que se põe no lugar de ${NOME} no estudo; pode-se repetir.", value: "name=value"))
  var variables: [String] = []

  @OptionGroup(title: Section.run) var runOptions: RunOptions

  func run() async throws {
    try await runOptions.console().guarded {
      let study = try Study(path: study, variables: try values)
      let console = runOptions.console(study: study.language)
      try await console.guarded {
        let folder = output ?? "\(study.name)-output"
        if dryRun { return plan(study, folder, console) }
        if let title = study.title { console.heading(title) }
        if let notice = study.notice { console.say(Diagnostic(.note, "study.notice", ["notice": notice])) }
        let run = try await StudyRun.run(
          study, folder: folder, force: force, language: console.words.language.rawValue, jobs: runOptions.workers,
          progress: console,
          stepBegins: { console.heading($0) }, stepEnded: { console.step($0) })
        console.heading(console.words.render(id: "study.outputs"))
        for done in run.steps { console.written(done.step.destinations) }
        console.say(Diagnostic(.note, "output.written", ["what": "output.manifest", "path": run.manifest]))
      }
    }
  }

  /// - Throws: `Failure` `takes.variable` for what is no `NAME=VALUE`, and for a name that is set twice.
  private var values: [String: String] {
    get throws {
      var values: [String: String] = [:]
      for text in variables {
        guard let (name, value) = Study.variable(text), values.updateValue(value, forKey: name) == nil else {
          throw Failure(.usage, "takes.variable", ["option": "--set", "given": text])
        }
      }
      return values
    }
  }

  private func plan(_ study: Study, _ folder: String, _ console: Console) {
    let place = folder.hasSuffix("/") ? folder : folder + "/"
    console.heading(study.title ?? study.name)
    for step in study.steps {
      console.line(
        console.words.render(
          id: "study.plan_step",
          values: [
            "step": step.name, "verb": step.verbName, "inputs": step.inputs.map(\.path).joined(separator: ", "),
          ]))
      for (_, _, name) in step.destinations.named { console.line("  → \(place)\(name)") }
    }
    console.line("  → \(place)manifest.json")
  }
}

extension Console {
  func heading(_ text: String) { if !isQuiet { line("\n" + text) } }

  func step(_ done: StudyRun.Done) {
    endProgress()
    tell(done.outcome, findings: 3)
  }
}
