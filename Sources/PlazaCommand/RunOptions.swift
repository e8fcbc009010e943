internal import ArgumentParser
internal import PlazaLayers
internal import PlazaStudy
internal import PlazaWords

/// Options of every verb that works: how, how loud, in which language.
struct RunOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: help(
      "Workers; the result does not depend on it. Default: one per processor.",
      es: "Tareas en paralelo; el resultado no depende de su número. Por defecto: una por procesador.",
      pt: "Tarefas em paralelo; o resultado não depende do seu número. Por padrão: uma por processador."))
  var jobs: Whole<WorkerRange>?
  enum WorkerRange: WholeBounds { static var range: ClosedRange<Int> { 1...256 } }

  @Flag(
    name: .shortAndLong,
    help: help(
      "Say nothing but warnings and errors.",
      es: "Solo muestra avisos y errores.",
      pt: "Só mostra avisos e erros."))
  var quiet = false

  @Option(
    help: help(
      "`json` writes progress as JSON lines on standard error; `none` shows none.",
      es: "`json` escribe el progreso como líneas JSON en la salida de errores; `none` no lo muestra.",
      pt: "`json` escreve o progresso como linhas JSON na saída de erros; `none` não o mostra."))
  var progress: ProgressMode?

  @Option(
    help: help(
      "Language of what people read: en, es or pt. Default: that of the environment.",
      es: "Idioma de lo que leen las personas: en, es o pt. Por defecto: el del entorno.",
      pt: "Idioma do que as pessoas leem: en, es ou pt. Por padrão: o do ambiente."))
  var lang: LanguageOption?

  /// - Parameter study: the language that a study asks for, when the command line does not.
  func console(study: String? = nil) -> Console {
    Console(
      language: Language.detected(
        option: lang?.value ?? study.flatMap { Language(tag: $0) }, environment: Console.environment),
      isQuiet: quiet, progress: progress)
  }

  var workers: Int { jobs?.value ?? Console.processors }
}

enum ProgressMode: String, ExpressibleByArgument, CaseIterable { case bar, json, none }

/// One of the three languages, by its tag.
struct LanguageOption: ExpressibleByArgument, Takes {
  let value: Language

  init?(argument: String) {
    guard let value = Language(tag: argument) else { return nil }
    self.value = value
  }

  static var takes: Diagnostic { Diagnostic(.note, "takes.language") }
  static var schema: [(String, SchemaValue)] { [] }
}
