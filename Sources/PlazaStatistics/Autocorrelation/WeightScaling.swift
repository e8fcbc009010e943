/// What a statistic does with the weights that it is given.
public enum WeightScaling: String, Hashable, Sendable, CaseIterable {
  /// The weights of each area are divided by their sum, so that what it is compared with is the mean of its neighbours.
  case rows
  /// The weights stay as they are.
  case none
}

/// Why an area, or a whole map, has no statistic.
public enum UndefinedStatistic: String, Hashable, Sendable, CaseIterable {
  /// The area has no value.
  case noValue
  /// The area has no neighbour with a value.
  case island
  /// Fewer areas with values than the statistic needs.
  case tooFewAreas
  /// All values that would be compared are equal.
  case constantValues
  /// The area has every other one for a neighbour, with equal weights, so its surroundings could not have been different.
  case everyAreaIsNeighbor
  /// The general G compares products, which say nothing of concentration when a value is negative.
  case negativeValue
}

/// Which areas a statistic rests on.
public struct SampleAccount: Hashable, Sendable {
  /// How many areas went into the mean and the variance.
  public var used: Int
  /// The areas without a neighbour that has a value, ascending.
  public var islands: [Int]
  /// The areas without a value, ascending.
  public var missing: [Int]
  /// The sum of the weights between the areas that were used, after scaling: S0.
  public var sumOfWeights: Double
}
