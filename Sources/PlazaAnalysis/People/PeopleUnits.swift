internal import PlazaGeometry

/// Areas with people, shared out evenly over their ground.
struct PeopleUnits: Sendable {
  /// One feature for each unit, perhaps cut to where people live.
  let geometry: PolygonColumn
  /// Of each unit's ground.
  let surfaces: [Double]
  let amounts: PeopleAmounts
  let isCut: Bool
  /// The unit of each row of the file; nil for one without a place.
  let unitOfRow: [Int: Int]

  /// A unit has no ground in a zone but for this share.
  static let tolerance = 1e-9
  /// Where two files draw one edge through different vertices, this share of a unit, or 25 m² of one that has a thousand times as much, is
  /// nobody's ground: a unit is surely inside but for it, and surely not with no more.
  private static let (sliver, sliverSurface, sliverOfSmall) = (1e-6, 25.0, 1e-3)

  private static func sliver(of surface: Double) -> Double { max(sliver * surface, min(sliverSurface, sliverOfSmall * surface)) }

  /// - Parameter rows: the row of each unit.
  init(geometry: PolygonColumn, rows: [Int], amounts: PeopleAmounts, isCut: Bool) {
    unitOfRow = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    self.geometry = geometry
    surfaces = (0..<geometry.featureCount).map { geometry.planarArea(ofFeature: $0) }
    self.amounts = amounts
    self.isCut = isCut
  }

  func within(_ zones: PolygonColumn, jobs: Int) -> [PeopleCount] {
    let overlaps = Overlaps(zones, geometry, jobs: jobs)
    return (0..<zones.featureCount).map { zone in
      count(overlaps.pairs(ofFeature: zone).lazy.map { (Int(overlaps.features[$0]), overlaps.surfaces[$0]) })
    }
  }

  /// The people within each zone, and the share of its ground that units have.
  func answers(of zones: PolygonColumn, jobs: Int) -> [(count: PeopleCount, reach: Double)] {
    let overlaps = Overlaps(zones, geometry, jobs: jobs)
    return (0..<zones.featureCount).map { zone in
      let pairs = overlaps.pairs(ofFeature: zone)
      let surface = zones.planarArea(ofFeature: zone)
      let reached = pairs.reduce(0) { $0 + overlaps.surfaces[$1] }
      return (
        count(pairs.lazy.map { (Int(overlaps.features[$0]), overlaps.surfaces[$0]) }), surface > 0 ? min(1, reached / surface) : 0
      )
    }
  }

  /// Sums over units, in the order given, with the surface that each has inside.
  func count(_ parts: some Sequence<(unit: Int, surface: Double)>) -> PeopleCount {
    var result = PeopleCount.none(groups: amounts.groupCount)
    for (unit, surface) in parts where surfaces[unit] > 0 {
      let ratio = surface / surfaces[unit]
      let share = ratio >= 1 - Self.tolerance ? 1 : ratio
      let sliver = Self.sliver(of: surfaces[unit])
      let total = amounts.totals[unit]
      result.total += total * share
      if surface >= surfaces[unit] - sliver { result.low += total }
      // Nobody of a unit lives on a sliver of it: beyond its even share nothing is added.
      result.high += surface <= sliver ? total * share : amounts.isKnown(unit) ? total : .infinity
      for group in result.groups.indices {
        result.add(amounts.group(group, of: unit), share: share, toGroup: group)
      }
    }
    return result
  }
}
