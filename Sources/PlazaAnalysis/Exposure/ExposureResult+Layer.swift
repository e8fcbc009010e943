internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

extension ExposureResult {
  /// The zone that a map shows: the highest class of the first hazard, for ground of any class is often all there is.
  public var mappedZone: Zone {
    zones.first { $0.hazard == hazards[0].name && $0.name != nil && $0.total.surface > 0 } ?? zones[0]
  }

  /// Whether a map shows people: not where nobody can tell how many lie in the zone.
  public var mapsPeople: Bool { people != nil && !isUntold(mappedZone) }

  /// The field that a map shows: the people of an area in that zone, else its share of ground.
  public var mappedField: String { mappedZone.slug + (mapsPeople ? "_population" : "_share") }
  public var nameField: String? { areaSet.nameField }

  /// The areas in the order of their codes with `<hazard>_<class>_km2`, `_share`, `_population`, and `_spaces` and `_incidents` where there
  /// are any; in longitude and latitude on WGS 84.
  public func makeLayer() throws -> Layer {
    let rows = 0..<areaSet.count
    var added = [Column(name: "area_km2", values: surfaces.map { NumberText.field($0 > 0 ? $0 / 1e6 : nil) })]
    for (layer, column, slug) in placedZones {
      let cells = rows.map { layer[$0, column] }
      added.append(Column(name: "\(slug)_km2", values: rows.map { surface(cells[$0].surface / 1e6, of: $0, layer) }))
      added.append(
        Column(name: "\(slug)_share", values: rows.map { surface(Self.share(cells[$0].surface / surfaces[$0]), of: $0, layer) }))
      if people != nil {
        added.append(Column(name: "\(slug)_population", values: cells.map { NumberText.field($0.people?.total) }))
      }
      if spaces != nil {
        added.append(Column(name: "\(slug)_spaces", values: rows.map { surface(Double(cells[$0].spaces), of: $0, layer) }))
      }
      if incidentAccount != nil {
        added.append(Column(name: "\(slug)_incidents", values: rows.map { surface(cells[$0].incidents, of: $0, layer) }))
      }
    }
    let names = Set(added.map(\.name))
    return Layer(
      geometry: try WGS84Layer.geometry(of: areaSet.layer),
      columns: areaSet.layer.columns.filter { !names.contains($0.name) } + added,
      crs: .wgs84)
  }

  /// An area without ground has no surface in anything, and of one that nobody looked at it is not known.
  private func surface(_ value: Double, of area: Int, _ layer: ExposureLayer) -> FieldValue {
    let isStudied = layer.isUnstudied.isEmpty || !layer.isUnstudied[area]
    return isStudied && surfaces[area] > 0 ? NumberText.field(value) : .null
  }

  /// The zones in the order of `zones`, with the layer and the column that they are.
  private var placedZones: [(layer: ExposureLayer, column: Int, slug: String)] {
    var rest = zones[...]
    return layers.flatMap { layer -> [(layer: ExposureLayer, column: Int, slug: String)] in
      let columns = layer.hazard == nil ? [layer.any] : (0..<layer.any).reversed() + [layer.any]
      return columns.map { (layer, $0, rest.removeFirst().slug) }
    }
  }

  public static let tableHeader = [
    "code", "name", "hazard", "class", "sex", "age", "population", "population_low", "population_high", "method", "km2", "share",
  ]

