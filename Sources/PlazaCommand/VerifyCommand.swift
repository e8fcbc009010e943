internal import ArgumentParser
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaStudy
internal import PlazaWords

/// `plaza verify`: would it come out the same today?
struct VerifyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: text(
        "Runs the study of a manifest again and compares the SHA-256 of every file.",
        es: "Ejecuta de nuevo el estudio de un manifiesto y compara el SHA-256 de cada archivo.",
        pt: "Executa de novo o estudo de um manifesto e compara o SHA-256 de cada arquivo."),
      discussion: text(
        """
        Ends with 2 and a line for each difference: inputs that changed, outputs that come out otherwise, outputs that are missing \
        or changed beside the manifest. Nothing is written.

        Example:
          plaza verify out/demo/manifest.json
        """,
        es: """
          Termina con el código 2 y una línea por cada diferencia: entradas que cambiaron, salidas que resultan distintas, salidas \
          que faltan o fueron modificadas junto al manifiesto. No se escribe nada.

          Ejemplo:
            plaza verify out/demo/manifest.json
          """,
        pt: """
          Termina com o código 2 e uma linha para cada diferença: entradas que mudaram, saídas que resultam diferentes, saídas que \
          faltam ou foram modificadas junto ao manifesto. Nada é gravado.

          Exemplo:
            plaza verify out/demo/manifest.json
          """))
  }

  @Argument(
    help: help(
      "The manifest.json that a run wrote.",
      es: "El manifest.json que escribió una ejecución.",
      pt: "O manifest.json que uma execução escreveu."), completion: .file(extensions: ["json"]))
  var manifest: String

  @Option(
    help: help(
      "Where the study is now. Default: found by the manifest.",
      es: "Dónde está ahora el estudio. Por defecto: donde dice el manifiesto.",
      pt: "Onde está agora o estudo. Por padrão: onde diz o manifesto.", value: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var study: String?

  @Flag(
    help: help(
      "Print plaza.verify/1.",
      es: "Muestra el resultado como plaza.verify/1 (JSON).",
      pt: "Mostra o resultado como plaza.verify/1 (JSON)."))
  var json = false

  @OptionGroup(title: Section.run) var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      let verification = try await StudyVerification.run(
        manifest: manifest, study: study, temporaryFolder: Console.environment["TMPDIR"] ?? "/tmp", jobs: runOptions.workers,
        progress: console.withoutNotes)
      console.endProgress()
      for remark in verification.remarks { console.say(remark) }
      if json {
        try Console.output(VerificationSummary.json(verification).serialized + "\n")
      } else if verification.isIdentical {
        let counts = ["inputs": String(verification.inputs.count), "outputs": String(verification.outputs.count)]
        try Console.output(console.words.render(id: "verify.identical", values: counts) + "\n")
      } else {
        for difference in verification.differences {
          try Console.output(console.words.render(id: difference.id, values: difference.values) + "\n")
        }
      }
      if !verification.isIdentical { throw ExitCode(Failure.Kind.refused.rawValue) }
    }
  }
}

/// Progress without what a run has to say of its data: it was said when the study ran.
private struct BarOnly: ProgressSink {
  let console: Console

  func emit(_ diagnostic: Diagnostic) {}
  func advanced(bytes: Int, records: Int) { console.advanced(bytes: bytes, records: records) }
}

extension Console {
  fileprivate var withoutNotes: any ProgressSink { BarOnly(console: self) }
}
