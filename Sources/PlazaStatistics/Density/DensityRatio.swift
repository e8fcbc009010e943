import Glibc

/// Two densities on the same cells against one another, such as crimes against people or this year against the last.
///
/// Kelsall and Diggle 1995, doi:10.1002/sim.4780142106: both want the same kernel and bandwidth, or the difference of the smoothing shows as one of the places.
public struct DensityRatio: Hashable, Sendable {
  public let numerator: [Double]
  public let denominator: [Double]
  /// The least denominator by which is divided.
  public let floor: Double

  /// - Parameter floor: above 0, in the unit of the denominator; where the denominator is below it, ratio and logarithm are nil.
  /// - Throws: `DensityError.lengthMismatch`, `.badFloor`.
  public init(numerator: [Double], denominator: [Double], floor: Double) throws(DensityError) {
    guard numerator.count == denominator.count else { throw .lengthMismatch(expected: numerator.count, found: denominator.count) }
    guard floor > 0, floor.isFinite else { throw .badFloor(floor) }
    self.numerator = numerator
    self.denominator = denominator
    self.floor = floor
  }

  /// A hundredth of the greatest density: a floor for those who have no better one. Nil where all are 0.
  public static func defaultFloor(of denominator: [Double]) -> Double? {
    let greatest = denominator.max() ?? 0
    return greatest * 0.01 >= Double.leastNormalMagnitude ? greatest * 0.01 : nil
  }

  /// Numerator over denominator; nil where the denominator is below the floor.
  public func ratio(at cell: Int) -> Double? {
    denominator[cell] >= floor ? numerator[cell] / denominator[cell] : nil
  }

  /// The natural logarithm of the ratio; nil where the numerator is 0 as well.
  public func logRatio(at cell: Int) -> Double? {
    guard denominator[cell] >= floor, numerator[cell] > 0 else { return nil }
    return log(numerator[cell]) - log(denominator[cell])
  }

  /// Numerator less denominator, in their unit.
  public func difference(at cell: Int) -> Double { numerator[cell] - denominator[cell] }

  /// The probability that an event of either kind there is one of the numerator, `f₁ / (f₁ + f₀)`; nil where both together are below the floor.
  public func probability(at cell: Int) -> Double? {
    let both = numerator[cell] + denominator[cell]
    return both >= floor ? numerator[cell] / both : nil
  }

  public var ratios: [Double?] { numerator.indices.map(ratio) }
  public var logRatios: [Double?] { numerator.indices.map(logRatio) }
  public var differences: [Double] { numerator.indices.map(difference) }
  public var probabilities: [Double?] { numerator.indices.map(probability) }
}
