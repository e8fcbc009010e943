import Glibc

/// How much more a kind weighs in a place than everywhere: the share of the kind there over its share in all places.
public struct LocationQuotient: Hashable, Sendable {
  public var value: Double
  /// Limits on the logarithm, with the error `√(1/x − 1/t + 1/X − 1/T)`; nil where the place has none of the kind and the logarithm is undefined.
  public var limits: Limits?

  /// `(x/t) / (X/T)` of one place.
  ///
  /// The place is part of the whole, as is usual; the error takes the records as counted independently, and so is somewhat wide for a
  /// place that holds most of them.
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
    let error = max(0, 1 / x - 1 / t + 1 / all - 1 / whole).squareRoot()
    let factor = exp(standardNormalQuantile(above: (1 - confidence) / 2) * error)
    limits = Limits(low: value / factor, high: value * factor)
  }
}
