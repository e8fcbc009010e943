import Foundation
import PlazaAnalysis
import PlazaLayers
import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

/// The words of a command line and the step of a study that say the same are refused alike, or write the same bytes.
@Suite struct CommandAndStudyTests {
  private let folder = TemporaryFolder()

  /// One request in both languages of ours.
  struct Request: Sendable, CustomTestStringConvertible {
    var verb: String
    var words: [String]
    /// The keys of the step below its name.
    var keys: [String]
    var testDescription: String { "\(verb) \(words.joined(separator: " "))" }

    init(_ verb: String, _ words: [String], _ keys: [String]) { (self.verb, self.words, self.keys) = (verb, words, keys) }

    var type: any Verb.Type { Verbs.all.first { $0.name == verb }! }

    /// The step bears the verb's name, as on the command line.
    func study(sorted: Bool = false) -> String {
      var lines = ["\(verb): \(verb)"] + keys
      if sorted { lines.sort() }
      return "study: s\nsteps:\n  - " + lines.joined(separator: "\n    ") + "\n"
    }
  }

  private func read(_ request: Request, sorted: Bool = false) throws -> Study {
    try Study(path: folder.write("study.yaml", request.study(sorted: sorted)))
  }

  // MARK: Refused alike

  struct Refused: Sendable, CustomTestStringConvertible {
    var request: Request
    var id: String
    /// The key in whose line a study says it.
    var key: String
    var testDescription: String { request.testDescription }
  }

  private static let coverage = (["e.csv", "--areas", "b.geojson"], ["spaces: e.csv", "areas: b.geojson"])
  private static let join = (["p.csv", "--areas", "b.geojson"], ["points: p.csv", "areas: b.geojson"])

  private static func refused(
    _ verb: String, _ base: ([String], [String]), _ words: [String], _ keys: [String], _ id: String, at key: String
  ) -> Refused {
    Refused(request: Request(verb, base.0 + words, base.1 + keys), id: id, key: key)
  }

