/// What is wrong with a table of classes: all of it, so that it can be mended in one go.
public struct ClassTableError: Error, Hashable, Sendable {
  public struct Problem: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      case missingColumn(String)
      case repeatedColumn(String)
      /// A row has more or fewer cells than the header.
      case cellCount(found: Int, expected: Int)
      case emptyCell(column: String)
      /// A cell is none of the values its column may have.
      case badValue(column: String, value: String)
      /// A code that the list of codes does not have.
      case unknownCode(String)
      /// A class name that is not the title of its code.
      case titleMismatch(code: String, found: String, title: String)
      /// The same country, name and code stand on an earlier line.
      case repeatedRow(name: String, firstLine: Int)
      /// A name has a class and a row that says it is no crime.
      case classAndNone(name: String)
      /// Some rows of a name have a share and some have none.
      case someShares(name: String)
      case shareSum(name: String, sum: Double)
    }

    /// The line in the file, from 1; the header's for its own problems.
    public var line: Int
    public var reason: Reason

    public init(line: Int, reason: Reason) {
      self.line = line
      self.reason = reason
    }
  }

  /// At least one, in the order of the lines.
  public var problems: [Problem]

  public init(problems: [Problem]) { self.problems = problems }
}
