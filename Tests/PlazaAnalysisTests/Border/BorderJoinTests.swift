import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// Small areas near 99° W, 19° N that overlap or tile, their codes against the order of the file, and records with an accuracy.
private struct MadeBorders {
  var fine: Layer
  var coarse: Layer?
  var points: [Coordinate] = []
  var accuracies: [String] = []

  /// Some areas with a border every few hundred metres.
  init(seed: UInt64, records: Int) {
    var generator = PolygonGenerator(seed: seed, size: 64, step: 0x1p-10)
    var geometry = generator.tiling(count: 5, verticesPerSide: 4)
    if seed % 2 == 0 { geometry.append(contentsOf: generator.overlappingStars(areas: 5, vertices: 9)) }
    fine = Self.layer(geometry)
    addRecords(records, &generator.random)
  }

  /// Four by four squares in two by two.
  init(nestedSeed seed: UInt64, records: Int) {
    var geometry = PolygonColumn()
    var parents: [Int] = []
    for i in 0..<16 {
      geometry.append(polygon: [Self.square(i % 4, i / 4, size: 16)])
      parents.append(i % 4 / 2 + i / 4 / 2 * 2)
    }
    fine = Self.layer(geometry)
    var upper = PolygonColumn()
    for i in 0..<4 { upper.append(polygon: [Self.square(i % 2, i / 2, size: 32)]) }
    let above = Self.layer(upper)
    let codes = above.columns[0].values
    fine.columns.append(Column(name: "padre", values: parents.map { codes[$0] }))
    coarse = above
    var random = SplitMix64(seed: seed)
    addRecords(records, &random)
  }

  private static func square(_ i: Int, _ j: Int, size: Double) -> [Coordinate] {
    let (x, y) = (Double(i) * size, Double(j) * size)
    return [.init(x: x, y: y), .init(x: x + size, y: y), .init(x: x + size, y: y + size), .init(x: x, y: y + size)]
  }

  private static func onEarth(_ place: Coordinate) -> Coordinate { .init(x: place.x / 1_024 - 99.25, y: place.y / 1_024 + 19.5) }

  private static func layer(_ geometry: PolygonColumn) -> Layer {
    let codes = (0..<geometry.featureCount).map { FieldValue.text(String(900 - $0)) }
    return Layer(geometry: geometry.mapped(onEarth), columns: [Column(name: "codigo", values: codes)], crs: .wgs84)
  }

  private mutating func addRecords(_ count: Int, _ random: inout SplitMix64) {
    for _ in 0..<count {
      let place = Coordinate(x: .random(in: -2...66, using: &random), y: .random(in: -2...66, using: &random))
      points.append(Self.onEarth(place))
      let text = ["", "?", "-3", "0", "12000"].randomElement(using: &random)!
      accuracies.append(Int.random(in: 0..<8, using: &random) == 0 ? text : String(Int.random(in: 1...900, using: &random)))
    }
  }

  var csv: [UInt8] {
    var text = "id,precision,lon,lat\n"
    for i in points.indices { text += "\(i),\(accuracies[i]),\(points[i].x),\(points[i].y)\n" }
    return Array(text.utf8)
  }

  /// Metres, as they must be understood.
  func radius(_ record: Int, _ accuracy: Accuracy) -> Double {
    switch accuracy {
    case .metres(let metres): return metres
    case .field:
      guard let value = Double(accuracies[record]), value >= 0 else { return 0 }
      return min(value, 10_000)
    }
  }
}

/// Bounds by code, by the words of their definition.
private struct SlowBounds {
  var low: [String: Int] = [:]
  var high: [String: Int] = [:]
  var near = 0

  /// - Parameter counted: the code that a record counts in at this level, by the rule of one area.
  init(_ made: MadeBorders, _ layer: Layer, _ accuracy: Accuracy, assignsAll: Bool, counted: ((Int) -> String?)? = nil) {
    let codes = layer.columns[0].values.map { $0.text! }
    let ranked = codes.indices.sorted { codes[$0] < codes[$1] }
    let borders = SlowBorders(layer.geometry, metric: .wgs84)
    let places = SlowLocator(layer.geometry)
    for code in codes { (low[code], high[code]) = (0, 0) }
    for record in made.points.indices {
      let (x, y) = (made.points[record].x, made.points[record].y)
      let radius = made.radius(record, accuracy)
      let distances = borders.distances(x: x, y: y)
      let covering = Set(places.areas(x: x, y: y).covering.map { Int($0) })
      let touching = Set(distances.indices.filter { distances[$0] <= radius || covering.contains($0) })
      let whole = covering.filter { distances[$0] > radius }
      var sure: Set<String> = []
      var possible: Set<String> = []
      if assignsAll {
        sure = Set(whole.map { codes[$0] })
        possible = Set(touching.map { codes[$0] })
      } else {
        for (rank, area) in ranked.enumerated() where touching.contains(area) {
          let lower = ranked[..<rank]
          if whole.contains(area), !lower.contains(where: touching.contains) { sure.insert(codes[area]) }
          if !lower.contains(where: whole.contains) { possible.insert(codes[area]) }
        }
        if let code = counted?(record), !touching.isEmpty, sure != [code] { (sure, possible) = ([], possible.union([code])) }
      }
      for code in sure { low[code]! += 1 }
      for code in possible { high[code]! += 1 }
      let hasEdge = distances.contains { $0 <= radius }
      if assignsAll ? hasEdge : sure.isEmpty && !possible.isEmpty { near += 1 }
    }
  }
}

