internal import PlazaLayers

/// Finds by evidence in the first bytes how a delimited file is written.
struct CSVSniffer {
  /// The file's first bytes, without its byte order mark.
  private let bytes: [UInt8]
  private let isWhole: Bool
  private(set) var dialect: CSVDialect
  private(set) var header: [String] = []
  private(set) var headerFlaws = CSVHeader()
  private(set) var sampleRows: [[String]] = []
  /// Bytes and lines before the first record.
  private(set) var headerEnd = (bytes: 0, lines: 0)

  /// - Throws: `Failure` for an empty file, or one without a header.
  init(_ head: [UInt8], limit: Int, name: String, options: Reading) throws {
    let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    bytes = hasMark ? Array(head.dropFirst(3)) : head
    isWhole = head.count < limit
    let newline: UInt8 = !bytes.contains(0x0A) && bytes.contains(0x0D) ? 0x0D : 0x0A
    dialect = CSVDialect(
      delimiter: options.delimiter ?? 0x2C, newline: newline, decimalMark: options.decimalMark ?? 0x2E,
      encoding: options.encoding ?? .utf8, hasByteOrderMark: hasMark, skippedLines: 0)
    if newline == 0x0A, let end = bytes.firstIndex(of: 0x0A), end > 0 { dialect.hasCarriageReturns = bytes[end - 1] == 0x0D }
    // A byte order mark says what one damaged cell must not unsay.
    if options.encoding == nil, !options.asWritten.contains(.encoding) || !hasMark {
      dialect.encoding = EncodingGuess.encoding(
        of: bytes, isWhole: isWhole, newline: newline, hasMark: hasMark, mends: !options.asWritten.contains(.encoding))
    }
    if options.delimiter == nil { dialect.delimiter = bestDelimiter() }
    let records = records(limit: 400)
    guard let modal = Self.commonest(records.map(\.cells.count)),
      let first = records.firstIndex(where: { $0.cells.count == modal && Self.isMostlyFilled($0.cells) })
        ?? records.firstIndex(where: { $0.cells.count == modal })
    else { throw Failure(.notUnderstood, "csv.no_header", ["file": name]) }
    // A line of text, a number, a word: what is there is no table.
    if isWhole, records.count == 1, modal == 1 { throw Failure(.notUnderstood, "csv.no_table", ["file": name]) }
    dialect.skippedLines = first
    nameFields(records[first].cells)
    headerEnd = (records[first].end + (hasMark ? 3 : 0), records[first].linesBefore + records[first].lines)
    sampleRows = records.dropFirst(first + 1).map(\.cells)
    if options.decimalMark == nil { dialect.decimalMark = Self.decimalMark(of: sampleRows.joined()) ?? 0x2E }
  }

  /// The delimiter that splits most records into the same number of cells, more than one.
  private func bestDelimiter() -> UInt8 {
    var best: (delimiter: UInt8, agreement: Double, cells: Int) = (0x2C, 0, 1)
    for candidate: UInt8 in [0x2C, 0x3B, 0x09, 0x7C] {
      let counts = records(limit: 200, delimiter: candidate).map(\.cells.count)
      guard let modal = Self.commonest(counts), modal > 1 else { continue }
      let agreement = Double(counts.count(where: { $0 == modal })) / Double(counts.count)
      if agreement > best.agreement + 0.05 || (agreement > best.agreement - 0.05 && modal > best.cells) {
        best = (candidate, agreement, modal)
      }
    }
    return best.delimiter
  }

