internal import CGEOS
public import PlazaGeometry

/// A column rounded to some decimals, and which of its features rounding alone would have broken.
public struct Rounding: Hashable, Sendable {
  public var column: PolygonColumn
  /// Features that were rebuilt on the grid of the decimals, because rounding each vertex made their rings cross or collapse.
  public var rebuilt: [Int]
}

extension GEOS {
  /// Rounds every coordinate and keeps every feature valid.
  ///
  /// Where rounding vertex by vertex leaves a valid feature, that is the result: neighbours that shared vertices share them still.
  /// Otherwise GEOS rebuilds the feature on the grid of the decimals (slivers narrower than that disappear), from its own coordinates.
  /// - Parameter column: valid features, as after `repaired`.
  /// - Parameter decimals: of the written coordinates, 0 to 12.
  /// - Throws: `GEOSError` naming the feature; `CancellationError`.
  /// - Complexity: O(n log n), as the check for validity.
  public static func rounded(_ column: PolygonColumn, decimals: Int, jobs: Int) async throws -> Rounding {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    var rounded = column
    rounded.withMutableCoordinates { round($0, scale) }
    let plain = rounded
    let chunks = try await mapChunks(of: plain, jobs: jobs) { context, features in
      var rebuilt = PolygonColumn()
      var found: [Int] = []
      for feature in features where try !context.validity(of: plain, feature: feature).isValid {
        try context.snapped(feature, of: column, toGrid: 1 / scale).appendPolygons(to: &rebuilt)
        rebuilt.endFeature()
        found.append(feature)
      }
      rebuilt.withMutableCoordinates { round($0, scale) }
      return (rebuilt, found)
    }
    let found = chunks.flatMap(\.1)
    guard !found.isEmpty else { return Rounding(column: plain, rebuilt: []) }
    var result = PolygonColumn()
    result.reserveCapacity(vertices: plain.vertexCount)
    var copied = 0
    for (rebuilt, features) in chunks {
      for (index, feature) in features.enumerated() {
        result.append(features: copied..<feature, of: plain)
        result.append(feature: index, of: rebuilt)
        copied = feature + 1
      }
    }
    result.append(features: copied..<plain.featureCount, of: plain)
    return Rounding(column: result, rebuilt: found)
  }

  private static func round(_ values: UnsafeMutableBufferPointer<Double>, _ scale: Double) {
    for index in values.indices { values[index] = (values[index] * scale).rounded() / scale }
  }
}

extension GEOSContext {
  /// A feature with every coordinate on a grid, valid again.
  ///
  /// A valid feature can lose its validity in a projection, by the last bits; GEOS then refuses the grid, and takes it after a repair.
  fileprivate func snapped(_ feature: Int, of column: PolygonColumn, toGrid size: Double) throws(GEOSError) -> GEOSGeometry {
    do throws(GEOSError) {
      return try snapped(geometry(feature: feature, of: column), toGrid: size)
    } catch {
      return try snapped(repair(column, feature: feature), toGrid: size)
    }
  }

  private func snapped(_ geometry: borrowing GEOSGeometry, toGrid size: Double) throws(GEOSError) -> GEOSGeometry {
    try GEOSGeometry(taking: GEOSGeom_setPrecision_r(handle, geometry.borrowed, size, 0), of: "setPrecision", in: self)
      .normalized()
  }
}
