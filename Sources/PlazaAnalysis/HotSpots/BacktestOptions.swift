/// How a map is held against later records; the names are those of the command line and of `study.yaml`.
public struct BacktestOptions: Hashable, Sendable {
  /// The field that orders the map's polygons, the highest first; nil takes the first of `fields` that it has.
  public var field: String?
  /// The field with the records that made the map; nil takes `count_now`, else `count`, where there is one.
  public var earlier: String?
  /// Shares of the surface, each above 0 and at most 1.
  public var budgets = [0.01, 0.02, 0.05, 0.1, 0.2]

  public init() {}

  /// Fields that order a map, the first that there is.
  public static let fields = ["density", "z", "count_now", "count", "rate"]
  static let earlierFields = ["count_now", "count"]

  /// Whether a field holds an amount, which is taken by the surface that it lies on; others are compared as they are.
  static func isAmount(_ field: String) -> Bool {
    ["count", "weight"].contains { field == $0 || field.hasPrefix("\($0)_") }
  }
}
