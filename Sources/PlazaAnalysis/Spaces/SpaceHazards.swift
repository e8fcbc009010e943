internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// Which classes of each hazard spaces lie in, with any part of them.
struct SpaceHazards: Sendable {
  /// One hazard: its classes as they are ordered, and of each space those that it lies in.
  struct Found: Sendable {
    var name: String
    var classes: [String]
    /// Places in `classes`, ascending.
    var ofSpace: [[Int]]
    /// What to say of how its classes were read.
    var notes: [Diagnostic]

    /// The highest class of a space; nil outside all zones.
    func highest(_ space: Int) -> String? { ofSpace[space].last.map { classes[$0] } }
  }

  let found: [Found]
  var notes: [Diagnostic] { found.flatMap(\.notes) }

  /// - Parameter features: the spaces, in degrees on WGS 84.
  /// - Throws: `Failure` as `HazardScale`; `spaces.failed`.
  init(_ features: Features, _ hazards: [Hazard]) throws { found = try hazards.map { try Self.found(features, $0) } }

  private static func found(_ features: Features, _ hazard: Hazard) throws -> Found {
    let scale = try HazardScale(hazard)
    guard hazard.features.polygons.polygonCount > 0 else {
      throw Failure(.notUnderstood, "exposure.no_zones", ["file": hazard.file, "hazard": hazard.name])
    }
    let zones = try hazard.features.projected(to: .wgs84)
    var ofSpace = [Set<Int>](repeating: [], count: features.count)
    do throws(GEOSError) {
      let context = GEOSContext()
      let shapes = SpaceShapes(features)
      for zone in 0..<zones.count {
        let box = zones.polygons.envelope(ofFeature: zone)
        guard !box.isEmpty, let place = scale.classOfFeature[zone] else { continue }
        let near = (0..<features.count).filter {
          shapes.centres[$0] != nil && shapes.boxes[$0].meets(box) && !ofSpace[$0].contains(place)
        }
        guard !near.isEmpty else { continue }
        let polygon = try context.geometry(feature: zone, of: zones.polygons)
        for space in near where try shapes.geometry(space, in: context).intersects(polygon) { ofSpace[space].insert(place) }
      }
    } catch {
      throw Failure(.failed, "spaces.failed", ["reason": error.description])
    }
    return Found(name: hazard.name, classes: scale.names, ofSpace: ofSpace.map { $0.sorted() }, notes: scale.notes)
  }
}
