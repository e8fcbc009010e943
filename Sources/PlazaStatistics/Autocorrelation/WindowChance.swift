/// What chance does to the sums over areas and their neighbours. All columns are in the order of the areas, nil where there is no value.
public struct WindowChance: Hashable, Sendable {
  /// The events of each area and its neighbours, and how many chance puts there by their share of the ground.
  public var events: [Double?]
  public var expected: [Double?]
  /// Two-sided p of the sum of values when those of the map are dealt to the areas anew, and whether the sum is above its mean; see `windowChance`.
  public var dealt: [Double?]
  public var isDealtHigh: [Bool?]
  /// Two-sided p of the events when each falls anywhere on the ground alike.
  public var spread: [Double?]

  /// p against both: the larger, and 1 where they lie on different sides of what chance gives.
  /// - Parameter dealt: other p of the dealt map, as those of permutations; nil takes its own.
  /// - Parameter isHigh: on which side the statistic of each area lies; nil for an area without one.
  public func p(dealt other: [Double?]? = nil, isHigh: (Int) -> Bool?) -> [Double?] {
    dealt.indices.map { area in
      guard let isHigh = isHigh(area), let dealt = other.map({ $0[area] }) ?? dealt[area] else { return nil }
      if other == nil, let isDealtHigh = isDealtHigh[area], isDealtHigh != isHigh { return 1 }
      guard let spread = spread[area], let events = events[area], let expected = expected[area] else { return dealt }
      return isHigh == (events > expected) ? max(dealt, spread) : 1
    }
  }
}

/// What `windowChance` compares, and how.
public struct WindowTest: Hashable, Sendable {
  /// Dealt to the areas anew; nil has no part in anything.
  public var values: [Double?]
  /// Whole numbers, or weights scaled to the number of records; at least 0.
  public var events: [Double]
  /// Surface, people, or 1 for each; at least 0. Nil or all 0 tests no spread.
  public var ground: [Double?]?
  /// Whether the area itself belongs to its window.
  public var includingSelf = true
  /// False where the caller deals the map itself; `dealt` is then nil.
  public var testsDealt = true
  /// Whether the spread allows for rates that differ from area to area without pattern, by as much as the areas of the map differ.
  public var allowsDispersion = false

  public init(values: [Double?], events: [Double], ground: [Double?]?) {
    (self.values, self.events, self.ground) = (values, events, ground)
  }
}

