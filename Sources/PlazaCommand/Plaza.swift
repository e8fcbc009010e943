internal import ArgumentParser
internal import Glibc
internal import PlazaLayers
internal import PlazaStudy
internal import PlazaWords

@main
struct Plaza: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plaza",
      abstract: text(
        "Recovered public spaces and urban risk: counts records by area, fast and exact.",
        es: "Espacios públicos recuperados y riesgo urbano: cuenta registros por área, rápido y con exactitud.",
        pt: "Espaços públicos recuperados e risco urbano: conta registros por área, com rapidez e exatidão."),
      discussion: text(
        """
        Data goes to standard output, everything else to standard error. `-` is standard input or output.

        Exit codes: 0 done · 1 failed · 2 refused (--strict, verify) · 64 usage · 65 data, CRS or columns not understood · \
        66 no such input · 69 missing component · 70 a bug of ours · 73 output exists or cannot be written · 130 interrupted.
        """,
        es: """
          Los datos van a la salida estándar; todo lo demás, a la salida de errores. `-` es la entrada o la salida estándar.

          Códigos de salida: 0 hecho · 1 falló · 2 rechazado (--strict, verify) · 64 uso incorrecto · 65 datos, CRS o columnas que \
          no se entienden · 66 no existe la entrada · 69 falta un componente · 70 error de Plaza · 73 la salida ya existe o no se \
          puede escribir · 130 interrumpido.
          """,
        pt: """
          Os dados vão para a saída padrão; todo o resto, para a saída de erros. `-` é a entrada ou a saída padrão.

          Códigos de saída: 0 feito · 1 falhou · 2 recusado (--strict, verify) · 64 uso incorreto · 65 dados, CRS ou colunas que não \
          se entendem · 66 a entrada não existe · 69 falta um componente · 70 erro do Plaza · 73 a saída já existe ou não pode ser \
          gravada · 130 interrompido.
          """),
      version: PlazaVersion.current,
      subcommands: VerbCommands.all + [
        RunCommand.self, VerifyCommand.self, InitCommand.self, InfoCommand.self, DoctorCommand.self, SchemaCommand.self,
      ])
  }

  static func main() async {
    // A closed standard stream would give its number to the next file that is opened.
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 { _ = open("/dev/null", O_RDWR) }
    let words = Array(CommandLine.arguments.dropFirst())
    let language = Language.detected(option: CommandWords.language(of: words), environment: Console.environment)
    if let broken = CommandWords.notUnicode {
      refuse(Failure(.usage, "usage.not_unicode", ["word": broken]), words, language)
    }
    Interrupts.install(Words(language).render(id: "interrupted"))
    await HelpLanguage.$current.withValue(language) { await main(words, language) }
  }

  private static func main(_ words: [String], _ language: Language) async {
    do {
      var command = try parseAsRoot(CommandWords.folded(words))
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch let failure as Failure {
      refuse(failure, words, language)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      guard exitCode(for: error) != .success else {
        Console.write(HelpLabels.translated(fullMessage(for: error), to: language) + "\n", to: STDOUT_FILENO)
        Glibc.exit(0)
      }
      let failure =
        CommandWords.unknownCommand(of: words)
        ?? UsageError.failure(message(for: error), verb: CommandWords.command(of: words))
      refuse(failure, words, language)
    }
  }

  /// Says why the words are refused and where their help is.
  private static func refuse(_ failure: Failure, _ words: [String], _ language: Language) -> Never {
    let console = Console(language: language, isQuiet: false, progress: ProgressMode.none)
    console.say(failure.diagnostic)
    guard failure.kind == .usage else { Glibc.exit(failure.kind.rawValue) }
    let path = CommandWords.path(of: words).map { $0.configuration.commandName ?? "" }
    console.line(
      "  " + console.words.render(id: "usage.help", values: ["command": (["plaza", "help"] + path).joined(separator: " ")]))
    Glibc.exit(failure.kind.rawValue)
  }
}
