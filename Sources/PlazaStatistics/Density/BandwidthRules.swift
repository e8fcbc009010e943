import Glibc

/// The bandwidth that a rule gives for the events.
///
/// Rules made for a Gaussian give its standard deviation, and the robust one the radius of a quartic kernel; another kernel gets the bandwidth at which its standard deviation along an axis is the same, so
/// the maps are equally smooth. Weights count in means, deviations and quantiles; n is then the effective number (Σw)² / Σw² (Kish 1965), which is
/// the number of events where all weigh the same. The same bits for any order of the events.
/// - Throws: `DensityError.tooFewPoints` below two events with weight, `.onePlace` where all lie in one.
/// - Complexity: O(n log n); likelihood adds O(k²) for k ≤ 1 000 places, drawn by a fixed seed where there are more, Diggle's rule for k ≤ 4 000.
public func bandwidth(
  of points: DensityPoints, rule: BandwidthRule = .robust, kernel: DensityKernel = .quartic, workers: Int = 1
) throws(DensityError) -> Bandwidth {
  let spread = try PointSpread(points)
  let meters: Double
  let reason: Bandwidth.Reason
  switch rule {
  case .robust:
    let shrink = 0.9 * pow(spread.effectiveCount, -0.2)
    let (standard, median) = (spread.standardDistance, spread.medianDistance / log(2).squareRoot())
    reason = median == 0 ? .medianDistanceZero : median < standard ? .medianDistance : .standardDistance
    // The rule is of a search radius for the quartic kernel.
    let radius = shrink * (reason == .medianDistance ? median : standard)
    meters = kernel == .quartic ? radius : radius * (DensityKernel.quartic.standardDeviation / kernel.standardDeviation)
  case .scott:
    let deviations = spread.deviations
    meters = (deviations.x + deviations.y) / 2 * pow(spread.effectiveCount, -1 / 6.0) / kernel.standardDeviation
    reason = .axisSpread
  case .normalReference:
    let axes = [
      (spread.deviations.x, spread.quartileRange(of: spread.x)), (spread.deviations.y, spread.quartileRange(of: spread.y)),
    ]
    let shrink = 1.06 * pow(spread.effectiveCount, -0.2) / kernel.standardDeviation
    meters = shrink * axes.reduce(0) { $0 + ($1.1 > 0 ? min($1.0, $1.1 / 1.34) : $1.0) } / 2
    reason = axes.contains { $0.1 == 0 && $0.0 > 0 } ? .quartileRangeZero : .axisSpread
  case .likelihood:
    let found = LikelihoodSearch(spread).best(workers: workers)
    meters = found.deviation / kernel.standardDeviation
    reason = found.inside ? .likelihood : .likelihoodAtEnd
  case .diggle:
    guard let search = DiggleSearch(spread) else {
      var scott = try bandwidth(of: points, rule: .scott, kernel: kernel)
      (scott.rule, scott.reason) = (rule, .boxWithoutArea)
      return scott
    }
    let found = search.best()
    meters = found.deviation / kernel.standardDeviation
    reason = found.inside ? .squareError : .squareErrorAtEnd
  }
  return Bandwidth(
    meters: meters, rule: rule, reason: reason, pointCount: spread.pointCount, placeCount: spread.placeX.count)
}

/// How far the events with weight lie from one another, in canonical order, and around their first so that no digit is lost on large northings.
struct PointSpread: Sendable {
  let x: [Double]
  let y: [Double]
  let weight: [Double]
  let effectiveCount: Double
  /// Root mean square distance from the mean centre.
  let standardDistance: Double
  /// Half of the weight lies no farther than that from the mean centre.
  let medianDistance: Double
  /// Along each axis, with n − 1 as divisor.
  let deviations: (x: Double, y: Double)
  /// The different places and what lies in each.
  let placeX: [Double]
  let placeY: [Double]
  let placeWeight: [Double]

  var pointCount: Int { x.count }

  /// - Throws: `DensityError.tooFewPoints`, `.onePlace`.
  init(_ points: DensityPoints) throws(DensityError) {
    let sorted = points.canonical
    let kept = sorted.x.indices.filter { (sorted.weights?[$0] ?? 1) > 0 }
    guard kept.count >= 2 else { throw .tooFewPoints(kept.count) }
    let (originX, originY) = (sorted.x[kept[0]], sorted.y[kept[0]])
    let x = kept.map { sorted.x[$0] - originX }
    let y = kept.map { sorted.y[$0] - originY }
    let weight = kept.map { sorted.weights?[$0] ?? 1 }
    guard x.contains(where: { $0 != 0 }) || y.contains(where: { $0 != 0 }) else { throw .onePlace }

    // Scaled by the greatest, so that neither tiny nor huge weights leave the range when they are squared.
    let greatest = weight.max()!
    let relative = weight.map { $0 / greatest }
    let total = relative.reduce(0, +)
    var squares = 0.0
    for share in relative { squares += share * share }
    let count = total * total / squares
    var (meanX, meanY) = (0.0, 0.0)
    for i in x.indices {
      meanX += relative[i] * x[i]
      meanY += relative[i] * y[i]
    }
    meanX /= total
    meanY /= total
    var (squareX, squareY) = (0.0, 0.0)
    for i in x.indices {
      squareX += relative[i] * (x[i] - meanX) * (x[i] - meanX)
      squareY += relative[i] * (y[i] - meanY) * (y[i] - meanY)
    }
    let bessel = count / max(count - 1, 0x1p-52)
    standardDistance = ((squareX + squareY) / total).squareRoot()
    deviations = ((squareX / total * bessel).squareRoot(), (squareY / total * bessel).squareRoot())
    medianDistance = Self.quantile(0.5, of: x.indices.map { hypot(x[$0] - meanX, y[$0] - meanY) }, weight: weight)

    var (placeX, placeY, placeWeight): ([Double], [Double], [Double]) = ([], [], [])
    for i in x.indices {
      if i > 0, x[i] == x[i - 1], y[i] == y[i - 1] {
        placeWeight[placeWeight.count - 1] += weight[i]
      } else {
        placeX.append(x[i])
        placeY.append(y[i])
        placeWeight.append(weight[i])
      }
    }
    (self.x, self.y, self.weight) = (x, y, weight)
    (self.placeX, self.placeY, self.placeWeight) = (placeX, placeY, placeWeight)
    effectiveCount = count
  }

  func quartileRange(of values: [Double]) -> Double {
    Self.quantile(0.75, of: values, weight: weight) - Self.quantile(0.25, of: values, weight: weight)
  }

  /// The quantile that interpolates between the middles of neighbouring weights; with equal weights the common one of Hyndman and Fan 1996, type 7
  /// (doi:10.1080/00031305.1996.10473566).
  static func quantile(_ share: Double, of values: [Double], weight: [Double]) -> Double {
    let order = values.indices.sorted { (values[$0], weight[$0]) < (values[$1], weight[$1]) }
    // From the middle of the first weight to the middle of the last.
    var places = [0.0]
    for (before, after) in zip(order, order.dropFirst()) { places.append(places.last! + (weight[before] + weight[after]) / 2) }
    let target = share * places.last!
    let after = places.firstIndex { $0 >= target } ?? places.count - 1
    guard after > 0 else { return values[order[0]] }
    let part = (target - places[after - 1]) / (places[after] - places[after - 1])
    let (low, high) = (values[order[after - 1]], values[order[after]])
    return part >= 1 ? high : low + part * (high - low)
  }
}