  private static let refusals: [Refused] = [
    refused("coverage", coverage, ["--band", "40000"], ["band: 40000"], "takes.number", at: "band"),
    refused("coverage", coverage, ["--snap", "5000"], ["snap: 5000"], "takes.number", at: "snap"),
    refused("coverage", coverage, ["--entrances", "x"], ["entrances: x"], "usage.needs", at: "entrances"),
    refused("coverage", coverage, ["--urban", "u"], ["urban: u"], "sdg.incomplete", at: "coverage"),
    refused("coverage", coverage, ["--distance", "0"], ["distance: 0"], "takes.list.number", at: "distance"),
    refused(
      "coverage", coverage, ["--people", "p", "--raster", "r"], ["people: p", "raster: r"], "people.two_sources",
      at: "coverage"),
    refused("join", join, ["--disagree", "d.csv"], ["disagree: d.csv"], "usage.needs", at: "disagree"),
    refused("join", join, ["--year", "anio"], ["year: anio"], "usage.needs", at: "year"),
    refused(
      "join", join, ["--wide", "month", "--count", "n"], ["wide: month", "count: n"], "usage.excludes", at: "wide"),
    refused(
      "join", join, ["--locate", "point,point"], ["locate: [point, point]"], "takes.list.of", at: "locate"),
    refused("join", join, ["--class-level", "2"], ["class-level: 2"], "usage.needs", at: "class-level"),
    refused("join", join, ["--classes", "c.csv"], ["classes: c.csv"], "usage.needs", at: "classes"),
    refused("join", join, ["--to-name", "n"], ["to-name: n"], "usage.needs", at: "to-name"),
    refused(
      "join", join, ["--code", "a", "--code", "b", "--name", "c", "--name", "d"],
      ["code: [a, b]", "name: [c, d]"], "usage.too_many_levels", at: "name"),
    refused(
      "join", (["p.csv", "--areas", "b", "--areas", "c"], ["points: p.csv", "areas: [b, c]"]), ["--level", "l"], ["level: l"],
      "usage.level_of_one", at: "join"),
    refused(
      "compare", join, ["--grid", "square", "--cell", "500"], ["grid: square", "cell: 500"], "cells.or_areas", at: "compare"),
    refused("join", (["", "--areas", "b"], ["areas: b", "points: ''"]), [], [], "usage.invalid", at: "points"),
    refused("compare", (["p.csv"], ["points: p.csv"]), [], [], "cells.incomplete", at: "compare"),
    refused("compare", join, ["--cutoff", "2020"], ["cutoff: 2020"], "usage.together", at: "cutoff"),
    refused(
      "concentration", join, ["--draws", "98"], ["draws: 98"], "takes.whole", at: "draws"),
    refused("hotspots-gi", (["p.csv"], ["points: p.csv"]), [], [], "hotspots.no_units", at: "hotspots-gi"),
    refused(
      "hotspots-moran", join, ["--boundary", "b"], ["boundary: b"], "hotspots.cells_only", at: "hotspots-moran"),
    refused(
      "hotspots-density", (["p.csv"], ["points: p.csv"]), ["--reference-weight", "w"], ["reference-weight: w"], "usage.needs",
      at: "reference-weight"),
    refused(
      "hotspots-clusters", (["p.csv"], ["points: p.csv"]), ["--people", "g.csv"], ["people: g.csv"], "usage.together",
      at: "people"),
    refused(
      "hotspots-backtest", (["m", "p.csv"], ["prediction: m", "points: p.csv"]), ["--budgets", "1,1"], ["budgets: [1, 1]"],
      "takes.list.percent", at: "budgets"),
    refused("spaces", (["e.csv"], ["registry: e.csv"]), ["--by", "tipo"], ["by: tipo"], "usage.needs", at: "by"),
    refused(
      "spaces", (["e.csv"], ["registry: e.csv"]), ["--distance", "1,2,3,4,5,6,7,8,9,10,11"],
      ["distance: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"], "spaces.many_distances", at: "spaces"),
    refused("exposure", (["b.geojson"], ["areas: b.geojson"]), [], [], "exposure.no_hazards", at: "exposure"),
    refused(
      "exposure", (["b.geojson", "--hazards", "a=f:c"], ["areas: b.geojson", "hazards: a=f:c"]), ["--order", "x=1,2"],
      ["order: ['x=1,2']"], "exposure.unknown_name", at: "exposure"),
  ]

