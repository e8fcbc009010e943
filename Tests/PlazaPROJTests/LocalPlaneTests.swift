import PlazaGeometry
import PlazaTesting
import Testing

@testable import PlazaPROJ

@Suite struct LocalPlaneTests {
  // pyproj 3.7.2, Proj("+proj=aeqd +lat_0=… +lon_0=… +datum=WGS84").
  @Test(
    arguments: [
      ([-77.0430, -12.0560, -77.0400, -12.0580], (326.63793979999434, -221.24726768740607)),
      ([-71.9675, -13.5320, -71.9700, -13.5300], (-270.6248420512089, 221.26879171931128)),
      ([0, 60, 0.01, 60.005], (557.9158123473054, 557.1038149052795)),
    ] as [([Double], (Double, Double))])
  func `a place stands where the azimuthal equidistant projection puts it`(places: [Double], metres: (Double, Double)) {
    let place = LocalPlane(centre: Coordinate(x: places[0], y: places[1])).metres(Coordinate(x: places[2], y: places[3]))
    #expect(abs(place.x - metres.0) < 1e-7 && abs(place.y - metres.1) < 1e-7)
  }

  @Test func `the way there and back ends where it began, also across the meridian of the dates`() {
    var random = SplitMix64(seed: 7)
    func number(_ low: Double, _ high: Double) -> Double { .random(in: low...high, using: &random) }
    for _ in 0..<500 {
      let centre = Coordinate(x: number(-180, 180), y: number(-80, 80))
      let plane = LocalPlane(centre: centre)
      let place = Coordinate(x: number(-2000, 2000), y: number(-2000, 2000))
      let degrees = plane.degrees(place)
      let back = plane.metres(degrees)
      #expect(abs(back.x - place.x) < 1e-6 && abs(back.y - place.y) < 1e-6, "\(centre)")
      #expect(abs(degrees.x - centre.x) < 1, "\(centre)")
      let length = (place.x * place.x + place.y * place.y).squareRoot()
      #expect(abs(Geodesic.wgs84.distance(from: centre, to: degrees) - length) < 1e-6, "\(centre)")
    }
  }

  @Test func `a distance between two places near the centre is nearly the geodesic's`() {
    var random = SplitMix64(seed: 8)
    func number(_ low: Double, _ high: Double) -> Double { .random(in: low...high, using: &random) }
    for _ in 0..<200 {
      let plane = LocalPlane(centre: Coordinate(x: -75, y: number(-60, 60)))
      let a = Coordinate(x: number(0, 1000), y: number(0, 1000))
      let b = Coordinate(x: number(-1000, 0), y: number(0, 1000))
      let flat = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
      #expect(abs(Geodesic.wgs84.distance(from: plane.degrees(a), to: plane.degrees(b)) - flat) < 1e-8 * flat + 1e-7)
    }
  }

  @Test func `a box around a place holds everything within the distance`() {
    var random = SplitMix64(seed: 9)
    func number(_ low: Double, _ high: Double) -> Double { .random(in: low...high, using: &random) }
    for _ in 0..<300 {
      let centre = Coordinate(x: number(-150, 150), y: number(-89, 89))
      let box = LocalPlane.box(
        around: Envelope(minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y), metres: 1500)
      let plane = LocalPlane(centre: centre)
      for (x, y) in [(1500.0, 0.0), (-1500, 0), (0, 1500), (0, -1500), (1060, 1060), (-1060, -1060)] {
        let place = plane.degrees(Coordinate(x: x, y: y))
        #expect(box.contains(x: place.x, y: place.y), "\(centre)")
      }
    }
  }
}
