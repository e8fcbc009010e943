internal import PlazaGEOS
internal import PlazaGeometry
public import PlazaLayers

/// The zones of one hazard with their classes.
public struct SpaceHazard: Sendable {
  /// As the fields of the outputs bear it.
  public var name: String
  /// The field of the zones with the class.
  public var field: String
  /// Polygons, valid, in any CRS.
  public var zones: Features
  public var file: String

  public init(name: String, field: String, zones: Features, file: String) {
    self.name = name
    self.field = field
    self.zones = zones
    self.file = file
  }
}

/// Which classes of each hazard spaces lie in, with any part of them.
struct SpaceHazards: Sendable {
  /// One hazard: its classes as they are ordered, and of each space those that it lies in.
  struct Found: Sendable {
    var name: String
    var classes: [String]
    /// Places in `classes`, ascending.
    var ofSpace: [[Int]]

    /// The highest class of a space; nil outside all zones.
    func highest(_ space: Int) -> String? { ofSpace[space].last.map { classes[$0] } }
  }

  let found: [Found]

  /// - Parameter features: the spaces, in degrees on WGS 84.
  /// - Parameter order: classes from the lowest to the highest, for all hazards; empty takes them in the order of their bytes.
  /// - Throws: `Failure` `spaces.no_field`, `spaces.class_not_ordered`, `spaces.failed`.
  init(_ features: Features, _ hazards: [SpaceHazard], order: [String]) throws {
    found = try hazards.map { try Self.found(features, $0, order: order) }
  }

  private static func found(_ features: Features, _ hazard: SpaceHazard, order: [String]) throws -> Found {
    let zones = try hazard.zones.projected(to: .wgs84)
    let names = zones.columns.map(\.name)
    guard let field = FieldNames.index(of: hazard.field, in: names) else {
      throw Failure(
        .notUnderstood, "spaces.no_field",
        ["file": hazard.file, "option": "--hazards", "field": hazard.field, "fields": names.joined(separator: ", ")])
    }
    let texts = zones.columns[field].values.map { KindText.canonical(($0.text ?? "").utf8) }
    let occurring = Set(texts).subtracting([""]).sorted(by: KindText.precedes)
    if !order.isEmpty, let stranger = occurring.first(where: { !order.contains($0) }) {
      throw Failure(
        .usage, "spaces.class_not_ordered",
        ["file": hazard.file, "class": stranger, "classes": occurring.joined(separator: ", ")])
    }
    let classes = order.isEmpty ? occurring : order.filter(occurring.contains)
    var ofSpace = [Set<Int>](repeating: [], count: features.count)
    do throws(GEOSError) {
      let context = GEOSContext()
      let shapes = SpaceShapes(features)
      for zone in 0..<zones.count {
        let box = zones.polygons.envelope(ofFeature: zone)
        guard !box.isEmpty, let place = classes.firstIndex(of: texts[zone]) else { continue }
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
    return Found(name: hazard.name, classes: classes, ofSpace: ofSpace.map { $0.sorted() })
  }
}

extension Envelope {
  fileprivate func meets(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
