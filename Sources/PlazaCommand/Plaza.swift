internal import ArgumentParser
internal import PlazaLayers

@main
struct Plaza: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plaza",
    abstract: "Recovered public spaces and urban risk: counts records by area, fast and exact.",
    discussion: """
      Data goes to standard output, everything else to standard error. `-` is standard input or output.

      Exit codes: 0 done · 1 failed · 2 refused (--strict, verify) · 64 usage · 65 data, CRS or columns not understood · \
      66 no such input · 69 missing component · 70 a bug of ours · 73 output exists or cannot be written · 130 interrupted.
      """,
    version: PlazaVersion.current,
    subcommands: [
      JoinCommand.self, CompareCommand.self, ConcentrationCommand.self, HotSpotsCommand.self, CoverageCommand.self,
      SpacesCommand.self,
      ExposureCommand.self,
      RunCommand.self, VerifyCommand.self,
      InitCommand.self, InfoCommand.self,
      DoctorCommand.self,
    ])

  static func main() async {
    Interrupts.install()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch {
      exit(withError: error)
    }
  }
}
