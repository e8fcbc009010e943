internal import PlazaGEOS
public import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

extension People {
  /// People of areas, blocks or points with columns of people, brought into one CRS in metres.
  ///
  /// Features with polygons share their people out over them; without any polygon in the file, they are where the points are. What has no
  /// place counts in `total` and in no zone.
  /// - Parameter features: with valid polygons.
  /// - Parameter residential: where people may live, in any CRS; its polygons may overlap. A unit without any such ground spreads over all
  ///   of it, and a warning says how many.
  /// - Parameter crs: in metres.
  /// - Throws: `Failure` of the columns (`people.no_field`, `people.doubtful_field`, `people.bad_number`, `people.bad_group`,
  ///   `people.two_columns`, `sex.ambiguous`), `people.residential_points`, `people.no_ground`, `overlay.failed`, and as the choice of an
  ///   operation does.
  public init(
    _ features: Features, named file: String, fields: PeopleFields, residential: Features? = nil, crs: CRS, jobs: Int
  ) async throws {
    let columns = try PeopleColumns(features.columns, file: file, fields: fields)
    try await self.init(
      try features.bent(to: crs), columns, file: file, residential: residential, areAreas: false, jobs: jobs)
  }

  /// People of areas that were read with their populations.
  /// - Throws: as the other.
  public init(
    _ areas: AreaSet, named file: String, fields: PeopleFields, residential: Features? = nil, crs: CRS, jobs: Int
  ) async throws {
    guard areas.populations.contains(where: { $0 != nil }) else {
      throw Failure(.usage, "people.none", ["file": file])
    }
    let population = fields.population.flatMap { FieldNames.index(of: $0, in: areas.layer.columns.map(\.name)) }
    let columns = try PeopleColumns(
      totals: areas.populations, areas.layer.columns, besides: population, file: file, fields: fields)
    var (points, lines) = (PointColumn(), LineColumn())
    for _ in 0..<areas.count {
      points.endFeature()
      lines.endFeature()
    }
    let features = Features(
      points: points, lines: lines, polygons: areas.layer.geometry, columns: [], crs: areas.layer.crs)
    try await self.init(try features.bent(to: crs), columns, file: file, residential: residential, areAreas: true, jobs: jobs)
  }

  /// - Parameter areAreas: whether the units are areas with a code each: two on the same ground are two.
  private init(
    _ features: Features, _ columns: PeopleColumns, file: String, residential: Features?, areAreas: Bool, jobs: Int
  ) async throws {
    var notes = columns.notes
    let isAreal = features.polygons.polygonCount > 0
    let isPlaced = (0..<features.count).map { row in
      isAreal ? !features.polygons.isEmpty(feature: row) : !features.points.isEmpty(feature: row)
    }
    guard isPlaced.contains(true) else { throw Failure(.notUnderstood, "people.no_ground", ["file": file]) }
    let lost = isPlaced.indices.filter { !isPlaced[$0] && columns.totals[$0] > 0 }
    if !lost.isEmpty {
      notes.append(
        Diagnostic(
          .warning, "people.without_place",
          [
            "file": file, "count": String(lost.count),
            "people": NumberText.text(lost.map { columns.totals[$0] }.sorted().reduce(0, +)) ?? "",
          ]))
    }
    if isAreal {
      let sorted = features.polygons.canonicalOrder.filter { isPlaced[$0] }
      let twice = areAreas ? [] : Self.repeated(sorted, features.polygons, columns)
      let order = sorted.filter { !twice.contains($0) }
      var geometry = features.polygons.reordered(order)
      if !areAreas { notes += Self.overlaps(geometry, order, twice, columns, file: file, jobs: jobs) }
      if let residential {
        let cut = try await Self.cut(geometry, to: residential, crs: features.crs, jobs: jobs)
        geometry = cut.geometry
        if cut.without > 0 {
          notes.append(Diagnostic(.warning, "people.no_residential", ["file": file, "count": String(cut.without)]))
        }
      }
      let units = PeopleUnits(
        geometry: geometry, rows: order, amounts: PeopleAmounts(columns, rows: order), isCut: residential != nil)
      self.init(
        .units(units), groups: columns.groups, total: columns.total(without: twice), crs: features.crs, notes: notes)
    } else {
      if residential != nil { throw Failure(.usage, "people.residential_points", ["file": file]) }
      let order = Self.order(features.points, columns.totals, isPlaced)
      // A multipoint's people are where its first point is: they cannot be divided among the points.
      let places = order.map { features.points.coordinate(at: features.points.points(ofFeature: $0).lowerBound) }
      let points = PeoplePoints(x: places.map(\.x), y: places.map(\.y), amounts: PeopleAmounts(columns, rows: order))
      self.init(.points(points), groups: columns.groups, total: columns.total(), crs: features.crs, notes: notes)
    }
  }

