public import PlazaGeometry

extension GEOS {
  /// The ground of all features as polygons that have none in common, one feature each, in canonical order.
  ///
  /// Polygons that meet nothing keep their coordinates; the others are joined with those that they meet.
  /// - Parameter column: valid features, which may overlap.
  /// - Throws: `GEOSError`; `CancellationError`.
  /// - Complexity: O(n log n) in the vertices.
  public static func dissolved(_ column: PolygonColumn, jobs: Int) async throws -> PolygonColumn {
    let polygons = column.polygonsAsFeatures
    let order = polygons.canonicalOrder
    let sorted = polygons.reordered(order)
    let groups = Groups(sorted)
    // One feature for each group of polygons that hang together.
    let joined = sorted.grouped(groups.members)
    let chunks = try await mapChunks(of: joined, jobs: jobs) { context, features in
      var result = PolygonColumn()
      for feature in features {
        if joined.polygons(ofFeature: feature).count == 1 {
          result.append(feature: feature, of: joined)
        } else {
          result.append(contentsOf: try context.union(features: groups.members[feature], of: sorted).polygonsAsFeatures)
        }
      }
      return result
    }
    var result = PolygonColumn()
    for chunk in chunks { result.append(contentsOf: chunk) }
    return result.reordered(result.canonicalOrder)
  }

  /// What each feature has in common with all those of another column together; empty where that is nothing.
  ///
  /// A feature that lies wholly inside keeps its very bytes.
  /// - Parameter other: valid features without ground in common, as after `dissolved`.
  /// - Throws: `GEOSError` naming the feature; `CancellationError`.
  public static func intersections(_ column: PolygonColumn, _ other: PolygonColumn, jobs: Int) async throws -> PolygonColumn {
    let overlaps = Overlaps(column, other, jobs: jobs)
    return try await mapped(column, jobs: jobs) { context, feature, result in
      let pairs = overlaps.pairs(ofFeature: feature)
      let whole = column.planarArea(ofFeature: feature)
      if pairs.contains(where: { overlaps.surfaces[$0] >= whole * (1 - 1e-12) }) {
        for polygon in column.polygons(ofFeature: feature) { result.append(polygon: polygon, of: column) }
      } else {
        for pair in pairs {
          try context.intersection(feature, of: column, Int(overlaps.features[pair]), of: other).appendPolygons(to: &result)
        }
      }
    }
  }

  /// What is left of each feature without the ground of another column's; empty where that is nothing.
  ///
  /// A feature that the other column takes nothing of keeps its very bytes.
  /// - Parameter other: valid features.
  /// - Throws: `GEOSError` naming the feature; `CancellationError`.
  public static func differences(_ column: PolygonColumn, _ other: PolygonColumn, jobs: Int) async throws -> PolygonColumn {
    let overlaps = Overlaps(column, other, jobs: jobs)
    return try await mapped(column, jobs: jobs) { context, feature, result in
      let pairs = overlaps.pairs(ofFeature: feature)
      if pairs.isEmpty {
        for polygon in column.polygons(ofFeature: feature) { result.append(polygon: polygon, of: column) }
      } else {
        let others = pairs.map { Int(overlaps.features[$0]) }
        try context.difference(feature, of: column, others, of: other).appendPolygons(to: &result)
      }
    }
  }

  private static func mapped(
    _ column: PolygonColumn, jobs: Int, _ body: @escaping @Sendable (GEOSContext, Int, inout PolygonColumn) throws -> Void
  ) async throws -> PolygonColumn {
    let chunks = try await mapChunks(of: column, jobs: jobs) { context, features in
      var result = PolygonColumn()
      for feature in features {
        try body(context, feature, &result)
        result.endFeature()
      }
      return result
    }
    var result = PolygonColumn()
    for chunk in chunks { result.append(contentsOf: chunk) }
    return result
  }
}

extension GEOSContext {
  /// A feature that a projection has moved may be invalid by the last bits: what GEOS refuses is repaired and asked again.
  private func sound(_ feature: Int, of column: PolygonColumn) throws(GEOSError) -> GEOSGeometry {
    try validity(of: column, feature: feature).isValid ? geometry(feature: feature, of: column) : repair(column, feature: feature)
  }

  func intersection(
    _ feature: Int, of column: PolygonColumn, _ other: Int, of others: PolygonColumn
  ) throws(GEOSError) -> GEOSGeometry {
    do throws(GEOSError) {
      do throws(GEOSError) {
        return try geometry(feature: feature, of: column).intersection(geometry(feature: other, of: others)).normalized()
      } catch {
        return try sound(feature, of: column).intersection(sound(other, of: others)).normalized()
      }
    } catch {
      throw error.naming(feature)
    }
  }

  func difference(
    _ feature: Int, of column: PolygonColumn, _ others: [Int], of otherColumn: PolygonColumn
  ) throws(GEOSError) -> GEOSGeometry {
    do throws(GEOSError) {
      let taken = try union(features: others, of: otherColumn)
      do throws(GEOSError) {
        return try geometry(feature: feature, of: column).difference(geometry(feature: 0, of: taken)).normalized()
      } catch {
        return try sound(feature, of: column).difference(sound(0, of: taken)).normalized()
      }
    } catch {
      throw error.naming(feature)
    }
  }
}

extension PolygonColumn {
  /// Every polygon as a feature of its own.
  var polygonsAsFeatures: PolygonColumn {
    PolygonColumn(
      coordinates: coordinates, ringOffsets: ringOffsets, polygonOffsets: polygonOffsets, featureOffsets: Array(0...polygonCount))
  }

  fileprivate func grouped(_ groups: [[Int]]) -> PolygonColumn {
    var result = PolygonColumn()
    result.reserveCapacity(vertices: vertexCount)
    for group in groups {
      for feature in group {
        for polygon in polygons(ofFeature: feature) { result.append(polygon: polygon, of: self) }
      }
      result.endFeature()
    }
    return result
  }
}

/// Features whose boxes hang together, by their first member.
private struct Groups: Sendable {
  private(set) var members: [[Int]] = []

  init(_ column: PolygonColumn) {
    let boxes = (0..<column.featureCount).map { column.envelope(ofFeature: $0) }
    let index = BoxIndex(boxes)
    var parents = Array(boxes.indices)
    func root(_ feature: Int) -> Int {
      var feature = feature
      while parents[feature] != feature {
        parents[feature] = parents[parents[feature]]
        feature = parents[feature]
      }
      return feature
    }
    for feature in boxes.indices {
      for other in index.numbers(meeting: boxes[feature]) where other < feature {
        let (a, b) = (root(feature), root(other))
        parents[max(a, b)] = min(a, b)
      }
    }
    var group = [Int](repeating: -1, count: boxes.count)
    for feature in boxes.indices {
      let first = root(feature)
      if group[first] < 0 {
        group[first] = members.count
        members.append([])
      }
      members[group[first]].append(feature)
    }
  }
}
