internal import ArgumentParser
internal import PlazaLayers
internal import PlazaStudy
internal import PlazaWords

/// What the words of the command line say before they are parsed.
enum CommandWords {
  /// The language of `--lang`, which help and refusals are read in too.
  static func language(of words: [String]) -> Language? {
    for (place, word) in words.enumerated() {
      if word == "--" { return nil }
      if word == "--lang", place + 1 < words.count { return Language(tag: words[place + 1]) }
      if word.hasPrefix("--lang=") { return Language(tag: word.dropFirst("--lang=".count)) }
    }
    return nil
  }

  /// A word that is no UTF-8, as the name of a file from a system of another encoding: read as text it would name another file.
  static var notUnicode: String? {
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = CommandLine.unsafeArgv[place] else { continue }
      if String(validatingCString: word) == nil { return String(cString: word) }
    }
    return nil
  }

  /// The commands that the words name, outermost first, without the root.
  static func path(of words: [String]) -> [any ParsableCommand.Type] {
    var path: [any ParsableCommand.Type] = []
    var rest = withoutLanguage(words).drop { $0 == "help" }
    while let word = rest.first,
      let found = (path.last ?? Plaza.self).configuration.subcommands.first(where: { $0.configuration.commandName == word })
    {
      path.append(found)
      rest = rest.dropFirst()
    }
    return path
  }

  /// That the first word is no command, when that is what is wrong.
  static func unknownCommand(of words: [String]) -> Failure? {
    guard path(of: words).isEmpty, let word = withoutLanguage(words).first(where: { $0 != "help" }), !word.hasPrefix("-")
    else { return nil }
    let commands = Plaza.configuration.subcommands.compactMap { $0.configuration.commandName }
    return Failure(.usage, "usage.unknown_command", ["command": word, "commands": commands.joined(separator: ", ")])
  }

  /// The command that the words are for; that of a group is its default.
  static func command(of words: [String]) -> (any ParsableCommand.Type)? {
    path(of: words).last.map { $0.configuration.defaultSubcommand ?? $0 }
  }

  /// `help` takes names of commands only.
  private static func withoutLanguage(_ words: [String]) -> [String] {
    var result: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--lang" { _ = rest.popFirst() } else if !word.hasPrefix("--lang=") { result.append(word) }
    }
    return result
  }

  /// The words with what is said of single files put into the words of those files.
  /// - Throws: `Failure`.
  static func folded(_ words: [String]) throws(Failure) -> [String] {
    if words.first == "help" { return withoutLanguage(words) }
    guard let verb = (command(of: words) as? any RunsVerb.Type)?.verb else { return words }
    return try VerbWords.folded(words, for: verb)
  }
}
