import PlazaAnalysis
import PlazaLayers
import PlazaWords
import Testing

@testable import PlazaStudy

/// What the argument parser refuses, as sentences of ours.
@Suite struct UsageErrorTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    var verb: String
    var words: [String]
    var id: String
    var values: [String: String]

    var testDescription: String { "\(verb) \(words.joined(separator: " "))" }
  }

  private static func join(_ words: String..., id: String, _ values: [String: String]) -> Refused {
    Refused(verb: "join", words: ["p.csv", "--areas", "a.geojson"] + words, id: id, values: values)
  }

  private static func coverage(_ words: String..., id: String, _ values: [String: String]) -> Refused {
    Refused(verb: "coverage", words: ["s.csv", "--areas", "a.geojson"] + words, id: id, values: values)
  }

  /// Words that are none of the verb's.
  private static let unknown: [Refused] = [
    join("--wxyzwxyz", id: "usage.unknown", ["option": "--wxyzwxyz"]),
    join("--perod", "month", id: "usage.unknown_like", ["option": "--perod", "like": "--period"]),
    join("--by", id: "usage.missing_value", ["usage": "--by <field>"]),
    join("--aliases", "--by", "tipo", id: "usage.missing_value", ["usage": "--aliases <file>"]),
    join("--aliases-encoding", "ebcdic", id: "usage.file_property", ["property": "--aliases-encoding", "value": "ebcdic"]),
    join("--aliases-encoding", "--by", "tipo", id: "usage.missing_value", ["usage": "--aliases-encoding"]),
    join("--incidents-crs", id: "usage.unknown", ["option": "--incidents-crs"]),
    join("--aliases-encoding", id: "usage.missing_value", ["usage": "--aliases-encoding"]),
    join("--aliases-encoding", "utf-8", id: "usage.needs", ["option": "--aliases-encoding", "needed": "--aliases"]),
    Refused(verb: "join", words: ["p.csv"], id: "usage.missing_option", values: ["usage": "--areas <file> ..."]),
    Refused(verb: "join", words: ["--areas", "a"], id: "usage.missing_argument", values: ["usage": "<points>"]),
    join("q.csv", id: "usage.unexpected", ["given": "q.csv"]),
    join("q.csv", "r.csv", id: "usage.unexpected", ["given": "q.csv, r.csv"]),
    join("--strict=yes", id: "usage.no_value", ["option": "--strict", "given": "yes"]),
    join("--table=", id: "usage.missing_value", ["usage": "--table <file>"]),
  ]

  /// Values that an option does not take: every range that the verbs declare, and what is none.
  private static let values: [Refused] = [
    join(
      "--period", "century", id: "takes.one",
      ["option": "--period", "given": "century", "values": Period.allCases.map(\.rawValue).joined(separator: ", ")]),
    coverage("--band", "40000", id: "takes.number", ["option": "--band", "given": "40000", "low": "1", "high": "500"]),
    coverage("--snap=-1", id: "takes.number", ["option": "--snap", "given": "-1", "low": "0", "high": "100"]),
    coverage("--snap", "nan", id: "takes.number", ["option": "--snap", "given": "nan", "low": "0", "high": "100"]),
    Refused(
      verb: "hotspots", words: ["p.csv", "--cell", "0"], id: "takes.positive_to",
      values: ["option": "--cell", "given": "0", "high": "10000000"]),
    Refused(
      verb: "hotspots", words: ["p.csv", "--cell", "inf"], id: "takes.positive_to",
      values: ["option": "--cell", "given": "inf", "high": "10000000"]),
    Refused(
      verb: "hotspots-clusters", words: ["p.csv", "--minimum", "0"], id: "takes.positive",
      values: ["option": "--minimum", "given": "0"]),
    join(
      "--floating-hours", "25", id: "takes.positive_to", ["option": "--floating-hours", "given": "25", "high": "24"]),
    join("--key-width", "1.5", id: "takes.whole", ["option": "--key-width", "given": "1.5", "low": "1", "high": "40"]),
    Refused(
      verb: "hotspots-moran", words: ["p.csv", "--areas", "a", "--seed=-1"], id: "takes.seed",
      values: ["option": "--seed", "given": "-1"]),
    join("--min-match", "1.1", id: "takes.share", ["option": "--min-match", "given": "1.1"]),
    coverage(
      "--distance", "400,400", id: "takes.list.number",
      [
        "option": "--distance", "given": "400,400", "low": "1",
        "high": NumberText.text(CoverageVerb.DistanceRange.range.upperBound)!,
      ]),
    Refused(
      verb: "spaces", words: ["r.csv", "--distance", "1.5"], id: "takes.list.whole",
      values: ["option": "--distance", "given": "1.5", "low": "1", "high": "20000"]),
    Refused(
      verb: "hotspots-backtest", words: ["m", "p.csv", "--budgets", "0,5"], id: "takes.list.percent",
      values: ["option": "--budgets", "given": "0,5", "high": "100"]),
    Refused(
      verb: "hotspots-density", words: ["p.csv", "--volumes", "50,100"], id: "takes.list.percent",
      values: ["option": "--volumes", "given": "50,100", "high": "99"]),
    join(
      "--locate", "point,point", id: "takes.list.of",
      ["option": "--locate", "given": "point,point", "values": "point, code, name"]),
    Refused(
      verb: "convert", words: ["a.gpkg", "-o", "b.gpkg", "--bbox", "1,2,3"], id: "takes.box",
      values: ["option": "--bbox", "given": "1,2,3"]),
    join("--where", "delito", id: "takes.condition", ["option": "--where", "given": "delito"]),
    join("--where", "=robo", id: "takes.condition", ["option": "--where", "given": "=robo"]),
    join(
      "--population-fields", "codes=a", id: "takes.population_fields",
      ["option": "--population-fields", "given": "codes=a"]),
    join("--encoding", "ebcdic", id: "takes.encoding", ["option": "--encoding", "given": "ebcdic"]),
    join("--delimiter", "x", id: "takes.delimiter", ["option": "--delimiter", "given": "x"]),
    join("--decimal", "x", id: "takes.decimal", ["option": "--decimal", "given": "x"]),
    join("--csv-excel", "mexico", id: "takes.excel_region", ["option": "--csv-excel", "given": "mexico"]),
    join(
      "--as-is", "kinds,everything", id: "takes.as_is",
      ["option": "--as-is", "given": "kinds,everything", "values": AsWritten.takes.values["values"]!]),
    Refused(
      verb: "hotspots", words: ["p.csv", "--bandwidth", "wide"], id: "takes.bandwidth",
      values: ["option": "--bandwidth", "given": "wide", "rules": Bandwidth.takes.values["rules"]!]),
    Refused(
      verb: "hotspots-gi", words: ["p.csv", "--neighbors", "king"], id: "takes.neighbors",
      values: ["option": "--neighbors", "given": "king"]),
    Refused(
      verb: "exposure", words: ["a", "--hazards", "flood"], id: "takes.hazards",
      values: ["option": "--hazards", "given": "flood"]),
    join(
      "--where", "it's 'this'", id: "takes.condition", ["option": "--where", "given": "it's 'this'"]),
    coverage(
      "--incidents", "i.csv", "--incidents-encoding", "ebcdic", id: "usage.file_property",
      ["property": "--incidents-encoding", "value": "ebcdic"]),
  ]

  @Test(arguments: unknown + values)
  func `what is refused is told with what it is about, in every language`(_ refused: Refused) throws {
    let verb = try #require(Verbs.all.first { $0.name == refused.verb })
    let found = try #require(refusal { _ = try step(verb, refused.words) })
    #expect(found.id == refused.id && found.values == refused.values, "\(found)")
    for language in Language.allCases {
      let text = Words(language).render(id: found.id, values: found.values)
      #expect(!text.contains("{") && !text.hasPrefix(found.id), "\(text)")
      if language != .en { #expect(text != Words(.en).render(id: found.id, values: found.values), "\(text)") }
    }
  }

  @Test func `a usage is told in the language that help is read in`() {
    for (language, name) in [(Language.en, "field"), (.es, "campo"), (.pt, "campo")] {
      let found = HelpLanguage.$current.withValue(language) {
        refusal { _ = try step(JoinVerb.self, ["p.csv", "--areas", "a", "--by"]) }
      }
      #expect(found?.values["usage"] == "--by <\(name)>")
    }
  }

  @Test func `every sentence of what an option takes can be said`() throws {
    // What types declare; the others are of the command alone, and of lists.
    var declared: Set<String> = ["takes.one", "takes.language", "takes.variable"]
    for verb in Verbs.all {
      for shape in ArgumentShape.all(of: verb) {
        guard let takes = (shape.type as? any Takes.Type)?.takes else { continue }
        #expect(Words.has(id: takes.id), "\(verb.name) \(shape.name): \(takes.id)")
        declared.insert(takes.id)
      }
    }
    let tested = Set((Self.values.map(\.id)).filter { $0.hasPrefix("takes.") })
    // A field may be called anything: what it takes is told in the help alone.
    #expect(declared.subtracting(tested).subtracting(["takes.language", "takes.variable"]) == ["takes.fields"])
  }

  @Test func `a message that is not known comes through as it is`() {
    let failure = UsageError.failure("Something else altogether.", verb: JoinVerb.self)
    #expect(failure == Failure(.usage, "usage.other", ["message": "Something else altogether."]))
  }
}
