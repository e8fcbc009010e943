import Glibc
import PlazaTesting
import Testing

@testable import PlazaStatistics

/// The chance of sums over areas and their neighbours, for any number of events.
@Suite struct WindowChanceTests {
  /// Two-sided p of each subset's sum by listing all subsets of a size.
  private static func listed(_ values: [Double], size: Int) -> [(sum: Double, p: Double)] {
    var sums: [Double] = []
    for subset in 0..<(1 << values.count) where subset.nonzeroBitCount == size {
      sums.append(values.indices.reduce(0) { $0 + (subset >> $1 & 1 == 1 ? values[$1] : 0) })
    }
    let all = Double(sums.count)
    func upper(_ sum: Double) -> Double { Double(sums.count { $0 >= sum }) / all }
    func lower(_ sum: Double) -> Double { Double(sums.count { $0 <= sum }) / all }
    return Set(sums).sorted().map { sum in
      let (up, low) = (upper(sum), lower(sum))
      // The other tail, as far as it is no likelier than this one.
      let tails: [Double] = up <= low ? sums.map { lower($0) } : sums.map { upper($0) }
      let limit = min(up, low) + 1e-12
      let other = tails.filter { $0 <= limit }.max() ?? 0
      return (sum, min(1, min(up, low) + other))
    }
  }

  @Test(arguments: [[0, 0, 0, 1, 0, 0, 3, 0, 2], [5, 1, 1, 1, 4, 2, 2, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]] as [[Double]])
  func `the sums of dealt values have the chances that a list of all deals gives`(values: [Double]) {
    let sizes = Set(1..<values.count)
    let sums = DealtSums(values, sizes: sizes)
    #expect(sums.lattice.map(Double.init) == values.map { $0 - values.min()! })
    let least = Int(values.min()!)
    for size in sizes {
      for (sum, p) in Self.listed(values, size: size) {
        #expect(abs(sums.p(sum: Int(sum) - size * least, of: size) - p) < 1e-9, "\(size) of \(values), \(sum)")
      }
    }
  }

  @Test func `values that are no whole numbers are dealt on a lattice, to about its step`() {
    var random = SplitMix64(seed: 5)
    let values = (0..<14).map { _ in Double.random(in: -2...7, using: &random) }
    let sums = DealtSums(values, sizes: [4])
    for subset in [[0, 1, 2, 3], [3, 7, 9, 13], [4, 5, 8, 12]] {
      let sum = subset.reduce(0) { $0 + values[$1] }
      let wanted = Self.listed(values, size: 4).min { abs($0.sum - sum) < abs($1.sum - sum) }!.p
      #expect(abs(sums.p(sum: subset.reduce(0) { $0 + sums.lattice[$1] }, of: 4) - wanted) < 0.02)
    }
  }

  /// Against the hypergeometric distribution by its formula, of 9 in 2 500 cells and of 100 in 400 areas.
  @Test func `marked areas are hypergeometric, in few as in many`() {
    var marks = [Double](repeating: 0, count: 2_500)
    for place in 0..<100 { marks[place * 25] = 1 }
    let few = DealtSums(marks, sizes: [9])
    var upper = 0.0
    for hits in 4...9 {
      upper += exp(choose(100, hits) + choose(2_400, 9 - hits) - choose(2_500, 9))
    }
    #expect(abs(few.p(sum: 4, of: 9) / upper - 1) < 1e-9)
    // More than are counted one by one: by moments.
    marks = (0..<400).map { $0 % 10 == 0 ? 1 : 0 }
    let many = DealtSums(marks, sizes: [100])
    upper = (16...40).reduce(0) { $0 + exp(choose(40, $1) + choose(360, 100 - $1) - choose(400, 100)) }
    #expect(abs(many.p(sum: 16, of: 100) / (2 * upper) - 1) < 0.05)
  }

  private func choose(_ n: Int, _ k: Int) -> Double {
    logGamma(Double(n + 1)) - logGamma(Double(k + 1)) - logGamma(Double(n - k + 1))
  }

  /// The last value is `scipy.special.betainc(2.5, 4.5, 0.3)`.
  @Test func `binomial tails are their sums`() {
    for (trials, share) in [(1, 0.0036), (30, 0.09), (1_000, 0.25), (10, 0.9)] {
      func mass(_ k: Int) -> Double {
        exp(choose(trials, k) + Double(k) * log(share) + Double(trials - k) * log1p(-share))
      }
      for hits in Set([0, 1, trials / 3, trials / 2, trials]) {
        let upper = (hits...trials).reduce(0) { $0 + mass($1) }
        let lower = (0...hits).reduce(0) { $0 + mass($1) }
        let found = (
          binomialTail(Double(hits), of: Double(trials), share: share, side: .upper),
          binomialTail(Double(hits), of: Double(trials), share: share, side: .lower)
        )
        #expect(abs(found.0 - upper) < 1e-12 + 1e-9 * upper && abs(found.1 - lower) < 1e-12 + 1e-9 * lower)
      }
    }
    #expect(abs(betaTail(0.3, 2.5, 4.5) - 0.40653901668245934) < 1e-12)
  }

