internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// Ground within a distance of spaces, each measured where it is.
enum SpaceBuffers {
  /// Buffers in the CRS of the study where that is a UTM zone, whose scale is true to a thousandth. Elsewhere, when areas reach over more than a
  /// zone, each is made in an azimuthal equidistant projection no farther than 0.2° from the space, and brought to the CRS of the study.
  /// - Throws: `Failure` as the choice of an operation does; `GEOSError`.
  static func make(_ spaces: CoverageSpaces, distance: Double, isLocal: Bool, jobs: Int) async throws -> Buffers {
    func buffers(_ features: Features) async throws -> Buffers {
      try await GEOS.buffers(
        points: features.points, lines: features.lines, polygons: features.polygons, distance: distance,
        quadrantSegments: CoverageOptions.quadrantSegments, jobs: jobs)
    }
    guard isLocal else { return try await buffers(spaces.features) }
    var groups: [LocalCell: [Int]] = [:]
    for space in 0..<spaces.count { groups[LocalCell(spaces.degrees.envelope(of: space)), default: []].append(space) }
    var shapes = [PolygonColumn?](repeating: nil, count: spaces.count)
    for (cell, members) in groups.sorted(by: { $0.key < $1.key }) {
      let local = try spaces.degrees.selecting(members).projected(to: cell.crs)
      var column = try await buffers(local).column
      try Reprojection.transform(&column, from: cell.crs, to: .wgs84)
      try Reprojection.transform(&column, from: .wgs84, to: spaces.features.crs)
      column = try await GEOS.repaired(column, jobs: jobs).column
      for (index, space) in members.enumerated() {
        var shape = PolygonColumn()
        shape.append(feature: index, of: column)
        shapes[space] = shape
      }
    }
    var result = PolygonColumn()
    for shape in shapes { if let shape { result.append(contentsOf: shape) } else { result.endFeature() } }
    return Buffers(result)
  }
}