  private static func order(_ points: PointColumn, _ totals: [Double], _ isPlaced: [Bool]) -> [Int] {
    func key(_ row: Int) -> (Double, Double, Double, Int) {
      let place = points.coordinate(at: points.points(ofFeature: row).lowerBound)
      return (place.y, place.x, totals[row], row)
    }
    return isPlaced.indices.filter { isPlaced[$0] }.map(key).sorted { $0 < $1 }.map(\.3)
  }

  /// Units that stand in the file a second time: the same ground with the same people.
  /// - Parameter order: of the geometry, so that equal ones follow each other.
  private static func repeated(_ order: [Int], _ geometry: PolygonColumn, _ columns: PeopleColumns) -> Set<Int> {
    func isSameGround(_ one: Int, _ other: Int) -> Bool {
      let (a, b) = (geometry.vertices(ofFeature: one), geometry.vertices(ofFeature: other))
      return a.count == b.count && geometry.rings(ofFeature: one).count == geometry.rings(ofFeature: other).count
        && geometry.coordinates[2 * a.lowerBound..<2 * a.upperBound] == geometry.coordinates[2 * b.lowerBound..<2 * b.upperBound]
    }
    var result: Set<Int> = []
    var start = 0
    for place in order.indices {
      while start < place, !isSameGround(order[start], order[place]) { start += 1 }
      if order[start..<place].contains(where: { !result.contains($0) && columns.isSame($0, order[place]) }) {
        result.insert(order[place])
      }
    }
    return result
  }

  /// What is to be said of units that lie on each other: their people are counted on the same ground.
  private static func overlaps(
    _ geometry: PolygonColumn, _ order: [Int], _ twice: Set<Int>, _ columns: PeopleColumns, file: String, jobs: Int
  ) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if !twice.isEmpty {
      notes.append(
        Diagnostic(
          .warning, "people.units_twice",
          [
            "file": file, "count": String(twice.count),
            "people": NumberText.text(twice.map { columns.totals[$0] }.sorted().reduce(0, +)) ?? "",
          ]))
    }
    let found = Overlaps(geometry, geometry, jobs: jobs)
    let surfaces = (0..<geometry.featureCount).map { geometry.planarArea(ofFeature: $0) }
    var (common, people) = (0.0, 0.0)
    var units: Set<Int> = []
    for unit in 0..<geometry.featureCount {
      for pair in found.pairs(ofFeature: unit) where Int(found.features[pair]) > unit {
        let other = Int(found.features[pair])
        // Slivers are how neighbours were drawn.
        guard found.surfaces[pair] > 1e-3 * min(surfaces[unit], surfaces[other]) else { continue }
        common += found.surfaces[pair]
        people += min(
          columns.totals[order[unit]] * found.surfaces[pair] / surfaces[unit],
          columns.totals[order[other]] * found.surfaces[pair] / surfaces[other])
        units.formUnion([unit, other])
      }
    }
    if !units.isEmpty {
      notes.append(
        Diagnostic(
          .warning, "people.units_overlap",
          [
            "file": file, "count": String(units.count), "surface": NumberText.text((common / 1e4).rounded() / 100) ?? "",
            "share": NumberText.text(min(1, common / surfaces.reduce(0, +))) ?? "",
            "people": NumberText.text(people.rounded()) ?? "",
          ]))
    }
    return notes
  }

  /// Each unit's part of the residential ground, or all of it where it has none of that.
  private static func cut(
    _ units: PolygonColumn, to residential: Features, crs: CRS, jobs: Int
  ) async throws -> (geometry: PolygonColumn, without: Int) {
    let mask = try residential.bent(to: crs).polygons
    do {
      let inside = try await GEOS.intersections(units, GEOS.dissolved(mask, jobs: jobs), jobs: jobs)
      var result = PolygonColumn()
      var without = 0
      for unit in 0..<units.featureCount {
        let isLost = inside.planarArea(ofFeature: unit) <= PeopleUnits.tolerance * units.planarArea(ofFeature: unit)
        if isLost { without += 1 }
        result.append(feature: unit, of: isLost ? units : inside)
      }
      return (result, without)
    } catch let error as GEOSError {
      throw Failure(.failed, "overlay.failed", ["reason": error.description])
    }
  }
}
