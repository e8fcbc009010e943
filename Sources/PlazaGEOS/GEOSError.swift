/// What GEOS, or a check before it, refused to do.
public struct GEOSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The operation that failed, in GEOS's words (`UnaryUnion`, `LinearRing` …).
  public var operation: String
  /// GEOS's own message, in English; empty when it gave none.
  public var message: String
  /// The feature of the column that was being worked on, where there is one.
  public var feature: Int?

  public init(operation: String, message: String, feature: Int? = nil) {
    self.operation = operation
    self.message = message
    self.feature = feature
  }

  public var description: String {
    let place = feature.map { "feature \($0): " } ?? ""
    return "\(place)\(operation): \(message)"
  }
}
