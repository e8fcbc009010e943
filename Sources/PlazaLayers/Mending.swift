/// What is read other than it is written, because it is plain what was meant: a closed list, in the order of the summary.
///
/// Each is counted and said; `--as-is` turns one off.
public enum Mending: String, Hashable, Sendable, CaseIterable {
  /// Rows of delimiters alone, which a spreadsheet writes below its data: no records.
  case blankRows = "blank_rows"
  /// Rows that hold the sum of others: no records; the account has them as `total_row`.
  case totalRows = "total_rows"
  /// `1.506` people are 1506.
  case thousands
  /// A typographic minus, a no-break space, the other decimal mark where only it can be meant.
  case marks
  /// Dates as a spreadsheet's number of days: `44927`.
  case serials
  /// Degrees, minutes and seconds, and letters of the hemisphere: `19°11'51.0"N`.
  case degrees
  /// A latitude beyond 90° beside a longitude below: the two have changed places.
  case swapped
  /// A `-` or a blank that is taken for zero, and what is not known beside cells that are.
  case blanks
  /// Lines in another encoding than their file's, and text that was encoded twice.
  case encoding
  /// `Robo`, `RÓBO` and `ROBO ` are one kind.
  case kinds
  /// `8.001` is the code 08001.
  case codes
  /// Of two values under one name in a record the last counts.
  case repeatedKeys = "repeated_keys"
}

/// How often each was made, and on which line first; parts add up in any order.
public struct Mendings: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: Mending.allCases.count)
  private var lines = [Int](repeating: .max, count: Mending.allCases.count)

  public init() {}

  public var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  public subscript(mending: Mending) -> Int { counts[mending.index] }

  /// The first line on which a repair was made; nil where no line is known.
  public func line(_ mending: Mending) -> Int? { lines[mending.index] == .max ? nil : lines[mending.index] }

  package mutating func note(_ mending: Mending, line: Int? = nil, count: Int = 1) {
    counts[mending.index] += count
    if let line { lines[mending.index] = min(lines[mending.index], line) }
  }

  package mutating func removeAll() {
    for index in counts.indices { (counts[index], lines[index]) = (0, .max) }
  }

  public static func += (left: inout Mendings, right: Mendings) {
    for index in left.counts.indices {
      left.counts[index] += right.counts[index]
      left.lines[index] = min(left.lines[index], right.lines[index])
    }
  }
}

extension Mending {
  fileprivate var index: Int { Self.allCases.firstIndex(of: self)! }
}
