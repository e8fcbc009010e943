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
        "Runs a study: every step, one folder with layers, tables and manifest.json."),
      discussion: text(
        """
        Paths in a study are relative to its file. Outputs appear together when all steps are done, the manifest last.

        Example:
          plaza run GeoData/studies/amss/study.yaml -o amss
        """))
  }

  @Argument(help: help("The study file."), completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(
    name: .shortAndLong,
    help: help("Folder of the outputs. Default: the study's name with -output.", value: "folder"),
    completion: .directory)
  var output: String?

  @Flag(name: .shortAndLong, help: help("Replace outputs that exist."))
  var force = false

  @Flag(help: help("Say what would be done, and write nothing."))
  var dryRun = false

  @Option(
    name: .customLong("set"), help: help("What stands for ${NAME} in the study; repeatable.", value: "name=value"))
  var variables: [String] = []

  @OptionGroup(title: text("Run")) var runOptions: RunOptions

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
    console.heading(study.title ?? study.name)
    for step in study.steps {
      console.line(
        console.words.render(
          id: "study.plan_step",
          values: [
            "step": step.name, "verb": step.verbName, "inputs": step.inputs.map(\.path).joined(separator: ", "),
          ]))
      for (_, path) in step.destinations.all { console.line("  → \(folder)/\(path)") }
    }
    console.line("  → \(folder)/manifest.json")
  }
}

extension Console {
  func heading(_ text: String) { if !isQuiet { line("\n" + text) } }

  func step(_ done: StudyRun.Done) {
    endProgress()
    tell(done.outcome, findings: 3)
  }
}
