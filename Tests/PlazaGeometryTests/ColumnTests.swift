import PlazaGeometry
import PlazaTesting
import Testing

@Suite("Columns")
struct ColumnTests {
  private let points: PointColumn = {
    var column = PointColumn()
    column.append(x: 1, y: 2)
    column.append(x: 3, y: -4)
    column.endFeature()
    column.endFeature()
    column.append(x: 5, y: 6)
    column.endFeature()
    return column
  }()

  private let lines: LineColumn = {
    var column = LineColumn()
    for (x, y) in [(0.0, 0.0), (1, 1)] { column.append(x: x, y: y) }
    column.endLine()
    for (x, y) in [(2.0, 7.0), (3, 1), (-4, 1)] { column.append(x: x, y: y) }
    column.endLine()
    column.endFeature()
    column.endFeature()
    for (x, y) in [(9.0, 9.0), (8, 8)] { column.append(x: x, y: y) }
    column.endLine()
    column.endFeature()
    return column
  }()

  @Test("of empty features hold nothing, as those made one by one")
  func empty() {
    var (p, l, a) = (PointColumn(), LineColumn(), PolygonColumn())
    for _ in 0..<3 {
      p.endFeature()
      l.endFeature()
      a.endFeature()
    }
    #expect(PointColumn(empty: 3) == p)
    #expect(LineColumn(empty: 3) == l)
    #expect(PolygonColumn(empty: 3) == a)
    #expect(PointColumn(empty: 0) == PointColumn())
    #expect(LineColumn(empty: 2).envelope(ofFeature: 1).isEmpty)
  }

  @Test("give the features that are asked for, in that order and again if asked again")
  func selection() {
    #expect(points.selecting(0..<3) == points)
    #expect(lines.selecting(0..<3) == lines)
    let chosen = points.selecting([2, 1, 0, 2])
    #expect(chosen.coordinates == [5, 6, 1, 2, 3, -4, 5, 6])
    #expect(chosen.featureOffsets == [0, 1, 1, 3, 4])
    let other = lines.selecting([2, 0])
    #expect(other.coordinates == [9, 9, 8, 8, 0, 0, 1, 1, 2, 7, 3, 1, -4, 1])
    #expect(other.lineOffsets == [0, 2, 4, 7])
    #expect(other.featureOffsets == [0, 1, 3])
    var generator = PolygonGenerator(seed: 3, size: 10, step: 1)
    let areas = generator.overlappingStars(areas: 5, vertices: 8)
    var byHand = PolygonColumn()
    for feature in [4, 0, 4] { byHand.append(feature: feature, of: areas) }
    #expect(areas.selecting([4, 0, 4]) == byHand)
  }

  @Test("know the box of each feature")
  func boxes() {
    #expect(points.envelope(ofFeature: 0) == Envelope(minX: 1, minY: -4, maxX: 3, maxY: 2))
    #expect(points.envelope(ofFeature: 1).isEmpty)
    #expect(lines.envelope(ofFeature: 0) == Envelope(minX: -4, minY: 0, maxX: 3, maxY: 7))
    #expect(lines.envelope == Envelope(minX: -4, minY: 0, maxX: 9, maxY: 9))
  }

  @Test("are found by place, each place by itself")
  func places() {
    var districts = PolygonColumn()
    for west in [-90.0, -89] {
      for (x, y) in [(west, 13.0), (west + 1, 13), (west + 1, 14), (west, 14), (west, 13)] { districts.append(x: x, y: y) }
      districts.endRing()
      districts.endPolygon()
      districts.endFeature()
    }
    let locator = AreaLocator(districts)
    let found = locator.areas(of: [
      Coordinate(x: -88.2, y: 13.7), Coordinate(x: -89.2, y: 13.7), Coordinate(x: -89, y: 13.5), Coordinate(x: 0, y: 0),
      Coordinate(x: .nan, y: 13.5),
    ])
    #expect(found == [1, 0, 0, nil, nil])
    #expect(locator.areas(of: []).isEmpty)
  }

  @Test("buckets hold their members in the order in which they came")
  func buckets() {
    let buckets = Buckets(count: 4) { put in
      for (member, bucket) in [(7, 2), (3, 0), (5, 2), (7, 0)] as [(Int32, Int)] { put(member, bucket) }
    }
    #expect((0..<4).map { Array(buckets[$0]) } == [[3, 7], [], [7, 5], []])
    #expect(buckets.offsets == [0, 2, 2, 4, 4])
  }
}
