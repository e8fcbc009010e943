public import PlazaGeometry

extension GEOSContext {
  /// Whether one feature is valid, else GEOS's reason and place; an empty feature is valid. O(n log n) in its vertices.
  ///
  /// Rings that GEOS cannot build are answered here: `Invalid Coordinate` (not finite), `Too few points in geometry component`
  /// (fewer than four positions) and `Ring is not closed`, at the ring's first position.
  /// - Throws: `GEOSError` naming the feature, if GEOS fails at what is not the feature's fault.
  public func validity(of column: PolygonColumn, feature: Int) throws(GEOSError) -> Validity {
    if let flaw = flawBeforeBuilding(column, feature: feature) { return flaw }
    if column.isEmpty(feature: feature) || column.isProvenValid(feature: feature) { return .valid }
    do throws(GEOSError) {
      return try geometry(feature: feature, of: column).validity()
    } catch {
      throw error.naming(feature)
    }
  }

  private func flawBeforeBuilding(_ column: PolygonColumn, feature: Int) -> Validity? {
    for ring in column.rings(ofFeature: feature) {
      let vertices = column.vertices(ofRing: ring)
      guard let first = vertices.first, let last = vertices.last else {
        return .invalid(reason: "Too few points in geometry component", x: .nan, y: .nan)
      }
      let start = column.coordinate(at: first)
      if let bad = firstNotFinite(column, vertices) { return .invalid(reason: "Invalid Coordinate", x: bad.x, y: bad.y) }
      if vertices.count < 4 { return .invalid(reason: "Too few points in geometry component", x: start.x, y: start.y) }
      if column.coordinate(at: last) != start { return .invalid(reason: "Ring is not closed", x: start.x, y: start.y) }
    }
    return nil
  }

  func firstNotFinite(_ column: PolygonColumn, _ vertices: Range<Int>) -> Coordinate? {
    column.coordinates.withUnsafeBufferPointer { values in
      // A sum of differences is NaN as soon as one value is not finite, and has no branch in the loop.
      var sum = 0.0
      for index in 2 * vertices.lowerBound..<2 * vertices.upperBound { sum += values[index] - values[index] }
      if sum == 0 { return nil }
      for vertex in vertices where !(values[2 * vertex].isFinite && values[2 * vertex + 1].isFinite) {
        return Coordinate(x: values[2 * vertex], y: values[2 * vertex + 1])
      }
      return nil
    }
  }
}

extension GEOSError {
  func naming(_ feature: Int) -> GEOSError {
    GEOSError(operation: operation, message: message, feature: self.feature ?? feature)
  }
}
