public import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

extension CoverageResult {
  /// The areas in the order of their codes, with their own fields and ours, in longitude and latitude on WGS 84.
  public func makeLayer() -> Layer {
    let ours = areaColumns
    let names = Set(ours.map(\.name))
    return Layer(
      geometry: ground.degrees, columns: ground.areas.layer.columns.filter { !names.contains($0.name) } + ours, crs: .wgs84)
  }

  /// The spaces that serve the areas, in longitude and latitude on WGS 84.
  public var drawnSpaces: Features { ground.spaces.degrees }

  /// What is asked at some places of an area is not known to more.
  private static let accessDigits = 3

  private var areaColumns: [Column] {
    let number = { (values: [Double?]) in values.map { NumberText.field($0) } }
    var spaceCounts = [Int](repeating: 0, count: ground.count)
    for case let area? in ground.areaOfSpace { spaceCounts[area] += 1 }
    let shares = zip(ground.spaceSquareKilometres, ground.squareKilometres).map { taken, whole in
      taken.flatMap { taken in whole.flatMap { $0 > 0 ? taken / $0 : nil } }
    }
    var columns = [
      Column(name: "area_km2", values: number(ground.squareKilometres)),
      Column(name: "spaces", values: spaceCounts.map(FieldValue.integer)),
      Column(name: "space_km2", values: number(ground.spaceSquareKilometres)),
      Column(name: "space_share", values: number(shares)),
      Column(name: "nearest_space_m", values: number(access.nearest.map { $0?.rounded() })),
    ]
    if countsRecords { columns.append(Column(name: "incidents", values: records.map(FieldValue.integer))) }
    for band in bands {
      columns.append(
        Column(
          name: band.field("share"),
          values: number((0..<ground.count).map { Self.share(ground, band, $0) })))
      if knowsPeople { columns.append(Column(name: band.field("population"), values: number(band.people.map { $0?.total }))) }
      columns.append(Column(name: band.field("km2"), values: number(band.squareKilometres)))
      if countsRecords { columns.append(Column(name: band.field("incidents"), values: band.records.map(FieldValue.integer))) }
    }
    for band in access.bands {
      let label = "access_\(NumberText.text(band.distance) ?? "")\(band.mode.suffix)"
      columns.append(Column(name: label, values: band.access.map { NumberText.field($0, significant: Self.accessDigits) }))
    }
    if let openSpaces {
      columns.append(Column(name: "sdg_11_7_1a", values: number(openSpaces.shareOfGround)))
      columns.append(Column(name: "sdg_11_7_1b", values: number(openSpaces.shareOfPeople)))
    }
    return columns
  }

  /// The ground within each distance, dissolved, holes kept: one feature each, the farthest first so that the nearer lie on it.
  /// - Parameter mode: only these; nil takes all.
  /// - Parameter withGround: adds the areas as one feature more, whose fields are null, for a map that shows what is left.
  public func makeServiceLayer(_ mode: CoverageMode? = nil, withGround: Bool = false) throws -> Layer {
    let layer = try serviceLayer(mode)
    guard withGround else { return layer }
    var geometry = PolygonColumn()
    let areas = try outlines
    for feature in 0..<areas.featureCount {
      for polygon in areas.polygons(ofFeature: feature) { geometry.append(polygon: polygon, of: areas) }
    }
    geometry.endFeature()
    geometry.append(contentsOf: layer.geometry)
    return Layer(
      geometry: geometry, columns: layer.columns.map { Column(name: $0.name, values: [.null] + $0.values) }, crs: layer.crs)
  }

  /// The ground within the distance that the map shows, and that distance in metres; nil where it shows none.
  public func mappedService() throws -> (geometry: PolygonColumn, metres: Double)? {
    guard let band = bands.first(where: { $0.mode == mappedMode && $0.field("share") == mappedField }) else { return nil }
    return (try WGS84Layer.geometry(of: Layer(geometry: band.service, columns: [], crs: ground.crs)), band.distance)
  }

  /// Of each area in the order of the layer; empty for one without.
  public var areaNames: [String] {
    nameField.flatMap { makeLayer().column(named: $0)?.values.map { $0.text ?? "" } } ?? []
  }

