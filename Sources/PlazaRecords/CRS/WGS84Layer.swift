package import PlazaGeometry
package import PlazaLayers
internal import PlazaPROJ

/// A layer's geometry in longitude and latitude on WGS 84, and its surface there.
package enum WGS84Layer {
  /// The ellipsoidal surface of each feature in km², edges straight in longitude and latitude; nil for one without geometry.
  package static func squareKilometres(_ degrees: PolygonColumn) -> [Double?] {
    (0..<degrees.featureCount).map { feature in
      degrees.isEmpty(feature: feature) ? nil : degrees.geodesicArea(ofFeature: feature) / 1e6
    }
  }

  /// The same of a layer in any CRS, whose edges are straight in it: long ones bend on the way to longitude and latitude.
  /// - Throws: `Failure` as the choice of an operation does.
  package static func squareKilometres(of layer: Layer) throws -> [Double?] {
    squareKilometres(try layer.crs.isWGS84 ? layer.geometry : Reprojection.bent(layer.geometry, from: layer.crs, to: .wgs84))
  }

  /// - Throws: `Failure` as the choice of an operation does; `crs.no_image` when a vertex has no place there.
  package static func geometry(of layer: Layer) throws -> PolygonColumn {
    guard !layer.crs.isWGS84, layer.geometry.vertexCount > 0 else { return layer.geometry }
    let operation = try CRSOperation.choose(
      from: layer.crs, named: "", to: .wgs84, named: "", around: layer.geometry.envelope, boxCRS: layer.crs)
    guard !operation.isIdentity else { return layer.geometry }
    var geometry = layer.geometry
    do {
      if try Transformer(operation).transform(&geometry) > 0 {
        throw Failure(.notUnderstood, "crs.no_image", ["crs": layer.crs.description])
      }
    } catch let error as ProjError {
      throw CRSOperation.failure(error, files: [:])
    }
    return geometry
  }
}
