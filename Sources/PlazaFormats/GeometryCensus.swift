/// How many features of a file hold points, lines and areas: what tells records from a layer before either is read.
public struct GeometryCensus: Hashable, Sendable {
  public var points = 0
  public var lines = 0
  public var areas = 0
  /// Features with more than one of these.
  public var mixed = 0
  /// Features without a geometry.
  public var none = 0

  public init() {}

  public var features: Int { points + lines + areas + mixed + none }
}
