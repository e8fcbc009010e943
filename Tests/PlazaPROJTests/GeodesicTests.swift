import PlazaGeometry
import PlazaPROJ
import Testing

// Expected values: pyproj 3.7.2, Geod(ellps="WGS84").inv and .line_length.
@Suite struct GeodesicTests {
  @Test(
    arguments: [
      ([-89.2182, 13.6929, -68.1193, -16.4897], 4065584.963084027),
      ([0, 0, 179.5, 0.5], 19936288.578965314),
      ([-60.7, -31.6, -60.7001, -31.6], 9.490106360631051),
      ([-74.8, 10.96, -74.8, 10.96], 0),
      ([179.9, -17, -179.9, -17.2], 30708.359518029007),
      ([0, 90, 0, -90], 20003931.458625447),
    ] as [([Double], Double)])
  func `a distance is the geodesic's`(ends: [Double], metres: Double) {
    let a = Coordinate(x: ends[0], y: ends[1])
    let b = Coordinate(x: ends[2], y: ends[3])
    #expect(abs(Geodesic.wgs84.distance(from: a, to: b) - metres) <= 1e-9 * metres)
    #expect(ends.withUnsafeBufferPointer { Geodesic.wgs84.length(interleaved: $0) } == Geodesic.wgs84.distance(from: a, to: b))
  }

  @Test func `a line is as long as its parts`() {
    let line = [-99.1332, 19.4326, -99.1400, 19.4400, -99.2, 19.3, -98.95, 19.5, -99.0, 19.4326]
    let expected = 61286.90721415999
    #expect(abs(line.withUnsafeBufferPointer { Geodesic.wgs84.length(interleaved: $0) } - expected) <= 1e-9 * expected)
    let positions = stride(from: 0, to: line.count, by: 2).map { Coordinate(x: line[$0], y: line[$0 + 1]) }
    #expect(abs(Geodesic.wgs84.length(positions) - expected) <= 1e-9 * expected)
    #expect([1.0, 2.0].withUnsafeBufferPointer { Geodesic.wgs84.length(interleaved: $0) } == 0)
    #expect([Double]().withUnsafeBufferPointer { Geodesic.wgs84.length(interleaved: $0) } == 0)
    #expect(Geodesic.wgs84.length([]) == 0)
  }

  @Test func `a position that is none has no distance`() {
    let nowhere = Coordinate(x: 0, y: 91)
    #expect(Geodesic.wgs84.distance(from: nowhere, to: Coordinate(x: 0, y: 0)).isNaN)
    #expect(Geodesic.wgs84.distance(from: Coordinate(x: .nan, y: 0), to: Coordinate(x: 0, y: 0)).isNaN)
  }
}
