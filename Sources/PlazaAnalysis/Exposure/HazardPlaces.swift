internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// Whether hazards lie where the areas do: a layer of another city, in the wrong zone, or with its axes swapped exposes nobody, which is no
/// finding.
enum HazardPlaces {
  /// - Returns: a warning for each hazard that lies elsewhere, when another does not.
  /// - Throws: `Failure` `exposure.no_zones` for a layer without polygons; `exposure.elsewhere` or `exposure.elsewhere_swapped` when no
  ///   hazard's box meets that of the areas.
  static func check(_ hazards: [Hazard], _ areas: AreaSet, file: String) throws -> [Diagnostic] {
    let ground = try Reprojection.earthBox(of: areas.layer.geometry, from: areas.layer.crs)
    var elsewhere: [Diagnostic] = []
    for hazard in hazards {
      guard hazard.features.polygons.polygonCount > 0 else {
        throw Failure(.notUnderstood, "exposure.no_zones", ["file": hazard.file, "hazard": hazard.name])
      }
      guard !ground.isEmpty else { continue }
      let box = try? Reprojection.earthBox(of: hazard.features.polygons, from: hazard.features.crs)
      if let box, meets(box, ground) { continue }
      let raw = hazard.features.polygons.envelope
      let swapped = Envelope(minX: raw.minY, minY: raw.minX, maxX: raw.maxY, maxY: raw.maxX)
      let isSwapped = (try? isGeographicBox(swapped, hazard, ground)) ?? false
      elsewhere.append(
        Diagnostic(
          .warning, isSwapped ? "exposure.elsewhere_swapped" : "exposure.elsewhere",
          [
            "file": hazard.file, "hazard": hazard.name, "areas": file, "crs": hazard.features.crs.description,
            "box": text(box ?? raw), "ground": text(ground),
          ]))
    }
    if elsewhere.count == hazards.count, let first = elsewhere.first {
      throw Failure(.notUnderstood, first.id, first.values)
    }
    return elsewhere
  }

  private static func isGeographicBox(_ swapped: Envelope, _ hazard: Hazard, _ ground: Envelope) throws -> Bool {
    let box = try Reprojection.box(swapped, from: hazard.features.crs, to: .wgs84)
    return meets(box, ground)
  }

  /// Boxes in degrees, of which one may go on beyond 180°.
  static func meets(_ one: Envelope, _ other: Envelope) -> Bool {
    guard one.minY <= other.maxY, other.minY <= one.maxY else { return false }
    return [-360.0, 0, 360].contains { one.minX + $0 <= other.maxX && other.minX <= one.maxX + $0 }
  }

  /// `-99.2 … -98.9, 19.1 … 19.6`: longitudes, then latitudes.
  static func text(_ box: Envelope) -> String {
    func short(_ value: Double) -> String { NumberText.text((value * 1000).rounded() / 1000) ?? "?" }
    return "\(short(box.minX)) … \(short(box.maxX)), \(short(box.minY)) … \(short(box.maxY))"
  }
}
