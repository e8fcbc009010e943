internal import PlazaRecords
import Foundation
import PlazaAnalysis
import PlazaFormats
import PlazaLayers
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
      #expect(failure.kind == .notUnderstood)
      return (failure.diagnostic.id, failure.diagnostic.values["line"], failure.diagnostic.values)
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
      ("\(head)\(step)    period: century\n", "study.wrong_type", "6"),
      ("\(head)\(step)    by: [a, b]\n", "study.wrong_type", "6"),
      ("\(head)\(step)    strict: maybe\n", "study.wrong_type", "6"),
      ("\(head)\(step)    code: {a: b}\n", "study.wrong_type", "6"),
      ("\(head)\(step)    where: robo\n", "study.not_a_mapping", "6"),
      ("\(head)\(step)    delimiter: x\n", "study.wrong_type", "6"),
      ("\(head)\(step)    decimal: x\n", "study.wrong_type", "6"),
      ("\(head)\(step)    encoding: ebcdic\n", "study.wrong_type", "6"),
      ("\(head)  - join: a\n    points: p.csv\n", "study.missing_key", "3"),
      ("\(head)  - join: a\n    areas: p.csv\n", "study.missing_key", "3"),
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
    #expect(found.values["file"]?.hasSuffix("study.yaml") == true)
  }

  @Test func `a repeated key is told with its name and a line`() throws {
    let found = try #require(failure("study: a\ntitle: t\ntitle: u\n"))
    #expect(found.values["reason"]?.contains("title") == true && Int(found.line ?? "") != nil)
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
    let step = try #require(study.steps[0] as? JoinStep)
    #expect(step.points == InputFile("data/p.csv", path: folder.path + "/data/p.csv") && step.areas[0].path == "/abs/z.geojson")
    #expect(step.options.areas.code == ["a", "b"] && step.options.areas.mergesCodes)
    #expect(step.options.conditions.map(\.values) == [["robo", "hurto"], [""], ["1", "2"]])
    #expect(step.options.from == "2016-01-01" && step.options.to == "2016" && step.csv.delimiter == 0x3B)
    #expect(step.outputs.all.map(\.path) == ["a.geojson", "a.qml", "a.csv", "a.json", "a-tagged.csv"])
  }

  @Test func `the keys of a step are the options of the command`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    for type in Study.verbs {
      let help = try String(
        contentsOf: root.appending(
          path: "PlazaCommandTests/Golden/help-\(type.verb == "hotspots" ? "hotspots-overview" : type.verb).txt"),
        encoding: .utf8)
      // An option begins its line; what a text says of another one does not.
      let names = Set(help.matches(of: /(?m)^ {2}(?:-\w, )?--([a-z-]+)/).map { String($0.1) })
      // What a study says in other words: its outputs have names of their own, and the run is one for all steps.
      let others = Set(["output", "json", "force", "jobs", "quiet", "progress", "lang", "version", "help"])
      #expect(names.isSuperset(of: others), "\(type.verb)")
      let files: Set = ["table", "contours-output", "curve", "regions", "checks", "spaces-out", "service-map"]
      let inputs = Set(type.keys).subtracting(names)
      #expect(
        inputs.contains(type.verb) && inputs.isSubset(of: [type.verb, "points", "areas", "spaces", "registry", "map", "raster"]),
        "\(type.verb): \(inputs)")
      #expect(names.subtracting(others).subtracting(files).isSubset(of: type.keys), "\(type.verb)")
    }
  }
}
