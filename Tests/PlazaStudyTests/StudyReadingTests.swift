import Foundation
import PlazaAnalysis
import PlazaFormats
import PlazaLayers
internal import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaStudy

@Suite struct StudyReadingTests {
  private let folder = TemporaryFolder()

  private func study(_ text: String) throws -> Study { try Study(path: folder.write("study.yaml", text)) }

  private func failure(_ text: String) -> (id: String, line: String?, values: [String: String])? {
    do {
      _ = try study(text)
      return nil
    } catch let failure as Failure {
      let found = failure.diagnostic
      // What YAML cannot be is not understood; what the verb refuses is usage, as on the command line.
      #expect(failure.kind == (found.id.hasPrefix("study.") ? .notUnderstood : .usage))
      let file = found.place?.file ?? found.values["file"]
      #expect(file?.hasSuffix("/study.yaml") == true, "\(found)")
      return (found.id, found.place.map { String($0.line) } ?? found.values["line"], found.values)
    } catch {
      Issue.record(error)
      return nil
    }
  }

  private static let head = "study: s\nsteps:\n"
  private static let step = "  - join: a\n    points: p.csv\n    areas: z.geojson\n"

  @Test(
    arguments: [
      ("study: s\nverbs: 1\nsteps:\n\(step)", "study.unknown_key", "2"),
      ("\(head)\(step)    pperiod: month\n", "study.unknown_key", "6"),
      ("\(head)\(step)    period: century\n", "takes.one", "6"),
      ("\(head)\(step)    by: [a, b]\n", "study.wrong_type", "6"),
      ("\(head)\(step)    strict: maybe\n", "study.wrong_type", "6"),
      ("\(head)\(step)    code: {a: b}\n", "study.wrong_type", "6"),
      ("\(head)\(step)    map: yes\n", "study.wrong_type", "6"), ("\(head)\(step)    map: True\n", "study.wrong_type", "6"),
      ("\(head)\(step)    map: [a.svg]\n", "study.wrong_type", "6"), ("\(head)\(step)    map:\n", "study.wrong_type", "6"),
      ("\(head)\(step)    map: ../m.svg\n", "study.bad_name", "6"),
      ("\(head)\(step)    map: /m.svg\n", "study.bad_name", "6"),
      ("\(head)\(step)    table: '-'\n", "study.bad_name", "6"),
      ("\(head)\(step)    where: [[a, b]]\n", "study.wrong_type", "6"),
      ("\(head)  - {join: a, points: {file: p.csv, colour: red}, areas: z}\n", "study.unknown_key", "3"),
      ("\(head)  - {join: a, points: {lon: x}, areas: z}\n", "study.missing_key", "3"),
      ("\(head)  - {join: a, compare: b, points: p, areas: z}\n", "study.two_verbs", "3"),
      ("\(head)\(step)    where: robo\n", "takes.condition", "6"),
      ("\(head)\(step)    delimiter: x\n", "takes.delimiter", "6"),
      ("\(head)\(step)    decimal: x\n", "takes.decimal", "6"),
      ("\(head)\(step)    encoding: ebcdic\n", "takes.encoding", "6"),
      ("\(head)  - join: a\n    points: p.csv\n", "usage.missing_option", "3"),
      ("\(head)  - join: a\n    areas: p.csv\n", "usage.missing_argument", "3"),
      ("steps:\n\(step)", "study.missing_key", "1"), ("study: s\n", "study.no_steps", "1"),
      ("study: s\nsteps: 5\n", "study.wrong_type", "2"),
      ("\(head)  - count: a\n", "study.unknown_verb", "3"), ("\(head)\(step)\(step)", "study.repeated_step", "2"),
      ("study: [\n", "study.syntax", "2"), ("study: s\n\tsteps: x\n", "study.syntax", "2"),
      ("- a\n- b\n", "study.not_a_mapping", "1"), ("", "study.not_a_mapping", "1"),
      ("just text\n", "study.not_a_mapping", "1"), ("study: a\ntitle: t\ntitle: u\n", "study.syntax", nil),
      ("\(head)  - 5\n", "study.not_a_mapping", "3"),
    ] as [(String, String, String?)])
  func `what is wrong with a study is told with its line`(text: String, id: String, line: String?) throws {
    let found = try #require(failure(text), "\(text)")
    #expect(found.id == id, "\(text) \(found)")
    if let line { #expect(found.line == line, "\(text) \(found)") }
  }

  @Test func `a repeated key is told with its name and a line`() throws {
    let found = try #require(failure("study: a\ntitle: t\ntitle: u\n"))
    #expect(found.values["reason"]?.contains("title") == true && Int(found.line ?? "") != nil)
  }

  @Test func `an output is wanted, unwanted, or has a name of its own`() throws {
    func paths(_ more: String) throws -> [String] {
      try study("\(Self.head)\(Self.step)\(more)").steps[0].destinations.all.map(\.path)
    }
    #expect(try paths("") == ["a.geojson", "a.qml", "a.csv", "a.csv.release.json", "a.json"])
    #expect(try paths("    map: true\n    table: false\n") == ["a.geojson", "a.qml", "a.svg", "a.json"])
    #expect(
      try paths("    output: b.geojson\n    map: m.svg\n")
        == ["b.geojson", "b.qml", "m.svg", "a.csv", "a.csv.release.json", "a.json"])
  }