/// How far the sum over each area and its neighbours goes beyond chance, for any number of events.
///
/// Two things are called chance, and neither alone is enough. *Dealt*: the values of the map are dealt to its areas anew, all deals alike; this
/// is what the mean and the variance of Gi* are of, it keeps whatever makes single areas vary (piles, dispersion), and it takes areas of unequal
/// ground for equal. *Spread*: each event falls on the ground by its surface, or on the people, independently of the others; the events of a
/// window are then binomial, exactly, for one event as for a million; it allows for unequal ground, and takes piles for many events. With
/// `allowsDispersion` they are negative binomial, with Marshall's variance A between the areas' rates (see `empiricalBayesRates`): where ground is
/// very unequal, dealing does not keep the dispersion. What is beyond both is called.
///
/// `dealt` is exact for up to 32 areas in a window (`DealtSums`), by its first three moments for more. The tables of false alarms and power are in
/// docs/methods.md.
/// - Throws: `lengthMismatch`.
/// - Complexity: O(n log n + pairs), and at most 5·10⁷ steps for the distribution.
public func windowChance(_ test: WindowTest, neighbors: SpatialWeights) throws(StatisticsError) -> WindowChance {
  let (values, events) = (test.values, test.events)
  let count = values.count
  guard events.count == count else { throw .lengthMismatch(expected: count, found: events.count) }
  guard neighbors.count == count else { throw .lengthMismatch(expected: count, found: neighbors.count) }
  if let ground = test.ground, ground.count != count { throw .lengthMismatch(expected: count, found: ground.count) }
  let used = (0..<count).filter { values[$0] != nil }
  var number = [Int](repeating: -1, count: count)
  for (place, area) in used.enumerated() { number[area] = place }
  // The members of each window: so many, without those that have no value.
  var sizes = [Int](repeating: 0, count: count)
  for area in used {
    sizes[area] = test.includingSelf ? 1 : 0
    for other in neighbors.neighbors(of: area) where Int(other) != area && number[Int(other)] >= 0 { sizes[area] += 1 }
  }
  let compared = used.map { values[$0]! }
  let differs = test.testsDealt && compared.contains { $0 != compared[0] }
  let sums = differs ? DealtSums(compared, sizes: Set(used.map { sizes[$0] }.filter { $0 > 0 })) : nil
  let ground = test.ground ?? [Double?](repeating: nil, count: count)
  let spread = GroundSpread(
    events: used.map { events[$0] }, ground: used.map { ground[$0] ?? 0 }, allowsDispersion: test.allowsDispersion)
  var result = WindowChance(
    events: [Double?](repeating: nil, count: count), expected: [Double?](repeating: nil, count: count),
    dealt: [Double?](repeating: nil, count: count), isDealtHigh: [Bool?](repeating: nil, count: count),
    spread: [Double?](repeating: nil, count: count))
  for area in used {
    var (lattice, inside) = (0, 0.0)
    var part = GroundSpread.Part()
    func add(_ member: Int) {
      lattice += sums?.lattice[number[member]] ?? 0
      inside += events[member]
      part.add(ground[member] ?? 0)
    }
    if test.includingSelf { add(area) }
    for other in neighbors.neighbors(of: area) where Int(other) != area && number[Int(other)] >= 0 { add(Int(other)) }
    result.events[area] = inside
    if test.testsDealt, sizes[area] > 0 {
      result.dealt[area] = sums?.p(sum: lattice, of: sizes[area]) ?? 1
      result.isDealtHigh[area] = sums?.isHigh(sum: lattice, of: sizes[area])
    }
    guard let spread else { continue }
    result.expected[area] = spread.expected(part)
    result.spread[area] = spread.p(inside, part)
  }
  return result
}

/// Events that fall on the ground by its size: what a part of the ground gets.
struct GroundSpread {
  /// A part of the ground: how large, and the squares of its areas' sizes.
  struct Part {
    var size = 0.0
    var squares = 0.0

    mutating func add(_ ground: Double) {
      size += ground
      squares += ground * ground
    }
  }

  private let events: Double
  private var whole = Part()
  /// A/m², how much the rates of areas vary beyond chance, relative to the overall rate.
  private let dispersion: Double

  /// Nil where there is no ground or nothing fell on it.
  init?(events: [Double], ground: [Double], allowsDispersion: Bool) {
    self.events = events.reduce(0, +)
    for size in ground { whole.add(size) }
    guard whole.size > 0, self.events > 0 else { return nil }
    guard allowsDispersion else {
      dispersion = 0
      return
    }
    let mean = self.events / whole.size
    var (squares, areas) = (0.0, 0)
    for (count, size) in zip(events, ground) where size > 0 {
      let difference = count / size - mean
      squares += size * difference * difference
      areas += 1
    }
    dispersion = max(0, squares / whole.size - mean * Double(areas) / whole.size) / (mean * mean)
  }

  func expected(_ part: Part) -> Double { events * min(1, part.size / whole.size) }

  /// Two-sided, twice the smaller tail: binomial, or the negative binomial of the same mean and variance where the areas' rates vary.
  func p(_ count: Double, _ part: Part) -> Double {
    let share = min(1, part.size / whole.size)
    let mean = events * share
    let inside = (1 - share) * (1 - share) * part.squares + share * share * max(0, whole.squares - part.squares)
    let extra = dispersion * events * (events - 1) * inside / (whole.size * whole.size)
    let excess = mean * (1 - share) + extra - mean
    guard dispersion > 0, excess > 0, mean > 0 else {
      return min(
        1,
        2
          * min(
            binomialTail(count, of: events, share: share, side: .upper),
            binomialTail(count, of: events, share: share, side: .lower)))
    }
    // P(X ≥ x) of the negative binomial of size r is the beta tail at m / (m + r).
    let size = mean * mean / excess
    let rate = mean / (mean + size)
    return min(1, 2 * min(count > 0 ? betaTail(rate, count, size) : 1, 1 - betaTail(rate, count + 1, size)))
  }
}
