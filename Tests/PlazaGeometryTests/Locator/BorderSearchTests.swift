import PlazaGeometry
import PlazaTesting
import Testing

/// What the search says of some points: for each the areas that its disc touches, none when it holds no edge.
private func touches(
  _ points: [Coordinate], radii: [Double], in areas: PolygonColumn, metric: GroundMetric = .plane(metresPerUnit: 1),
  cells: Double = 300, jobs: Int = 1
) -> [[BorderReach.Touch]] {
  let locator = AreaLocator(areas, jobs: jobs) { _ in cells }
  let located = Located(points, in: locator)
  var reach = BorderReach()
  let search = BorderSearch(locator, metric: metric)
  points.map(\.x).withUnsafeBufferPointer { x in
    points.map(\.y).withUnsafeBufferPointer { y in
      located.areas.withUnsafeBufferPointer { areas in
        located.flags.withUnsafeBufferPointer { flags in
          radii.withUnsafeBufferPointer { radii in
            if radii.count == 1 {
              search.find(x: x, y: y, radius: radii[0], areas: areas, flags: flags, into: &reach)
            } else {
              search.find(x: x, y: y, radii: radii, areas: areas, flags: flags, into: &reach)
            }
          }
        }
      }
    }
  }
  var result = [[BorderReach.Touch]](repeating: [], count: points.count)
  for (i, point) in reach.points.enumerated() { result[Int(point)] = Array(reach.touches[reach.starts[i]..<reach.starts[i + 1]]) }
  return result
}

/// The first point on which the search and the oracle differ, in words; nil if they agree.
private func disagreement(
  _ areas: PolygonColumn, _ points: [Coordinate], radii: [Double], metric: GroundMetric = .plane(metresPerUnit: 1),
  cells: Double
) -> String? {
  let found = touches(points, radii: radii, in: areas, metric: metric, cells: cells)
  let oracle = SlowBorders(areas, metric: metric)
  for (i, point) in points.enumerated() {
    let radius = radii.count == 1 ? radii[0] : radii[i]
    guard let truth = oracle.touches(x: point.x, y: point.y, radius: radius) else { continue }
    if found[i] != truth { return "\(point), radius \(radius): \(found[i]), but the oracle says \(truth)" }
  }
  return nil
}

private func areas(_ seed: UInt64, _ generator: inout PolygonGenerator) -> PolygonColumn {
  switch seed % 3 {
  case 0: generator.overlappingStars(areas: 1 + Int(seed) % 9, vertices: 5 + Int(seed) % 30)
  case 1: generator.scribbles(areas: 1 + Int(seed) % 5, vertices: 3 + Int(seed) % 20)
  default: generator.tiling(count: 2 + Int(seed) % 7, verticesPerSide: 1 + Int(seed) % 9)
  }
}

