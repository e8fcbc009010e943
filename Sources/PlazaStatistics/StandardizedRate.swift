/// The rate that a population would have if its strata of age and sex were those of a standard population (direct standardisation).
///
/// Its limits are the gamma limits of Fay and Feuer 1997 (doi:10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#): with
/// weights wᵢ = standardᵢ / (Σ standard · person-yearsᵢ), rate y = Σ wᵢ countᵢ, variance v = Σ wᵢ² countᵢ and w the largest weight,
/// `low = (v / 2y) χ²(α/2; 2y²/v)` and `high = ((v + w²) / 2(y + w)) χ²(1 − α/2; 2(y + w)² / (v + w²))`. They are the exact Poisson limits
/// when the standard has the shape of the population itself. Normal limits are not offered: with few events they are too narrow, reach below
/// 0 and have no width at all when nothing was counted; the narrower gamma limits that were proposed later lose their coverage in sparse data
/// (Talih and others 2022, doi:10.1186/s12963-022-00288-1).
/// - Parameter counts: the events of each stratum; a stratum is an age group, or an age group of one sex.
/// - Parameter personYears: of the same strata. A stratum without any must weigh nothing in the standard and have no events.
/// - Parameter standard: the standard population of the same strata, as persons or as shares; only its proportions matter.
/// - Parameter unit: the number of person-years that the rate is told for.
/// - Throws: `lengthMismatch`, `negativeCount`, `badPersonYears`, `badWeight`, `confidenceOutOfRange`, `noStandardPopulation`, and
///   `emptyStratum` where the rate of a stratum is needed and unknown: collapse age groups then, or standardise indirectly.
/// - Complexity: O(strata).
public func directlyStandardizedRate(
  counts: [Int], personYears: [Double], standard: [Double], per unit: Double = 100_000, confidence: Double = 0.95
) throws(StatisticsError) -> Rate {
  guard confidence > 0, confidence < 1 else { throw .confidenceOutOfRange(confidence) }
  guard personYears.count == counts.count else { throw .lengthMismatch(expected: counts.count, found: personYears.count) }
  guard standard.count == counts.count else { throw .lengthMismatch(expected: counts.count, found: standard.count) }
  for share in standard { guard share >= 0, share.isFinite else { throw .badWeight(share) } }
  let whole = standard.reduce(0, +)
  guard whole > 0, whole.isFinite else { throw .noStandardPopulation }
  // A share whose square would vanish could not carry the variance of an event.
  for share in standard { guard share == 0 || share / whole >= 1e-50 else { throw .badWeight(share) } }

  var value = 0.0
  var variance = 0.0
  var widest = 0.0
  for stratum in counts.indices {
    let count = counts[stratum]
    let years = personYears[stratum]
    guard count >= 0 else { throw .negativeCount(count) }
    guard arePersonYears(years) else { throw .badPersonYears(years) }
    guard years > 0 else {
      if standard[stratum] > 0 || count > 0 { throw .emptyStratum(stratum) }
      continue
    }
    let weight = standard[stratum] / whole / years
    value += weight * Double(count)
    variance += weight * weight * Double(count)
    widest = max(widest, weight)
  }

  // Rounding could take either shape below 1, its least, which a single event has.
  let tail = (1 - confidence) / 2
  var low = 0.0
  if value > 0 {
    low = variance / value * gammaQuantile(shape: max(1, value * value / variance), tail: tail, side: .lower)
  }
  let above = value + widest
  let spread = variance + widest * widest
  let high = spread / above * gammaQuantile(shape: max(1, above * above / spread), tail: tail, side: .upper)
  return Rate(value: value * unit, limits: Limits(low: low * unit, high: high * unit))
}

/// Strata of one population without those that nobody is of: each is put together with the next age group of its sex that has people, the older
/// first, else the younger.
///
/// A direct rate needs a rate for whatever the standard has people of. Where a small area has nobody of an age, the people of the next age stand for
/// them, as when age groups are collapsed by hand; dropping the stratum instead would change the standard from area to area.
public struct MergedStrata: Hashable, Sendable {
  public var counts: [Int]
  public var personYears: [Double]
  public var standard: [Double]
  /// How many strata were put to another.
  public var merged: Int

