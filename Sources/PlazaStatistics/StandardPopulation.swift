/// A population by age that rates are standardised to, the same for both sexes.
public struct StandardPopulation: Hashable, Sendable {
  /// The age at which each group begins, ascending from 0; the last group is open.
  public let ages: [Int]
  /// The persons of each group; only their proportions matter.
  public let persons: [Double]

  /// The world standard of the World Health Organization for 2000–2025, by the mean age structure of the world expected for those years.
  ///
  /// Ahmad and others 2001, GPE Discussion Paper 31, as the U.S. National Cancer Institute rounds it to a million for SEER*Stat (the paper's
  /// percentages add up to 100.035). Groups of five years, 100 and over.
  public static let whoWorld2000 = StandardPopulation(
    ages: Array(stride(from: 0, through: 100, by: 5)),
    persons: [
      88_569, 86_870, 85_970, 84_670, 82_171, 79_272, 76_073, 71_475, 65_877, 60_379, 53_681, 45_484, 37_187, 29_590, 22_092,
      15_195,
      9_097, 4_398, 1_500, 400, 50,
    ])

  /// The world standard of Segi 1960 as modified by Doll and others 1966, which cancer registries use. Groups of five years, 85 and over.
  public static let segiWorld1960 = StandardPopulation(
    ages: Array(stride(from: 0, through: 85, by: 5)),
    persons: [
      12_000, 10_000, 9_000, 9_000, 8_000, 8_000, 6_000, 6_000, 6_000, 6_000, 5_000, 4_000, 4_000, 3_000, 2_000, 1_000, 500, 500,
    ])

  /// The persons of coarser age groups, each from its age up to the next, the last open; ages before the first are left out.
  /// - Parameter starts: ascending, each the start of a group here: a group is never split.
  /// - Throws: `badAgeGroup` with the first age that is not, `noStandardPopulation` if there is none at all.
  public func persons(inAgesFrom starts: [Int]) throws(StatisticsError) -> [Double] {
    guard !starts.isEmpty else { throw .noStandardPopulation }
    var sums: [Double] = []
    var places: [Int] = []
    for start in starts {
      guard let place = ages.firstIndex(of: start), place > (places.last ?? -1) else { throw .badAgeGroup(start) }
      places.append(place)
    }
    for (rank, place) in places.enumerated() {
      let end = rank + 1 < places.count ? places[rank + 1] : ages.count
      sums.append(persons[place..<end].reduce(0, +))
    }
    return sums
  }
}
