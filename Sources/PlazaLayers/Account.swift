/// How many records were read and what became of each: `read = joined + outside + unlocated + rejected + filtered + withheld`.
///
/// Accounts of parts add up to the account of the whole, in any order.
public struct Account: Hashable, Sendable {
  /// Why a record is unlocated or rejected: a closed list, in the order of the summary.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case noCoordinates = "no_coordinates"
    case nullIsland = "null_island"
    case noCode = "no_code"
    case unknownCode = "unknown_code"
    case badRow = "bad_row"
    case badEncoding = "bad_encoding"
    case tooLong = "too_long"
    case badNumber = "bad_number"
    case outOfRange = "out_of_range"
    case notAPoint = "not_a_point"
    case badDate = "bad_date"
    case badWeight = "bad_weight"
    /// A row that holds the sum of others: it is no record.
    case totalRow = "total_row"

    /// Whether the record could not be read; otherwise it is good and only lacks a usable place.
    public var isRejection: Bool {
      switch self {
      case .noCoordinates, .nullIsland, .noCode, .unknownCode: false
      default: true
      }
    }
  }

  /// Why a record with a place is left out of what is made of places: a closed list, in the order of the summary.
  public enum WithheldReason: String, Hashable, Sendable, CaseIterable {
    /// A place can tell who its victim is.
    case sensitiveKind = "sensitive_kind"
    /// Too many share the place: a police post, a hospital, a centroid.
    case pile
    /// The place is known less well than a block.
    case coarsePlace = "coarse_place"
  }

  /// What the rows of each part stand for, where rows carry counts.
  public struct Cases: Hashable, Sendable {
    public var joined = 0
    public var outside = 0
    public var unlocated = 0
    /// Of rows that were left out by the caller, and of months beyond the dates that were asked for; counts that cannot be read are 0.
    public var filtered = 0
    public var withheld = 0

    public init() {}

    /// Of all rows but the rejected ones, whose counts nobody knows.
    public var read: Int { joined + outside + unlocated + filtered + withheld }

    static func + (left: Cases, right: Cases) -> Cases {
      var sum = left
      sum.joined += right.joined
      sum.outside += right.outside
      sum.unlocated += right.unlocated
      sum.filtered += right.filtered
      sum.withheld += right.withheld
      return sum
    }
  }

  /// Rows that are exact copies of an earlier one.
  public struct Repeats: Hashable, Sendable {
    /// Without the first of each.
    public var count: Int
    /// Whether they were counted; of very many rows a share is looked at, and what it comes to is multiplied.
    public var isExact: Bool

    public init(count: Int, isExact: Bool) {
      self.count = count
      self.isExact = isExact
    }
  }

  public var read = 0
  /// Records in at least one area that count there.
  public var joined = 0
  /// Records with a place, in no area.
  public var outside = 0
  public var filtered = 0
  public var reasons = [Int](repeating: 0, count: Reason.allCases.count)
  public private(set) var withheldReasons = [Int](repeating: 0, count: WithheldReason.allCases.count)
  /// The sum of `count` over the areas; more than `joined` when a record counts in each of several areas.
  public var assigned = 0
  public var onBorder = 0
  public var nearBorder = 0
  public var ambiguous = 0
  public var disagree = 0
  public var locatedBy = LocatedBy()
  /// What was read other than it is written.
  public var mendings = Mendings()
  /// What rows stand for; nil where each is one case.
  public var cases: Cases?
  /// Of the good records those that agree with another one in every byte; they count all the same. Nil where that is not known.
  public var repeats: Repeats?

  public struct LocatedBy: Hashable, Sendable {
    public var point = 0
    public var code = 0
    public var name = 0
  }

  public init() {}

  public subscript(reason: Reason) -> Int {
    get { reasons[reason.index] }
    set { reasons[reason.index] = newValue }
  }

  public subscript(withheld reason: WithheldReason) -> Int { withheldReasons[reason.index] }

  public var unlocated: Int { Reason.allCases.reduce(0) { $1.isRejection ? $0 : $0 + self[$1] } }
  public var rejected: Int { Reason.allCases.reduce(0) { $1.isRejection ? $0 + self[$1] : $0 } }

  /// Records with a place that were left out to protect people or because their place says nothing.
  public var withheld: Int { withheldReasons.reduce(0, +) }

  private var sum: Int { joined + outside + unlocated + rejected + filtered + withheld }

  /// Whether every record that was read ended somewhere; a run whose account does not add up is our bug.
  public var isBalanced: Bool { read == sum }

  /// Books records that were joined by their point, each to one area, as withheld.
  /// - Parameter cases: what they stand for; nil where each is one.
  package mutating func withhold(_ count: Int, _ reason: WithheldReason, cases: Int? = nil) {
    takeFromJoined(count, cases)
    withheldReasons[reason.index] += count
    self.cases?.withheld += cases ?? count
  }

  /// Books records that were joined by their point, each to one area, as outside.
  /// - Parameter cases: what they stand for; nil where each is one.
  package mutating func moveOutside(_ count: Int, cases: Int? = nil) {
    takeFromJoined(count, cases)
    outside += count
    self.cases?.outside += cases ?? count
  }

  private mutating func takeFromJoined(_ count: Int, _ cases: Int?) {
    joined -= count
    assigned -= cases ?? count
    locatedBy.point -= count
    self.cases?.joined -= cases ?? count
  }

  /// - Throws: `Failure` `internal.account`.
  package func requireBalance() throws { if !isBalanced { throw imbalance } }

  /// What is said of an account that does not add up, or of records that are counted elsewhere otherwise than in it.
  package var imbalance: Failure {
    Failure(.internalError, "internal.account", ["read": String(read), "sum": String(sum)])
  }

  public static func += (left: inout Account, right: Account) {
    left.read += right.read
    left.joined += right.joined
    left.outside += right.outside
    left.filtered += right.filtered
    for reason in left.reasons.indices { left.reasons[reason] += right.reasons[reason] }
    for reason in left.withheldReasons.indices { left.withheldReasons[reason] += right.withheldReasons[reason] }
    left.assigned += right.assigned
    left.onBorder += right.onBorder
    left.nearBorder += right.nearBorder
    left.ambiguous += right.ambiguous
    left.disagree += right.disagree
    left.locatedBy.point += right.locatedBy.point
    left.locatedBy.code += right.locatedBy.code
    left.locatedBy.name += right.locatedBy.name
    left.mendings += right.mendings
    if let cases = right.cases { left.cases = (left.cases ?? Cases()) + cases }
  }
}

extension Account.Reason {
  fileprivate var index: Int { Self.allCases.firstIndex(of: self)! }
}

extension Account.WithheldReason {
  fileprivate var index: Int { Self.allCases.firstIndex(of: self)! }
}

extension RecordState {
  /// The reason under which the account counts the record; nil for a located one.
  public var reason: Account.Reason? {
    switch self {
    case .located: nil
    case .noCoordinates: .noCoordinates
    case .nullIsland: .nullIsland
    case .badRow: .badRow
    case .badEncoding: .badEncoding
    case .tooLong: .tooLong
    case .badNumber: .badNumber
    case .outOfRange: .outOfRange
    case .notAPoint: .notAPoint
    }
  }
}
