/// How much supply each person has within reach, when all who reach a supply share it: floating catchments.
///
/// Two stages (Luo and Wang 2003, doi:10.1068/b29120): each supply is divided by the people who reach it, `Rⱼ = Sⱼ / Σₖ Pₖ Wₖⱼ`, and each place adds
/// up what it reaches, `Aᵢ = Σⱼ Rⱼ Wᵢⱼ`; W is 1 within the limit, or a decay (Luo and Qi 2009, doi:10.1016/j.healthplace.2009.06.002). Three
/// stages (Wan, Zou and Sternberg 2012, doi:10.1080/13658816.2011.624987) multiply W by the chance that people choose that supply of all
/// they reach, `Gᵢⱼ = Wᵢⱼ / Σⱼ Wᵢⱼ`.
public struct CatchmentAccess: Hashable, Sendable {
  public enum Stages: String, Hashable, Sendable, CaseIterable { case two, three }

  /// Supply per person of each place; 0 where nothing is within reach.
  public let access: [Double]
  /// Supply per person who reaches it, of each supply; nil where nobody does, and where the weighted people are fewer than 1e-300.
  public let ratios: [Double?]
  /// The sum of the supplies that anybody reaches.
  public let shared: Double
  /// What all people together were given: the sum of people times access.
  public let given: Double

  /// Whether what was given equals what was there to share, to 1e-9 of it: nothing is lost between the stages, whatever the decay.
  public var isConserved: Bool { (given - shared).magnitude <= 1e-9 * max(shared, 1e-300) || given == shared }

  /// - Parameter people: at each place, not negative.
  /// - Parameter supply: of each supply, not negative.
  /// - Parameter limit: the farthest cost that counts.
  /// - Throws: `lengthMismatch`, `badDistance`, `badWeight`, `badPopulation`.
  /// - Complexity: O(pairs).
  public init(
    people: [Double], supply: [Double], costs: TravelCosts, limit: Double, decay: DistanceDecay = .none, stages: Stages = .two
  ) throws(StatisticsError) {
    guard people.count == costs.placeCount else { throw .lengthMismatch(expected: costs.placeCount, found: people.count) }
    guard supply.count == costs.supplyCount else { throw .lengthMismatch(expected: costs.supplyCount, found: supply.count) }
    guard limit >= 0, !limit.isNaN else { throw .badDistance(limit) }
    for value in people where !(value >= 0 && value <= 1e50) { throw .badPopulation(value) }
    for value in supply where !(value >= 0 && value <= 1e50) { throw .badWeight(value) }
    let decay = try decay.checked()
    var weights = costs.costs.map { $0 <= limit ? decay.weight(at: $0) : 0 }
    if stages == .three {
      for place in people.indices {
        let row = costs.rowOffsets[place]..<costs.rowOffsets[place + 1]
        let sum = weights[row].reduce(0, +)
        if sum > 0 { for pair in row { weights[pair] *= weights[pair] / sum } }
      }
    }

    var reaching = [Double](repeating: 0, count: supply.count)
    for place in people.indices {
      for pair in costs.rowOffsets[place]..<costs.rowOffsets[place + 1] {
        reaching[Int(costs.supplies[pair])] += people[place] * weights[pair]
      }
    }
    let ratios = supply.indices.map { reaching[$0] > 1e-300 ? supply[$0] / reaching[$0] : nil }
    var (shared, given) = (0.0, 0.0)
    for index in supply.indices where ratios[index] != nil { shared += supply[index] }
    access = people.indices.map { place in
      var sum = 0.0
      for pair in costs.rowOffsets[place]..<costs.rowOffsets[place + 1] {
        if let ratio = ratios[Int(costs.supplies[pair])] { sum += ratio * weights[pair] }
      }
      given += people[place] * sum
      return sum
    }
    self.ratios = ratios
    self.shared = shared
    self.given = given
  }
}
