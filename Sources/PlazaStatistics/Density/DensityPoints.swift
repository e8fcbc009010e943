/// Events in metres of a projected CRS, each with its weight: columns that have been checked.
public struct DensityPoints: Hashable, Sendable {
  public let x: [Double]
  public let y: [Double]
  /// Nil where every event weighs 1.
  public let weights: [Double]?

  /// - Throws: `DensityError.lengthMismatch`, `.badCoordinate`, `.badWeight`.
  public init(x: [Double], y: [Double], weights: [Double]? = nil) throws(DensityError) {
    guard x.count == y.count else { throw .lengthMismatch(expected: x.count, found: y.count) }
    if let weights, weights.count != x.count { throw .lengthMismatch(expected: x.count, found: weights.count) }
    for i in x.indices where !(x[i].isFinite && y[i].isFinite) { throw .badCoordinate(point: i) }
    if let weights {
      for i in weights.indices where !(weights[i].isFinite && weights[i] >= 0) { throw .badWeight(point: i) }
    }
    self.x = x
    self.y = y
    self.weights = weights
  }

  public var count: Int { x.count }

  /// The same events in canonical order (northing, easting, weight), so that sums over them do not depend on the order of a file.
  /// O(n log n).
  public var canonical: DensityPoints {
    let rows = (0..<count).map { (y: y[$0], x: x[$0], weight: weights?[$0] ?? 1) }.sorted { $0 < $1 }
    return DensityPoints(checkedX: rows.map(\.x), y: rows.map(\.y), weights: weights == nil ? nil : rows.map(\.weight))
  }

  /// Columns that are known to be good.
  init(checkedX x: [Double], y: [Double], weights: [Double]?) {
    self.x = x
    self.y = y
    self.weights = weights
  }

  /// Their weights, or their number.
  public var totalWeight: Double { weights.map { _ in canonical.weights!.reduce(0, +) } ?? Double(count) }
}
