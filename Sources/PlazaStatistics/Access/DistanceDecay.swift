import Glibc

/// How much a supply counts for people at a distance from it, between 1 and 0 (a power may exceed 1 below its scale).
public enum DistanceDecay: Hashable, Sendable {
  /// 1 everywhere within reach: the plain catchment.
  case none
  /// The weight of the first ring whose limit is not below the distance, 0 beyond the last; limits ascend.
  case step([Ring])
  /// `exp(−d² / 2s²)`, not divided by its own surface.
  case gaussian(sigma: Double)
  /// `exp(−d / scale)`.
  case exponential(scale: Double)
  /// `(max(d, minimum) / scale)^−exponent`; the minimum keeps the weight at distance 0 finite.
  case power(exponent: Double, scale: Double, minimum: Double)
  /// `1 / (1 + exp(steepness (d − middle) / middle))`: a half at the middle, with no edge. Steepness 5 and 500 m are usual for walking to
  /// open space (Higgs et al. 2019, doi:10.1186/s12942-019-0178-8).
  case logistic(steepness: Double, middle: Double)
  /// `1 − d / limit`, 0 beyond.
  case linear(limit: Double)

  /// One ring of a stepped decay.
  public struct Ring: Hashable, Sendable {
    /// The farthest distance that belongs to the ring.
    public var limit: Double
    public var weight: Double

    public init(limit: Double, weight: Double) {
      self.limit = limit
      self.weight = weight
    }
  }

  /// - Throws: `badDistance` for a scale that is not above 0 or rings that do not ascend, `badWeight` for a weight or steepness below 0.
  public func checked() throws(StatisticsError) -> DistanceDecay {
    func scale(_ value: Double) throws(StatisticsError) {
      guard value > 0, value.isFinite else { throw .badDistance(value) }
    }
    func weight(_ value: Double) throws(StatisticsError) {
      guard value >= 0, value.isFinite else { throw .badWeight(value) }
    }
    switch self {
    case .none: break
    case .step(let rings):
      var last = -Double.infinity
      for ring in rings {
        guard ring.limit >= 0, ring.limit > last, ring.limit.isFinite else { throw .badDistance(ring.limit) }
        try weight(ring.weight)
        last = ring.limit
      }
    case .gaussian(let sigma): try scale(sigma)
    case .exponential(let value): try scale(value)
    case .power(let exponent, let value, let minimum):
      try weight(exponent)
      try scale(value)
      try scale(minimum)
    case .logistic(let steepness, let middle):
      try weight(steepness)
      try scale(middle)
    case .linear(let limit): try scale(limit)
    }
    return self
  }

  /// The weight at a distance that is not negative. Never NaN once `checked`.
  public func weight(at distance: Double) -> Double {
    switch self {
    case .none: 1
    case .step(let rings): rings.first { distance <= $0.limit }?.weight ?? 0
    case .gaussian(let sigma): exp(-distance * distance / (2 * sigma * sigma))
    case .exponential(let scale): exp(-distance / scale)
    case .power(let exponent, let scale, let minimum): pow(max(distance, minimum) / scale, -exponent)
    case .logistic(let steepness, let middle): 1 / (1 + exp(steepness * (distance - middle) / middle))
    case .linear(let limit): max(0, 1 - distance / limit)
    }
  }
}
