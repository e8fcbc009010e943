internal import PlazaGeometry

extension DiscUnion {
  /// The union appended to the feature that is being built: each hole with the smallest shell around it.
  /// - Returns: false, with nothing appended, where `outlines` has no answer.
  mutating func appendPolygons(to column: inout PolygonColumn) -> Bool {
    guard let rings = outlines() else { return false }
    var shells: [(ring: [Double], area: Double, box: Envelope, holes: [[Double]])] = []
    var holes: [[Double]] = []
    for ring in rings {
      let area = Self.signedArea(ring)
      if area > 0 {
        var box = Envelope()
        for index in stride(from: 0, to: ring.count, by: 2) { box.expand(x: ring[index], y: ring[index + 1]) }
        shells.append((ring, area, box, []))
      } else if area < 0 {
        holes.append(ring)
      }
    }
    for hole in holes {
      var smallest: Int?
      for (index, shell) in shells.enumerated()
      where shell.box.contains(x: hole[0], y: hole[1]) && (smallest.map { shell.area < shells[$0].area } ?? true)
        && Self.contains(shell.ring, x: hole[0], y: hole[1])
      {
        smallest = index
      }
      guard let smallest else { return false }
      shells[smallest].holes.append(hole)
    }
    for shell in shells {
      column.append(interleaved: shell.ring)
      column.endRing()
      for hole in shell.holes {
        column.append(interleaved: hole)
        column.endRing()
      }
      column.endPolygon()
    }
    return true
  }

  private static func signedArea(_ ring: [Double]) -> Double {
    var doubled = 0.0
    for index in stride(from: 2, to: ring.count - 2, by: 2) {
      let (ax, ay) = (ring[index] - ring[0], ring[index + 1] - ring[1])
      let (bx, by) = (ring[index + 2] - ring[0], ring[index + 3] - ring[1])
      doubled += ax * by - bx * ay
    }
    return doubled / 2
  }

  private static func contains(_ ring: [Double], x: Double, y: Double) -> Bool {
    var isInside = false
    for index in stride(from: 0, to: ring.count - 2, by: 2) {
      let (ay, by) = (ring[index + 1], ring[index + 3])
      guard (ay > y) != (by > y) else { continue }
      if x < ring[index] + (y - ay) / (by - ay) * (ring[index + 2] - ring[index]) { isInside.toggle() }
    }
    return isInside
  }
}
