internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// How far positions have to spaces in a straight line.
struct SpaceReach {
  /// The spaces within the limit of each position.
  var near: [[(supply: Int, cost: Double)]]
  /// In metres; nil without any space.
  var nearest: [Double?]

  /// - Parameter positions: in the CRS of the spaces.
  /// - Parameter isLocal: whether each place is measured in a projection of its own; otherwise in the CRS of the spaces.
  /// - Throws: `Failure` as the choice of an operation does.
  init(from positions: [Coordinate], to spaces: CoverageSpaces, within limit: Double, isLocal: Bool, jobs: Int) throws {
    guard isLocal, !positions.isEmpty else {
      let distances = SpaceDistances(spaces.features)
      near = distances.near(positions, within: limit, jobs: jobs)
      nearest = distances.nearest(positions, from: limit, jobs: jobs)
      return
    }
    near = positions.map { _ in [] }
    nearest = positions.map { _ in nil }
    var degrees = positions.flatMap { [$0.x, $0.y] }
    try degrees.withUnsafeMutableBufferPointer { try Reprojection.transform($0, from: spaces.features.crs, to: .wgs84) }
    var groups: [LocalCell: [Int]] = [:]
    for place in positions.indices {
      let box = Envelope(
        minX: degrees[2 * place], minY: degrees[2 * place + 1], maxX: degrees[2 * place], maxY: degrees[2 * place + 1])
      groups[LocalCell(box), default: []].append(place)
    }
    for (cell, members) in groups.sorted(by: { $0.key < $1.key }) {
      var values = members.flatMap { [degrees[2 * $0], degrees[2 * $0 + 1]] }
      try values.withUnsafeMutableBufferPointer { try Reprojection.transform($0, from: .wgs84, to: cell.crs) }
      let local = members.indices.map { Coordinate(x: values[2 * $0], y: values[2 * $0 + 1]) }
      let distances = SpaceDistances(try spaces.degrees.projected(to: cell.crs))
      for (place, found) in zip(members, distances.near(local, within: limit, jobs: jobs)) { near[place] = found }
      for (place, found) in zip(members, distances.nearest(local, from: limit, jobs: jobs)) { nearest[place] = found }
    }
  }
}
