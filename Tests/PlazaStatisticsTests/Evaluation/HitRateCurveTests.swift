import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct HitRateCurveTests {
  /// The tests of the R package ptools.
  @Test func `Published indices come out, ties taken at their worst`() throws {
    let curve = try HitRateCurve(
      predicted: [8, 4, 4, 2, 1, 0], observed: [6, 7, 3, 2, 1, 0], areas: [Double](repeating: 1, count: 6))
    let accuracy = [1.894737, 1.421053, 1.684211, 1.421053, 1.2, 1]
    let efficiency = [0.857143, 0.692308, 1, 1, 1, 1]
    let recovery = [1.333333, 1.333333, 1]
    for cells in 1...6 {
      #expect(abs(curve.predictiveAccuracyIndex(cells)! - accuracy[cells - 1]) < 5e-7)
      #expect(abs(curve.predictiveEfficiencyIndex(cells)! - efficiency[cells - 1]) < 5e-7)
      if cells <= 3 { #expect(abs(curve.predictedOverObserved(cells)! - recovery[cells - 1]) < 5e-7) }
    }
    let small = try HitRateCurve(predicted: [3, 2, 1], observed: [6, 3, 0], areas: [1, 1, 1])
    #expect((1...3).map { small.predictiveAccuracyIndex($0)! } == [2, 1.5, 1])
  }

  @Test func `A map that says the same everywhere earns nothing by the order of its cells`() throws {
    let curve = try HitRateCurve(predicted: [1, 1, 1, 1], observed: [9, 0, 5, 2], areas: [1, 1, 1, 1])
    #expect(curve.order == [1, 3, 2, 0])
    #expect(curve.predictiveAccuracyIndex(1) == 0)
  }

  @Test func `Cells of different sizes are taken by density, and the best of them by theirs`() throws {
    let curve = try HitRateCurve(predicted: [10, 6], observed: [4, 6], areas: [10, 2])
    #expect(curve.order == [1, 0])
    #expect(abs(curve.predictiveAccuracyIndex(1)! - (0.6 / (2.0 / 12))) < 1e-12)
    #expect(curve.predictiveEfficiencyIndex(1) == 1)
    let wrong = try HitRateCurve(predicted: [100, 6], observed: [4, 6], areas: [10, 2])
    // In 10 units of area the best takes the small cell and eight tenths of the large one.
    #expect(abs(wrong.predictiveEfficiencyIndex(1)! - 4 / (6 + 0.8 * 4)) < 1e-12)
  }

  @Test func `An area budget takes whole cells until one does not fit`() throws {
    let curve = try HitRateCurve(predicted: [5, 4, 3, 2, 1], observed: [1, 1, 1, 1, 1], areas: [1, 1, 1, 1, 1])
    #expect([0, 0.1, 0.2, 0.39, 0.6, 1].map { curve.cells(withinAreaShare: $0) } == [0, 0, 1, 1, 3, 5])
  }

  @Test func `Indices without a denominator are nothing`() throws {
    let nothing = try HitRateCurve(predicted: [1, 0], observed: [0, 0], areas: [1, 1])
    #expect(nothing.predictiveAccuracyIndex(1) == nil && nothing.predictiveEfficiencyIndex(1) == nil && nothing.hitRate(1) == nil)
    #expect(nothing.predictiveAccuracyIndex(0) == nil && nothing.predictedOverObserved(2) == nil)
    let none = try HitRateCurve(predicted: [], observed: [], areas: [])
    #expect(none.cells(withinAreaShare: 0.5) == 0 && none.areaShare(0) == nil)
    #expect(throws: StatisticsError.badWeight(0)) { try HitRateCurve(predicted: [1], observed: [1], areas: [0]) }
    #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 2)) {
      try HitRateCurve(predicted: [1], observed: [1, 2], areas: [1])
    }
  }

  @Test func `Efficiency never exceeds 1, whatever the sizes of the cells`() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<40 {
      let count = Int.random(in: 1...30, using: &random)
      let curve = try HitRateCurve(
        predicted: (0..<count).map { _ in Double(Int.random(in: 0...4, using: &random)) },
        observed: (0..<count).map { _ in Int.random(in: 0...6, using: &random) },
        areas: (0..<count).map { _ in Double.random(in: 0.1...3, using: &random) })
      for cells in 1...count {
        if let value = curve.predictiveEfficiencyIndex(cells) { #expect(value <= 1 + 1e-9) }
      }
    }
  }

  @Test func `Scores of either sign order the cells, those without one come last, and what lies in no cell was missed`() throws {
    let curve = try HitRateCurve(
      scores: [-1, nil, 2, -1], predicted: nil, observed: [3, 9, 2, 1], areas: [1, 1, 1, 1], missed: 5)
    #expect(curve.order == [2, 3, 0, 1])
    #expect(curve.total == 20 && curve.hitRate(1) == 0.1 && curve.hitRate(4) == 0.75)
    #expect(curve.predictiveAccuracyIndex(2) == 0.15 / 0.5)
    // The best choice cannot have what lies in no cell.
    #expect(curve.mostObserved(2) == 12 && curve.predictiveEfficiencyIndex(2) == 3.0 / 12)
    #expect(curve.predictedOverObserved(2) == nil)
    #expect(throws: StatisticsError.negativeCount(-1)) {
      try HitRateCurve(scores: [1], predicted: nil, observed: [1], areas: [1], missed: -1)
    }
    #expect(throws: StatisticsError.self) { try HitRateCurve(scores: [.nan], predicted: nil, observed: [1], areas: [1]) }
  }

  @Test func `The area under the curve is a half for an even spread, and the best cells' bounds it`() throws {
    let even = try HitRateCurve(predicted: [3, 2, 1], observed: [2, 4, 2], areas: [1, 2, 1])
    #expect(even.areaUnderCurve == 0.5 && even.bestAreaUnderCurve == 0.5)
    // Trapezes by hand: (0 + 6)/2 · 1, (6 + 9)/2 · 1 and (9 + 9)/2 · 2 over 4 · 9.
    let steep = try HitRateCurve(predicted: [9, 5, 1], observed: [6, 3, 0], areas: [1, 1, 2])
    #expect(steep.areaUnderCurve == 28.5 / 36 && steep.bestAreaUnderCurve == 28.5 / 36)
    let wrong = try HitRateCurve(scores: [1, 5, 9], predicted: nil, observed: [6, 3, 0], areas: [1, 1, 2], missed: 1)
    #expect(abs(wrong.areaUnderCurve! - 7.5 / 40) < 1e-15 && abs(wrong.bestAreaUnderCurve! - 28.5 / 40) < 1e-15)
    #expect(try HitRateCurve(predicted: [1], observed: [0], areas: [1]).areaUnderCurve == nil)
  }

  @Test func `The recapture rate index is of two times, and not the recovery of a prediction`() {
    #expect(recaptureRateIndex(earlierInside: 40, laterInside: 30, earlier: 100, later: 150) == 0.5)
    #expect(recaptureRateIndex(earlierInside: 0, laterInside: 30, earlier: 100, later: 150) == nil)
    #expect(recaptureRateIndex(earlierInside: 4, laterInside: 3, earlier: 10, later: 0) == nil)
  }
}