  private static func commonest(_ counts: [Int]) -> Int? {
    var frequency: [Int: Int] = [:]
    for count in counts { frequency[count, default: 0] += 1 }
    return frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// A comma in more numbers than a point is the decimal mark; cells of `12,5` cannot occur unquoted where the comma divides.
  /// - Returns: nil when there is no number with a mark.
  private static func decimalMark(of cells: some Sequence<String>) -> UInt8? {
    var points = 0
    var commas = 0
    for cell in cells {
      let trimmed = cell.filter { $0 != " " }
      guard trimmed.count <= 32, trimmed.contains(where: \.isNumber), trimmed.allSatisfy({ "0123456789.,-+".contains($0) })
      else { continue }
      let marks = trimmed.filter { $0 == "." || $0 == "," }
      if marks == "." { points += 1 }
      if marks == "," { commas += 1 }
    }
    if points == 0, commas == 0 { return nil }
    return commas > points ? 0x2C : 0x2E
  }

  /// Cells of the first rows with a letter that was lost before the file was made, and one of the words.
  var lostLetters: (count: Int, example: String) {
    var (count, example) = (0, "")
    for cell in sampleRows.joined() where cell.unicodeScalars.contains("\u{FFFD}") {
      count += 1
      if example.isEmpty {
        example = cell.split(separator: " ").first { $0.unicodeScalars.contains("\u{FFFD}") }.map(String.init) ?? ""
      }
    }
    return (count, example)
  }

  /// Lets the fields of the position say what the decimal mark is: a table may write its amounts another way.
  mutating func refineDecimalMark(fields: [Int]) {
    let cells = sampleRows.lazy.flatMap { row in fields.lazy.filter { $0 < row.count }.map { row[$0] } }
    if let mark = Self.decimalMark(of: cells) { dialect.decimalMark = mark }
  }

  /// Titles above a table fill few of its cells; a header may lack a name (that of a row number, often).
  private static func isMostlyFilled(_ cells: [String]) -> Bool {
    cells.count { !$0.allSatisfy(\.isWhitespace) } * 2 > cells.count
  }

  /// Gives every field a name of its own, and keeps what was wrong with those of the file.
  private mutating func nameFields(_ cells: [String]) {
    var names = cells.map { cell in
      var name = cell[...]
      while let first = name.first, first.isWhitespace || first == "\u{FEFF}" { name.removeFirst() }
      while let last = name.last, last.isWhitespace { name.removeLast() }
      return String(name)
    }
    headerFlaws.blank = names.indices.filter { names[$0].isEmpty }.map { $0 + 1 }
    for index in names.indices where names[index].isEmpty { names[index] = "column_\(index + 1)" }
    var taken = Set(names)
    var seen: Set<String> = []
    // The number to try next for a name, so that many fields of one name are not each counted from the first.
    var next: [String: Int] = [:]
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      if next[name] == nil { headerFlaws.repeated.append(name) }
      var number = next[name, default: 2]
      while !taken.insert("\(name)_\(number)").inserted { number += 1 }
      next[name] = number + 1
      names[index] = "\(name)_\(number)"
    }
    header = names
  }

  // MARK: A small slow reader, for the head only

  struct Record {
    var cells: [String]
    /// One past its newline.
    var end: Int
    var linesBefore: Int
    var lines: Int
  }

  /// The first records; the last one of a head that is not the whole file is left out, because it may be cut.
  private func records(limit: Int, delimiter: UInt8? = nil) -> [Record] {
    let delimiter = delimiter ?? dialect.delimiter
    var records: [Record] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var inQuotes = false
    var index = 0
    var line = 0
    var firstLine = 0
    func text(_ cell: [UInt8]) -> String {
      if dialect.encoding == .utf8Twice { return String(decoding: TwiceEncoded.mended(cell[...]) ?? cell, as: UTF8.self) }
      // A name in one line of another encoding is read as its cells are.
      let isUTF8 = dialect.encoding == .utf8
      if isUTF8, cell.withUnsafeBufferPointer({ UTF8Text.isValid($0) }) { return String(decoding: cell, as: UTF8.self) }
      let encoding = isUTF8 ? TextEncoding.windows1252 : dialect.encoding
      var decoded: [UInt8] = []
      for byte in cell { encoding.append(byte, to: &decoded) }
      return String(decoding: decoded, as: UTF8.self)
    }
    func endRecord(_ end: Int) {
      cells.append(text(cell))
      if cells != [""] { records.append(Record(cells: cells, end: end, linesBefore: firstLine, lines: line - firstLine)) }
      cells = []
      cell = []
      firstLine = line
    }
    while index < bytes.count, records.count < limit {
      let byte = bytes[index]
      index += 1
      if byte == dialect.newline { line += 1 }
      if inQuotes {
        if byte != 0x22 {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          cell.append(0x22)
          index += 1
        } else {
          inQuotes = false
        }
      } else if byte == 0x22, cell.isEmpty {
        inQuotes = true
      } else if byte == delimiter {
        cells.append(text(cell))
        cell = []
      } else if byte == dialect.newline {
        if cell.last == 0x0D { cell.removeLast() }
        endRecord(index)
      } else {
        cell.append(byte)
      }
    }
    if isWhole, index == bytes.count, !cell.isEmpty || !cells.isEmpty {
      line += 1
      endRecord(index)
    }
    return records
  }
}