@Suite("Border search")
struct BorderSearchTests {
  @Test("agrees with the oracle for one radius", arguments: [UInt64](0..<60))
  func oneRadius(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 64, step: [1, 0.25, 0x1p-20][Int(seed / 3) % 3])
    let areas = areas(seed, &generator)
    let radius = [0, 1e-8, 0.07, 0.9, 4.3, 40][Int(seed) % 6]
    let points = generator.probes(areas, count: 300)
    #expect(disagreement(areas, points, radii: [radius], cells: [1, 16, 300, 5_000][Int(seed / 2) % 4]) == nil)
  }

  @Test("agrees with the oracle for a radius per point", arguments: [UInt64](100..<140))
  func radiusPerPoint(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 64, step: [1, 0x1p-20][Int(seed / 3) % 2])
    let areas = areas(seed, &generator)
    let points = generator.probes(areas, count: 300)
    let radii = points.map { _ in max(0, Double.random(in: -8...12, using: &generator.random)) }
    #expect(disagreement(areas, points, radii: radii, cells: [1, 16, 300, 5_000][Int(seed / 2) % 4]) == nil)
  }

  @Test("agrees with the oracle on longitudes and latitudes", arguments: [UInt64](200..<230))
  func degrees(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 0.1, step: 0x1p-30)
    let origin = Coordinate(
      x: .random(in: -179...178, using: &generator.random), y: .random(in: -80...80, using: &generator.random))
    let areas = areas(seed, &generator).mapped { Coordinate(x: $0.x + origin.x, y: $0.y + origin.y) }
    let points = generator.probes(areas, count: 300)
    let radius = [0, 3, 25, 250, 1_000.0][Int(seed) % 5]
    #expect(disagreement(areas, points, radii: [radius], metric: .wgs84, cells: [16, 300, 5_000][Int(seed) % 3]) == nil)
  }

  @Test("depends neither on cells, jobs, nor on the order and direction of rings", arguments: [UInt64](300..<330))
  func invariance(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 64, step: 0x1p-10)
    let areas = areas(seed, &generator)
    let points = generator.probes(areas, count: 300)
    let radii = points.map { _ in Double.random(in: 0...8, using: &generator.random) }
    let found = touches(points, radii: radii, in: areas)
    #expect(touches(points, radii: radii, in: areas, cells: 20_000, jobs: 3) == found)
    let reversed = areas.reorderingRings { $0.reverse() }
    #expect(touches(points, radii: radii, in: reversed) == found)
    let rotated = areas.reorderingRings { if !$0.isEmpty { $0.append($0.removeFirst()) } }
    #expect(touches(points, radii: radii, in: rotated) == found)
  }

  @Test("finds more the farther it looks", arguments: [UInt64](400..<430))
  func monotone(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 64, step: 0x1p-4)
    let areas = areas(seed, &generator)
    let points = generator.probes(areas, count: 200)
    var previous = touches(points, radii: [0.0], in: areas)
    for radius in [1e-300, 1e-15, 1e-12, 1e-9, 0.001, 0.5, 1, 1.000_000_1, 7, 100] {
      let found = touches(points, radii: [radius], in: areas)
      for i in points.indices {
        let cut = Set(found[i].lazy.filter(\.isCut).map(\.area))
        #expect(cut.isSuperset(of: previous[i].lazy.filter(\.isCut).map(\.area)), "\(points[i]) within \(radius)")
      }
      previous = found
    }
  }

  @Test("within nothing, finds the points on borders")
  func onlyBorders() {
    var generator = PolygonGenerator(seed: 9, size: 64, step: 0x1p-20)
    let areas = generator.tiling(count: 5, verticesPerSide: 6)
    let points = generator.probes(areas, count: 2_000)
    let locator = AreaLocator(areas)
    let located = Located(points, in: locator)
    let found = touches(points, radii: [0], in: areas)
    #expect(points.indices.allSatisfy { (located.flags[$0] == AreaLocator.onBorder) == (found[$0].count > 1) })
    #expect(found.contains { $0.count > 1 })
  }

  @Test("leaves out what is not a place or not a distance, and has nothing to find without areas")
  func nothing() {
    var square = PolygonColumn()
    square.append(polygon: [[.init(x: 0, y: 0), .init(x: 8, y: 0), .init(x: 8, y: 8), .init(x: 0, y: 8)]])
    let points = [Coordinate(x: .nan, y: 1), .init(x: 1, y: .infinity), .init(x: 1, y: 1), .init(x: 1, y: 1), .init(x: 1, y: 1)]
    let found = touches(points, radii: [9, 9, .nan, -1, .infinity], in: square)
    #expect(found.allSatisfy { $0.isEmpty })
    #expect(touches([Coordinate(x: 1, y: 1)], radii: [9], in: PolygonColumn()) == [[]])
    let outside = touches([.init(x: 11, y: 12), .init(x: -5.1, y: 4), .init(x: 4, y: 4)], radii: [5], in: square)
    #expect(outside == [[.init(area: 0, isCut: true, holdsCentre: false)], [], [.init(area: 0, isCut: true, holdsCentre: true)]])
  }

  @Test(
    "knows the length of a degree",
    arguments: [(0.0, 111_319.491, 110_574.276), (45, 78_846.835, 111_131.778), (60, 55_799.979, 111_412.273)])
  func lengthOfDegree(latitude: Double, x: Double, y: Double) {
    let scales = GroundMetric.wgs84.scales(y: latitude)
    #expect(abs(scales.x - x) < 0.4)
    #expect(abs(scales.y - y) < 0.1)
  }
}