  @Test func `of dispersed areas the events are negative binomial, with the variance that the areas show`() throws {
    let spread = try #require(
      GroundSpread(events: [9, 1, 4, 0, 6, 2, 8, 10], ground: [1, 1, 1, 1, 1, 1, 1, 1], allowsDispersion: true))
    var part = GroundSpread.Part()
    part.add(1)
    part.add(1)
    let plain = try #require(
      GroundSpread(events: [9, 1, 4, 0, 6, 2, 8, 10], ground: [1, 1, 1, 1, 1, 1, 1, 1], allowsDispersion: false))
    #expect(spread.expected(part) == 10 && plain.expected(part) == 10)
    #expect(plain.p(20, part) < 0.01 && spread.p(20, part) > 0.05)
    #expect(GroundSpread(events: [0, 0], ground: [1, 1], allowsDispersion: true) == nil)
  }

  @Test func `one record is never beyond chance, wherever it lies and however fine the cells`() throws {
    for side in [3, 10, 50] {
      let map = MadeMap(side: side)
      for place in [0, side / 2, side * side / 2 + side / 2] {
        var counts = [Double](repeating: 0, count: side * side)
        counts[place] = 1
        #expect(try map.called(counts).isEmpty)
      }
    }
  }

  /// The table of docs/methods.md: `PLAZA_CHANCE_MAPS=400 swift test --filter WindowChanceTests` prints it with as many maps.
  @Test func `maps without pattern are called no more often than stated, and planted clusters are found`() throws {
    let stated = getenv("PLAZA_CHANCE_MAPS").flatMap { Int(String(cString: $0)) }
    let maps = stated ?? 40
    // So many of 40 maps come up with a chance of 1 in 10 000 where each has one of 5 %.
    let allowed = stated == nil ? 8 : Int(0.05 * Double(maps) + 4 * (0.0475 * Double(maps)).squareRoot())
    for side in [3, 10, 50] where stated != nil || side < 50 {
      let map = MadeMap(side: side)
      for records in [1, 2, 10, 30, 100, 1_000] {
        var row = "| \(side * side) | \(records)"
        for ground in MadeMap.Ground.allCases {
          var (ours, normal) = (0, 0)
          for number in 0..<maps {
            let made = map.draw(records, ground, seed: UInt64(number + 1_000 * records + side))
            if try !map.called(made.counts, people: made.people, ground: made.ground).isEmpty { ours += 1 }
            if stated != nil, try map.calledByNormal(made.counts, people: made.people) { normal += 1 }
          }
          #expect(ours <= allowed, "\(side * side) cells, \(records) records, \(ground): \(ours) of \(maps)")
          row += " | \(percent(ours, maps)) (\(percent(normal, maps)))"
        }
        if stated != nil { print(row + " |") }
      }
    }
    for side in [10, 50] where stated != nil || side < 50 {
      let map = MadeMap(side: side)
      for records in [100, 1_000] {
        var row = "| \(side * side) | \(records)"
        for share in [0.2, 0.3, 0.5] {
          var (ours, normal) = (0, 0)
          for number in 0..<maps {
            let made = map.plant(records, share: share, seed: UInt64(number + 7_000 * records + side))
            if try !map.called(made.counts).isDisjoint(with: made.planted) { ours += 1 }
            if stated != nil, try !map.normal(made.counts).isDisjoint(with: made.planted) { normal += 1 }
          }
          if share >= 0.3 { #expect(Double(ours) >= 0.85 * Double(maps), "\(side * side), \(records), \(share): \(ours)") }
          row += " | \(percent(ours, maps)) (\(percent(normal, maps)))"
        }
        if stated != nil { print(row + " |") }
      }
    }
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    "\((Double(part) / Double(whole) * 1_000).rounded() / 10)"
  }
}

/// Square cells with their eight neighbours, and records thrown on them.
struct MadeMap {
  enum Ground: CaseIterable { case even, cut, people, dispersed }

  let side: Int
  let neighbors: SpatialWeights

  init(side: Int) {
    self.side = side
    let lists = (0..<side * side).map { cell -> [Int] in
      let (x, y) = (cell % side, cell / side)
      return (-1...1).flatMap { dy in
        (-1...1).compactMap { dx in
          let (i, j) = (x + dx, y + dy)
          return (dx != 0 || dy != 0) && (0..<side).contains(i) && (0..<side).contains(j) ? j * side + i : nil
        }
      }
    }
    neighbors = try! SpatialWeights(neighbors: lists)
  }

  var count: Int { side * side }

