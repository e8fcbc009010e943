internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaRecords

/// The ground of the areas in a projection of equal area: each by itself, and all together with every place once.
struct ExposureGround: Sendable {
  let crs: CRS
  let areas: PolygonColumn
  /// Polygons without ground in common.
  let union: PolygonColumn
  /// Of each area, in m².
  let surfaces: [Double]
  /// Of the union, in m².
  let surface: Double
  private(set) var notes: [Diagnostic] = []

  /// What several areas have in common is told from this share of the ground on: less is how neighbours were drawn.
  private static let told = 1e-4

  /// - Parameter stated: the plane that the caller names; it is taken where its surfaces are those of the ellipsoid.
  /// - Throws: `Failure` `ground.not_metric`, `overlay.failed`, and as the choice of an operation does.
  init(_ set: AreaSet, file: String, stated: CRS?, jobs: Int) async throws {
    let (geometry, from) = (set.layer.geometry, set.layer.crs)
    var plane = try Self.equalArea(around: geometry, from)
    if let stated {
      try StudyGround.requireMetres(stated)
      if try Self.isEqualArea(stated, over: geometry, from) {
        plane = stated
        notes.append(Diagnostic(.note, "ground.crs_stated", ["crs": try StudyGround.name(stated)]))
      } else {
        notes.append(
          Diagnostic(
            .note, "exposure.crs_not_equal_area", ["stated": try StudyGround.name(stated), "crs": try StudyGround.name(plane)]))
      }
    } else {
      notes.append(Diagnostic(.note, "ground.crs", ["crs": try StudyGround.name(plane)]))
    }
    crs = plane
    areas = try Reprojection.bent(geometry, from: from, to: plane)
    do {
      union = try await GEOS.dissolved(areas, jobs: jobs)
    } catch let error as GEOSError {
      throw Failure(.failed, "overlay.failed", ["reason": error.description])
    }
    let (parts, together) = (areas, union)
    surfaces = (0..<parts.featureCount).map { parts.planarArea(ofFeature: $0) }
    surface = (0..<together.featureCount).reduce(0) { $0 + together.planarArea(ofFeature: $1) }
    guard surface > 0 else { throw Failure(.notUnderstood, "exposure.no_areas", ["file": file]) }
    let common = surfaces.reduce(0, +) - surface
    if common > Self.told * surface {
      notes.append(
        Diagnostic(
          .warning, "exposure.areas_overlap",
          [
            "file": file, "surface": NumberText.text((common / 1e4).rounded() / 100) ?? "",
            "share": NumberText.text(common / surface) ?? "",
          ]))
    }
  }

  /// Lambert's azimuthal projection of equal area about the middle of some polygons, also across the antimeridian.
  static func equalArea(around geometry: PolygonColumn, _ crs: CRS) throws -> CRS {
    let box = try Reprojection.earthBox(of: geometry, from: crs)
    guard !box.isEmpty else { return StudyCRS.azimuthal(longitude: 0, latitude: 0) }
    let longitude = ((box.minX + box.maxX) / 2).rounded()
    return StudyCRS.azimuthal(
      longitude: longitude > 180 ? longitude - 360 : longitude, latitude: ((box.minY + box.maxY) / 2).rounded())
  }

  /// Whether a plane has the surfaces of the ellipsoid there, to a hundred thousandth, by squares of 2 km over the box of the areas: in
  /// smaller ones the last bits of positions weigh as much.
  private static func isEqualArea(_ crs: CRS, over geometry: PolygonColumn, _ from: CRS) throws -> Bool {
    let box = try Reprojection.bent(geometry, from: from, to: crs).envelope
    guard !box.isEmpty else { return true }
    var plane = PolygonColumn()
    for step in 0..<9 {
      let (x, y) = (box.minX + box.width * Double(step % 3) / 2, box.minY + box.height * Double(step / 3) / 2)
      for (dx, dy) in [(-1000.0, -1000.0), (1000, -1000), (1000, 1000), (-1000, 1000), (-1000, -1000)] {
        plane.append(x: x + dx, y: y + dy)
      }
      plane.endRing()
      plane.endPolygon()
      plane.endFeature()
    }
    let degrees = try Reprojection.bent(plane, from: crs, to: .wgs84)
    return (0..<9).allSatisfy { feature in
      let wanted = degrees.geodesicArea(ofFeature: feature)
      return (plane.planarArea(ofFeature: feature) - wanted).magnitude <= 1e-5 * wanted
    }
  }
}
