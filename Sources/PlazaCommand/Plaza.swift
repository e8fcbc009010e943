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
        "Recovered public spaces and urban risk: counts records by area, fast and exact."),
      discussion: text(
        """
        Data goes to standard output, everything else to standard error. `-` is standard input or output.

        Exit codes: 0 done · 1 failed · 2 refused (--strict, verify) · 64 usage · 65 data, CRS or columns not understood · \
        66 no such input · 69 missing component · 70 a bug of ours · 73 output exists or cannot be written · 130 interrupted.
        """),
      version: PlazaVersion.current,
      subcommands: VerbCommands.all + [
        RunCommand.self, VerifyCommand.self, InitCommand.self, InfoCommand.self, DoctorCommand.self, SchemaCommand.self,
      ])
  }

  static func main() async {
    Interrupts.install()
    let words = Array(CommandLine.arguments.dropFirst())
    let language = Language.detected(option: CommandWords.language(of: words), environment: Console.environment)
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
      refuse(UsageError.failure(message(for: error), verb: CommandWords.command(of: words)), words, language)
    }
  }

  /// Says why the words are refused and where their help is.
  private static func refuse(_ failure: Failure, _ words: [String], _ language: Language) -> Never {
    let console = Console(language: language, isQuiet: false, progress: ProgressMode.none)
    console.say(failure.diagnostic)
    let path = CommandWords.path(of: words).map { $0.configuration.commandName ?? "" }
    console.line(
      "  " + console.words.render(id: "usage.help", values: ["command": (["plaza", "help"] + path).joined(separator: " ")]))
    Glibc.exit(failure.kind.rawValue)
  }
}
