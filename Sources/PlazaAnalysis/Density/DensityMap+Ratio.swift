internal import PlazaLayers
internal import PlazaStatistics

extension DensityMap {
  /// A density against another one on the same cells, with the same kernel, bandwidth and edge.
  public struct Ratio: Hashable, Sendable {
    public let measure: DensityOptions.RatioMeasure
    /// Points of the other density.
    public let count: Int
    /// The least denominator by which is divided, per km²: a hundredth of the greatest.
    public let floor: Double
    let against: [Double]
    /// Nil where the denominator is below the floor.
    let values: [Double?]

    init(_ measure: DensityOptions.RatioMeasure, of numerator: [Double], to denominator: [Double], count: Int) throws {
      guard let floor = DensityRatio.defaultFloor(of: denominator) else { throw Failure(.notUnderstood, "density.against_nothing") }
      let ratio = try DensityFailure.translated { () throws(DensityError) in
        try DensityRatio(numerator: numerator, denominator: denominator, floor: floor)
      }
      (self.measure, self.count, self.floor, against) = (measure, count, floor, denominator)
      values =
        switch measure {
        case .ratio: ratio.ratios
        case .log: ratio.logRatios
        case .difference: ratio.differences.map(Optional.some)
        case .probability: ratio.probabilities
        }
    }

    /// The name of its field.
    public var field: String {
      switch measure {
      case .ratio: "ratio"
      case .log: "log_ratio"
      case .difference: "difference"
      case .probability: "probability"
      }
    }
  }
}