  /// - Parameter ages: how many age groups there are; strata stand sex by sex.
  /// - Throws: `lengthMismatch`, `emptyStratum` where nobody of a sex is there whom the standard or the events have.
  public init(counts: [Int], personYears: [Double], standard: [Double], ages: Int) throws(StatisticsError) {
    guard personYears.count == counts.count else { throw .lengthMismatch(expected: counts.count, found: personYears.count) }
    guard standard.count == counts.count else { throw .lengthMismatch(expected: counts.count, found: standard.count) }
    (self.counts, self.personYears, self.standard, merged) = (counts, personYears, standard, 0)
    for stratum in counts.indices where personYears[stratum] == 0 && (standard[stratum] > 0 || counts[stratum] > 0) {
      let first = stratum / ages * ages
      let group = first..<first + ages
      guard
        let target = (stratum..<group.upperBound).first(where: { personYears[$0] > 0 })
          ?? (first..<stratum).last(where: { personYears[$0] > 0 })
      else { throw .emptyStratum(stratum) }
      self.counts[target] += self.counts[stratum]
      self.standard[target] += self.standard[stratum]
      (self.counts[stratum], self.standard[stratum]) = (0, 0)
      merged += 1
    }
  }
}

/// How many events were counted for each that the rates of a reference population let expect (indirect standardisation).
public struct StandardizedRatio: Hashable, Sendable {
  public var observed: Int
  public var expected: Double
  /// Observed over expected: 1 is the reference. Known as SMR for deaths, SIR for incidents.
  public var value: Double
  /// Exact Poisson limits of the ratio; what is expected is taken as known without error.
  public var limits: Limits
  /// The rate of the reference population over all strata, per person-year; the ratio times it is the indirectly standardised rate.
  public var referenceRate: Double

  /// The indirectly standardised rate with its limits: the ratio times the rate of the reference.
  public func rate(per unit: Double = 100_000) -> Rate {
    let scale = referenceRate * unit
    return Rate(value: value * scale, limits: Limits(low: limits.low * scale, high: limits.high * scale))
  }
}

/// The events of a population against those that a reference population's rates, stratum by stratum, let expect.
///
/// For small areas, whose own rates by stratum say nothing, and for counts whose age and sex are not known. Two such ratios compare each area
/// with the reference, not the areas with one another. The limits are Garwood's on the observed count, divided by the expected one.
/// - Parameter personYears: of the strata of the population.
/// - Parameter referenceCounts: the events of the same strata in the reference population.
/// - Parameter referencePersonYears: 0 only where the population has none either.
/// - Throws: `lengthMismatch`, `negativeCount`, `badPersonYears`, `confidenceOutOfRange`; `emptyStratum` where the reference has no rate for people
///   who are there; `nothingExpected` where no event is expected, among them a population without anyone.
/// - Complexity: O(strata + √observed).
public func standardizedRatio(
  observed: Int, personYears: [Double], referenceCounts: [Int], referencePersonYears: [Double], confidence: Double = 0.95
) throws(StatisticsError) -> StandardizedRatio {
  let strata = personYears.count
  guard referenceCounts.count == strata else { throw .lengthMismatch(expected: strata, found: referenceCounts.count) }
  guard referencePersonYears.count == strata else { throw .lengthMismatch(expected: strata, found: referencePersonYears.count) }
  let limits = try poissonLimits(count: observed, confidence: confidence)
  var expected = 0.0
  var events = 0.0
  var referenceYears = 0.0
  for stratum in 0..<strata {
    let years = personYears[stratum]
    let reference = referencePersonYears[stratum]
    let count = referenceCounts[stratum]
    guard count >= 0 else { throw .negativeCount(count) }
    guard arePersonYears(years) else { throw .badPersonYears(years) }
    guard arePersonYears(reference) else { throw .badPersonYears(reference) }
    if years > 0 {
      guard reference > 0 else { throw .emptyStratum(stratum) }
      expected += years * Double(count) / reference
    }
    events += Double(count)
    referenceYears += reference
  }
  guard expected > 0 else { throw .nothingExpected }
  return StandardizedRatio(
    observed: observed, expected: expected, value: Double(observed) / expected,
    limits: Limits(low: limits.low / expected, high: limits.high / expected), referenceRate: events / referenceYears)
}
