package import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

extension GroundMetric {
  /// The metric of the areas' CRS: geographic ones by the ellipsoid of WGS 84, from which others differ by less than 10⁻³.
  package static func of(_ crs: CRS, file: String) throws -> GroundMetric {
    if crs.isWGS84 { return .wgs84 }
    do {
      let info = try ProjContext().info(crs)
      return info.isGeographic
        ? .ellipsoid(.wgs84, degreesPerUnit: info.unitSize * 180 / .pi) : .plane(metresPerUnit: info.unitSize)
    } catch {
      throw CRSOperation.failure(error, files: [crs.description: file])
    }
  }
}
