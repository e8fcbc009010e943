import Foundation
import PlazaRecords
import Testing

/// The reference tables of the repository, and the crime names of Mexico City that are shared beside it.
enum ReferenceTables {
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let crimes = repository.deletingLastPathComponent()
    .appendingPathComponent("shared/data/cdmx/carpetas_fgj_2019_2025.csv.gz")
  static let hasCrimes = FileManager.default.fileExists(atPath: crimes.path)

  static func rows(_ name: String) throws -> [ClassTable.Row] {
    let file = repository.appendingPathComponent("GeoData/reference").appendingPathComponent(name)
    return csv(String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  static func titles() throws -> [String: String] {
    let rows = try rows("iccs.csv").dropFirst()
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.cells[0], $0.cells[1]) })
  }

  static func classes() throws -> ClassTable {
    let rows = try rows("classes.csv")
    return try ClassTable(header: rows[0].cells, rows: rows.dropFirst(), titles: titles())
  }

  /// Records of commas, quotes and line feeds without any line feed inside a cell.
  static func csv(_ text: String) -> [ClassTable.Row] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      if line.isEmpty { return nil }
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return ClassTable.Row(line: index + 1, cells: cells)
    }
  }

  /// How many records each text of the third column has, as the file writes it.
  static func crimeNames() throws -> [String: Int] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", crimes.path]
    process.standardOutput = output
    try process.run()
    let bytes = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    var counts: [String: Int] = [:]
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      func position(of byte: Int32, from start: Int, to end: Int) -> Int? {
        guard let found = memchr(base + start, byte, end - start) else { return nil }
        return UnsafeRawPointer(found) - base
      }
      var line = 0
      while line < bytes.count {
        let end = position(of: 0x0A, from: line, to: bytes.count) ?? bytes.count
        var start = line
        for _ in 0..<2 {
          if let comma = position(of: 0x2C, from: start, to: end) { start = comma + 1 }
        }
        let isQuoted = start < end && bytes[start] == 0x22
        if isQuoted { start += 1 }
        let stop = position(of: isQuoted ? 0x22 : 0x2C, from: start, to: end) ?? end
        if line > 0 { counts[String(decoding: bytes[start..<stop], as: UTF8.self), default: 0] += 1 }
        line = end + 1
      }
    }
    return counts
  }
}
