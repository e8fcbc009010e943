import PlazaGeometry
import PlazaLayers
import PlazaPROJ
import PlazaTesting

@testable import PlazaAnalysis
@testable import PlazaRecords

/// A space as a test states it, in degrees.
enum MadeSpace {
  case point(Double, Double)
  case line([(Double, Double)])
  case polygon([[(Double, Double)]])
  case nothing
}

extension Features {
  init(_ spaces: [MadeSpace], columns: [(String, [FieldValue])] = []) {
    var (points, lines, polygons) = (PointColumn(), LineColumn(), PolygonColumn())
    for space in spaces {
      switch space {
      case .point(let x, let y): points.append(x: x, y: y)
      case .line(let places):
        for (x, y) in places { lines.append(x: x, y: y) }
        lines.endLine()
      case .polygon(let rings):
        for ring in rings {
          for (x, y) in ring + ring.prefix(1) { polygons.append(x: x, y: y) }
          polygons.endRing()
        }
        polygons.endPolygon()
      case .nothing: break
      }
      points.endFeature()
      lines.endFeature()
      polygons.endFeature()
    }
    self.init(
      points: points, lines: lines, polygons: polygons, columns: columns.map { Column(name: $0.0, values: $0.1) }, crs: .wgs84)
  }
}

/// A town of spaces within some kilometres of a place: mostly points, some squares of fifty to two hundred metres.
func madeTown(seed: UInt64, count: Int, around centre: Coordinate, reach: Double) -> [MadeSpace] {
  var random = SplitMix64(seed: seed)
  let plane = LocalPlane(centre: centre)
  func number(_ low: Double, _ high: Double) -> Double { .random(in: low...high, using: &random) }
  return (0..<count).map { index in
    let (x, y) = (number(-reach, reach), number(-reach, reach))
    func place(_ dx: Double, _ dy: Double) -> (Double, Double) {
      let degrees = plane.degrees(Coordinate(x: x + dx, y: y + dy))
      return (degrees.x, degrees.y)
    }
    guard index % 3 == 0 else { return .point(place(0, 0).0, place(0, 0).1) }
    let (w, h) = (number(25, 100), number(25, 100))
    if index % 9 == 0 { return .line([place(-w, 0), place(0, h), place(w, 0)]) }
    return .polygon([[place(-w, -h), place(w, -h), place(w, h), place(-w, h)]])
  }
}
