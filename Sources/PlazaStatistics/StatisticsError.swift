/// An argument for which a statistic is not defined.
public enum StatisticsError: Error, Hashable, Sendable {
  case negativeCount(Int)
  /// A confidence level must lie strictly between 0 and 1.
  case confidenceOutOfRange(Double)
  /// Person-years must be finite and not negative.
  case badPersonYears(Double)
}
