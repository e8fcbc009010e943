import Foundation
import PlazaLayers
import PlazaTesting
import PlazaWords
import Testing

@testable import PlazaStudy

/// What a verb declares of itself holds together: outputs with options, texts with languages, names with each other.
@Suite struct VerbDeclarationTests {
  private static let names = Verbs.all.map { $0.name }

  private func verb(_ name: String) throws -> any Verb.Type { try #require(Verbs.all.first { $0.name == name }) }

  /// The options of the command around a verb.
  private static let commands: Set = ["json", "force", "jobs", "quiet", "progress", "lang", "help", "version"]

  @Test func `the verbs have names of their own`() {
    #expect(Set(Self.names).count == Self.names.count && Self.names.count >= 12)
  }

  @Test(arguments: names)
  func `every output is an option for a path, and every such option an output`(_ name: String) throws {
    let verb = try verb(name)
    let options = ArgumentShape.all(of: verb).filter(\.isOutput).map(\.name)
    let outputs = verb.outputs.map(\.name)
    #expect(outputs.sorted() == options.sorted() && Set(outputs).count == outputs.count)
    // The summary is for the caller: a study writes it, a command prints it.
    #expect(!outputs.contains(Output.summary.name))
    let suffixes = verb.outputs.map(\.suffix) + [Output.summary.suffix]
    #expect(Set(suffixes).count == suffixes.count, "\(suffixes)")
  }

  @Test(arguments: names)
  func `every output has its word, and what goes with a key goes with one that there is`(_ name: String) throws {
    let verb = try verb(name)
    let keys = Set(ArgumentShape.all(of: verb).map(\.name))
    for output in verb.outputs {
      // What a format brings with it has its word too.
      let files = Destinations([output], paths: [output.name: try #require(OutputPath(argument: "x" + output.suffix))]).all
      #expect(!files.isEmpty)
      for file in files { #expect(Words.has(id: file.what), "\(file.what)") }
      switch output.standing {
      case .always, .onRequest: break
      case .with(let needed), .withAll(let needed):
        #expect(!needed.isEmpty && keys.isSuperset(of: needed), "\(output.name): \(needed)")
      }
    }
  }

  @Test(arguments: names)
  func `no name stands twice, and none is that of another file's property`(_ name: String) throws {
    let shapes = ArgumentShape.all(of: try verb(name))
    let all = shapes.map(\.name)
    for name in all { #expect(all.count { $0 == name } == 1, "\(name)") }
    // A step of a study has its verb among its keys.
    #expect(!all.contains(name))
    for file in shapes where file.isInput && file.kind == .option {
      for property in InputFile.Property.allCases { #expect(!all.contains("\(file.name)-\(property.rawValue)")) }
    }
    #expect(Self.commands.isDisjoint(with: all))
  }

  @Test(arguments: names)
  func `what a study says where it says nothing is an option and its value`(_ name: String) throws {
    let verb = try verb(name)
    let shapes = ArgumentShape.all(of: verb)
    for (option, value) in verb.studyDefaults {
      let shape = try #require(shapes.first { $0.name == option }, "\(option)")
      #expect(shape.kind == .option)
      let words = shapes.filter { $0.kind == .positional }.map { _ in "x" } + ["--\(option)=\(value)"]
      let found = refusal { _ = try step(verb, words) }
      // Another option may be missing; this one is not refused.
      #expect(found?.values.values.contains { $0.contains("--\(option)") } != true, "\(String(describing: found))")
    }
  }

  /// What each verb says of itself and its arguments, made once: the argument parser takes its time to describe a verb.
  private static let allTexts: [String: [Language: [(name: String, help: String)]]] = {
    var all: [String: [Language: [(name: String, help: String)]]] = [:]
    for verb in Verbs.all {
      for language in Language.allCases {
        all[verb.name, default: [:]][language] = HelpLanguage.$current.withValue(language) {
          [("abstract", verb.abstract), ("discussion", verb.discussion)]
            + VerbDescription(verb).arguments.map { ($0.shape.name, $0.help) }
        }
      }
    }
    return all
  }()

  private func texts(_ verb: any Verb.Type, _ language: Language) -> [(name: String, help: String)] {
    Self.allTexts[verb.name]?[language] ?? []
  }

  @Test(arguments: names)
  func `every text is in three languages`(_ name: String) throws {
    let verb = try verb(name)
    let english = texts(verb, .en)
    #expect(english.count == ArgumentShape.all(of: verb).count + 2)
    for language in [Language.es, .pt] {
      let other = texts(verb, language)
      #expect(other.map(\.name) == english.map(\.name))
      for (text, translated) in zip(english, other) {
        #expect(!text.help.isEmpty && !translated.help.isEmpty, "\(text.name)")
        #expect(text.help != translated.help, "\(text.name) in \(language)")
      }
    }
    // A few words may be the same in both.
    for (spanish, portuguese) in zip(texts(verb, .es), texts(verb, .pt)) where spanish.help.count > 20 {
      #expect(spanish.help != portuguese.help, "\(spanish.name)")
    }
  }

  /// The options that a text names, as `areas` of `--areas`; what stands for a name is in capitals.
  private func options(in text: String) -> Set<String> {
    Set(text.matches(of: /--([a-z][a-z0-9-]*)/).map { String($0.1) })
  }

  @Test(arguments: names)
  func `texts name options that there are, the same ones in each language`(_ name: String) throws {
    let verb = try verb(name)
    let shapes = ArgumentShape.all(of: verb)
    // Each file has options of its own beside its name.
    let properties = shapes.flatMap { shape in InputFile.Property.allCases.map { "\(shape.name)-\($0.rawValue)" } }
    let known = Self.commands.union(shapes.map(\.name)).union(properties)
    let english = texts(verb, .en)
    for language in Language.allCases {
      for (place, text) in texts(verb, language).enumerated() {
        let named = options(in: text.help)
        #expect(named == options(in: english[place].help), "\(text.name) in \(language)")
        // An example may call another verb first.
        if text.name == "discussion" { continue }
        #expect(named.isSubset(of: known), "\(text.name) in \(language): \(named.subtracting(known))")
      }
    }
  }

  @Test(arguments: names)
  func `the examples of a verb are words that it takes, the same ones in each language`(_ name: String) throws {
    let verb = try verb(name)
    let examples = examples(in: texts(verb, .en))
    #expect(!examples.isEmpty)
    for language in Language.allCases { #expect(self.examples(in: texts(verb, language)) == examples, "\(language)") }
    for example in examples {
      var words = shellWords(example).dropFirst()
      // `hotspots` is a group: the next word may say which.
      let first = words.removeFirst()
      let asked: any Verb.Type
      if let below = words.first, let found = Verbs.all.first(where: { $0.name == "\(first)-\(below)" }) {
        words.removeFirst()
        asked = found
      } else {
        if words.first == "overview" { words.removeFirst() }
        asked = try #require(Verbs.all.first { $0.name == first }, "\(example)")
      }
      let own = words.map { $0 == "-o" ? "--output" : $0 }.filter { !["--json", "--force", "-f"].contains($0) }
      let found = refusal { _ = try step(asked, own) }
      #expect(found == nil, "\(example): \(String(describing: found))")
    }
  }

  /// The command lines of a discussion, each as one line.
  private func examples(in texts: [(name: String, help: String)]) -> [String] {
    let text = texts.first { $0.name == "discussion" }?.help ?? ""
    return text.replacing("\\\n", with: " ").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("plaza ") }
  }

  /// Words as a shell parts them; quotes hold a word together.
  private func shellWords(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
