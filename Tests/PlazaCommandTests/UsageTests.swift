import Foundation
import PlazaTesting
import PlazaWords
import Testing

/// Words that are not taken: in the reader's language, with exit 64, from the command line and from a study alike.
@Suite struct UsageTests {
  private let command = CommandRunner()

  struct Refused: Sendable, CustomTestStringConvertible {
    var words: [String]
    var id: String
    var values: [String: String]
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: [String], _ id: String, _ values: [String: String]) { (self.words, self.id, self.values) = (words, id, values) }
  }

  private static func join(_ words: [String], _ id: String, _ values: [String: String]) -> Refused {
    Refused(["join", "points.csv", "--areas", "areas.geojson"] + words, id, values)
  }

  /// One of each way that words go wrong; what every option takes, in every language, is tested where options are declared.
  private static let refused: [Refused] = [
    join(["--wxyzwxyz"], "usage.unknown", ["option": "--wxyzwxyz"]),
    join(["--perod", "month"], "usage.unknown_like", ["option": "--perod", "like": "--period"]),
    join(["--aliases-encoding"], "usage.missing_value", ["usage": "--aliases-encoding"]),
    join(["other.csv"], "usage.unexpected", ["given": "other.csv"]),
    Refused(["join", "--areas", "areas.geojson"], "usage.missing_argument", ["usage": "<points>"]),
    Refused(
      ["nonsense"], "usage.unknown_command",
      [
        "command": "nonsense",
        "commands":
          "check, convert, join, compare, concentration, hotspots, coverage, spaces, exposure, run, verify, init, info, doctor, schema",
      ]),
    join(["--disagree", "d.csv"], "usage.needs", ["option": "--disagree", "needed": "--declared"]),
    join(["--key-width", "41"], "takes.whole", ["option": "--key-width", "given": "41", "low": "1", "high": "40"]),
    Refused(
      ["hotspots", "gi", "points.csv", "--neighbors", "king"], "takes.neighbors",
      ["option": "--neighbors", "given": "king"]),
    Refused(["run", "study.yaml", "--set", "A"], "takes.variable", ["option": "--set", "given": "A"]),
    join(["-j", "0"], "takes.whole", ["option": "-j", "given": "0", "low": "1", "high": "256"]),
    join(
      ["--progress", "loud"], "takes.one", ["option": "--progress", "given": "loud", "values": "bar, json, none"]),
    join(["-o", "-", "--table", "-"], "output.stdout_twice", [:]),
    Refused(["join", "-", "--areas", "-"], "input.stdin_twice", [:]),
  ]

  @Test(arguments: refused.indices)
  func `what is refused is said in the language that is asked for`(_ index: Int) throws {
    let refused = Self.refused[index]
    command.folder.write("study.yaml", "study: s\nsteps:\n  - {join: j, points: points.csv, areas: areas.geojson}\n")
    // A process for each is dear: every sentence in one language, every language in a third of them.
    let language = Language.allCases[index % Language.allCases.count]
    let outcome = try command.run(refused.words + ["--lang", language.rawValue])
    #expect(outcome.code == 64 && outcome.output.isEmpty, "\(refused.words): \(outcome.error)")
    let lines = outcome.error.split(separator: "\n").map(String.init)
    #expect(lines.first == "plaza: " + Words(language).render(id: refused.id, values: refused.values), "\(refused.words)")
    #expect(lines.dropFirst().allSatisfy { $0.contains("plaza help") }, "\(outcome.error)")
    #expect(command.folder.names == ["areas.geojson", "points.csv", "study.yaml"])
  }

  @Test func `a missing option or value is named as the help names it`() throws {
    for (language, file, field) in [(Language.en, "file", "field"), (.es, "archivo", "campo"), (.pt, "arquivo", "campo")] {
      let missing = try command.run(["join", "points.csv", "--lang", language.rawValue])
      #expect(missing.code == 64)
      #expect(
        missing.error.hasPrefix(
          "plaza: " + Words(language).render(id: "usage.missing_option", values: ["usage": "--areas <\(file)> ..."]) + "\n"),
        "\(missing.error)")
      let bare = try command.run(["join", "points.csv", "--areas", "areas.geojson", "--lang", language.rawValue, "--by"])
      #expect(bare.code == 64)
      #expect(
        bare.error.hasPrefix(
          "plaza: " + Words(language).render(id: "usage.missing_value", values: ["usage": "--by <\(field)>"]) + "\n"),
        "\(bare.error)")
    }
  }

  @Test func `a language that there is not is refused, in that of the environment`() throws {
    let outcome = try command.run(["join", "points.csv", "--areas", "areas.geojson", "--lang", "fr"])
    #expect(outcome.code == 64)
    #expect(
      outcome.error.hasPrefix(
        "plaza: " + Words(.en).render(id: "takes.language", values: ["option": "--lang", "given": "fr"]) + "\n"),
      "\(outcome.error)")
  }

  @Test func `the help that is pointed to is there`() throws {
    let outcome = try command.run(["hotspots", "gi", "points.csv", "--cheese", "--lang", "es"])
    #expect(outcome.error.hasSuffix("plaza help hotspots gi'\n"), "\(outcome.error)")
    let help = try command.run(["help", "hotspots", "gi"])
    #expect(help.code == 0 && help.output.contains("plaza hotspots gi"), "\(help.error)")
  }

  /// The words after the areas, and the keys of the step that say the same.
  private static let both: [(verb: String, words: [String], keys: [String], line: Int)] = [
    ("coverage", ["--band", "40000"], ["band: 40000"], 6), ("coverage", ["--snap", "5000"], ["snap: 5000"], 6),
    ("coverage", ["--entrances", "e.csv"], ["entrances: e.csv"], 6), ("join", ["--disagree", "d.csv"], ["disagree: d.csv"], 6),
    ("join", ["--year", "anio"], ["year: anio"], 6),
    ("join", ["--wide", "month", "--count", "n"], ["count: n", "wide: month"], 6),
    ("join", ["--locate", "point,point"], ["locate: [point, point]"], 6),
    ("compare", ["--grid", "square", "--cell", "5"], ["grid: square", "cell: 5"], 3),
  ]

  @Test(arguments: both.indices)
  func `a study is refused with the command's sentence and its line`(_ index: Int) throws {
    let (verb, words, keys, line) = Self.both[index]
    let main = verb == "coverage" ? "spaces" : "points"
    let lines = ["study: s", "steps:", "  - \(verb): s", "    \(main): points.csv", "    areas: areas.geojson"]
    command.folder.write("study.yaml", (lines + keys.map { "    " + $0 }).joined(separator: "\n") + "\n")
    let language = Language.allCases[index % Language.allCases.count]
    let direct = try command.run([verb, "points.csv", "--areas", "areas.geojson", "--lang", language.rawValue] + words)
    let study = try command.run(["run", "study.yaml", "-o", "out", "--lang", language.rawValue])
    #expect(direct.code == 64 && study.code == 64, "\(direct.error)\(study.error)")
    let sentence = try #require(direct.error.split(separator: "\n").first).dropFirst("plaza: ".count)
    let place = Words(language).render(id: "study.place", values: ["file": "study.yaml", "line": String(line)])
    #expect(study.error.split(separator: "\n").first.map(String.init) == "plaza: \(place): \(sentence)", "\(words)")
    #expect(!command.folder.names.contains("out"))
  }
}
