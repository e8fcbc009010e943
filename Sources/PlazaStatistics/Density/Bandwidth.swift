/// A published way to choose a bandwidth from the events themselves.
public enum BandwidthRule: String, Hashable, Sendable, CaseIterable {
  /// 0.9 · min(SD, √(1 / ln 2) · D) · n^(−1/5), with the standard distance SD and the median distance D from the mean centre: the radius of a
  /// quartic kernel, which one far event does not widen; another kernel is as smooth. Silverman 1986, ISBN 0-412-24620-1, equation 3.31, carried to the plane as desktop GIS does.
  case robust
  /// The mean over both axes of sd · n^(−1/6). Scott 1992, ISBN 0-471-54770-0, section 6.3.
  case scott
  /// The mean over both axes of 1.06 · min(sd, IQR / 1.34) · n^(−1/5). Silverman 1986, equation 3.30.
  case normalReference = "reference"
  /// The Gaussian under which every event is likeliest when its own place is left out. Habbema, Hermans and van den Broek 1974; Duin 1976,
  /// doi:10.1109/TC.1976.1674577.
  case likelihood
  /// The least mean square error of the density in a process that is the same everywhere but clustered, within the box of the events. Diggle 1985,
  /// doi:10.2307/2347366; Berman and Diggle 1989, J. R. Stat. Soc. B 51:81–92.
  case diggle
}

/// A bandwidth, with what a reader needs to judge it.
public struct Bandwidth: Hashable, Sendable {
  /// What decided it.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The standard distance was the smaller of the two.
    case standardDistance
    /// The median distance was the smaller of the two: some events lie far out.
    case medianDistance
    /// At least half of the events lie at the mean centre, so the standard distance stood in for a median distance of 0.
    case medianDistanceZero
    /// The spread along both axes.
    case axisSpread
    /// The middle half of the events shares a line along an axis, so the standard deviation stood in for a quartile range of 0.
    case quartileRangeZero
    /// The likelihood was greatest there.
    case likelihood
    /// The likelihood still rose at the end of the bandwidths that were tried.
    case likelihoodAtEnd
    /// The mean square error was least there.
    case squareError
    /// The mean square error was least at an end of the bandwidths that were tried.
    case squareErrorAtEnd
    /// All events lie on a line along an axis, so Scott's rule stood in.
    case boxWithoutArea
  }

  public let meters: Double
  public internal(set) var rule: BandwidthRule
  public internal(set) var reason: Reason
  /// The events with weight.
  public let pointCount: Int
  /// The different places in which they lie.
  public let placeCount: Int

  /// The share of the events that lie in the same place as one before them. Much of it makes cross-validated bandwidths too small.
  public var duplicateShare: Double { Double(pointCount - placeCount) / Double(pointCount) }
}

/// The cell that suits a bandwidth: a fifth of it, rounded down to 1, 2 or 5 · 10ᵏ m.
/// - Parameter bandwidth: in metres, above 0 and finite.
public func defaultCell(bandwidth: Double) -> Double {
  precondition(bandwidth > 0 && bandwidth.isFinite)
  let target = bandwidth / 5
  // Powers by multiplication or division of whole numbers, exact where the result is.
  var (power, tenths) = (1.0, 1.0)
  while power * 10 <= target { power *= 10 }
  while power / tenths > target { tenths *= 10 }
  let unit = power / tenths
  for digit in [5.0, 2.0] where digit * power / tenths <= target { return digit * power / tenths }
  return unit
}