  private func serviceLayer(_ mode: CoverageMode?) throws -> Layer {
    var service = PolygonColumn()
    let order = bands.indices.filter { mode == nil || bands[$0].mode == mode }
      .sorted { (-bands[$0].distance, $0) < (-bands[$1].distance, $1) }
    for band in order { service.append(feature: 0, of: bands[band].service) }
    let degrees = try WGS84Layer.geometry(of: Layer(geometry: service, columns: [], crs: ground.crs))
    let surfaces = WGS84Layer.squareKilometres(degrees)
    var columns = [
      Column(name: "distance_m", values: order.map { NumberText.field(bands[$0].distance) }),
      Column(name: "mode", values: order.map { .text(bands[$0].mode.rawValue) }),
      Column(name: "km2", values: surfaces.map { NumberText.field($0 ?? 0) }),
      Column(name: "covered_km2", values: order.map { NumberText.field(totals[$0].squareKilometres) }),
    ]
    if knowsPeople {
      columns.append(Column(name: "covered_population", values: order.map { NumberText.field(totals[$0].people) }))
    }
    if countsRecords {
      columns.append(Column(name: "covered_incidents", values: order.map { totals[$0].records.map(FieldValue.integer) ?? .null }))
    }
    return Layer(geometry: degrees, columns: columns, crs: .wgs84)
  }

  /// The areas, in longitude and latitude on WGS 84.
  public var outlines: PolygonColumn {
    get throws { try WGS84Layer.geometry(of: ground.areas.layer) }
  }

  /// What of each area is beyond each distance, with its people and records: one feature for each area and distance that leaves something.
  public func makeGapLayer() -> Layer {
    var geometry = PolygonColumn()
    var rows: [(band: Int, area: Int)] = []
    for area in 0..<ground.count {
      for (index, band) in bands.enumerated() where !band.restDegrees.isEmpty(feature: area) {
        geometry.append(feature: area, of: band.restDegrees)
        rows.append((index, area))
      }
    }
    func column(_ name: String, _ value: (CoverageBand, Int) -> FieldValue) -> Column {
      Column(name: name, values: rows.map { value(bands[$0.band], $0.area) })
    }
    var columns = [
      column("code") { .text(ground.areas.codes[$1]) }, column("name") { .text(ground.areas.names[$1]) },
      column("distance_m") { band, _ in NumberText.field(band.distance) },
      column("mode") { band, _ in .text(band.mode.rawValue) },
      column("km2") { NumberText.field($0.restSquareKilometres[$1]) },
    ]
    if knowsPeople {
      columns.append(
        column("population") { band, area in
          NumberText.field(ground.people?.areas[area].flatMap { all in band.people[area].map { max(0, all.total - $0.total) } })
        })
    }
    if countsRecords { columns.append(column("incidents") { .integer(records[$1] - $0.records[$1]) }) }
    return Layer(geometry: geometry, columns: columns, crs: .wgs84)
  }

  public static let tableHeader = [
    "code", "name", "distance", "mode", "sex", "age", "population", "population_low", "population_high",
  ]

  /// The people within each distance, one row for each area and distance, in the order of the codes.
  public var table: RowBlock {
    var rows = RowBlock(columns: Self.tableHeader.count)
    let groups = ground.people?.people.groups ?? []
    for area in 0..<ground.count {
      for band in bands {
        func append(_ group: PeopleGroup?, _ values: [Double?]) {
          rows.append(ground.areas.codes[area])
          rows.append(ground.areas.names[area])
          rows.append(NumberText.field(band.distance))
          rows.append(band.mode.rawValue)
          rows.append(group?.sex.map { $0 == .female ? "female" : "male" } ?? "")
          rows.append(group?.age?.label ?? "")
          for value in values { rows.append(NumberText.field(value)) }
        }
        let people = band.people.isEmpty ? nil : band.people[area]
        append(nil, [people?.total, people?.low, people?.high])
        // Of a group only the number itself is known: its units are those of everybody.
        for (place, group) in groups.enumerated() { append(group, [people?.groups[place], nil, nil]) }
      }
    }
    return rows
  }
}
