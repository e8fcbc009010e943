import Glibc

/// How much more a kind weighs in a place than everywhere: the share of the kind there over its share in all places.
public struct LocationQuotient: Hashable, Sendable {
  public var value: Double
  /// Limits on the logarithm, for a place that is part of the whole; nil where the place has none of the kind and the logarithm is undefined.
  public var limits: Limits?

  /// `(x/t) / (X/T)` of one place.
  ///
  /// The place is part of the whole, so that what is counted there moves both shares. By the delta method, with the rest x' = X − x of t' = T − t
  /// records counted independently of the place: `Var log LQ = (1/x − 1/X)² x (1 − x/t) + (1/X)² x' (1 − x'/t')`. The common
  /// `1/x − 1/t + 1/X − 1/T` is of two places apart from each other, and too wide by as much as the place makes up the whole.
  /// - Parameter count: x, the records of the kind in the place, of t records there.
  /// - Parameter allOfKind: X, the records of the kind in all places, of T records there.
  /// - Returns: nil where the place has no records at all, or the kind none anywhere.
  /// - Throws: `negativeCount`, `countOutOfRange` when a part exceeds its whole, `confidenceOutOfRange`.
  public init?(
    count: Int, of placeTotal: Int, allOfKind: Int, of total: Int, confidence: Double = 0.95
  ) throws(StatisticsError) {
    for number in [count, placeTotal, allOfKind, total] where number < 0 { throw .negativeCount(number) }
    guard count <= placeTotal, count <= allOfKind else { throw .countOutOfRange(count) }
    guard placeTotal <= total, allOfKind <= total else { throw .countOutOfRange(max(placeTotal, allOfKind)) }
    guard confidence > 0, confidence < 1 else { throw .confidenceOutOfRange(confidence) }
    guard placeTotal > 0, allOfKind > 0 else { return nil }
    let (x, t, all, whole) = (Double(count), Double(placeTotal), Double(allOfKind), Double(total))
    value = x / t / (all / whole)
    guard count > 0 else { return }
    let (rest, restTotal) = (all - x, whole - t)
    let own = (1 / x - 1 / all) * (1 / x - 1 / all) * x * (1 - x / t)
    let other = restTotal > 0 ? rest * (1 - rest / restTotal) / (all * all) : 0
    let error = max(0, own + other).squareRoot()
    let factor = exp(standardNormalQuantile(above: (1 - confidence) / 2) * error)
    limits = Limits(low: value / factor, high: value * factor)
  }
}
