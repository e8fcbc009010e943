internal import ArgumentParser
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaStudy
internal import PlazaWords

/// `plaza doctor`: what does Plaza stand on here, and what is missing?
struct DoctorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: text(
        "Versions, where proj.db is, what is missing and the next step.",
        es: "Versiones, dónde está proj.db, qué falta y el paso siguiente.",
        pt: "Versões, onde está proj.db, o que falta e o próximo passo."),
      discussion: text(
        """
        Ends with 69 when a component that Plaza needs is missing.

        Example:
          plaza doctor
        """,
        es: """
          Termina con el código 69 si falta un componente que Plaza necesita.

          Ejemplo:
            plaza doctor
          """,
        pt: """
          Termina com o código 69 se falta um componente de que o Plaza precisa.

          Exemplo:
            plaza doctor
          """))
  }

  @Flag(
    help: help(
      "Print plaza.doctor/1.",
      es: "Muestra el resultado como plaza.doctor/1 (JSON).",
      pt: "Mostra o resultado como plaza.doctor/1 (JSON)."))
  var json = false

  @Option(
    help: help(
      "Language of what people read: en, es or pt. Default: that of the environment.",
      es: "Idioma de lo que leen las personas: en, es o pt. Por defecto: el del entorno.",
      pt: "Idioma do que as pessoas leem: en, es ou pt. Por padrão: o do ambiente."))
  var lang: LanguageOption?

  func run() async throws {
    let option = lang?.value
    let detected = Language.detection(option: option, environment: Console.environment)
    let words = Words(detected.language)
    let report = DoctorReport(searchPath: Console.environment["PATH"], processors: Console.processors)
    let source = option == nil ? detected.variable : "--lang"
    if json {
      try Console.output(report.json(language: (detected.language.rawValue, source ?? "default")).serialized + "\n")
    } else {
      try Console.output(self.report(report, words, languageSource: source))
    }
    if !report.isHealthy { throw ExitCode(Failure.Kind.missingComponent.rawValue) }
  }

  private func report(_ report: DoctorReport, _ words: Words, languageSource: String?) -> String {
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
