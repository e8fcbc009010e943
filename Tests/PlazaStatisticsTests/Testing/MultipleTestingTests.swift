import PlazaStatistics
import Testing

@Suite struct MultipleTestingTests {
  /// The fifteen p-values of Benjamini and Hochberg 1995, section 3.1; adjusted by R's p.adjust.
  static let published: [Double?] = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1,
  ]

  @Test func `Four of the fifteen hypotheses of Benjamini and Hochberg are rejected at five percent, three by Bonferroni`() {
    func rejected(_ method: MultipleTesting) -> Int { method.adjusted(Self.published).count { $0! <= 0.05 } }
    #expect(rejected(.benjaminiHochberg) == 4)
    #expect(rejected(.bonferroni) == 3)
    #expect(rejected(.benjaminiYekutieli) <= 4)
  }

  @Test func `It steps up, so a p-value above its own bound is carried by a later one below its`() {
    // 0.04 > 0.05 · 1/3 and 0.04 > 0.05 · 2/3 but 0.045 < 0.05 · 3/3: a step-down procedure would stop at the first.
    let adjusted = MultipleTesting.benjaminiHochberg.adjusted([0.045, 0.04, 0.04])
    #expect(adjusted.allSatisfy { abs($0! - 0.045) < 1e-15 })
  }

  @Test func `Items without a test stay nil and do not count`() {
    let adjusted = MultipleTesting.benjaminiHochberg.adjusted([nil, 0.01, nil, 0.04])
    #expect(adjusted == [nil, 0.02, nil, 0.04])
    #expect(MultipleTesting.benjaminiYekutieli.adjusted([]) == [])
    #expect(MultipleTesting.bonferroni.adjusted([0.7, nil, 0.02]) == [1, nil, 0.04])
    #expect(MultipleTesting.none.adjusted([0.7, nil]) == [0.7, nil])
  }
}
