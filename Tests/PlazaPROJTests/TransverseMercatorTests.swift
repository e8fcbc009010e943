import CPROJ
import PlazaGeometry
import PlazaTesting
import Testing

@testable import PlazaPROJ

/// The projection that is computed here against PROJ itself, called directly.
@Suite struct TransverseMercatorTests {
  static let planes = [
    "+proj=utm +zone=16 +ellps=WGS84", "+proj=utm +zone=19 +south +ellps=GRS80", "+proj=utm +zone=1 +ellps=intl",
    "+proj=utm +zone=60 +south +ellps=WGS84",
    "+proj=tmerc +lat_0=4 +lon_0=-73 +k=0.9992 +x_0=5000000 +y_0=2000000 +ellps=GRS80",
    "+proj=tmerc +lat_0=-34.6297166 +lon_0=-58.4627 +k=0.999998 +x_0=100000 +y_0=100000 +ellps=intl",
  ]

  /// One operation of PROJ, made once.
  private final class Direct {
    private let context = proj_context_create()
    private let operation: OpaquePointer

    init(_ definition: String) throws { operation = try #require(proj_create(context, definition)) }

    deinit {
      proj_destroy(operation)
      proj_context_destroy(context)
    }

    func callAsFunction(_ x: Double, _ y: Double) -> (Double, Double) {
      let result = proj_trans(operation, PJ_FWD, proj_coord(x, y, 0, 0))
      return (result.v.0, result.v.1)
    }
  }

  @Test(arguments: planes) func `is PROJ's to a billionth of a degree, both ways`(plane: String) throws {
    let degrees = "+proj=pipeline +step +inv \(plane) +step +proj=unitconvert +xy_in=rad +xy_out=deg"
    let metres = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step \(plane)"
    let inverse = try #require(TransverseMercator(degrees))
    let forward = try #require(TransverseMercator(metres))
    let (toDegrees, toPlane) = (try Direct(degrees), try Direct(metres))
    let easting = plane.contains("5000000") ? 5_000_000.0 : plane.contains("x_0") ? 100_000 : 500_000
    let middle = toDegrees(easting, 2_000_000).0
    var random = SplitMix64(seed: 7)
    var worst = 0.0
    for _ in 0..<2_000 {
      var longitude = middle + Double.random(in: -30...30, using: &random)
      if longitude > 180 { longitude -= 360 }
      if longitude < -180 { longitude += 360 }
      let latitude = Double.random(in: -80...84, using: &random)
      let image = toPlane(longitude, latitude)
      var (x, y) = (longitude, latitude)
      guard forward.transform(&x, &y) else { continue }
      #expect(abs(x - image.0) < 1e-6 && abs(y - image.1) < 1e-6, "\(longitude), \(latitude)")
      let back = toDegrees(image.0, image.1)
      (x, y) = image
      guard inverse.transform(&x, &y) else { continue }
      worst = max(worst, abs(x - back.0), abs(y - back.1))
    }
    #expect(worst < 1e-9, "\(worst) degrees")
  }

  @Test(arguments: [
    "+proj=noop", "+proj=pipeline +step +inv +proj=utm +zone=16 +ellps=clrk66 +step +proj=unitconvert +xy_in=rad +xy_out=deg",
    "+proj=pipeline +step +inv +proj=lcc +lat_0=1 +ellps=WGS84 +step +proj=unitconvert +xy_in=rad +xy_out=deg",
    "+proj=pipeline +step +inv +proj=utm +zone=16 +ellps=WGS84 +step +proj=push +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg",
    "+proj=pipeline +step +inv +proj=tmerc +lon_0=1 +units=us-ft +ellps=WGS84 +step +proj=unitconvert +xy_in=rad +xy_out=deg",
  ]) func `what is more than one such projection is left to PROJ`(text: String) {
    #expect(TransverseMercator(text) == nil)
  }

  @Test func `positions far from the central meridian, and those that are none, are PROJ's`() throws {
    let operation = try Transformation.best(from: .epsg(32616), to: .wgs84, in: ProjContext())
    let transformer = try Transformer(operation, forRecords: true)
    let found = try #require(transformer.transform(Coordinate(x: 6_000_000, y: 1_000_000)))
    let other = try Direct(operation.definition)(6_000_000, 1_000_000)
    #expect(found.x == other.0 && found.y == other.1)
    #expect(transformer.transform(Coordinate(x: .nan, y: 1)) == nil)
  }
}
