/// How well a map of predictions found what happened later: cell after cell, most predicted first.
///
/// Cells are taken by predicted density or by a score, cells of the same prediction by the lower observed density first, so that no map is
/// praised for the luck of a tie. All indices are of the cells taken so far.
public struct HitRateCurve: Hashable, Sendable {
  /// The cells in the order in which they are taken.
  public let order: [Int]
  /// Observed records that lie in no cell: no choice of cells finds them, and the hit rate counts them as missed.
  public let missed: Int
  /// The observed records, predicted amount and area of so many cells taken; each begins with 0. `predicted` is empty when no amounts are known.
  public let observed: [Int]
  public let predicted: [Double]
  public let area: [Double]
  /// Observed records and area of so many cells when the best cells are taken, known only afterwards.
  private let bestObserved: [Int]
  private let bestArea: [Double]

  /// - Parameter predicted: the predicted amount of each cell (not its density), finite and not negative.
  /// - Parameter observed: the records that were observed in each cell.
  /// - Parameter areas: of each cell, above 0, in any unit: km², or metres of street.
  /// - Throws: `lengthMismatch`, `negativeCount`, `badWeight`.
  /// - Complexity: O(n log n).
  public init(predicted: [Double], observed: [Int], areas: [Double]) throws(StatisticsError) {
    for found in [observed.count, areas.count] where found != predicted.count {
      throw .lengthMismatch(expected: predicted.count, found: found)
    }
    for value in areas where !(value > 0 && value.isFinite) { throw .badWeight(value) }
    try self.init(
      scores: predicted.indices.map { predicted[$0] / areas[$0] }, predicted: predicted, observed: observed, areas: areas)
  }

  /// - Parameter scores: what the map orders the cells by, highest first; finite, of either sign. Nil where it says nothing: taken last.
  /// - Parameter predicted: the predicted amount of each cell; nil when the map predicts no amounts.
  /// - Parameter missed: observed records in no cell.
  /// - Throws: `lengthMismatch`, `negativeCount`, `badWeight`.
  /// - Complexity: O(n log n).
  public init(scores: [Double?], predicted: [Double]?, observed: [Int], areas: [Double], missed: Int = 0) throws(StatisticsError)
  {
    for found in [observed.count, areas.count, predicted?.count ?? scores.count] where found != scores.count {
      throw .lengthMismatch(expected: scores.count, found: found)
    }
    for count in observed + [missed] where count < 0 { throw .negativeCount(count) }
    for value in predicted ?? [] where !(value >= 0 && value.isFinite) { throw .badWeight(value) }
    for value in areas where !(value > 0 && value.isFinite) { throw .badWeight(value) }
    for case let value? in scores where !value.isFinite { throw .badWeight(value) }
    let wanted = scores.map { $0 ?? -.infinity }
    let found = observed.indices.map { Double(observed[$0]) / areas[$0] }
    let order = wanted.indices.sorted { (-wanted[$0], found[$0], $0) < (-wanted[$1], found[$1], $1) }
    let best = wanted.indices.sorted { (-found[$0], $0) < (-found[$1], $1) }
    self.order = order
    self.missed = missed
    self.observed = order.reduce(into: [0]) { $0.append($0[$0.count - 1] + observed[$1]) }
    self.predicted = predicted.map { predicted in order.reduce(into: [0]) { $0.append($0[$0.count - 1] + predicted[$1]) } } ?? []
    self.area = order.reduce(into: [0]) { $0.append($0[$0.count - 1] + areas[$1]) }
    bestObserved = best.reduce(into: [0]) { $0.append($0[$0.count - 1] + observed[$1]) }
    bestArea = best.reduce(into: [0]) { $0.append($0[$0.count - 1] + areas[$1]) }
  }

  public var cells: Int { order.count }

  /// All observed records, those in no cell among them.
  public var total: Int { observed[cells] + missed }

  /// The share of the observed records that so many cells hold; nil when nothing was observed.
  public func hitRate(_ cells: Int) -> Double? { total > 0 ? Double(observed[cells]) / Double(total) : nil }

