internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers

/// Who is laid under the zones: the people inside the areas, and where nobody knows of any.
struct ExposedPeople: Sendable {
  let people: People
  /// Whether they are those of the very areas, so that an area's are in no other, whatever ground two have in common.
  let isOwn: Bool
  /// The people of each area; nil where nobody knows them.
  private(set) var areas: [PeopleCount?] = []
  /// Those inside the areas taken together, every place once.
  private(set) var inside: PeopleCount
  /// The areas whose people are not known, in number and in m².
  private(set) var unknown: (areas: Int, surface: Double) = (0, 0)
  private(set) var notes: [Diagnostic] = []

  /// From this share of its ground on an area that a raster reaches is known.
  private static let reached = 0.99

  /// - Throws: `Failure` `people.elsewhere` where nobody of the file is in any area.
  init(_ people: People, file: String, isOwn: Bool, populations: [Double?], _ ground: ExposureGround, jobs: Int) throws {
    self.people = people
    self.isOwn = isOwn
    let count = ground.areas.featureCount
    if isOwn {
      inside = .none(groups: people.groups.count)
      for area in 0..<count {
        let own = populations[area] == nil || ground.surfaces[area] == 0 ? nil : people.all(ofArea: area)
        areas.append(own)
        if let own { inside += own }
      }
    } else {
      var zones = ground.areas
      zones.append(contentsOf: ground.union.merged(0..<ground.union.featureCount))
      let answers = try people.answers(of: zones, jobs: jobs)
      inside = answers[count].count
      for area in 0..<count {
        let isKnown =
          ground.surfaces[area] > 0 && answers[area].reach >= (people.isOfCells ? Self.reached : .leastNonzeroMagnitude)
        areas.append(isKnown ? answers[area].count : nil)
      }
      if !areas.contains(where: { $0 != nil }), inside.total == 0 {
        throw Failure(.notUnderstood, "people.elsewhere", ["file": file])
      }
    }
    for area in 0..<count where areas[area] == nil && ground.surfaces[area] > 0 {
      unknown.areas += 1
      unknown.surface += ground.surfaces[area]
    }
    if unknown.areas > 0 {
      // Nobody knows how many are there, so there is no upper limit.
      inside.high = .infinity
      if !isOwn {
        notes.append(
          Diagnostic(
            .warning, people.isOfCells ? "people.beyond_raster" : "people.beyond",
            [
              "file": file, "count": String(unknown.areas), "areas": String(count),
              "surface": NumberText.text((unknown.surface / 1e4).rounded() / 100) ?? "",
              "share": NumberText.text(ground.surface > 0 ? min(1, unknown.surface / ground.surface) : 0) ?? "",
            ]))
      }
    }
    if people.isOfPoints {
      // A point says where a settlement is, and not how far it reaches.
      areas = areas.map { $0.map(Self.unlimited) }
      inside = Self.unlimited(inside)
    }
  }

  /// A number without limits: of none it is sure that they are there.
  static func unlimited(_ count: PeopleCount) -> PeopleCount {
    var count = count
    (count.low, count.high) = (0, .infinity)
    return count
  }
}

extension People {
  var isOfPoints: Bool {
    if case .points = source { true } else { false }
  }

  var isOfCells: Bool {
    if case .raster = source { true } else { false }
  }

  /// Everybody of the area with this place in its file's order of codes; nil without ground.
  func all(ofArea area: Int) -> PeopleCount? {
    guard case .units(let units) = source, let unit = units.unitOfRow[area] else { return nil }
    return units.count(CollectionOfOne((unit: unit, surface: units.surfaces[unit])))
  }

  /// People within each zone, and the share of its ground of which the source knows anything: cells with a value or with nobody, units;
  /// of points all of it.
  func answers(of zones: PolygonColumn, jobs: Int) throws -> [(count: PeopleCount, reach: Double)] {
    switch source {
    case .units(let units): units.answers(of: zones, jobs: jobs)
    case .points(let points): points.within(zones, isShared: false, jobs: jobs).map { ($0, 1) }
    case .raster(let raster): try raster.answers(of: zones, crs: crs, jobs: jobs)
    }
  }

  /// The people of the very areas on the ground of each class, and on all of it.
  /// - Returns: by area and, within it, class, then any; and the same of all areas together.
  func own(_ zones: HazardZones, areas count: Int, jobs: Int) -> (areas: [PeopleCount?], together: [PeopleCount]) {
    let columns = zones.classCount + 1
    var areas = [PeopleCount?](repeating: nil, count: count * columns)
    var together = [PeopleCount](repeating: .none(groups: groups.count), count: columns)
    guard case .units(let units) = source else { return (areas, together) }
    let overlaps = Overlaps(units.geometry, zones.parts, jobs: jobs)
    for area in 0..<count {
      guard let unit = units.unitOfRow[area] else { continue }
      var surfaces = [Double](repeating: 0, count: columns)
      for pair in overlaps.pairs(ofFeature: unit) {
        surfaces[zones.classOfPart[Int(overlaps.features[pair])]] += overlaps.surfaces[pair]
        surfaces[columns - 1] += overlaps.surfaces[pair]
      }
      for column in 0..<columns {
        let found = units.count(CollectionOfOne((unit: unit, surface: surfaces[column])))
        areas[area * columns + column] = found
        together[column] += found
      }
    }
    return (areas, together)
  }
}