  /// One row for each area, hazard, class and group of people; then the same without a code: the territory, which is the areas' ground taken
  /// together with every place once.
  ///
  /// An empty class is any class, an empty hazard any of several; an empty sex is both, an empty age all. What nobody knows is empty: the
  /// people of an area that a raster does not reach, the upper limit where some are not known. Of a group that is not known everywhere the
  /// lower limit has those of whom it is. Surface and share of the ground stand in the row of everybody. `method` ends in `:coarse` where the higher limit is more than twice the lower.
  public var table: RowBlock {
    var rows = RowBlock(columns: Self.tableHeader.count)
    func append(code: String, name: String, _ zone: Zone, _ count: PeopleCount?, km2: FieldValue, share: FieldValue) {
      let groups = [nil] + (count == nil ? [] : (people?.groups ?? []).indices.map { Optional($0) })
      for group in groups {
        let who = group.map { people!.groups[$0] }
        rows.append(code)
        rows.append(name)
        rows.append(zone.hazard ?? "")
        rows.append(zone.name ?? "")
        rows.append(who?.sex.map { $0 == .female ? "female" : "male" } ?? "")
        rows.append(who?.age?.label ?? "")
        rows.append(NumberText.field(group.map { count!.groups[$0] } ?? count?.total))
        rows.append(NumberText.field(group.map { count!.groups[$0].isNaN ? count!.knownGroups[$0] : .nan } ?? count?.low))
        rows.append(group == nil ? NumberText.field(count?.high) : .null)
        rows.append(people.map { $0.method + (count?.isCoarse == true ? ":coarse" : "") } ?? "")
        rows.append(group == nil ? km2 : .null)
        rows.append(group == nil ? share : .null)
      }
    }
    for area in 0..<areaSet.count {
      for (place, zone) in zip(placedZones, zones) {
        let cell = place.layer[area, place.column]
        append(
          code: areaSet.codes[area], name: areaSet.names[area], zone, cell.people,
          km2: surface(cell.surface / 1e6, of: area, place.layer),
          share: surface(Self.share(cell.surface / surfaces[area]), of: area, place.layer))
      }
    }
    for zone in zones {
      append(
        code: "", name: "", zone, zone.total.people, km2: zone.isWhole ? NumberText.field(zone.total.surface / 1e6) : .null,
        share: NumberText.field(zone.share))
    }
    return rows
  }

  /// The spaces that lie in any zone, with the area and the highest class of each hazard; nil without spaces.
  ///
  /// Fields that can identify a person are left out, the name of the space is not one.
  /// - Throws: `Failure` as the choice of an operation to WGS 84 does.
  public func makeSpaces() throws -> Layer? {
    guard let spaces else { return nil }
    let rows = (0..<spaces.count).filter { row in spaces.classes.contains { $0[row] != nil } }
    let names = spaces.features.columns.map(\.name)
    let title = FieldNames.name(in: names)
    var columns = spaces.features.columns.indices.filter { $0 == title || !FieldNames.isIdentifying(names[$0]) }.map { place in
      Column(name: names[place], values: rows.map { spaces.features.columns[place].values[$0] })
    }
    var added = [
      Column(name: "area_code", values: rows.map { spaces.areas[$0].map { .text(areaSet.codes[$0]) } ?? .null }),
      Column(name: "area_name", values: rows.map { spaces.areas[$0].map { .text(areaSet.names[$0]) } ?? .null }),
    ]
    for (place, layer) in layers.enumerated() {
      guard let hazard = layer.hazard.map({ hazards[$0] }) else { continue }
      let classes = spaces.classes[place]
      added.append(
        Column(name: "\(hazard.name)_class", values: rows.map { classes[$0].map { .text(hazard.classes[$0]) } ?? .null }))
      added.append(Column(name: "\(hazard.name)_share", values: rows.map { NumberText.field(spaces.shares[place][$0]) }))
    }
    let taken = Set(added.map(\.name))
    columns.removeAll { taken.contains($0.name) }
    let features = try spaces.features.projected(to: .wgs84)
    var points = PointColumn()
    for row in rows {
      for point in features.points.points(ofFeature: row) {
        let place = features.points.coordinate(at: point)
        points.append(x: place.x, y: place.y)
      }
      points.endFeature()
    }
    return Layer(geometry: features.polygons.reordered(rows), points: points, columns: columns + added, crs: .wgs84)
  }
}
