/// How a delimited file is written: what was stated or found.
public struct CSVDialect: Hashable, Sendable {
  public var delimiter: UInt8
  public var newline: UInt8
  /// Whether the first line ends with CR and LF.
  public var hasCarriageReturns = false
  public var decimalMark: UInt8
  public var encoding: TextEncoding
  public var hasByteOrderMark: Bool
  /// Physical lines before the header: notes and titles above the table.
  public var skippedLines: Int
}

/// What is wrong with the names of a header; the fields have names of their own all the same.
public struct CSVHeader: Hashable, Sendable {
  /// Places of the fields without a name, from 1: they are called `column_3`.
  public var blank: [Int] = []
  /// Names that stand more than once: the second is called `name_2`.
  public var repeated: [String] = []
}
