internal import CGEOS
public import PlazaGeometry

extension GEOS {
  /// The surface of streets: each line widened to half its width on both sides, with flat ends and rounded bends; one feature for each line.
  /// - Parameter widths: one for each line, above 0, in the unit of the coordinates.
  /// - Throws: `GEOSError`; `CancellationError`.
  public static func strips(_ lines: LineColumn, widths: [Double], jobs: Int) async throws -> PolygonColumn {
    precondition(widths.count == lines.lineCount, "a width for each line")
    let chunks = try await mapRanges(count: lines.lineCount, size: 256, jobs: jobs) { context, range in
      var result = PolygonColumn()
      for line in range {
        let vertices = lines.vertices(ofLine: line)
        if vertices.count > 1 {
          let shape = try context.line(Array(lines.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound]))
          let strip = GEOSBufferWithStyle_r(
            context.handle, shape.borrowed, widths[line] / 2, 8, Int32(GEOSBUF_CAP_FLAT.rawValue),
            Int32(GEOSBUF_JOIN_ROUND.rawValue), 0)
          try GEOSGeometry(taking: strip, of: "BufferWithStyle", in: context).normalized().appendPolygons(to: &result)
        }
        result.endFeature()
      }
      return result
    }
    return joined(chunks)
  }
}
