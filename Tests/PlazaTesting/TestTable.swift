internal import Glibc

/// The rows of a table that lies beside a test: values by the names of the first line, tabs between them.
///
/// A table in a file compiles in no time, and other programs can write it. One that is not there ends the tests.
public func testTable(_ name: String, beside source: String = #filePath) -> [[String: String]] {
  let path = source.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/" + name
  guard let file = fopen(path, "r") else { fatalError("\(path): no such table") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
  let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
  precondition(lines.dropFirst().allSatisfy { $0.count == lines[0].count }, "\(path): rows of different length")
  return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
}

extension [[String: String]] {
  /// The values of a column.
  public func column<Number: LosslessStringConvertible>(_ name: String) -> [Number] { map { Number($0[name]!)! } }

  /// The values of a column of lists, with spaces between their numbers.
  public func lists<Number: LosslessStringConvertible>(_ name: String) -> [[Number]] { map { $0.list(name) } }
}

extension [String: String] {
  public func list<Number: LosslessStringConvertible>(_ name: String) -> [Number] {
    self[name]!.split(separator: " ").map { Number(String($0))! }
  }
}
