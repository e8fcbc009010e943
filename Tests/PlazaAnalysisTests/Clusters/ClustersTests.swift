import PlazaGeometry
import PlazaLayers
import PlazaStatistics
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// Records around Memphis, written in hundred-thousandths of a degree: about a metre.
struct ClusterRecords {
  var places: [(x: Int, y: Int, weight: Int)] = []

  mutating func add(_ x: Int, _ y: Int, weight: Int = 1, times: Int = 1) {
    for _ in 0..<times { places.append((x, y, weight)) }
  }

  /// Evenly over the square of `boundary`.
  mutating func scatter(_ count: Int, using random: inout SplitMix64) {
    for _ in 0..<count { add(.random(in: 0..<10_000, using: &random), .random(in: 0..<10_000, using: &random)) }
  }

  /// Within some metres of a position.
  mutating func clump(_ count: Int, x: Int, y: Int, spread: Int = 150, using random: inout SplitMix64) {
    for _ in 0..<count {
      add(x + .random(in: -spread...spread, using: &random), y + .random(in: -spread...spread, using: &random))
    }
  }

  var csv: [UInt8] {
    func text(_ value: Int, from origin: Int) -> String {
      let all = origin + value
      let digits = String(all.magnitude % 100_000)
      return "\(all < 0 ? "-" : "")\(all.magnitude / 100_000).\(String(repeating: "0", count: 5 - digits.count))\(digits)"
    }
    var csv = "lon,lat,harm\n"
    for place in places { csv += "\(text(place.x, from: -9_000_000)),\(text(place.y, from: 3_510_000)),\(place.weight)\n" }
    return Array(csv.utf8)
  }

  /// A tenth of a degree each way: 9.1 × 11.1 km.
  static let boundary: AreaLayer = {
    let geometry = PolygonColumn(
      coordinates: [-90, 35.1, -89.9, 35.1, -89.9, 35.2, -90, 35.2, -90, 35.1], ringOffsets: [0, 5], polygonOffsets: [0, 1],
      featureOffsets: [0, 1])
    return AreaLayer(Layer(geometry: geometry, columns: [], crs: .wgs84), file: "boundary.geojson")
  }()

  func ground(weight: String? = nil, jobs: Int = 1) async throws -> StudyGround {
    var options = PointOptions()
    options.weight = weight
    let points = try await PointCollection.read(
      SmallBatches(csv), within: Self.boundary, options: options, jobs: jobs, progress: SilentProgress())
    return try StudyGround(points, boundary: Self.boundary, crs: nil, jobs: jobs)
  }

  func clusters(
    radius: Double?, minimum: Double?, simulations: Int = 0, weight: String? = nil, population: ClusterRecords? = nil,
    jobs: Int = 1
  ) async throws -> ClusterMap {
    var options = ClusterOptions()
    (options.radius, options.minimum, options.simulations) = (radius, minimum, simulations)
    var records = PointOptions()
    records.weight = weight
    let people = try await population?.ground(weight: "harm", jobs: jobs)
    return try Clusters.find(
      in: await ground(weight: weight, jobs: jobs), population: people, records: records, options: options, jobs: jobs)
  }
}

