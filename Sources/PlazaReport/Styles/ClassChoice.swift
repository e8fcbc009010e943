/// How the numbers of a map are divided into classes.
public struct ClassChoice: Hashable, Sendable {
  /// Where the limits between classes come from.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// About as many areas in each class, between rounded limits.
    case quantile
    /// Classes of one width.
    case equal
    /// Jenks: what is alike together, so that the squares within classes are least.
    case natural
    /// Steps of one standard deviation around the mean, whose number follows from the values.
    case deviation
  }

  /// Nil takes natural breaks of fewer than `fewValues` different numbers, and quantiles of more.
  public var method: Method?
  /// How many; zero and what has no value are not among them. Nil takes five.
  public var count: Int?
  /// Limits that hold whatever the values are, so that maps of several months compare; empty computes them.
  public var breaks: [Double]

  public static let counts = 2...9
  /// Quantiles of fewer different numbers would part what is alike and join what is not.
  static let fewValues = 25

  public init(method: Method? = nil, count: Int? = nil, breaks: [Double] = []) {
    self.method = method
    self.count = count
    self.breaks = breaks.sorted()
  }

  /// Whether nothing was chosen.
  public var isOwn: Bool { method == nil && count == nil && breaks.isEmpty }
}