@Suite struct BorderJoinTests {
  private func bounds(_ layer: Layer, level: String? = nil) -> [String: [Int?]] {
    let codes = layer.column(named: "codigo")!.values
    let levels = layer.column(named: "level")?.values
    let columns = ["count_low", "count", "count_high"].map { layer.column(named: $0)!.values }
    var result: [String: [Int?]] = [:]
    for row in codes.indices where level == nil || levels?[row].text == level {
      result[codes[row].text!] = columns.map { $0[row].text.flatMap { Int($0) } }
    }
    return result
  }

  private func check(_ found: [String: [Int?]], _ slow: SlowBounds, _ about: String) throws {
    for (code, values) in found {
      let (low, count, high) = (try #require(values[0]), try #require(values[1]), try #require(values[2]))
      #expect(
        low == slow.low[code] && high == slow.high[code],
        "\(about), area \(code): \(values), but \(slow.low[code]!) to \(slow.high[code]!)")
      #expect(low <= count && count <= high, "\(about), area \(code)")
    }
  }

  @Test(arguments: [UInt64](1...6), [Accuracy.metres(0), .metres(25), .metres(300), .field("precision")])
  func `the bounds of counts are those of an obvious counter`(seed: UInt64, accuracy: Accuracy) async throws {
    let made = MadeBorders(seed: seed, records: 400)
    for assignment in JoinOptions.Assignment.allCases {
      var options = JoinOptions()
      options.areas.code = ["codigo"]
      options.assignment = assignment
      let plain = try await Join.run(
        SmallBatches(made.csv), areas: made.fine, areasFile: "areas.geojson", options: options, jobs: 2)
      options.accuracy = accuracy
      // Its areas are repaired: overlapping parts of one area have no border between them.
      let slow = SlowBounds(made, try plain.makeLayer(), accuracy, assignsAll: assignment == .all)
      var previous: Layer?
      for (jobs, size) in [(1, 1 << 20), (3, 900)] {
        let result = try await Join.run(
          SmallBatches(made.csv, size: size), areas: made.fine, areasFile: "areas.geojson", options: options, jobs: jobs)
        let layer = try result.makeLayer()
        try check(bounds(layer), slow, "seed \(seed), \(accuracy), \(assignment)")
        #expect(result.account.nearBorder == slow.near)
        // Nothing that was there without it has changed.
        var account = result.account
        account.nearBorder = 0
        #expect(account == plain.account)
        #expect(result.table.rows == plain.table.rows)
        #expect(layer.columns.filter { !["count_low", "count_high"].contains($0.name) } == (try plain.makeLayer()).columns)
        if let previous { #expect(previous == layer) }
        previous = layer
      }
    }
  }

  @Test(arguments: [UInt64](1...3))
  func `a border between two parts of a larger area is none of its own`(seed: UInt64) async throws {
    let made = MadeBorders(nestedSeed: seed, records: 600)
    let coarse = try #require(made.coarse)
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    options.areas.parent = "padre"
    var upper = AreaFields()
    upper.code = ["codigo"]
    options.coarserAreas = [upper]
    options.accuracy = .metres(120)
    let levels = [AreaLayer(made.fine, file: "a.geojson", level: "fino"), AreaLayer(coarse, file: "b.geojson", level: "grueso")]
    let result = try await Join.run(SmallBatches(made.csv), levels: levels, options: options, jobs: 2)
    let layer = try result.makeLayer()
    let fine = SlowBounds(made, made.fine, .metres(120), assignsAll: false)
    let places = SlowLocator(made.fine.geometry)
    let parents = made.fine.columns[1].values.map { $0.text! }
    let slow = SlowBounds(made, coarse, .metres(120), assignsAll: false) { record in
      let found = places.areas(x: made.points[record].x, y: made.points[record].y).covering
      // The lowest code is the last in the file.
      return found.last.map { parents[Int($0)] }
    }
    try check(bounds(layer, level: "fino"), fine, "fine")
    try check(bounds(layer, level: "grueso"), slow, "coarse")
    #expect(result.account.nearBorder == fine.near)
    #expect(slow.near < fine.near)
  }

  @Test func `accuracies that are missing or beyond reason are said`() async throws {
    let made = MadeBorders(seed: 3, records: 300)
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    options.accuracy = .field("precision")
    let result = try await Join.run(SmallBatches(made.csv), areas: made.fine, areasFile: "a.geojson", options: options, jobs: 2)
    let unstated = made.accuracies.count { ["", "?", "-3"].contains($0) }
    #expect(result.warnings.first { $0.id == "border.unstated" }?.values["count"] == String(unstated))
    let beyond = made.accuracies.count { $0 == "12000" }
    #expect(result.warnings.first { $0.id == "border.beyond" }?.values["count"] == String(beyond))
  }

  @Test func `an accuracy is metres or a field, within reason`() async throws {
    #expect(Accuracy("25") == .metres(25) && Accuracy("2.5") == .metres(2.5) && Accuracy("precision") == .field("precision"))
    let made = MadeBorders(seed: 1, records: 3)
    for (accuracy, id) in [
      ("-1", "border.bad_accuracy"), ("10001", "border.bad_accuracy"), ("nan", "border.bad_accuracy"), ("x", "join.no_field"),
    ] {
      var options = JoinOptions()
      options.accuracy = Accuracy(accuracy)
      let failure = await #expect(throws: Failure.self) {
        try await Join.run(SmallBatches(made.csv), areas: made.fine, areasFile: "a.geojson", options: options, jobs: 1)
      }
      #expect(failure?.diagnostic.id == id)
    }
  }
}
