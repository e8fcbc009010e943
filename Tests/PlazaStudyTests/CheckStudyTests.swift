import Foundation
import PlazaAnalysis
import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaStudy

/// `check` from files to files.
@Suite struct CheckStudyTests {
  let folder = TemporaryFolder()
  static let (west, south, side) = (-89.2, 13.7, 0.01)

  static func place(_ x: Double, _ y: Double) -> Coordinate { Coordinate(x: west + x * side, y: south + y * side) }

  /// A feature of GeoJSON, of rings in units of a square's side; nil is a null geometry.
  static func feature(_ rings: [[(Double, Double)]]?, _ properties: String) -> String {
    let geometry = rings.map { rings in
      let text = rings.map { ring in
        "["
          + (ring + ring.prefix(1)).map { x, y in
            let place = place(x, y)
            return "[\((place.x * 1e9).rounded() / 1e9),\((place.y * 1e9).rounded() / 1e9)]"
          }.joined(separator: ",") + "]"
      }
      return "{\"type\":\"Polygon\",\"coordinates\":[\(text.joined(separator: ","))]}"
    }
    return "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry ?? "null")}"
  }

  static func square(_ x: Double, _ y: Double, _ width: Double = 1, _ height: Double = 1) -> [(Double, Double)] {
    [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
  }

  private func write(_ name: String, _ features: [String]) {
    folder.write(name, "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))]}")
  }

  /// Two rows of two squares: a sliver between those below, an overlap of those above, a hole in one, and a bow tie beside them.
  private func writeFlawed() { write("areas.geojson", flawed()) }

  private func flawed() -> [String] {
    [
      Self.feature([Self.square(0, 0)], "\"codigo\":\"01\",\"nombre\":\"Uno\",\"pob\":10,\"mujeres\":6,\"hombres\":4"),
      Self.feature(
        [[(1, 0), (2, 0), (2, 1), (1, 1), (1.0003, 0.5)]],
        "\"codigo\":\"02\",\"nombre\":\"Dos\",\"pob\":10,\"mujeres\":5,\"hombres\":5"),
      Self.feature(
        [Self.square(0, 1), Self.square(0.4, 1.4, 0.1, 0.1)],
        "\"codigo\":\"03\",\"nombre\":\"Tres\",\"pob\":12,\"mujeres\":6,\"hombres\":5"),
      Self.feature(
        [[(1, 1), (2, 1), (2, 2), (1, 2), (0.95, 1.5)]],
        "\"codigo\":\"04\",\"nombre\":\"Cuatro\",\"pob\":-7,\"mujeres\":0,\"hombres\":-7"),
      Self.feature([Self.square(0, 0)], "\"codigo\":\"01\",\"nombre\":\"Uno bis\",\"pob\":10,\"mujeres\":6,\"hombres\":4"),
      Self.feature(
        [[(3, 0), (4, 1), (4, 0), (3, 1)]], "\"codigo\":\"06\",\"nombre\":\"Seis\",\"pob\":\"mil\",\"mujeres\":1,\"hombres\":1"),
      Self.feature(nil, "\"codigo\":null,\"nombre\":\"Siete\",\"pob\":4,\"mujeres\":2,\"hombres\":2"),
    ]
      + (8..<20).map {
        Self.feature(
          [Self.square(Double($0), 5, 0.5)], "\"codigo\":\"\($0)\",\"nombre\":\"A\",\"pob\":2,\"mujeres\":1,\"hombres\":1")
      }
  }

  private func check(_ words: [String], jobs: Int = 2) async throws -> (result: CheckResult, outcome: Outcome) {
    let words = words.map { $0.hasPrefix("@") ? folder.path + "/" + $0.dropFirst() : $0 }
    let step = try step(CheckVerb.self, words, name: "c", folder: folder.path)
    let files = OutputSet(force: true)
    let outcome = try await step.run(into: files, StepContext(jobs: jobs))
    try files.commit()
    return (try #require(outcome.result as? CheckResult), outcome)
  }

  private static func area(_ places: [(Double, Double)]) -> Double {
    var column = PolygonColumn()
    column.append(polygon: [places.map { place($0.0, $0.1) }])
    return column.geodesicArea(ofFeature: 0)
  }

  @Test func `Every planted flaw is found, with its place, its area and its feature, and nothing else`() async throws {
    writeFlawed()
    let result = try await check(["areas.geojson", "-o", "@p.geojson", "--table", "@p.csv", "--map", "@p.svg"]).result
    let file = result.files[0]
    #expect(
      file.counts == [
        .invalid: 1, .noGeometry: 1, .duplicateGeometry: 1, .noCode: 1, .repeatedCode: 1, .overlap: 1, .gap: 1, .gapSliver: 1,
        .negativeCount: 2, .notACount: 1, .sexesDoNotAdd: 1,
      ])
    func problem(_ kind: CheckProblem.Kind) throws -> CheckProblem { try #require(file.problems.first { $0.kind == kind }) }
    let sliver = try problem(.gapSliver)
    #expect(Set([sliver.code, sliver.other]) == ["01", "02"])
    #expect(abs(try #require(sliver.area) / Self.area([(1, 0), (1.0003, 0.5), (1, 1)]) - 1) < 1e-6)
    // A triangle of a thousandth of its length: half as wide in the mean as in the middle, which is 0.32 m.
    #expect(abs(try #require(sliver.width) - 0.162) < 0.002)
    let overlap = try problem(.overlap)
    #expect((overlap.code, overlap.other) == ("03", "04"))
    #expect(abs(try #require(overlap.area) / Self.area([(1, 1), (1, 2), (0.95, 1.5)]) - 1) < 1e-6)
    let gap = try problem(.gap)
    #expect((gap.code, gap.other) == ("03", ""))
    #expect(abs(try #require(gap.area) / Self.area(Self.square(0.4, 1.4, 0.1, 0.1)) - 1) < 1e-6)
    let invalid = try problem(.invalid)
    #expect((invalid.feature, invalid.reason) == (6, "self_intersection"))
    guard case .point(let crossing) = invalid.shape else { throw CancellationError() }
    #expect(abs(crossing.x - Self.place(3.5, 0.5).x) < 1e-9 && abs(crossing.y - Self.place(3.5, 0.5).y) < 1e-9)
    #expect(try problem(.repeatedCode).feature == 5 && problem(.duplicateGeometry).other == "01")
    #expect(try problem(.noCode).feature == 7 && problem(.noGeometry).feature == 7)
    #expect(try problem(.sexesDoNotAdd).value == "6 + 5 ≠ 12" && problem(.notACount).feature == 6)
    #expect(try problem(.negativeCount).value == "-7")

    let layer = try Formats.open(folder.path + "/p.geojson").features().features
    #expect(layer.count == file.problems.count)
    let kinds = try #require(layer.column(named: "problem")).values.map { $0.text ?? "" }
    for (feature, kind) in kinds.enumerated() {
      #expect(layer.polygons.isEmpty(feature: feature) == !["gap", "gap_sliver", "overlap"].contains(kind))
      #expect(layer.points.isEmpty(feature: feature) == !["invalid", "duplicate_geometry"].contains(kind))
    }
    let table = try #require(folder.text("p.csv")).split(separator: "\n")
    #expect(table.count == file.problems.count + 1)
    #expect(table[0] == "problem,file,feature,code,name,other,other_name,area_m2,width_m,places,reason,field,value")
    #expect(try #require(folder.text("p.svg")).contains("</svg>"))
  }

  @Test func `The workers and the order of the features change no byte of what is found`() async throws {
    writeFlawed()
    _ = try await check(["areas.geojson", "-o", "@one.geojson", "--table", "@one.csv"], jobs: 1)
    _ = try await check(["areas.geojson", "-o", "@three.geojson", "--table", "@three.csv"], jobs: 3)
    #expect(folder.text("one.geojson") == folder.text("three.geojson"))
    #expect(folder.text("one.csv") == folder.text("three.csv"))
    // In another order the features have other numbers, and of two with one code or geometry the other one repeats it.
    func found() async throws -> [String] {
      try await check(["areas.geojson"]).result.files[0].problems.map { problem in
        let isNumbered = [.noCode, .noGeometry].contains(problem.kind)
        let ends = isNumbered || problem.kind == .repeatedCode ? [] : [problem.code, problem.other].sorted()
        let area = problem.area.map { String(Int(($0 * 100).rounded())) } ?? ""
        return "\(problem.kind) \(ends) \(area) \(problem.reason) \(problem.field) \(problem.value)"
      }.sorted()
    }
    let features = flawed()
    let first = try await found()
    for seed in 1...4 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      write("areas.geojson", features.shuffled(using: &random))
      #expect(try await found() == first, "seed \(seed)")
    }
  }

  @Test func `A repair mends rings and slivers, leaves the rest where it is, and says what it changed`() async throws {
    writeFlawed()
    let found = try await check(["areas.geojson", "--repair", "-o", "@r.geojson", "--problems", "@p.geojson"])
    let repair = try #require(found.result.repair)
    #expect((repair.repaired, repair.gaps, repair.overlaps) == (1, 1, 0))
    let sliver = Self.area([(1, 0), (1.0003, 0.5), (1, 1)])
    #expect(abs(repair.changed / sliver - 1) < 1e-3)
    #expect(abs(try #require(repair.most).area / sliver - 1) < 1e-3)
    #expect(repair.remaining == [.overlap: 1, .gap: 1])
    // Read again, it is as it says.
    let again = try await check(["r.geojson"]).result.files[0]
    #expect(again.counts[.invalid] == nil && again.counts[.gapSliver] == nil && again.counts[.overlapSliver] == nil)
    #expect(again.counts[.overlap] == 1 && again.counts[.gap] == 1)
    let before = try Formats.open(folder.path + "/areas.geojson").layer().layer
    let after = try Formats.open(folder.path + "/r.geojson").layer().layer
    #expect(after.columns.map(\.name) == before.columns.map(\.name))
    #expect(after.columns.map(\.values) == before.columns.map(\.values))
    // Areas that had no part in it keep their rings.
    for feature in [2, 3, 7, 12] {
      #expect(Set(Self.vertices(after, feature)) == Set(Self.vertices(before, feature)), "feature \(feature)")
    }
    #expect(folder.text("p.geojson")?.contains("gap_sliver") == true)
  }

  private static func vertices(_ layer: Layer, _ feature: Int) -> [Coordinate] {
    layer.geometry.vertices(ofFeature: feature).map {
      let place = layer.geometry.coordinate(at: $0)
      return Coordinate(x: (place.x * 1e7).rounded() / 1e7, y: (place.y * 1e7).rounded() / 1e7)
    }
  }

  @Test func `A strip that is open at both ends is a sliver, and its repair joins the two areas`() async throws {
    // A ten thousandth of a side is 11 cm.
    write(
      "strip.geojson",
      [
        Self.feature([Self.square(0, 0)], "\"codigo\":\"1\""), Self.feature([Self.square(1.0003, 0)], "\"codigo\":\"2\""),
      ])
    let sliver = try #require(try await check(["strip.geojson"]).result.files[0].problems.first)
    #expect(sliver.kind == .gapSliver && Set([sliver.code, sliver.other]) == ["1", "2"])
    #expect(abs(try #require(sliver.area) / Self.area(Self.square(1, 0, 0.0003)) - 1) < 1e-3)
    #expect(abs(try #require(sliver.width) - 0.324) < 0.003)
    let repair = try #require(try await check(["strip.geojson", "--repair", "-o", "@r.geojson"]).result.repair)
    #expect(repair.gaps == 1 && repair.remaining.isEmpty)
    let again = try await check(["r.geojson"]).result.files[0]
    #expect(again.problemCount == 0 && again.dust.places == 0)
  }

  @Test(arguments: 0..<6)
  func `A layer whose borders were all drawn twice is one covering after its repair`(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    // At most 0.2 m on either axis, of each area by itself.
    func drawn(_ x: Double, _ y: Double) -> (Double, Double) {
      guard Int.random(in: 0..<3, using: &random) > 0 else { return (x, y) }
      return (x + .random(in: -2e-4...2e-4, using: &random), y + .random(in: -2e-4...2e-4, using: &random))
    }
    write(
      "twice.geojson",
      (0..<36).map { cell in
        let (i, j) = (Double(cell / 6), Double(cell % 6))
        let steps = (0..<8).map { Double($0) / 8 }
        let ring =
          steps.map { drawn(i + $0, j) } + steps.map { drawn(i + 1, j + $0) } + steps.map { drawn(i + 1 - $0, j + 1) }
          + steps.map { drawn(i, j + 1 - $0) }
        return Self.feature([ring], "\"codigo\":\"\(100 + cell)\"")
      })
    let found = try await check(["twice.geojson", "--repair", "-o", "@r.geojson", "--tolerance", "1"]).result
    let repair = try #require(found.repair)
    #expect(repair.gaps > 20 && repair.overlaps > 20)
    #expect(repair.remaining[.overlapSliver] == nil && repair.remaining[.gapSliver] == nil && repair.remaining[.invalid] == nil)
    // No border moved by more than it was wrong: what each area gained or lost is a strip along its border.
    #expect(repair.changed < 36 * 4 * 1200 * 0.5)
    let again = try await check(["r.geojson"]).result.files[0]
    #expect(again.counts[.overlapSliver] == nil && again.counts[.gapSliver] == nil)
    #expect(repair.remaining.isEmpty && again.problemCount == 0)
    // Neighbours share their vertices and edges: what is left of these is the outline, and a last digit here and there.
    let mended = try Formats.open(folder.path + "/r.geojson").layer().layer.geometry
    let open = EdgeBalance(mended).openLines().lines
    var inside = 0.0
    for line in 0..<open.lineCount {
      for vertex in open.vertices(ofLine: line).dropLast() {
        let ends = [vertex, vertex + 1].map { vertex -> (x: Double, y: Double) in
          let place = open.coordinate(at: vertex)
          return ((place.x - Self.west) / Self.side, (place.y - Self.south) / Self.side)
        }
        let isOuter = ends.allSatisfy { end in [end.x, 6 - end.x, end.y, 6 - end.y].contains { $0.magnitude < 1e-3 } }
        if !isOuter { inside += abs(ends[1].x - ends[0].x) + abs(ends[1].y - ends[0].y) }
      }
    }
    // Of sixty sides, all of which were drawn twice.
    #expect(inside < 0.5, "seed \(seed): \(inside)")
  }

  @Test func `Areas outside of their parents are found in two files and in one with levels`() async throws {
    let parents = [
      Self.feature([Self.square(0, 0, 2, 2)], "\"codigo\":\"A\",\"nivel\":\"m\""),
      Self.feature([Self.square(2, 0, 2, 2)], "\"codigo\":\"B\",\"nivel\":\"m\""),
      // A parent with one child only, which is as large.
      Self.feature([Self.square(0, 2)], "\"codigo\":\"C\",\"nivel\":\"m\""),
    ]
    let children = [
      Self.feature([Self.square(0, 0, 1, 2)], "\"codigo\":\"a1\",\"municipio\":\"A\",\"nivel\":\"b\""),
      Self.feature([[(1, 0), (2, 0), (2.2, 1), (2, 2), (1, 2)]], "\"codigo\":\"a2\",\"municipio\":\"A\",\"nivel\":\"b\""),
      Self.feature([[(2, 0), (3, 0), (3, 2), (2, 2), (2.2, 1)]], "\"codigo\":\"b1\",\"municipio\":\"B\",\"nivel\":\"b\""),
      Self.feature([Self.square(0, 2)], "\"codigo\":\"c1\",\"municipio\":\"C\",\"nivel\":\"b\""),
      Self.feature([Self.square(3, 0, 1, 2)], "\"codigo\":\"b2\",\"municipio\":\"A\",\"nivel\":\"b\""),
    ]
    write("children.geojson", children)
    write("parents.geojson", parents)
    write("both.geojson", children + parents)
    for words in [
      ["children.geojson", "parents.geojson"], ["children.geojson", "parents.geojson", "--parent", "municipio"],
      ["both.geojson", "--level", "nivel", "--parent", "municipio"],
    ] {
      let result = try await check(words).result
      let problems = result.files.flatMap(\.problems)
      #expect(problems.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.outsideParent, .wrongParent], "\(words)")
      let outside = try #require(problems.first { $0.kind == .outsideParent })
      #expect((outside.code, outside.other, outside.reason, outside.value) == ("a2", "A", "in_another", "B"))
      #expect(abs(try #require(outside.area) / Self.area([(2, 0), (2.2, 1), (2, 2)]) - 1) < 1e-6)
      let wrong = try #require(problems.first { $0.kind == .wrongParent })
      #expect((wrong.code, wrong.other, wrong.value) == ("b2", "A", "B"))
    }
    // A parent that does not exist.
    write("children.geojson", children + [Self.feature([Self.square(4, 0)], "\"codigo\":\"c\",\"municipio\":\"Z\"")])
    let unknown = try await check(["children.geojson", "parents.geojson", "--parent", "municipio"]).result.files[0]
    #expect(unknown.problems.first { $0.kind == .unknownParent }?.value == "Z")
    // One that names none.
    write("children.geojson", children + [Self.feature([Self.square(4, 0)], "\"codigo\":\"c\",\"municipio\":\" \"")])
    let none = try await check(["children.geojson", "parents.geojson", "--parent", "municipio"]).result
    #expect(none.files[0].counts[.noParent] == 1 && none.files[0].counts[.unknownParent] == nil)
    #expect(none.findings.contains { $0.id == "check.found.no_parent" && $0.values["field"] == "municipio" })
  }

  @Test func `Codes that come again in every level mean the areas of the next one above`() async throws {
    func level(_ name: String, _ rows: [(code: String, parent: String, x: Double, width: Double)]) -> [String] {
      rows.map {
        Self.feature(
          [Self.square($0.x, 0, $0.width, 4)], "\"codigo\":\"\($0.code)\",\"superior\":\"\($0.parent)\",\"nivel\":\"\(name)\"")
      }
    }
    // The coarsest stand first in the file, and name a country that is not in it.
    let top = level("m", [("1", "SV", 0, 4), ("2", "SV", 4, 4)])
    let middle = level("d", [("1", "1", 0, 2), ("2", "1", 2, 2), ("3", "2", 4, 2), ("4", "2", 6, 2)])
    let finest = level(
      "b",
      (0..<8).map { place -> (String, String, Double, Double) in
        let (code, parent) = ("\(place + 1)", "\(place / 2 + 1)")
        return (code, parent, Double(place), 1)
      })
    write("levels.geojson", top + middle + finest)
    let sound = try await check(["levels.geojson", "--level", "nivel", "--parent", "superior"]).result
    #expect(sound.problemCount == 0, "\(sound.files[0].problems)")
    // An area of the finest level may name one two levels above.
    write("levels.geojson", top + middle + finest + level("b", [("9", "2", 6, 1)]))
    let other = try await check(["levels.geojson", "--level", "nivel", "--parent", "superior"]).result.files[0]
    #expect(other.problems.contains { $0.kind == .wrongParent && $0.code == "9" && $0.value == "4" })
  }

  @Test func `Strict refuses after everything is written`() async throws {
    writeFlawed()
    let flawed = try await check(["areas.geojson", "--strict", "-o", "@p.geojson"]).outcome
    #expect(flawed.refusal?.kind == .refused && folder.text("p.geojson") != nil)
    write(
      "sound.geojson",
      [Self.feature([Self.square(0, 0)], "\"codigo\":\"1\""), Self.feature([Self.square(1, 0)], "\"codigo\":\"2\"")])
    let sound = try await check(["sound.geojson", "--strict", "-o", "@s.geojson", "--map", "@s.svg"]).outcome
    #expect(sound.refusal == nil && sound.findings.map(\.id) == ["check.sound_areas"])
    #expect(folder.text("s.geojson")?.contains("\"features\"") == true)
  }

  @Test func `Records are told by their lines, and a table without positions by its columns`() async throws {
    folder.write(
      "r.csv",
      "id,lon,lat,casos,mujeres,hombres,total\n1,-89.1,13.7,3,1,2,3\n2,0,0,-1,1,1,2\n3,,,2,1,0,1\n4,-89.1,13.7,x,2,2,5\n4,-89.1,13.7,x,2,2,5\n"
        + (5..<30).map { "\($0),-89.2,13.6,1,1,0,1\n" }.joined())
    let file = try await check(["r.csv", "-o", "@p.geojson", "--table", "@p.csv"]).result.files[0]
    #expect(
      file.counts == [.nullIsland: 1, .noGeometry: 1, .negativeCount: 1, .notACount: 2, .sexesDoNotAdd: 2, .repeatedRow: 1])
    #expect(file.problems.first { $0.kind == .nullIsland }?.feature == 3)
    // A cell that is no number may be anything, and is not shown.
    #expect(file.problems.first { $0.kind == .notACount }?.value == PlainText.mask)
    let layer = try #require(folder.text("p.geojson"))
    #expect(layer.components(separatedBy: "\"geometry\":null").count == file.problems.count + 1)
    folder.write("t.csv", "municipio;pob\nA;1.506\nB;-3\nC;12\nD;11\nE;nada\nF;3\nG;4\n")
    #expect(try await check(["t.csv"]).result.files[0].counts == [.negativeCount: 1, .notACount: 1])
    folder.write("s.csv", "id,lon,lat\n" + (0..<9).map { "\($0),4.\($0),-99.1\n" }.joined())
    #expect(try await check(["s.csv"]).result.files[0].counts == [.swappedCoordinates: 9])
  }

