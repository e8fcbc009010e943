/// What each area has around it, and what it would have if the values of all other areas were dealt anew.
///
/// Local Moran and Gi share it: with the value of area i held, the sum Σ wᵢⱼ zⱼ over its kᵢ neighbours is that of kᵢ of the n − 1 other values
/// drawn without replacement.
struct Surroundings {
  /// The differences of the values from their mean.
  var deviations: [Double]
  /// Σ zᵢ².
  var squares: Double
  /// Σⱼ wᵢⱼ zⱼ.
  var lags: [Double]
  /// Σⱼ wᵢⱼ and Σⱼ wᵢⱼ².
  var weightSums: [Double]
  var weightSquares: [Double]
  /// Why an area has no statistic; nil if it has.
  var undefined: [UndefinedStatistic?]

  init(_ sample: AreaSample) {
    let count = sample.count
    let deviations = count > 0 ? sample.deviations : []
    let weights = sample.weights
    lags = [Double](repeating: 0, count: count)
    weightSums = lags
    weightSquares = lags
    undefined = [UndefinedStatistic?](repeating: nil, count: count)
    for area in 0..<count {
      for pair in weights.rowOffsets[area]..<weights.rowOffsets[area + 1] {
        let weight = weights.weights[pair]
        lags[area] += weight * deviations[Int(weights.columnIndices[pair])]
        weightSums[area] += weight
        weightSquares[area] += weight * weight
      }
    }
    self.deviations = deviations
    squares = deviations.reduce(0) { $0 + $1 * $1 }
    let isConstant = sample.isConstant
    for area in 0..<count {
      if weightSums[area] == 0 {
        undefined[area] = .island
      } else if count < 3 {
        undefined[area] = .tooFewAreas
      } else if isConstant {
        undefined[area] = .constantValues
      }
    }
  }

  /// The mean and the variance of `lags[area]` when the values of the others are dealt anew: conditional randomisation, Sokal, Oden and
  /// Thomson 1998 (doi:10.1111/j.1538-4632.1998.tb00406.x).
  func conditionalMoments(of area: Int) -> (mean: Double, variance: Double) {
    let others = Double(deviations.count - 1)
    let own = deviations[area]
    let mean = -own / others
    let spread = max(0, (squares - own * own) / others - mean * mean)
    return (weightSums[area] * mean, spread * choice(area, of: others) / (others - 1))
  }

  /// (N S1ᵢ − Wᵢ²), by how much a weighted choice among N values can vary; 0 where all of them have the same weight.
  func choice(_ area: Int, of total: Double) -> Double {
    let square = weightSums[area] * weightSums[area]
    let difference = total * weightSquares[area] - square
    return difference > 1e-12 * square ? difference : 0
  }

  /// The area that alone differs from all others, whose own surroundings are constant; nil if there is none.
  static func onlyDifferent(in values: [Double]) -> Int? {
    guard values.count > 2 else { return nil }
    let common = values[0] == values[1] ? values[0] : values[2]
    let different = values.indices.lazy.filter { values[$0] != common }.prefix(2)
    return different.count == 1 ? different.first : nil
  }
}
