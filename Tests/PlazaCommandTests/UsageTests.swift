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
    /// The command that its help is asked of.
    var help: String
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: [String], _ id: String, _ values: [String: String], help: String? = nil) {
      (self.words, self.id, self.values, self.help) = (words, id, values, help ?? words[0])
    }
  }

  private static func join(_ words: [String], _ id: String, _ values: [String: String]) -> Refused {
    Refused(["join", "points.csv", "--areas", "areas.geojson"] + words, id, values)
  }

  private static func coverage(_ words: [String], _ id: String, _ values: [String: String]) -> Refused {
    Refused(["coverage", "points.csv", "--areas", "areas.geojson"] + words, id, values)
  }

  private static func hotspots(_ verb: String, _ words: [String], _ id: String, _ values: [String: String]) -> Refused {
    Refused(["hotspots", verb] + words, id, values, help: "hotspots \(verb)")
  }

  private static let refused: [Refused] = [
    join(["--wxyzwxyz"], "usage.unknown", ["option": "--wxyzwxyz"]),
    join(["--perod", "month"], "usage.unknown_like", ["option": "--perod", "like": "--period"]),
    join(["--aliases-encoding"], "usage.missing_value", ["usage": "--aliases-encoding"]),
    join(["--aliases-crs", "x"], "usage.needs", ["option": "--aliases-crs", "needed": "--aliases"]),
    join(["other.csv"], "usage.unexpected", ["given": "other.csv"]),
    join(["--strict=yes"], "usage.no_value", ["option": "--strict", "given": "yes"]),
    Refused(["join", "--areas", "areas.geojson"], "usage.missing_argument", ["usage": "<points>"]),
    Refused(["nonsense"], "usage.unexpected", ["given": "nonsense"], help: ""),
    join(["--disagree", "d.csv"], "usage.needs", ["option": "--disagree", "needed": "--declared"]),
    join(["--wide", "month", "--count", "id"], "usage.excludes", ["one": "--wide", "other": "--count"]),
    join(["--correspondence", "c"], "usage.together", ["one": "--correspondence", "other": "--to-areas"]),
    join(
      ["--period", "century"], "takes.one",
      ["option": "--period", "given": "century", "values": "year, quarter, month, week, day, hour"]),
    coverage(["--band", "40000"], "takes.number", ["option": "--band", "given": "40000", "low": "1", "high": "500"]),
    hotspots("overview", ["points.csv", "--cell", "0"], "takes.positive", ["option": "--cell", "given": "0"]),
    join(["--floating-hours", "25"], "takes.positive_to", ["option": "--floating-hours", "given": "25", "high": "24"]),
    join(["--key-width", "41"], "takes.whole", ["option": "--key-width", "given": "41", "low": "1", "high": "40"]),
    hotspots("moran", ["points.csv", "--seed=-1"], "takes.seed", ["option": "--seed", "given": "-1"]),
    join(["--min-match", "2"], "takes.share", ["option": "--min-match", "given": "2"]),
    hotspots(
      "backtest", ["areas.geojson", "points.csv", "--budgets", "0"], "takes.list.percent",
      ["option": "--budgets", "given": "0", "high": "100"]),
    Refused(
      ["spaces", "points.csv", "--distance", "0"], "takes.list.whole",
      ["option": "--distance", "given": "0", "low": "1", "high": "20000"]),
    join(
      ["--locate", "point,point"], "takes.list.of",
      ["option": "--locate", "given": "point,point", "values": "point, code, name"]),
    join(["--where", "delito"], "takes.condition", ["option": "--where", "given": "delito"]),
    join(["--population-fields", "x=y"], "takes.population_fields", ["option": "--population-fields", "given": "x=y"]),
    join(["--encoding", "ebcdic"], "takes.encoding", ["option": "--encoding", "given": "ebcdic"]),
    join(["--delimiter", "x"], "takes.delimiter", ["option": "--delimiter", "given": "x"]),
    join(["--decimal", "x"], "takes.decimal", ["option": "--decimal", "given": "x"]),
    hotspots("gi", ["points.csv", "--neighbors", "king"], "takes.neighbors", ["option": "--neighbors", "given": "king"]),
    Refused(["exposure", "areas.geojson", "--hazards", "flood"], "takes.hazards", ["option": "--hazards", "given": "flood"]),
    Refused(["run", "study.yaml", "--set", "A"], "takes.variable", ["option": "--set", "given": "A"]),
    join(["--jobs", "0"], "takes.whole", ["option": "--jobs", "given": "0", "low": "1", "high": "256"]),
    join(["-j", "0"], "takes.whole", ["option": "-j", "given": "0", "low": "1", "high": "256"]),
    join(
      ["--progress", "loud"], "takes.one", ["option": "--progress", "given": "loud", "values": "bar, json, none"]),
    join(["-o", "-", "--table", "-"], "output.stdout_twice", [:]),
    Refused(["join", "-", "--areas", "-"], "input.stdin_twice", [:]),
  ]

  @Test(arguments: refused)
  func `what is refused is said in the language that is asked for`(_ refused: Refused) throws {
    command.folder.write("study.yaml", "study: s\nsteps:\n  - {join: j, points: points.csv, areas: areas.geojson}\n")
    for language in Language.allCases {
      // The root has no option for it: there the environment says.
      let words = refused.words + (refused.id == "usage.unexpected" && refused.help.isEmpty ? [] : ["--lang", language.rawValue])
      if refused.help.isEmpty, language != .en { continue }
      let outcome = try command.run(words)
      #expect(outcome.code == 64 && outcome.output.isEmpty, "\(words): \(outcome.error)")
      let lines = outcome.error.split(separator: "\n").map(String.init)
      #expect(lines.first == "plaza: " + Words(language).render(id: refused.id, values: refused.values), "\(words)")
      #expect(command.folder.names == ["areas.geojson", "points.csv", "study.yaml"])
    }
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
    for language in Language.allCases {
      let direct = try command.run([verb, "points.csv", "--areas", "areas.geojson", "--lang", language.rawValue] + words)
      let study = try command.run(["run", "study.yaml", "-o", "out", "--lang", language.rawValue])
      #expect(direct.code == 64 && study.code == 64, "\(direct.error)\(study.error)")
      let sentence = try #require(direct.error.split(separator: "\n").first).dropFirst("plaza: ".count)
      let place = Words(language).render(id: "study.place", values: ["file": "study.yaml", "line": String(line)])
      #expect(study.error.split(separator: "\n").first.map(String.init) == "plaza: \(place): \(sentence)", "\(words)")
      #expect(!command.folder.names.contains("out"))
    }
  }
}
