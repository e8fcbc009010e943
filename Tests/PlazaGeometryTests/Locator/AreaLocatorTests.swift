import PlazaGeometry
import PlazaTesting
import Testing

/// What the locator says of some points, in arrays.
struct Located: Equatable {
  var areas: [Int32]
  var flags: [UInt8]

  init(_ points: [Coordinate], in locator: AreaLocator) {
    var areas = [Int32](repeating: 77, count: points.count)
    var flags = [UInt8](repeating: 77, count: points.count)
    let x = points.map(\.x)
    let y = points.map(\.y)
    var areaSpan = areas.mutableSpan
    var flagSpan = flags.mutableSpan
    locator.locate(x: x.span, y: y.span, areas: &areaSpan, flags: &flagSpan)
    self.areas = areas
    self.flags = flags
  }
}

/// The first point on which the locator and the oracle differ, in words; nil if they agree.
func disagreement(_ areas: PolygonColumn, _ points: [Coordinate], cells: Double = 1_024) -> String? {
  let locator = AreaLocator(areas, jobs: 1) { _ in cells }
  let located = Located(points, in: locator)
  let oracle = SlowLocator(areas)
  for (i, point) in points.enumerated() {
    let truth = oracle.areas(x: point.x, y: point.y)
    let flag: UInt8 = truth.covering.count < 2 ? 0 : truth.strictly.count < 2 ? 1 : 2
    var list: [Int32] = []
    locator.appendAreas(coveringX: point.x, y: point.y, to: &list)
    if located.areas[i] != truth.covering.first ?? -1 || located.flags[i] != flag || list != truth.covering {
      return "\(point): area \(located.areas[i]), flag \(located.flags[i]), list \(list), but the oracle says \(truth)"
    }
  }
  return nil
}

@Suite("Area locator")
struct AreaLocatorTests {
  @Test("agrees with the oracle on overlapping stars with holes", arguments: [UInt64](0..<40))
  func overlappingStars(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 64, step: seed % 2 == 0 ? 1 : 0x1p-20)
    let areas = generator.overlappingStars(areas: 1 + Int(seed) % 12, vertices: 5 + Int(seed) % 40)
    #expect(disagreement(areas, generator.probes(areas, count: 600), cells: [1, 16, 300, 5_000][Int(seed / 2) % 4]) == nil)
  }

  @Test("agrees with the oracle on rings that cross themselves", arguments: [UInt64](0..<60))
  func scribbles(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: seed % 3 == 0 ? 6 : 40, step: seed % 2 == 0 ? 1 : 0x1p-30)
    let areas = generator.scribbles(areas: 1 + Int(seed) % 5, vertices: 3 + Int(seed) % 30)
    #expect(disagreement(areas, generator.probes(areas, count: 600), cells: [1, 16, 300, 5_000][Int(seed / 2) % 4]) == nil)
  }

  @Test("agrees with the oracle on tilings", arguments: [UInt64](0..<30))
  func tilings(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 64, step: [1, 0.25, 0x1p-20][Int(seed) % 3])
    let areas = generator.tiling(count: 2 + Int(seed) % 9, verticesPerSide: 1 + Int(seed) % 12)
    #expect(disagreement(areas, generator.probes(areas, count: 600), cells: [1, 16, 300, 5_000][Int(seed / 2) % 4]) == nil)
  }

  @Test("agrees with the oracle on a ring much longer than a cell row")
  func longRing() {
    var generator = PolygonGenerator(seed: 5, size: 1_000, step: 0x1p-20)
    var areas = PolygonColumn()
    areas.append(polygon: [generator.star(around: Coordinate(x: 500, y: 500), radius: 500, vertices: 3_000)])
    areas.append(polygon: [generator.star(around: Coordinate(x: 480, y: 500), radius: 300, vertices: 3_000)])
    #expect(disagreement(areas, generator.probes(areas, count: 500)) == nil)
  }
}