@Suite("Clusters") struct ClustersTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `members are those of the definition, pair by pair, and every point is in a cluster or noise`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var records = ClusterRecords()
    records.scatter(150, using: &random)
    for _ in 0..<4 {
      let (x, y) = (Int.random(in: 500..<9_500, using: &random), Int.random(in: 500..<9_500, using: &random))
      records.clump(30, x: x, y: y, spread: 400, using: &random)
    }
    records.add(5_000, 5_000, weight: 3, times: 8)
    for place in records.places.indices where place % 5 == 0 { records.places[place].weight = 1 + place % 3 }
    let weight = seed % 2 == 0 ? "harm" : nil
    let ground = try await records.ground(weight: weight)
    let map = try await records.clusters(radius: 300, minimum: 9, weight: weight)
    let wanted = SlowClusters(ground.points, radius: 300, minimum: 9)
    #expect(map.clusters.count > 2, "seed \(seed)")
    #expect(map.clusters.map(\.weight) == map.clusters.map(\.weight).sorted(by: >))
    let found = map.clusters.map { [Double($0.count), Double($0.places), $0.weight] }
    #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == wanted.clusters.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(map.facts.noise == wanted.noise && map.facts.used == records.places.count)
    #expect(map.clusters.reduce(0) { $0 + $1.count } + map.facts.noise == map.facts.used)
    // Records and ground are both of the outlines, those in several once.
    let outlines = map.makeLayer().geometry
    var anywhere: Set<Int> = []
    func amount(_ places: some Sequence<Int>) -> Double {
      places.reduce(0) { $0 + (weight == nil ? 1 : Double(records.places[$1].weight)) }
    }
    for (rank, cluster) in map.clusters.enumerated() {
      let inside = records.places.indices.filter { Self.isInside(records.places[$0], outlines, rank) }
      anywhere.formUnion(inside)
      #expect(cluster.inside == inside.count && cluster.inside >= cluster.count, "seed \(seed)")
      #expect(abs((cluster.share ?? 0) - amount(inside) / map.facts.total) < 1e-12, "seed \(seed)")
      #expect(abs((cluster.concentration ?? 0) - (cluster.share ?? 0) / cluster.surfaceShare) < 1e-9)
    }
    #expect(map.facts.inside == anywhere.count && abs((map.facts.share ?? 0) - amount(anywhere) / map.facts.total) < 1e-12)
    #expect(map.facts.inside > map.facts.inClusters, "seed \(seed): scattered records lie in the outlines")
  }

  /// By the rays of one place through the outline of a cluster, in degrees.
  private static func isInside(_ place: (x: Int, y: Int, weight: Int), _ outlines: PolygonColumn, _ cluster: Int) -> Bool {
    let (x, y) = (-90 + Double(place.x) / 1e5, 35.1 + Double(place.y) / 1e5)
    var isInside = false
    for polygon in outlines.polygons(ofFeature: cluster) {
      for ring in outlines.rings(ofPolygon: polygon) {
        for vertex in outlines.vertices(ofRing: ring).dropLast() {
          let (a, b) = (outlines.coordinate(at: vertex), outlines.coordinate(at: vertex + 1))
          if (a.y > y) != (b.y > y), x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
        }
      }
    }
    return isInside
  }

  @Test func `one place is a disc of the radius, and in a corner of the study area a quarter of one`() async throws {
    var records = ClusterRecords()
    records.add(5_000, 5_000, times: 7)
    records.add(0, 0, times: 6)
    let map = try await records.clusters(radius: 400, minimum: 5)
    // 32 chords for the circle; the map scale of UTM is within 0.04 % of 1.
    let disc = 0.5 * 32 * 0.19509032201612825 * 0.4 * 0.4
    #expect(map.clusters.map(\.places) == [1, 1])
    #expect(abs(map.clusters[0].surface / disc - 1) < 0.002)
    #expect(abs(map.clusters[1].surface / disc - 0.25) < 0.002)
    let box = map.makeLayer().geometry.envelope(ofFeature: 1)
    #expect(abs(box.minX + 90) < 1e-9 && abs(box.minY - 35.1) < 1e-5 && box.maxX > -89.996 && box.maxX < -89.995)
    #expect(abs(map.clusters[0].longitude + 89.95) < 1e-7 && abs(map.clusters[0].latitude - 35.15) < 1e-7)
    let concentration = try #require(map.clusters[0].concentration)
    #expect(abs(concentration - 7.0 / 13 / (map.clusters[0].surface / map.facts.groundSurface)) < 1e-9)
  }

  @Test func `an outline within another counts once in the surface, and that is said`() async throws {
    var records = ClusterRecords()
    for step in 0..<100 {
      // Around a square, whose middle is out of reach.
      let along = 20 * (step % 25)
      let corner: (Int, Int) = [(0, along), (along, 500), (500, 500 - along), (500 - along, 0)][step / 25]
      records.add(5_000 + 2 * corner.0, 5_000 + 2 * corner.1)
    }
    records.add(5_500, 5_500, times: 20)
    let map = try await records.clusters(radius: 100, minimum: 3)
    #expect(map.clusters.map(\.count) == [100, 20])
    #expect(abs(map.facts.surface - map.clusters[0].surface) < 1e-9)
    #expect(map.findings.contains { $0.id == "clusters.overlap" })
  }

  @Test func `nothing, one point and points too few give an empty layer and say so`() async throws {
    for count in 0...2 {
      var records = ClusterRecords()
      for place in 0..<count { records.add(5_000 + 3_000 * place, 5_000) }
      let map = try await records.clusters(radius: nil, minimum: nil, simulations: 19)
      #expect(map.clusters.isEmpty && map.makeLayer().featureCount == 0 && map.table.rowCount == 0)
      #expect(map.facts.noise == count && map.facts.surface == 0 && map.findings.map(\.id) == ["clusters.none"])
      #expect(map.facts.share == (count == 0 ? nil : 0))
      #expect(map.tableHeader.prefix(3) == ["cluster", "count", "places"])
    }
    var two = ClusterRecords()
    two.add(5_000, 5_000)
    two.add(5_050, 5_000)
    let map = try await two.clusters(radius: 100, minimum: 2)
    // A line of 45.6 m, widened: two half discs and a rectangle.
    let wanted = 0.5 * 32 * 0.19509032201612825 * 0.01 + 0.2 * 0.04556
    #expect(map.clusters.map(\.count) == [2] && abs(map.clusters[0].surface / wanted - 1) < 0.005)
  }

  @Test func `without simulations there is no p, and too few are warned of`() async throws {
    var records = ClusterRecords()
    records.add(5_000, 5_000, times: 9)
    let untested = try await records.clusters(radius: 100, minimum: 5)
    #expect(untested.clusters.map(\.p) == [nil] && untested.clusters.map(\.text) == ["not tested"])
    #expect(untested.findings.first?.id == "clusters.found")
    let few = try await records.clusters(radius: 100, minimum: 5, simulations: 18)
    #expect(few.clusters[0].p == 1.0 / 19 && few.clusters[0].text == "no clear pattern")
    #expect(few.warnings.contains { $0.id == "clusters.few_simulations" })
    let enough = try await records.clusters(radius: 100, minimum: 5, simulations: 19)
    #expect(enough.clusters[0].p == 0.05 && enough.clusters[0].text == "cluster beyond chance")
    #expect(!enough.warnings.contains { $0.id == "clusters.few_simulations" })
  }

  @Test func `a crowd is beyond an even spread and not beyond where the people are`() async throws {
    var random = SplitMix64(seed: 3)
    var records = ClusterRecords()
    records.scatter(200, using: &random)
    records.clump(60, x: 3_000, y: 7_000, spread: 300, using: &random)
    let even = try await records.clusters(radius: 300, minimum: 15, simulations: 39)
    #expect(even.clusters[0].p == 1.0 / 40 && even.clusters[0].count >= 55)
    var people = ClusterRecords()
    for x in 0..<20 { for y in 0..<20 { people.add(500 * x + 200, 500 * y + 200, weight: 10) } }
    people.add(3_000, 7_000, weight: 4_000)
    let byPeople = try await records.clusters(radius: 300, minimum: 15, simulations: 39, population: people)
    #expect(byPeople.facts.population == 8_000)
    #expect(try #require(byPeople.clusters[0].p) > 0.5)
    #expect(byPeople.clusters.map(\.count) == even.clusters.map(\.count))
    var nobody = ClusterRecords()
    nobody.add(5_000, 5_000, weight: 0)
    let failure = await #expect(throws: Failure.self) {
      try await records.clusters(radius: 300, minimum: 15, simulations: 39, population: nobody)
    }
    #expect(failure?.diagnostic.id == "clusters.no_population")
  }

  @Test func `the workers change nothing`() async throws {
    var random = SplitMix64(seed: 4)
    var records = ClusterRecords()
    records.scatter(300, using: &random)
    records.clump(40, x: 2_000, y: 2_000, using: &random)
    let one = try await records.clusters(radius: 400, minimum: 7, simulations: 29)
    for jobs in [2, 7] {
      let map = try await records.clusters(radius: 400, minimum: 7, simulations: 29, jobs: jobs)
      #expect(map.clusters == one.clusters && map.facts == one.facts && map.makeLayer() == one.makeLayer())
    }
  }
}

