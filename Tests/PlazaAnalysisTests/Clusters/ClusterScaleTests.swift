import PlazaGeometry
import PlazaLayers
import PlazaStatistics
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite("Scale of clusters") struct ClusterScaleTests {
  private func scale(_ radius: Double?, _ minimum: Double?, records: Int, total: Double? = nil, surface: Double = 1e8) throws
    -> ClusterScale
  {
    var options = ClusterOptions()
    (options.radius, options.minimum) = (radius, minimum)
    return try ClusterScale(
      options, records: records, total: total ?? Double(records), isWeighted: total != nil, surface: surface)
  }

  @Test func `what is not stated is one record in a hundred at ten times the average density`() throws {
    let both = try scale(nil, nil, records: 2_001)
    // 21 of 2 001 in √(10⁸ · 21 / 2 001 / 10 / π) = 182.8 m.
    #expect(both.minimum == 21 && both.radius == 180 && both.reason == "clusters.scale_chosen")
    #expect(try scale(nil, nil, records: 60).minimum == 5)
    let radius = try scale(500, nil, records: 2_000)
    // 10 · 2 000 · π · 500² / 10⁸ = 157.1.
    #expect(radius.radius == 500 && radius.minimum == 158 && radius.reason == "clusters.minimum_chosen")
    let minimum = try scale(nil, 40, records: 2_000)
    #expect(minimum.minimum == 40 && minimum.radius == 250 && minimum.reason == "clusters.radius_chosen")
    let stated = try scale(70, 3, records: 2_000)
    #expect(stated.minimum == 3 && stated.radius == 70 && stated.reason == "clusters.scale_stated")
  }

  @Test func `weights count as they are, and few records or none choose a finite scale`() throws {
    let weighted = try scale(nil, nil, records: 1_000, total: 4_000)
    #expect(weighted.minimum == 40 && weighted.radius == 180)
    for records in 0...4 {
      let few = try scale(nil, nil, records: records)
      #expect(few.minimum == 5 && few.radius == 1_800)
    }
    #expect(try scale(nil, nil, records: 3, total: 0).minimum == 5)
    let failure = #expect(throws: Failure.self) { try scale(0.5, 3, records: 10) }
    #expect(failure?.diagnostic.id == "clusters.bad_radius")
  }
}

@Suite("Positions drawn from polygons") struct PieceSamplerTests {
  private func squares(_ lows: [(Double, Double)], side: Double) -> PolygonColumn {
    var column = PolygonColumn()
    for (x, y) in lows {
      column.append(interleaved: [x, y, x + side, y, x + side, y + side, x, y + side, x, y])
      column.endRing()
      column.endPolygon()
      column.endFeature()
    }
    return column
  }

  @Test func `positions fall into polygons by their weights and never into one without`() throws {
    let pieces = squares([(0, 0), (10, 0), (30, 5), (50, 5)], side: 4)
    let sampler = try #require(PieceSampler(pieces, weights: [0, 1, 3, 0], jobs: 1))
    var stream = RandomStream(seed: 5, rank: 0)
    var counts = [0, 0]
    for _ in 0..<8_000 {
      let (x, y) = sampler.draw(&stream)
      let isFirst = (10...14).contains(x) && (0...4).contains(y)
      #expect(isFirst || (30...34).contains(x) && (5...9).contains(y))
      counts[isFirst ? 0 : 1] += 1
    }
    // 2 000 expected, standard deviation 39.
    #expect(abs(counts[0] - 2_000) < 200)
  }

  @Test func `an even spread goes by surface and leaves holes out`() throws {
    var ground = PolygonColumn()
    ground.append(interleaved: [0, 0, 6, 0, 6, 6, 0, 6, 0, 0])
    ground.endRing()
    ground.append(interleaved: [1, 1, 1, 5, 5, 5, 5, 1, 1, 1])
    ground.endRing()
    ground.endPolygon()
    ground.append(interleaved: [100, 0, 120, 0, 100, 2, 100, 0])
    ground.endRing()
    ground.endPolygon()
    ground.endFeature()
    let sampler = try #require(try PieceSampler(evenOver: ground, jobs: 2))
    var stream = RandomStream(seed: 6, rank: 0)
    var first = 0
    for _ in 0..<8_000 {
      let (x, y) = sampler.draw(&stream)
      if x <= 6 {
        first += 1
        #expect(!(x > 1 && x < 5 && y > 1 && y < 5))
      } else {
        #expect((x - 100) / 20 + y / 2 <= 1 + 1e-12)
      }
    }
    // Both have a surface of 20: 4 000 expected, standard deviation 45.
    #expect(abs(first - 4_000) < 230)
  }

  @Test func `a piece under another is drawn all the same, and nothing is drawn from nothing`() throws {
    let pieces = squares([(0, 0), (0, 0)], side: 3)
    let sampler = try #require(PieceSampler(pieces, weights: [0, 1], jobs: 1))
    var stream = RandomStream(seed: 7, rank: 0)
    let (x, y) = sampler.draw(&stream)
    #expect((0...3).contains(x) && (0...3).contains(y))
    #expect(PieceSampler(pieces, weights: [0, 0], jobs: 1) == nil)
    #expect(PieceSampler(squares([(0, 0)], side: 0), weights: [4], jobs: 1) == nil)
    #expect(PieceSampler(PolygonColumn(), weights: [], jobs: 1) == nil)
  }
}
