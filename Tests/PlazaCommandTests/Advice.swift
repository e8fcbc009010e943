import Foundation

/// The options that messages name: whoever follows an advice must find the option with the verb that gave it.
enum Advice {
  /// `--assume-crs` in a text, each once; dashes that begin no option are none.
  static func options(in text: String) -> Set<String> {
    Set(text.matches(of: /(?:^|[^-\w])(--[a-z][a-z0-9-]*[a-z0-9])/).map { String($0.output.1) })
  }

  private struct Help: Decodable {
    struct Command: Decodable {
      var commandName: String
      var subcommands: [Command]?
      var arguments: [Argument]?
    }
    struct Argument: Decodable { var names: [Name]? }
    struct Name: Decodable { var kind: String, name: String }
    var command: Command
  }

  /// Of each verb its long options, as the command says of itself; of `hotspots` those of its methods too, under `hotspots gi`.
  static let options: [String: Set<String>] = {
    let process = Process()
    process.executableURL = CommandRunner.executable
    process.arguments = ["--experimental-dump-help"]
    let output = Pipe()
    (process.standardOutput, process.standardError, process.standardInput) = (
      output, FileHandle.nullDevice, FileHandle.nullDevice
    )
    do {
      try process.run()
      let text = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      var found: [String: Set<String>] = [:]
      func take(_ command: Help.Command, _ path: [String]) {
        let names = (command.arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
        found[path.joined(separator: " ")] = Set(names.map { "--" + $0.name } + ["--help", "--version"])
        for command in command.subcommands ?? [] { take(command, path + [command.commandName]) }
      }
      take(try JSONDecoder().decode(Help.self, from: text).command, [])
      return found
    } catch {
      return [:]
    }
  }()

  /// What can be said of a file of an option beside its name: `--areas-crs`, `--raster-nodata`.
  private static let properties = [
    "crs", "lon", "lat", "easting", "northing", "encoding", "delimiter", "decimal", "as-is", "layer", "nodata", "cells",
  ]

  /// Those that are none of some options, nor a property of the file that one of them names.
  static func unknown(_ named: Set<String>, to options: Set<String>) -> Set<String> {
    named.filter { name in
      !options.contains(name)
        && !properties.contains { name.hasSuffix("-" + $0) && options.contains(String(name.dropLast($0.count + 1))) }
    }
  }

  /// Options in the messages of a call that its verb does not have, that the caller did not write, and that no other verb in the same
  /// line has (`plaza info --layer`).
  static func strange(in text: String, of arguments: [String]) -> [String] {
    // A study says of each step what its verb does.
    guard let verb = arguments.first, verb != "run", verb != "verify", !options(in: text).isEmpty, let whole = options[verb]
    else { return [] }
    // A verb of several has one that need not be named.
    let own = options[arguments.prefix(2).joined(separator: " ")] ?? options[verb + " overview"] ?? whole
    let written = Set(arguments.map { String($0.prefix { $0 != "=" }) })
    var strange: Set<String> = []
    for line in text.split(separator: "\n") {
      let named = unknown(options(in: String(line)), to: own).subtracting(written)
      let words = Set(line.split { !$0.isLetter }.map { $0.lowercased() })
      strange.formUnion(words.subtracting([verb]).reduce(named) { unknown($0, to: options[$1] ?? []) })
    }
    return strange.sorted()
  }
}
