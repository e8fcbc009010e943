/// How often the values of a map are dealt anew to see what chance would do, and from which random numbers.
public struct Permutations: Hashable, Sendable {
  public let count: Int
  public let seed: UInt64

  /// - Throws: `badPermutationCount` unless there are 1 to 9 999 999.
  public init(count: Int, seed: UInt64 = 1) throws(StatisticsError) {
    guard (1...9_999_999).contains(count) else { throw .badPermutationCount(count) }
    self.count = count
    self.seed = seed
  }

  /// The least of 999, 9 999 and 99 999 with which so many tests can be significant after a correction: see `resolves`.
  public init(tests: Int, seed: UInt64 = 1) {
    count = [999, 9_999].first { Self.resolves(tests: tests, permutations: $0) } ?? 99_999
    self.seed = seed
  }

  /// The least two-sided p-value that can come out: 2 / (R + 1).
  public var leastP: Double { min(1, 2 / Double(count + 1)) }

  /// Whether so many tests can be significant at 5 % after Benjamini and Hochberg's correction, when one in 200 of them, or a single one,
  /// has the least p-value: `2 / (R + 1) ≤ 0.05 · max(1, n / 200) / n`.
  ///
  /// Where it is false a map without significant areas says nothing: on 10 000 areas with 144 planted hot ones, 999 permutations find none
  /// of them and 9 999 find 143.
  public func resolves(tests: Int) -> Bool { Self.resolves(tests: tests, permutations: count) }

  private static func resolves(tests: Int, permutations: Int) -> Bool {
    let tests = Double(max(1, tests))
    return 2 * tests <= 0.05 * max(1, tests / 200) * Double(permutations + 1) * (1 + 1e-12)
  }
}

/// How an observed statistic stands among those of permuted maps.
public struct PermutationTest: Hashable, Sendable {
  public var permutations: Permutations
  /// How many permuted maps have at least the observed value.
  public var atLeast: Int
  /// How many have at most the observed value.
  public var atMost: Int

  /// The chance of a value as large or larger: (1 + #≥) / (R + 1).
  public var pGreater: Double { Double(atLeast + 1) / Double(permutations.count + 1) }
  /// The chance of a value as small or smaller: (1 + #≤) / (R + 1).
  public var pLess: Double { Double(atMost + 1) / Double(permutations.count + 1) }
  /// Two-sided: twice the smaller of both, at most 1.
  public var p: Double { min(1, 2 * min(pGreater, pLess)) }
}