  @Test func `a study is read with paths from its folder`() throws {
    let study = try study(
      """
      study: s
      title: T
      language: es
      steps:
        - join: a
          points: data/p.csv
          areas: /abs/z.geojson
          code: [a, b]
          where: {delito: [robo, hurto], sexo: "", edad: "1,2"}
          from: 2016-01-01
          to: 2016
          merge-codes: true
          delimiter: ;
          tagged: true
      """)
    let step = study.steps[0]
    #expect(step.inputs[0] == InputFile("data/p.csv", path: folder.path + "/data/p.csv"))
    #expect(step.inputs[1].path == "/abs/z.geojson" && step.inputs.count == 2)
    let join = try #require(study.first(JoinVerb.self))
    let fields = join.area.fields(files: 1)[0]
    #expect(fields.code == ["a", "b"] && fields.mergesCodes)
    let options = join.record.options
    #expect(options.conditions.map(\.field) == ["delito", "sexo", "edad"])
    #expect(options.conditions.map(\.values) == [["robo", "hurto"], [""], ["1", "2"]])
    #expect(options.from == "2016-01-01" && options.to == "2016" && join.input.reading(join.points).reading.delimiter == 0x3B)
    #expect(
      step.destinations.all.map(\.path) == [
        "a.geojson", "a.qml", "a.csv", "a.csv.release.json", "a-tagged.csv", "a-tagged.csv.release.json", "a.json",
      ])
  }

  @Test func `the keys of a step are the options of the command`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    // What a study says in other words: the run is one for all steps.
    let others: Set = ["json", "force", "jobs", "quiet", "progress", "lang", "version", "help"]
    for verb in Verbs.all {
      let file = "PlazaCommandTests/Golden/help-\(verb.name == "hotspots" ? "hotspots-overview" : verb.name).txt"
      let help = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      // An option begins its line; what a text says of another one does not. A study has one file of layers for all its steps.
      let names = Set(help.matches(of: /(?m)^ {2}(?:-\w, )?--([a-z-]+)/).map { String($0.1) }).subtracting(["append"])
      let shapes = ArgumentShape.all(of: verb)
      let options = Set(shapes.filter { $0.kind != .positional }.map(\.name))
      #expect(names == options.union(others), "\(verb.name): \(names.symmetricDifference(options.union(others)))")
      let positional = shapes.filter { $0.kind == .positional }.map(\.name)
      #expect(!positional.isEmpty, "\(verb.name)")
      for name in positional { #expect(help.contains("  <\(name)> "), "\(verb.name): \(name)") }
    }
  }
}
