internal import ArgumentParser

/// `plaza hotspots`: the methods by name.
struct HotSpotsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspots",
    abstract: "Where records are many, and where beyond what chance puts there.",
    subcommands: [GetisOrdCommand.self, MoranCommand.self, DensityCommand.self])
}
