import Glibc
import Testing

@testable import PlazaStatistics

@Suite struct DensityRatioTests {
  @Test func `ratios, logarithms, differences and probabilities follow their formulas, nil below the floor`() throws {
    let ratio = try DensityRatio(numerator: [6, 0, 5, 0, 1], denominator: [3, 2, 0.5, 0, 0.5], floor: 1)
    #expect(ratio.ratios == [2, 0, nil, nil, nil])
    #expect(ratio.logRatios[0].map { abs($0 - log(2)) < 1e-15 } == true)
    #expect(ratio.logRatios.dropFirst() == [nil, nil, nil, nil])
    #expect(ratio.differences == [3, -2, 4.5, 0, 0.5])
    let (first, third, last): (Double, Double, Double) = (6.0 / 9, 5 / 5.5, 1 / 1.5)
    let expected: [Double?] = [first, 0, third, nil, last]
    #expect(ratio.probabilities == expected)
  }

  @Test func `swapping both turns the sign of logarithms and the complement of probabilities`() throws {
    var random = RandomStream(seed: 3, rank: 0)
    let a = (0..<200).map { _ in 5 * random.unit() }
    let b = (0..<200).map { _ in 5 * random.unit() }
    let there = try DensityRatio(numerator: a, denominator: b, floor: 1e-9)
    let back = try DensityRatio(numerator: b, denominator: a, floor: 1e-9)
    for cell in 0..<200 {
      #expect(abs(there.logRatio(at: cell)! + back.logRatio(at: cell)!) < 1e-14)
      #expect(abs(there.probability(at: cell)! + back.probability(at: cell)! - 1) < 1e-15)
      #expect(there.difference(at: cell) == -back.difference(at: cell))
    }
  }

  @Test func `the default floor is a hundredth of the peak, and a floor of zero is refused`() throws {
    #expect(DensityRatio.defaultFloor(of: [0, 40, 3]) == 0.4)
    #expect(DensityRatio.defaultFloor(of: [0, 0]) == nil && DensityRatio.defaultFloor(of: []) == nil)
    #expect(throws: DensityError.badFloor(0)) { try DensityRatio(numerator: [1], denominator: [1], floor: 0) }
    #expect(throws: DensityError.lengthMismatch(expected: 1, found: 2)) {
      try DensityRatio(numerator: [1], denominator: [1, 2], floor: 1)
    }
  }
}
