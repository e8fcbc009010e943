internal import PlazaGEOS
internal import PlazaGeometry
public import PlazaLayers

extension Features {
  /// Makes every polygon valid, as areas are.
  /// - Returns: what to say of it; nil if nothing had to be repaired.
  /// - Throws: `Failure` `geometry.unbuildable`; `geometry.invalid` when strict.
  public mutating func repairPolygons(file: String, isStrict: Bool, jobs: Int) async throws -> Diagnostic? {
    guard polygons.polygonCount > 0 else { return nil }
    do {
      let (column, repairs) = try await GEOS.repaired(polygons, jobs: jobs)
      guard let first = repairs.first else { return nil }
      if isStrict {
        throw Failure(
          .refused, "geometry.invalid",
          [
            "file": file, "feature": String(first.feature + 1), "reason": first.reason,
            "x": NumberText.text(first.place.x) ?? "?", "y": NumberText.text(first.place.y) ?? "?",
          ])
      }
      polygons = column
      return Diagnostic(.warning, "geometry.repaired", ["file": file, "count": String(repairs.count)])
    } catch let error as GEOSError {
      let feature = error.feature.map { String($0 + 1) } ?? "?"
      throw Failure(.notUnderstood, "geometry.unbuildable", ["file": file, "feature": feature, "reason": error.message])
    }
  }
}