  @Test(arguments: refusals)
  func `what one refuses the other refuses for the same reason`(_ refused: Refused) throws {
    let request = refused.request
    let command = try #require(refusal { _ = try step(request.type, request.words) })
    let study = try #require(refusal { _ = try read(request) })
    #expect(command.id == refused.id, "\(command)")
    #expect(study.id == command.id && study.values == command.values, "\(study) and \(command)")
    #expect(command.place == nil)
    let line = request.study().split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
      $0.dropFirst(4).hasPrefix("\(refused.key):")
    }
    #expect(try study.place == .init(file: folder.path + "/study.yaml", line: #require(line) + 1))
  }

  @Test func `what a file does not take is refused with the word that says it, or with its line`() throws {
    let command = refusal {
      _ = try step(CoverageVerb.self, Self.coverage.0 + ["--incidents", "i.csv", "--incidents-delimiter", "x"])
    }
    #expect(command?.id == "usage.file_property")
    #expect(command?.values == ["property": "--incidents-delimiter", "value": "x"])
    let keys = Self.coverage.1 + ["incidents:", "  file: i.csv", "  delimiter: x"]
    let study = refusal { _ = try read(Request("coverage", [], keys)) }
    #expect(study?.id == "usage.file_property" && study?.values == ["property": "delimiter", "value": "x"])
    #expect(study?.place?.line == 8)
  }

  @Test(arguments: Verbs.all.map { $0.name })
  func `two inputs from standard input are refused, whichever they are`(_ name: String) throws {
    let verb = try #require(Verbs.all.first { $0.name == name })
    let shapes = ArgumentShape.all(of: verb)
    let positional = shapes.filter { $0.kind == .positional }.map(\.name)
    #expect(!positional.isEmpty)
    let inputs = shapes.filter(\.isInput)
    let required = VerbDescription(verb).arguments.filter(\.isRequired).map(\.shape.name)
    #expect(inputs.count >= 2)
    /// The word that makes an input be standard input.
    func word(_ name: String) -> String { name == "hazards" ? "flood=-:clase" : "-" }
    // One of them is what the verb is about; the shapes say of the others that they are inputs, as `Step` reads them.
    let one = try #require(inputs.first { $0.kind == .positional })
    for other in [inputs.first { $0.name != one.name }, inputs.last].compactMap({ $0 }) where other.name != one.name {
      let given = [one.name, other.name]
      // What the verb cannot be without is another file.
      let needed = required.filter { !given.contains($0) }
      let values = given.map { ($0, word($0)) } + needed.map { ($0, "other") }
      let words =
        positional.map { name in values.first { $0.0 == name }?.1 ?? "other" }
        + values.filter { !positional.contains($0.0) }.map { "--\($0.0)=\($0.1)" }
      // A study names its outputs after the step.
      let keys = values.filter { value in inputs.contains { $0.name == value.0 } }
      let request = Request(name, words, keys.map { "\($0.0): '\($0.1)'" })
      let command = refusal { _ = try step(verb, words) }
      let study = refusal { _ = try read(request) }
      #expect(command?.id == "input.stdin_twice", "\(words): \(String(describing: command))")
      #expect(study?.id == command?.id && study?.values == command?.values, "\(words): \(String(describing: study))")
    }
  }

  @Test func `every argument that is a file is an input`() {
    var files: Set<String> = []
    for verb in Verbs.all {
      for shape in ArgumentShape.all(of: verb) {
        let isFile = "\(shape.type)".contains("File") || "\(shape.type)".contains("Standard>")
        #expect(isFile == shape.isInput, "\(verb.name) \(shape.name): \(shape.type)")
        if isFile { files.insert(shape.name) }
      }
    }
    #expect(files.isSuperset(of: ["points", "areas", "hazards", "standard", "activities", "raster", "known"]))
  }

  // MARK: The same bytes

  private static let kinds = ["robo", "hurto", "Violación, intento"]

  /// Four quarters, three spaces, a flood, and 400 incidents, some of a kind with a comma in its name.
  private func writeTown() {
    func square(_ name: String, _ x: Double, _ y: Double, _ side: Double = 0.01) -> String {
      let ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)].map { "[\($0.0),\($0.1)]" }
      return """
        {"type":"Feature","properties":{"codigo":"\(name)","poblacion":1000},"geometry":{"type":"Polygon","coordinates":\
        [[\(ring.joined(separator: ","))]]}}
        """
    }
    func collection(_ features: [String]) -> String {
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }
    folder.write(
      "b.geojson",
      collection([
        square("01", -88.51, 13.49), square("02", -88.5, 13.49), square("03", -88.51, 13.5), square("04", -88.5, 13.5),
      ]))
    folder.write("flood.geojson", collection([square("alta", -88.505, 13.495)]))
    folder.write("e.csv", "codigo,lon,lat\na,-88.505,13.505\nb,-88.495,13.495\nc,-88.499,13.501\n")
    folder.write("e.txt", "codigo;este;norte\na;-88,505;13,505\nb;-88,495;13,495\nc;-88,499;13,501\n")
    var random = SplitMix64(seed: 21)
    var records = "lon,lat,tipo,fecha\n"
    var marked = "este;norte;tipo;fecha\n"
    var metres = "x,y\n"
    for record in 0..<400 {
      let crowd = record % 2 == 0 ? 0.0095 : 0.002
      let (lon, lat) = (Double.random(in: -crowd...crowd, using: &random), Double.random(in: -crowd...crowd, using: &random))
      let position = [String(format: "%.6f", -88.5 + lon), String(format: "%.6f", 13.5 + lat)]
      let kind = Self.kinds[record % 10 == 0 ? 2 : record % 2]
      let date = "\(record % 3 == 0 ? 2023 : 2024)-10-\(10 + record % 20)"
      records += "\(position.joined(separator: ",")),\"\(kind)\",\(date)\n"
      marked += position.map { $0.replacing(".", with: ",") }.joined(separator: ";") + ";\(kind);\(date)\n"
      metres += String(format: "%.2f,%.2f\n", 337655.74 + lon * 1e5, 1492983.06 + lat * 1e5)
    }
    folder.write("p.csv", records)
    folder.write("p.txt", marked)
    folder.write("utm.csv", metres)
  }

  /// Runs both and compares every file that the study writes.
  /// - Returns: what the command found.
  private func run(_ request: Request, sorted: Bool = false) async throws -> (outcome: Outcome, files: [String: [UInt8]]) {
    let study = try read(request, sorted: sorted)
    _ = try await StudyRun.run(study, folder: folder.path + "/study", force: true, jobs: 2, progress: SilentProgress())
    mkdir(folder.path + "/command", 0o755)
    let destinations = study.steps[0].destinations
    let outputs = destinations.places.filter { $0.output != .summary }.map {
      "--\($0.output.name)=\(folder.path)/command/\($0.path)"
    }
    let command = try step(
      request.type, request.words + outputs, folder: folder.path, summary: "\(folder.path)/command/\(request.verb).json")
    let set = OutputSet(force: true)
    let outcome = try await command.run(into: set, StepContext(jobs: 1))
    try set.commit()
    var files: [String: [UInt8]] = [:]
    for (_, path) in destinations.all {
      let (studied, commanded) = (try #require(folder.read("study/" + path)), try #require(folder.read("command/" + path)))
      #expect(!studied.isEmpty && studied == commanded, "\(path)")
      files[path] = commanded
    }
    #expect(files.count > 2)
    return (outcome, files)
  }

  /// The kind with a comma, as words and in both ways of a study.
  private static let kept = ["keep-kind: 'Violación, intento'", "keep-kind: ['Violación, intento']"]

  private static let keepers: [Request] = [
    Request("join", join.0 + ["--by", "tipo", "--accuracy", "25"], join.1 + ["by: tipo"]),
    Request(
      "hotspots", ["p.csv", "--boundary", "b.geojson", "--by", "tipo"], ["points: p.csv", "boundary: b.geojson", "by: tipo"]),
    Request(
      "hotspots-gi", ["p.csv", "--boundary", "b.geojson", "--by", "tipo", "--cell", "300"],
      ["points: p.csv", "boundary: b.geojson", "by: tipo", "cell: 300"]),
    Request(
      "compare",
      [
        "p.csv", "--boundary", "b.geojson", "--by", "tipo", "--cell", "500", "--when", "fecha", "--until", "2024-10", "--periods",
        "month",
      ],
      [
        "points: p.csv", "boundary: b.geojson", "by: tipo", "cell: 500", "when: fecha", "until: 2024-10", "periods: [month]",
      ]),
    Request(
      "spaces", ["e.csv", "--incidents", "p.csv", "--by", "tipo"], ["registry: e.csv", "incidents: p.csv", "by: tipo"]),
  ]

  /// How many records a verb withholds for their kind.
  private func withheld(_ outcome: Outcome) throws -> Int {
    if let map = outcome.result as? UnitMap { return map.account[withheld: .sensitiveKind] }
    if let result = outcome.result as? SpacesResult { return result.account[withheld: .sensitiveKind] }
    if let result = outcome.result as? CompareResult { return result.withheld ?? 0 }
    let join = try #require(outcome.result as? JoinResult)
    return join.kinds.contains { $0.name == Self.kinds[2] } ? 0 : 40
  }

  @Test(arguments: keepers)
  func `a kind with a comma in its name is kept by its name`(_ request: Request) async throws {
    writeTown()
    let without = try await run(request)
    for key in Self.kept {
      var asked = request
      asked.words += ["--keep-kind", Self.kinds[2]]
      asked.keys.append(key)
      let found = try await run(asked)
      #expect(try withheld(found.outcome) == 0)
      // A join counts in areas, where no kind exposes anybody: it withholds none either way.
      if request.verb != "join" {
        #expect(try withheld(without.outcome) > 0 && found.files != without.files, "\(request.verb)")
      }
    }
    // A part of its name is another kind.
    var part = request
    part.words += ["--keep-kind", "Violación"]
    part.keys.append("keep-kind: Violación")
    if request.verb != "join" { #expect(try withheld(try await run(part).outcome) > 0) }
  }

  /// What is said of the incidents of a verb that has other files too.
  private static let properties: [(words: [String], key: String)] = [
    (
      [
        "--incidents", "p.txt", "--incidents-lon", "este", "--incidents-lat=norte", "--incidents-delimiter", ";",
        "--incidents-decimal=,",
      ],
      "incidents: {file: p.txt, lon: este, lat: norte, delimiter: ;, decimal: ','}"
    ),
    (
      ["--incidents-crs", "EPSG:32616", "--incidents-easting", "x", "--incidents-northing", "y", "--incidents", "utm.csv"],
      "incidents: {file: utm.csv, crs: EPSG:32616, easting: x, northing: y}"
    ),
  ]

  private static let readers: [Request] = [
    Request(
      "coverage",
      [
        "e.txt", "--areas", "b.geojson", "--population", "poblacion", "--lon", "este", "--lat", "norte", "--delimiter", ";",
        "--decimal", ",",
      ],
      [
        "spaces: e.txt", "areas: b.geojson", "population: poblacion", "lon: este", "lat: norte", "delimiter: ;", "decimal: ','",
      ]),
    Request(
      "spaces", ["e.txt", "--lon", "este", "--lat", "norte", "--decimal", ","],
      ["registry: {file: e.txt, lon: este, lat: norte, decimal: ','}"]),
    Request(
      "exposure",
      [
        "b.geojson", "--hazards", "flood=flood.geojson:codigo", "--spaces", "e.txt", "--spaces-lon", "este", "--spaces-lat",
        "norte", "--spaces-decimal", ",",
      ],
      [
        "areas: b.geojson", "hazards: flood=flood.geojson:codigo",
        "spaces: {file: e.txt, lon: este, lat: norte, decimal: ','}",
      ]),
  ]

  @Test(arguments: readers)
  func `each file is read by what is said of it`(_ request: Request) async throws {
    writeTown()
    // Around spaces fewer are counted than in areas.
    let least = request.verb == "spaces" ? 100 : 350
    for (words, key) in Self.properties {
      var asked = request
      asked.words += words
      asked.keys.append(key)
      let found = try await run(asked)
      let account = try #require(found.outcome.records).account
      #expect(account.read == 400 && account.unlocated == 0 && account.rejected == 0, "\(asked.words): \(account)")
      #expect(account.joined > least, "\(asked.words): \(account)")
    }
    // Without it the same file cannot be read.
    var bare = request
    bare.words += ["--incidents", "utm.csv"]
    bare.keys.append("incidents: utm.csv")
    let failure = await #expect(throws: Failure.self) { _ = try await run(bare) }
    #expect(failure?.kind == .notUnderstood)
  }

  @Test(arguments: readers)
  func `the keys of a step have no order`(_ request: Request) async throws {
    writeTown()
    let plain = try await run(request)
    #expect(try await run(request, sorted: true).files == plain.files)
  }

  @Test func `a coverage is a coverage wherever its spaces stand among its keys`() throws {
    for keys in [["spaces: e.csv", "coverage: c", "areas: b"], ["areas: b", "coverage: c", "spaces: e.csv"]] {
      let text = "study: s\nsteps:\n  - " + keys.joined(separator: "\n    ") + "\n"
      let step = try Study(path: folder.write("study.yaml", text)).steps[0]
      #expect(step.verbName == "coverage" && step.name == "c" && step.inputs.map(\.name) == ["e.csv", "b"])
    }
    let two = refusal {
      _ = try Study(path: folder.write("study.yaml", "study: s\nsteps:\n  - {join: a, compare: b, points: p, areas: z}\n"))
    }
    #expect(two?.id == "study.two_verbs" && two?.values["verbs"] == "join, compare")
  }
}
