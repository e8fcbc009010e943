internal import ArgumentParser
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaStudy
internal import PlazaWords

/// `plaza doctor`: what does Plaza stand on here, and what is missing?
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Versions, where proj.db is, what is missing and the next step.",
    discussion: """
      Ends with 69 when a component that Plaza needs is missing.

      Example:
        plaza doctor
      """)

  @Flag(help: "Print plaza.doctor/1.")
  var json = false

  @Option(help: "Language of what people read: en, es or pt. Default: that of the environment.")
  var lang: String?

  func run() async throws {
    let option = lang.flatMap { Language(tag: $0) }
    let detected = Language.detection(option: option, environment: Console.environment)
    let words = Words(detected.language)
    let report = DoctorReport(searchPath: Console.environment["PATH"], processors: Console.processors)
    let source = option == nil ? detected.variable : "--lang"
    if json {
      Console.write(report.json(language: (detected.language.rawValue, source ?? "default")).serialized + "\n", to: 1)
    } else {
      Console.write(text(report, words, languageSource: source), to: 1)
    }
    if !report.isHealthy { throw ExitCode(Failure.Kind.missingComponent.rawValue) }
  }

  func validate() throws {
    if let lang, Language(tag: lang) == nil { throw ValidationError("--lang takes en, es or pt.") }
  }

  private func text(_ report: DoctorReport, _ words: Words, languageSource: String?) -> String {
    var rows = [("plaza", report.plaza)] + report.libraries.map { ($0.title, $0.version ?? "?") }
    if let database = report.database {
      rows.append(("proj.db", database.databasePath))
      rows.append(("EPSG", "\(database.epsgVersion) (\(database.epsgDate))"))
      rows.append((words.render(id: "doctor.grids"), words.number(String(database.gridCount))))
    } else {
      rows.append(("proj.db", words.render(id: "doctor.missing")))
    }
    rows.append(("ogr2ogr", report.ogr2ogr ?? words.render(id: "doctor.missing_optional")))
    rows.append((words.render(id: "doctor.processors"), words.number(String(report.processors))))
    let reason = languageSource.map { words.render(id: "doctor.language_by", values: ["source": $0]) }
    rows.append(
      (
        words.render(id: "doctor.language"),
        words.language.rawValue + " " + (reason ?? words.render(id: "doctor.language_default"))
      ))
    let width = rows.map(\.0.count).max() ?? 0
    var text = ""
    for (label, value) in rows { text += label + String(repeating: " ", count: width - label.count + 2) + value + "\n" }
    for problem in report.problems {
      let severity = problem.severity == .error ? "doctor.error" : "doctor.note"
      text += words.render(id: severity) + ": " + words.render(id: problem.id, values: problem.values) + "\n"
    }
    text += words.render(id: report.isHealthy ? "doctor.healthy" : "doctor.unhealthy") + "\n"
    return text
  }
}
