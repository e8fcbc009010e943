public import PlazaGeometry

/// Ground that a feature is given, and ground that is taken from it.
public struct GroundEdit: Hashable, Sendable {
  public var feature: Int
  /// Any number of features each.
  public var gained = PolygonColumn()
  public var lost = PolygonColumn()

  public init(feature: Int) { self.feature = feature }
}

extension GEOS {
  /// The features with some ground given and taken; the others keep their very bytes.
  ///
  /// A feature that would lose all of its ground keeps it.
  /// - Parameter edits: one for a feature at most, by ascending number.
  /// - Throws: `GEOSError` naming the feature; `CancellationError`.
  public static func edited(_ column: PolygonColumn, _ edits: [GroundEdit], jobs: Int) async throws -> PolygonColumn {
    guard !edits.isEmpty else { return column }
    let chunks = try await mapRanges(count: edits.count, size: 8, jobs: jobs) { context, range in
      var result = PolygonColumn()
      for place in range {
        let edit = edits[place]
        var whole = PolygonColumn()
        whole.append(feature: edit.feature, of: column)
        do throws(GEOSError) {
          if edit.gained.featureCount > 0 {
            whole.append(contentsOf: edit.gained)
            whole = try context.union(features: Array(0..<whole.featureCount), of: whole)
          }
          if edit.lost.featureCount > 0 {
            var rest = PolygonColumn()
            try context.difference(0, of: whole, Array(0..<edit.lost.featureCount), of: edit.lost).appendPolygons(to: &rest)
            rest.endFeature()
            whole = rest
          }
        } catch {
          throw error.naming(edit.feature)
        }
        result.append(feature: 0, of: whole.isEmpty(feature: 0) ? column.selecting([edit.feature]) : whole)
      }
      return result
    }
    var result = PolygonColumn()
    result.reserveCapacity(vertices: column.vertexCount)
    var copied = 0
    var edited = PolygonColumn()
    for chunk in chunks { edited.append(contentsOf: chunk) }
    for (place, edit) in edits.enumerated() {
      result.append(features: copied..<edit.feature, of: column)
      result.append(feature: place, of: edited)
      copied = edit.feature + 1
    }
    result.append(features: copied..<column.featureCount, of: column)
    return result
  }
}
