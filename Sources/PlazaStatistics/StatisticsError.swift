/// An argument for which a statistic is not defined.
public enum StatisticsError: Error, Hashable, Sendable {
  case negativeCount(Int)
  /// A count above 1e12, or a part that exceeds its whole.
  case countOutOfRange(Int)
  /// An exposure must lie between 1e-6 and 1e6 days.
  case badExposure(Double)
  /// A confidence level must lie strictly between 0 and 1.
  case confidenceOutOfRange(Double)
  /// Person-years must be 0 or lie between 1e-50 and 1e50.
  case badPersonYears(Double)
  /// Two columns that describe the same areas or strata differ in length.
  case lengthMismatch(expected: Int, found: Int)
  /// A weight, of a pair of areas or of a standard population, must be finite and not negative.
  case badWeight(Double)
  /// A neighbour that is no area of the list.
  case neighborOutOfRange(area: Int, neighbor: Int)
  /// A neighbour that the list of an area names twice.
  case repeatedNeighbor(area: Int, neighbor: Int)
  /// A value that is compared between areas, or a coordinate, must be finite and at most 1e50 in size.
  case badValue(Double)
  /// An order of the areas must name each of them once.
  case badOrder
  /// The number of nearest neighbours must lie between 1 and one less than there are areas.
  case badNeighborCount(Int)
  /// A distance must be finite and above 0.
  case badDistance(Double)
  /// A cost of travel must be finite and not negative.
  case badCost(Double)
  /// A coordinate of points that are clustered must be finite and nearer to 0 than 2²⁹ radii.
  case coordinateOutOfRange(Double)
  /// The least weight of a dense place must be finite and above 0.
  case badMinimumWeight(Double)
  /// A permutation test needs between 1 and 9 999 999 permutations.
  case badPermutationCount(Int)
  /// A standard population needs weight in at least one stratum.
  case noStandardPopulation
  /// Without person-years in a stratum that counts, its rate, and with it the standardised one, is unknown.
  case emptyStratum(Int)
  /// The reference rates let nothing be expected, so there is nothing to compare with.
  case nothingExpected
  /// An age at which no group of the standard population begins, or that comes out of order.
  case badAgeGroup(Int)
  /// A population series needs a figure for at least one year.
  case noPopulation
  /// A population must lie between 0 and 1e50.
  case badPopulation(Double)
  /// A year for which a population series has two figures.
  case repeatedYear(Int)
  /// A year must have at most six digits.
  case yearOutOfRange(Int)
  /// A span of time must end no earlier than it begins, in years of at most six digits.
  case badSpan(start: Double, end: Double)
  /// A day that the calendar does not have.
  case noSuchDay(year: Int, month: Int, day: Int)
}