  struct Made {
    var counts: [Double]
    var people: [Double]?
    var ground: [Double]
    var planted: Set<Int> = []
  }

  /// So many records: evenly; on cells of which the outer rim is cut to a part; by people who crowd towards the middle and differ from cell to
  /// cell; or by a rate of each cell's own, from an exponential distribution, without people.
  func draw(_ records: Int, _ ground: Ground, seed: UInt64) -> Made {
    var random = SplitMix64(seed: seed)
    var rates = [Double](repeating: 1, count: count)
    var sizes = rates
    var people: [Double]?
    func exponential() -> Double { -log(1 - Double.random(in: 0..<1, using: &random)) }
    for cell in rates.indices {
      let (x, y) = (Double(cell % side), Double(cell / side))
      let rim = x == 0 || y == 0 || Int(x) == side - 1 || Int(y) == side - 1
      switch ground {
      case .even: break
      case .cut: if rim { sizes[cell] = Double.random(in: 0.05...1, using: &random) }
      case .people:
        let middle = Double(side - 1) / 2
        let far = ((x - middle) * (x - middle) + (y - middle) * (y - middle)).squareRoot() / max(1, middle)
        rates[cell] = (100 + 3_000 * exp(-2 * far) * (0.2 + exponential())).rounded()
      case .dispersed: rates[cell] = exponential()
      }
    }
    if ground == .people { people = rates }
    return Made(counts: thrown(records, rates.indices.map { rates[$0] * sizes[$0] }, &random), people: people, ground: sizes)
  }

  /// A share of the records within a disc of a tenth of the side around a place of its own, the others anywhere.
  func plant(_ records: Int, share: Double, seed: UInt64) -> Made {
    var random = SplitMix64(seed: seed)
    let width = Double(side)
    let centre = (Double.random(in: 0.2...0.8, using: &random) * width, Double.random(in: 0.2...0.8, using: &random) * width)
    var made = Made(counts: [Double](repeating: 0, count: count), people: nil, ground: [Double](repeating: 1, count: count))
    for record in 0..<records {
      var (x, y) = (Double.random(in: 0..<width, using: &random), Double.random(in: 0..<width, using: &random))
      if Double(record) < share * Double(records) {
        let (angle, far) = (
          Double.random(in: 0..<2 * .pi, using: &random), Double.random(in: 0...1, using: &random).squareRoot() * 0.1 * width
        )
        (x, y) = (centre.0 + far * cos(angle), centre.1 + far * sin(angle))
      }
      made.counts[Int(y) * side + Int(x)] += 1
    }
    for cell in 0..<count {
      let (dx, dy) = (Double(cell % side) + 0.5 - centre.0, Double(cell / side) + 0.5 - centre.1)
      if (dx * dx + dy * dy).squareRoot() <= 0.1 * width + 0.7 { made.planted.insert(cell) }
    }
    return made
  }

  private func thrown(_ records: Int, _ rates: [Double], _ random: inout SplitMix64) -> [Double] {
    var sums: [Double] = []
    var sum = 0.0
    for rate in rates {
      sum += rate
      sums.append(sum)
    }
    var counts = [Double](repeating: 0, count: rates.count)
    for _ in 0..<records {
      let wanted = Double.random(in: 0..<sum, using: &random)
      var (low, high) = (0, sums.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
      }
      counts[low] += 1
    }
    return counts
  }

  private func values(_ counts: [Double], _ people: [Double]?) throws -> [Double?] {
    guard let people else { return counts }
    return try empiricalBayesRates(counts: counts.map { Int($0) }, personYears: people).values
  }

  /// The cells that differ from chance at 5 % after the correction, as `hotspots gi` calls them.
  func called(_ counts: [Double], people: [Double]? = nil, ground: [Double]? = nil) throws -> Set<Int> {
    let found = try getisOrd(values(counts, people), neighbors: neighbors)
    var dealt: [Double?] = counts
    if let people { dealt = try standardizedRates(counts: counts.map { Int($0) }, personYears: people) }
    var test = WindowTest(values: dealt, events: counts, ground: people ?? ground ?? [Double](repeating: 1, count: count))
    test.allowsDispersion = people != nil
    let p = try windowChance(test, neighbors: neighbors).p { cell in found.z[cell].map { $0 > 0 } }
    let corrected = MultipleTesting.benjaminiHochberg.adjusted(p)
    return Set(corrected.indices.filter { (corrected[$0] ?? 1) <= 0.05 })
  }

  /// The same by the normal p that goes with z.
  func normal(_ counts: [Double], people: [Double]? = nil) throws -> Set<Int> {
    let bins = try getisOrd(values(counts, people), neighbors: neighbors).bins()
    return Set(bins.indices.filter { abs(bins[$0] ?? 0) >= 2 })
  }

  func calledByNormal(_ counts: [Double], people: [Double]?) throws -> Bool { try !normal(counts, people: people).isEmpty }
}
