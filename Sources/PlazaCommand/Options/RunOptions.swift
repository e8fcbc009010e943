internal import ArgumentParser
internal import PlazaWords

/// Options of every verb that works: how, how loud, in which language.
struct RunOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Workers; the result does not depend on it. Default: one per processor.")
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
  var quiet = false

  @Option(help: "`json` writes progress as JSON lines on standard error; `none` shows none.")
  var progress: ProgressMode?

  @Option(help: "Language of what people read: en, es or pt. Default: that of the environment.")
  var lang: String?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if let lang, Language(tag: lang) == nil { throw ValidationError("--lang takes en, es or pt.") }
  }

  /// - Parameter study: the language that a study asks for, when the command line does not.
  func console(study: String? = nil) -> Console {
    Console(
      language: Language.detected(option: (lang ?? study).flatMap { Language(tag: $0) }, environment: Console.environment),
      isQuiet: quiet, progress: progress)
  }

  var workers: Int { jobs ?? Console.processors }
}

enum ProgressMode: String, ExpressibleByArgument, CaseIterable { case bar, json, none }
