internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// Who lives in the areas of a coverage.
struct CoveragePeople: Sendable {
  let people: People
  /// The people of each area, by the same model that answers for parts of it; nil where the areas' own table has none.
  let areas: [PeopleCount?]

  var method: String { people.method }

  /// - Parameter geometry: of the areas, in the CRS of the people.
  init(_ people: People, _ set: AreaSet, _ geometry: PolygonColumn, isOfAreas: Bool, jobs: Int) throws {
    self.people = people
    areas = try people.within(geometry, jobs: jobs).enumerated().map { area, count in
      isOfAreas && set.populations[area] == nil || geometry.isEmpty(feature: area) ? nil : count
    }
  }

  /// The people on some ground of each area; nil where the area's are not known.
  func within(_ zones: PolygonColumn, jobs: Int) throws -> [PeopleCount?] {
    zip(try people.within(zones, jobs: jobs), areas).map { count, whole in
      guard let whole else { return nil }
      // What is within an area cannot be more than the area has, whatever the last bits say.
      var count = count
      count.total = min(count.total, whole.total)
      return count
    }
  }

  /// How the people of each area are divided among positions in it: equal parts of their ground, by the people in the square around each.
  /// - Parameter squares: one around each position.
  func shares(of demand: DemandPoints, squares: PolygonColumn, jobs: Int) throws -> [Double] {
    let around = try people.within(squares, jobs: jobs).map(\.total)
    var sums = [Double](repeating: 0, count: demand.counts.count)
    for (place, area) in demand.areas.enumerated() { sums[area] += around[place] }
    return demand.areas.enumerated().map { place, area in
      let all = areas[area]?.total ?? 0
      return sums[area] > 0 ? all * (around[place] / sums[area]) : all / Double(demand.counts[area])
    }
  }
}
