internal import PlazaGEOS
public import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// What a map of an exposure draws over its areas.
extension ExposureResult {
  /// The ground of one class of a hazard, or of any class, within the areas.
  public struct DrawnZone: Hashable, Sendable {
    /// As in `zones`.
    public var hazard: String
    /// Nil for any class.
    public var name: String?
    /// From the lightest class on, and of how many.
    public var place: Int
    public var count: Int
    /// In longitude and latitude on WGS 84.
    public var geometry: PolygonColumn
  }

  /// The zones that a field of the layer tells of: those of its class, else all of its hazard, class by class from the lowest; of a field about
  /// several hazards, or about none, each hazard as a whole.
  ///
  /// Classes without ground in the areas are left out. Where it lies outside, nobody was looked for.
  /// - Parameter field: nil takes the field that the map shows.
  /// - Throws: `Failure` `overlay.failed`, and as the choice of an operation to WGS 84 does.
  /// - Complexity: that of intersecting the zones with the areas.
  public func drawnZones(field: String? = nil, jobs: Int) async throws -> [DrawnZone] {
    let shown = field ?? mappedField
    let own = hazards.indices.filter { shown.hasPrefix(hazards[$0].name + "_") }.max {
      hazards[$0].name.count < hazards[$1].name.count
    }
    let ownClass = zones.filter { $0.name != nil && $0.hazard == own.map { hazards[$0].name } && shown.hasPrefix($0.slug + "_") }
      .max { $0.slug.count < $1.slug.count }?.name
    var result: [DrawnZone] = []
    for layer in layers {
      guard let hazard = layer.hazard, own == nil || own == hazard else { continue }
      let facts = hazards[hazard]
      if own == nil {
        let geometry = try await drawn(layer.zones.parts, jobs: jobs)
        if geometry.vertexCount > 0 {
          result.append(DrawnZone(hazard: facts.name, name: nil, place: 0, count: 1, geometry: geometry))
        }
        continue
      }
      for number in 0..<layer.zones.classCount where ownClass == nil || facts.classes[number] == ownClass {
        let geometry = try await drawn(layer.zones.parts(ofClass: number), jobs: jobs)
        guard geometry.vertexCount > 0 else { continue }
        result.append(
          DrawnZone(
            hazard: facts.name, name: facts.classes[number], place: number, count: layer.zones.classCount, geometry: geometry))
      }
    }
    return result
  }

  private func drawn(_ zones: PolygonColumn, jobs: Int) async throws -> PolygonColumn {
    do {
      let inside = try await GEOS.intersections(zones, union, jobs: jobs)
      return try WGS84Layer.geometry(of: Layer(geometry: inside, columns: [], crs: crs))
    } catch let error as GEOSError {
      throw Failure(.failed, "overlay.failed", ["reason": error.description])
    }
  }

  /// The spaces that lie in some zone, and the others, in longitude and latitude on WGS 84; nil without any.
  public var drawnSpaces: (exposed: Features, others: Features)? {
    get throws {
      guard let spaces else { return nil }
      let features = try spaces.features.projected(to: .wgs84)
      let isExposed = (0..<spaces.count).map { row in spaces.classes.contains { $0[row] != nil } }
      return (
        features.selecting(isExposed.indices.filter { isExposed[$0] }),
        features.selecting(isExposed.indices.filter { !isExposed[$0] })
      )
    }
  }
}
