import Foundation
import PlazaGeometry
import PlazaLayers
import PlazaPROJ
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

/// Neighbours, surroundings and shared ground against the slow and obvious.
@Suite struct SpaceGeometryTests {
  private static let lima = Coordinate(x: -77.04, y: -12.05)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the nearest other space is that of all pairs`(seed: UInt64) {
    // Three towns in three zones.
    let spaces =
      madeTown(seed: seed, count: 25, around: Self.lima, reach: 2500)
      + madeTown(seed: seed + 10, count: 12, around: Coordinate(x: -80.63, y: -5.19), reach: 1500)
      + madeTown(seed: seed + 20, count: 9, around: Coordinate(x: -71.5, y: -16.4), reach: 900) + [.nothing]
    let shapes = SpaceShapes(Features(spaces))
    let found = SpaceNeighbours(shapes, jobs: 2).nearest
    #expect(found.last! == nil)
    for space in 0..<spaces.count - 1 {
      let plane = LocalPlane(centre: shapes.centres[space]!)
      let own = shapes.local(space, on: plane)
      let distances = (0..<spaces.count - 1).map { other -> Double in
        guard other != space, let ends = own.nearest(to: shapes.local(other, on: plane)) else { return .infinity }
        return Geodesic.wgs84.distance(from: plane.degrees(ends.from), to: plane.degrees(ends.to))
      }
      let least = distances.min()!
      #expect(abs(found[space]!.metres - least) < 1e-6, "\(space)")
      #expect(abs(distances[found[space]!.space] - least) < 1e-6)
    }
    for jobs in [1, 5] {
      let again = SpaceNeighbours(shapes, jobs: jobs).nearest
      #expect(again.map { $0?.space } == found.map { $0?.space } && again.map { $0?.metres } == found.map { $0?.metres })
    }
  }

  @Test func `circles share the lens that geometry says`() throws {
    // Vesica of two circles of radius r at distance d: 2 r² acos(d / 2r) − d/2 √(4r² − d²).
    let plane = LocalPlane(centre: Self.lima)
    for apart in [50.0, 200, 399, 401] {
      let other = plane.degrees(Coordinate(x: apart, y: 0))
      let shapes = SpaceShapes(Features([.point(Self.lima.x, Self.lima.y), .point(other.x, other.y)]))
      let shares = try SpaceZones(shapes, distances: [200], jobs: 1).overlapShares[0]
      let lens = apart < 400 ? 2 * 200 * 200 * acos(apart / 400) - apart / 2 * (4 * 200 * 200 - apart * apart).squareRoot() : 0
      for share in shares { #expect(abs(share! - lens / (.pi * 200 * 200)) < 2e-3, "\(apart)") }
    }
    let same = SpaceShapes(Features([.point(-77, -12), .point(-77, -12), .nothing]))
    let zones = try SpaceZones(same, distances: [100, 300], jobs: 2)
    for shares in zones.overlapShares {
      #expect(shares[2] == nil && shares.prefix(2).allSatisfy { abs($0! - 1) < 1e-12 })
    }
    #expect(abs(zones.unions[1].geodesicArea(ofFeature: 0) / (.pi * 300 * 300) - 1) < 2e-3)
  }

  @Test func `zones do not depend on the number of workers`() throws {
    let shapes = SpaceShapes(Features(madeTown(seed: 5, count: 40, around: Self.lima, reach: 1500)))
    let first = try SpaceZones(shapes, distances: [100, 400], jobs: 1)
    for jobs in [2, 7] {
      let again = try SpaceZones(shapes, distances: [100, 400], jobs: jobs)
      #expect(again.zones == first.zones && again.overlapShares == first.overlapShares && again.unions == first.unions)
    }
  }
}
