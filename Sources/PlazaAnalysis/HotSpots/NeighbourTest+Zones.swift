internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

extension NeighbourTest {
  func records(_ chosen: [Int]) -> Int { chosen.reduce(0) { $0 + units.records[$1] } }

  /// The zones of some units, that with most records first; of equal ones the first in the order of units.
  /// - Throws: `Failure` as the places of names refuse.
  func described(_ chosen: [Int]) throws -> [Zone] {
    let found = zones(chosen).map { (units: $0, records: records($0)) }.sorted {
      ($1.records, $0.units[0]) < ($0.records, $1.units[0])
    }
    let names = try units.surroundings.flatMap { try PlaceNames($0) }
    let ground = self.ground
    let allGround = units.count == 0 ? 0 : usedUnits.reduce(0) { $0 + (ground[$1] ?? 0) }
    let allRecords = Double(records(usedUnits))
    return found.enumerated().map { index, zone in
      let middle = middle(zone.units)
      let surfaces = zone.units.compactMap { units.surfaces[$0] }
      let people = zone.units.compactMap { units.populations[$0] }
      let share = allGround > 0 ? zone.units.reduce(0) { $0 + (ground[$1] ?? 0) } / allGround : nil
      return Zone(
        number: index + 1, name: units.grid == nil ? label(heaviest(zone.units)) : names?.name(of: zone.units, in: units),
        longitude: middle.x, latitude: middle.y, units: zone.units, records: zone.records,
        expected: share.map { $0 * allRecords }, surface: surfaces.isEmpty ? nil : surfaces.reduce(0, +),
        people: people.isEmpty ? nil : people.reduce(0, +))
    }
  }

  /// The column `zone`: the number of the zone that a unit is of.
  func column(_ zones: [Zone]) -> Column {
    var values = [FieldValue](repeating: .null, count: units.count)
    for zone in zones { for unit in zone.units { values[unit] = .integer(zone.number) } }
    return Column(name: "zone", values: values)
  }

  /// What is said of the first zones, one by one.
  func findings(_ zones: [Zone]) -> [Diagnostic] {
    zones.prefix(3).map { zone in
      func text(_ value: Double, digits: Int) -> String {
        var unit = 1.0
        for _ in 0..<digits { unit *= 10 }
        return NumberText.text((value * unit).rounded() / unit) ?? ""
      }
      var values = [
        "number": String(zone.number), "records": String(zone.records), "units": String(zone.unitCount),
        "place": zone.name ?? "\(text(zone.latitude, digits: 4)), \(text(zone.longitude, digits: 4))",
        "km2": zone.surface.map { text($0, digits: $0 < 1 ? 3 : $0 < 100 ? 1 : 0) } ?? "",
        "expected": zone.expected.map { text($0, digits: $0 < 10 ? 1 : 0) } ?? "",
      ]
      if let people = zone.people { values["people"] = text(people, digits: 0) }
      return Diagnostic(
        .note,
        options.measure == .rate ? "hotspots.zone_rate" : zone.people == nil ? "hotspots.zone" : "hotspots.zone_people", values)
    }
  }

  /// That the whole map has too few records.
  var tooFew: Diagnostic {
    Diagnostic(
      .note, "hotspots.too_few",
      [
        "records": String(records(usedUnits)), "needed": String(EnoughRecords.onMap), "together": String(EnoughRecords.inZone),
      ])
  }

  /// That nothing stands out.
  func none(tested: Int) -> Diagnostic {
    Diagnostic(.note, units.grid != nil ? "hotspots.none_cells" : "hotspots.none_areas", ["tested": String(tested)])
  }

  /// How much all zones hold together.
  func summary(_ zones: [Zone], tested: Int) -> [Diagnostic] {
    let chosen = zones.flatMap(\.units)
    let shares = shares(chosen)
    return [
      Diagnostic(
        .note, units.grid != nil ? "hotspots.zones_cells" : "hotspots.zones_areas",
        [
          "zones": String(zones.count), "units": String(chosen.count), "tested": String(tested),
          "records": shares.records.flatMap(NumberText.text) ?? "0", "surface": shares.surface.flatMap(NumberText.text) ?? "0",
        ])
    ]
  }

  private func heaviest(_ zone: [Int]) -> Int { zone.max { (units.records[$0], -$0) < (units.records[$1], -$1) }! }

  /// The mean of the middles of the units' boxes, by their records.
  private func middle(_ zone: [Int]) -> Coordinate {
    var (x, y, weight) = (0.0, 0.0, 0.0)
    let isEmpty = records(zone) == 0
    for unit in zone {
      let box = units.degrees.envelope(ofFeature: unit)
      let own = isEmpty ? 1 : Double(units.records[unit])
      x += own * (box.minX + box.maxX) / 2
      y += own * (box.minY + box.maxY) / 2
      weight += own
    }
    return Coordinate(x: x / weight, y: y / weight)
  }
}

/// What places are called: the areas of a layer that they lie in.
struct PlaceNames {
  private let names: [FieldValue]
  private let locator: AreaLocator

  /// Nil where the layer has no field of names, or a single area, whose name tells nothing.
  init?(_ areas: AreaLayer) throws {
    let layer = areas.layer
    guard layer.featureCount > 1, let field = FieldNames.name(in: layer.columns.map(\.name)) else { return nil }
    names = layer.columns[field].values
    var geometry = layer.geometry
    try Reprojection.transform(&geometry, from: layer.crs, to: .wgs84)
    locator = AreaLocator(geometry)
  }

  /// - Parameter place: in degrees on WGS 84.
  func name(at place: Coordinate) -> String? { locator.areas(of: [place])[0].flatMap { names[$0].text } }

  /// The area with most records of the zone, by the middles of its units; of equal ones that with most units, then the first in the layer.
  func name(of zone: [Int], in units: StudyUnits) -> String? {
    let middles = zone.map { unit in
      let box = units.degrees.envelope(ofFeature: unit)
      return Coordinate(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
    }
    var found: [Int: (records: Int, units: Int)] = [:]
    for (unit, area) in zip(zone, locator.areas(of: middles)) {
      guard let area else { continue }
      found[area, default: (0, 0)].records += units.records[unit]
      found[area, default: (0, 0)].units += 1
    }
    let most = found.max { ($0.value.records, $0.value.units, -$0.key) < ($1.value.records, $1.value.units, -$1.key) }
    return most.flatMap { names[$0.key].text }
  }
}