/// Clusters by the definition, pair by pair: counts, places and weights of each, and the noise.
struct SlowClusters {
  var clusters: [[Double]] = []
  var noise = 0

  init(_ points: PointCollection, radius: Double, minimum: Double) {
    let all = 0..<points.count
    func square(_ a: Int, _ b: Int) -> Double {
      let (dx, dy) = (points.x[a] - points.x[b], points.y[a] - points.y[b])
      return dx * dx + dy * dy
    }
    let isCore = all.map { a in
      all.reduce(0) { $0 + (square(a, $1) <= radius * radius ? points.amounts[$1] : 0) } >= minimum
    }
    var label = all.map { isCore[$0] ? $0 : -1 }
    var isChanging = true
    while isChanging {
      isChanging = false
      for a in all where isCore[a] {
        for b in all where isCore[b] && square(a, b) <= radius * radius && label[b] < label[a] {
          label[a] = label[b]
          isChanging = true
        }
      }
    }
    for a in all where !isCore[a] {
      let cores = all.filter { isCore[$0] && square(a, $0) <= radius * radius }
      let nearest = cores.min { (square(a, $0), points.y[$0], points.x[$0]) < (square(a, $1), points.y[$1], points.x[$1]) }
      label[a] = nearest.map { label[$0] } ?? -1
    }
    noise = label.count { $0 < 0 }
    for name in Set(label).sorted() where name >= 0 {
      let members = all.filter { label[$0] == name }
      let places = Set(members.map { Coordinate(x: points.x[$0], y: points.y[$0]) }).count
      clusters.append([Double(members.count), Double(places), members.reduce(0) { $0 + points.amounts[$1] }])
    }
  }
}
