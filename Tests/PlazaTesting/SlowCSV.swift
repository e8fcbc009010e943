/// A delimited file read byte by byte as RFC 4180 says: the oracle of the CSV reader.
public struct SlowCSV {
  public struct Record: Hashable, Sendable {
    /// The physical line on which it begins, from 1.
    public var line: Int
    public var cells: [[UInt8]]
    /// A quote that is never closed, or text between a closing quote and the next delimiter.
    public var isBroken: Bool
    public var wasQuoted: Bool

    public var texts: [String] { cells.map { String(decoding: $0, as: UTF8.self) } }
  }

  public static func records(_ bytes: [UInt8], delimiter: UInt8 = 0x2C, newline: UInt8 = 0x0A) -> [Record] {
    var records: [Record] = []
    var start = 0
    var line = 1
    while start < bytes.count {
      if let (record, next) = record(bytes, start, line, delimiter, newline) {
        records.append(record)
        line += bytes[start..<next].count { $0 == newline }
        start = next
      } else {
        // What is never closed is given up at the end of its first line.
        records.append(Record(line: line, cells: [], isBroken: true, wasQuoted: true))
        start = (bytes[start...].firstIndex(of: newline) ?? bytes.count) + 1
        line += 1
      }
    }
    return records
  }

  /// Nil when a quote is never closed.
  private static func record(
    _ bytes: [UInt8], _ start: Int, _ line: Int, _ delimiter: UInt8, _ newline: UInt8
  ) -> (Record, next: Int)? {
    var record = Record(line: line, cells: [], isBroken: false, wasQuoted: false)
    var at = start
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : newline }
    while true {
      var cell: [UInt8] = []
      if at < bytes.count, bytes[at] == 0x22 {
        record.wasQuoted = true
        at += 1
        while true {
          guard at < bytes.count else { return nil }
          if bytes[at] == 0x22 {
            if at + 1 < bytes.count, bytes[at + 1] == 0x22 { at += 1 } else { break }
          }
          cell.append(bytes[at])
          at += 1
        }
        at += 1
        if newline != 0x0D, byte(at) == 0x0D, byte(at + 1) == newline { at += 1 }
        if byte(at) != delimiter, byte(at) != newline {
          record.isBroken = true
          while byte(at) != delimiter, byte(at) != newline { at += 1 }
        }
      } else {
        while byte(at) != delimiter, byte(at) != newline {
          cell.append(bytes[at])
          at += 1
        }
        if byte(at) == newline, cell.last == 0x0D { cell.removeLast() }
      }
      record.cells.append(cell)
      at += 1
      if byte(at - 1) == newline { return (record, min(at, bytes.count)) }
    }
  }
}
