public import PlazaStatistics

/// What is tested on units, and how; the names are those of the command line and of `study.yaml`.
public struct NeighbourTestOptions: Hashable, Sendable {
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// How many records, or what they weigh.
    case count
    /// Records per person, with the little that few people can tell taken into account.
    case rate
  }

  public var measure = Measure.count
  public var neighbors = NeighborRule.queen
  /// Borders of areas that come so near, in metres, meet.
  public var gap: Double?
  public var correction = MultipleTesting.benjaminiHochberg
  /// How many times the map is dealt anew; nil leaves it to the method.
  public var permutations: Int?
  public var seed: UInt64 = 1

  public init() {}
}

/// The words that the layers of hot spots have in their field `class`: the same in every language, as other field values.
public enum HotSpotClass {
  public static let high = "high concentration"
  public static let low = "low concentration"
  public static let none = "no clear pattern"
  /// Where there are not enough records to call it either.
  public static let tooFew = "too few records"

  /// - Parameter bin: −3 to 3; nil is a unit without a statistic.
  public static func text(bin: Int?, undefined: UndefinedStatistic?) -> String {
    guard let bin else { return text(undefined: undefined) }
    let levels = ["", " (90 %)", " (95 %)", " (99 %)"]
    return bin == 0 ? none : (bin > 0 ? high : low) + levels[abs(bin)]
  }

  public static func text(quadrant: MoranQuadrant?, isSignificant: Bool, undefined: UndefinedStatistic?) -> String {
    guard let quadrant else { return text(undefined: undefined) }
    guard isSignificant else { return none }
    return switch quadrant {
    case .highHigh: "high among high"
    case .lowLow: "low among low"
    case .highLow: "high among low"
    case .lowHigh: "low among high"
    }
  }

  static func text(undefined: UndefinedStatistic?) -> String {
    switch undefined {
    case .noValue: "no value"
    case .island: "no neighbours"
    case .tooFewAreas: "too few units"
    case .constantValues: "equal values"
    case .everyAreaIsNeighbor: "every unit is a neighbour"
    case .negativeValue: "negative value"
    case nil: "not tested"
    }
  }
}