  /// The share of the area that so many cells take; nil when there are no cells.
  public func areaShare(_ cells: Int) -> Double? { self.cells > 0 ? area[cells] / area[self.cells] : nil }

  /// The predictive accuracy index: the share of the records over the share of the area (Chainey, Tompson and Uhlig 2008,
  /// doi:10.1057/palgrave.sj.8350066).
  ///
  /// 1 is what an even spread would give; nil for no cells or when nothing was observed.
  public func predictiveAccuracyIndex(_ cells: Int) -> Double? {
    guard let hits = hitRate(cells), let share = areaShare(cells), share > 0 else { return nil }
    return hits / share
  }

  /// The predictive efficiency index: the records found over the most that could have been found in the same area (Hunt 2016).
  ///
  /// The best cells fill that area, the last of them in part, which with cells of different sizes is a little more than whole cells can reach.
  /// Nil for no cells or when nothing was observed.
  public func predictiveEfficiencyIndex(_ cells: Int) -> Double? {
    guard cells > 0, observed[self.cells] > 0 else { return nil }
    let most = mostObserved(cells)
    return most > 0 ? Double(observed[cells]) / most : nil
  }

  /// The most records that could have been found in the area of so many cells, the last of the best cells filled in part.
  /// - Complexity: O(log n).
  public func mostObserved(_ cells: Int) -> Double {
    let room = area[cells]
    // Sums of the same areas in another order may differ in their last digits.
    let whole = bestArea.partitioningIndex { $0 > room * (1 + 1e-12) } - 1
    var most = Double(bestObserved[whole])
    if whole < self.cells, room > bestArea[whole] {
      let part = (room - bestArea[whole]) / (bestArea[whole + 1] - bestArea[whole])
      most += part * Double(bestObserved[whole + 1] - bestObserved[whole])
    }
    return most
  }

  /// The area under the curve of the hit rate over the share of the area: 0.5 for an even spread, near 1 for a map that found all at once.
  ///
  /// Within a cell records spread evenly. Nil when nothing was observed or there are no cells.
  /// - Complexity: O(n).
  public var areaUnderCurve: Double? { under(observed, area) }

  /// The same of the best cells, known only afterwards: no map of these cells reaches more.
  public var bestAreaUnderCurve: Double? { under(bestObserved, bestArea) }

  private func under(_ observed: [Int], _ area: [Double]) -> Double? {
    guard cells > 0, total > 0 else { return nil }
    var sum = 0.0
    for cell in 0..<cells { sum += (area[cell + 1] - area[cell]) * Double(observed[cell] + observed[cell + 1]) / 2 }
    return sum / (area[cells] * Double(total))
  }

  /// The predicted over the observed amount in the cells taken: above 1 the map promised more than happened.
  ///
  /// Some packages call this a recovery rate index; it is not the recapture rate index. Nil when nothing was observed in the cells. It says something
  /// only when predictions are in records, and there is none without amounts.
  public func predictedOverObserved(_ cells: Int) -> Double? {
    observed[cells] > 0 && !predicted.isEmpty ? predicted[cells] / Double(observed[cells]) : nil
  }

  /// As many cells, in their order, as lie within a share of the area; the first that does not fit ends it.
  /// - Complexity: O(log n).
  public func cells(withinAreaShare share: Double) -> Int {
    max(0, area.partitioningIndex { $0 > share * area[cells] * (1 + 1e-12) } - 1)
  }
}

/// Levine's recapture rate index: how much of its records a hot area kept, beside how much the whole kept (Levine 2008,
/// doi:10.1057/sj.2008.5).
///
/// `(n₂ / n₁) / (N₂ / N₁)` with n the records of the area and N all records, in the time that made the map and in the later one. 1 when
/// the area changed as the whole did. Nil when a denominator is 0.
public func recaptureRateIndex(earlierInside: Int, laterInside: Int, earlier: Int, later: Int) -> Double? {
  guard earlierInside > 0, earlier > 0, later > 0 else { return nil }
  return Double(laterInside) / Double(earlierInside) / (Double(later) / Double(earlier))
}