  @Test func `Swapped axes and metres in a layer are findings and no end`() async throws {
    folder.write(
      "x.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codigo":"1"},"geometry":{"type":"Polygon","coordinates":[[[19.4,-99.1],[19.5,-99.1],[19.5,-99.2],[19.4,-99.1]]]}}]}"#
    )
    #expect(try await check(["x.geojson"]).result.files[0].counts == [.swappedCoordinates: 1])
    folder.write(
      "m.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codigo":"1"},"geometry":{"type":"Polygon","coordinates":[[[479638,2142298],[479738,2142298],[479738,2142398],[479638,2142298]]]}}]}"#
    )
    #expect(try await check(["m.geojson"]).result.files[0].counts == [.notDegrees: 1])
    folder.write(
      "f.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codigo":"1","lon":-58.4,"lat":-34.6},"geometry":{"type":"Polygon","coordinates":[[[-34.7,-58.5],[-34.5,-58.5],[-34.5,-58.3],[-34.7,-58.5]]]}}]}"#
    )
    #expect(try await check(["f.geojson"]).result.files[0].counts == [.swappedCoordinates: 1])
  }

  @Test func `Degrees under the name of metres are a finding, and nothing is measured in them`() async throws {
    folder.write(
      "d.geojson",
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32616"}},"features":[{"type":"Feature","properties":{"codigo":"1"},"geometry":{"type":"Polygon","coordinates":[[[-89.2,13.7],[-89.1,13.7],[-89.1,13.8],[-89.2,13.7]]]}}]}"#
    )
    #expect(try await check(["d.geojson"]).result.files[0].counts == [.notMetres: 1])
  }

  // MARK: Real layers, not part of the repository

  private static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: Self.shared.path), "no folder shared/data beside the repository"))
  func `The districts of La Paz overlap and leave gaps as Shapely and pyproj have them`() async throws {
    let file = try await check([Self.shared.path + "/la_paz/distritos.geojson.gz"]).result.files[0]
    func total(_ kinds: [CheckProblem.Kind], _ code: String, _ other: String) -> Double {
      file.problems.filter { kinds.contains($0.kind) && $0.code == code && $0.other == other }.reduce(0) { $0 + ($1.area ?? 0) }
    }
    #expect(abs(total([.overlap, .overlapSliver], "13", "23") - 81.333) < 0.02)
    #expect(abs(total([.overlap, .overlapSliver], "1", "13") - 52.986) < 0.02)
    #expect(abs(total([.overlap, .overlapSliver], "15", "23") - 12.925) < 0.02)
    let gaps = file.problems.filter { $0.kind == .gap }.compactMap(\.area).sorted(by: >)
    #expect(gaps.map { ($0 * 100).rounded() / 100 } == [61.58, 45.04, 44.37, 36.17, 27.18])
    #expect(try await check([Self.shared.path + "/madrid/distritos.geojson.gz"]).result.files[0].problemCount == 0)
  }

  @Test func `What cannot be asked together is refused with a word on what to do`() async throws {
    #expect(refusal { _ = try step(CheckVerb.self, ["a.geojson", "--repair"]) }?.id == "usage.needs")
    #expect(refusal { _ = try step(CheckVerb.self, ["a", "b", "--repair", "-o", "c.geojson"]) }?.id == "check.repair_one")
    #expect(refusal { _ = try step(CheckVerb.self, ["a", "--problems", "c.geojson"]) }?.id == "usage.needs")
    #expect(refusal { _ = try step(CheckVerb.self, ["a", "b", "--level", "c"]) }?.id == "usage.level_of_one")
    #expect(refusal { _ = try step(CheckVerb.self, ["a", "--tolerance", "0"]) }?.id == "takes.number")
  }
}
