import PlazaParallel

/// How few places hold a share of the records, beside how few would if chance alone had placed them.
public struct PlacesHolding: Hashable, Sendable {
  /// The share of the records, in percent.
  public var percent: Int
  /// The fewest places that hold it.
  public var places: Int
  /// The mean of the draws.
  public var expected: Double
  /// The middle 95 % of the draws.
  public var limits: Limits
  /// The chance that so few places or fewer hold it when every record falls on any place alike: `(1 + draws at most that) / (1 + draws)`.
  public var p: Double
}

/// Compares how few places hold 25, 50 and 80 % of the records with a random assignment of as many records to the same places.
///
/// Each record falls on each place with the same chance, independently (a multinomial). A draw takes Poisson counts of the right mean and then
/// moves their sum to the number of records, by taking away records at random or adding them at random, which gives exactly that
/// distribution at O(places) a draw. Draws take the stream of their number, so workers change nothing.
/// - Returns: nil without places or records.
/// - Complexity: O(n · draws · log records).
public func placesHolding(
  _ percents: [Int] = [25, 50, 80], of curve: LorenzCurve, draws: Int = 999, seed: UInt64 = 1, jobs: Int = 1
) -> [PlacesHolding]? {
  guard curve.records > 0, draws > 0 else { return nil }
  let (places, records) = (curve.places, curve.records)
  let table = PoissonTable(mean: Double(records) / Double(places))
  let width = percents.count
  var found = [Int](repeating: 0, count: draws * width)
  found.withUnsafeMutableBufferPointer { found in
    nonisolated(unsafe) let found = found
    runAtOnce(Chunks(of: 1, in: draws), workers: jobs) { chunks in
      var assignment = RandomAssignment(places: places, records: records, table: table)
      for draw in chunks.lazy.map(\.number) {
        assignment.assign(RandomStream(seed: seed, rank: UInt64(draw)))
        for (column, percent) in percents.enumerated() { found[draw * width + column] = assignment.fewestPlaces(percent) }
      }
    }
  }
  return percents.enumerated().map { column, percent in
    let drawn = (0..<draws).map { found[$0 * width + column] }.sorted()
    let own = curve.fewestPlaces(holdingPercent: percent)
    let tail = max(0, Int(0.025 * Double(draws + 1)) - 1)
    return PlacesHolding(
      percent: percent, places: own, expected: Double(drawn.reduce(0, +)) / Double(draws),
      limits: Limits(low: Double(drawn[tail]), high: Double(drawn[draws - 1 - tail])),
      p: Double(1 + drawn.partitioningIndex { $0 > own }) / Double(1 + draws))
  }
}

/// Places filled at random, again and again.
struct RandomAssignment {
  private let records: Int
  private let first: Int
  /// P(count ≤ first + i) of one place.
  private let cumulative: [Double]
  private(set) var counts: [Int]
  private var numbers: [Int] = []
  /// How many places have each count.
  private var placesByCount: [Int] = []

  init(places: Int, records: Int, table: PoissonTable) {
    self.records = records
    first = table.first
    cumulative = table.masses.indices.map { table.atMost(table.first + $0) }
    counts = [Int](repeating: 0, count: places)
  }

  /// Fills `counts` anew.
  mutating func assign(_ random: RandomStream) {
    var random = random
    var sum = 0
    for place in counts.indices {
      let unit = random.unit()
      // Beyond the table lies less than one draw in 1e25.
      let value = first + min(cumulative.partitioningIndex { $0 > unit }, cumulative.count - 1)
      counts[place] = value
      sum += value
    }
    while sum < records {
      counts[Int(random.next(below: UInt32(counts.count)))] += 1
      sum += 1
    }
    if sum > records { takeAway(sum - records, of: sum, &random) }
    placesByCount.removeAll(keepingCapacity: true)
    for count in counts {
      while placesByCount.count <= count { placesByCount.append(0) }
      placesByCount[count] += 1
    }
  }

  /// Takes away so many of the records, each as likely as any other.
  private mutating func takeAway(_ excess: Int, of sum: Int, _ random: inout RandomStream) {
    // Which records go, by their number (Floyd's sampling); then one walk finds whose they are.
    var chosen = Set<Int>(minimumCapacity: excess)
    for last in sum - excess..<sum {
      let number = Int(random.unit() * Double(last + 1))
      if !chosen.insert(number).inserted { chosen.insert(last) }
    }
    numbers.removeAll(keepingCapacity: true)
    numbers.append(contentsOf: chosen)
    numbers.sort()
    var next = 0
    var before = 0
    for place in counts.indices {
      let count = counts[place]
      while next < numbers.count, numbers[next] < before + count {
        counts[place] -= 1
        next += 1
      }
      before += count
    }
  }

  /// The fewest places that hold a share of the records.
  ///
  /// Places are taken by their counts from the top, all of one count at once: no sorting.
  func fewestPlaces(_ percent: Int) -> Int {
    var missing = (records * percent + 99) / 100
    var places = 0
    for count in placesByCount.indices.reversed() where count > 0 && missing > 0 {
      let taken = min(placesByCount[count], (missing + count - 1) / count)
      places += taken
      missing -= taken * count
    }
    return places
  }
}
