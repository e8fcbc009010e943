import ArgumentParser

@main
struct Plaza: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "plaza", abstract: "Recovered public spaces and urban risk.")
}
