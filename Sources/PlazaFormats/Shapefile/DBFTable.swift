internal import PlazaLayers

/// The head of a dBASE table: how many records it has, and what their fields are.
struct DBFHead: Sendable {
  struct Field: Sendable {
    var name: String
    var type: UInt8
    /// Where it stands in a record, whose first byte says whether it is deleted.
    var bytes: Range<Int>
    var decimals: Int
  }

  var recordCount: Int
  var recordSize: Int
  var fields: [Field]
  var encoding: TextEncoding
  /// Whether its maker, a file beside it or the caller says how the bytes are text.
  var isEncodingStated: Bool

  /// Fields at most: as many as a table of SQLite has columns.
  private static let fieldLimit = 2_000

  /// Whether a file begins as a table does: a version, a date that can be, lengths that fit, and types of fields that there are.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 65, [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8B, 0xF5].contains(bytes[0]) else { return false }
    guard bytes[2] <= 12, bytes[3] <= 31 else { return false }
    let (head, record) = (Int(bytes.half(at: 8)), Int(bytes.half(at: 10)))
    guard head >= 65, record > 1, Array("CNFLDMIBOT@+YG".utf8).contains(bytes[43]) else { return false }
    return bytes[32] >= 0x20 && bytes[32..<43].contains(0) && (head >= bytes.count || bytes[32..<head].contains(0x0D))
  }

  /// Reads the head; what is left in the reader are the records.
  /// - Parameter codePage: what a `.cpg` beside the table says.
  /// - Throws: `Failure` `dbf.damaged`.
  init(_ reader: any ByteReader, codePage: String?, stated: TextEncoding?, name: String) throws {
    func damaged(_ reason: String) -> Failure { Failure(.notUnderstood, "dbf.damaged", ["file": name, "reason": reason]) }
    func take(_ count: Int) throws -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: count)
      guard try bytes.withUnsafeMutableBytes({ try reader.fill($0) }) == count else { throw damaged("cut short") }
      return bytes
    }
    let first = try take(32)
    recordCount = Int(first.word(at: 4))
    recordSize = Int(first.half(at: 10))
    let headSize = Int(first.half(at: 8))
    guard headSize >= 33, recordSize > 0 else { throw damaged("lengths that cannot be") }
    let rest = try take(headSize - 32)
    var raw: [(name: ArraySlice<UInt8>, type: UInt8, length: Int, decimals: Int)] = []
    var at = 0
    while at + 32 <= rest.count, rest[at] != 0x0D, raw.count < Self.fieldLimit {
      let isText = rest[at + 11] == 0x43
      // Texts of more than 255 bytes keep the rest of their length where numbers have their decimals.
      let length = Int(rest[at + 16]) + (isText ? Int(rest[at + 17]) << 8 : 0)
      raw.append((rest[at..<at + 11].prefix { $0 != 0 }, rest[at + 11], length, isText ? 0 : Int(rest[at + 17])))
      at += 32
    }
    let page = codePage.flatMap(Self.encoding(ofPage:)) ?? Self.encodings[first[29]]
    isEncodingStated = stated != nil || page != nil
    encoding = stated ?? page ?? .utf8
    var names: [String] = []
    var start = 1
    fields = []
    for field in raw {
      guard start + field.length <= recordSize else { throw damaged("fields longer than a record") }
      let name = Self.unique(encoding.text(field.name), among: &names)
      fields.append(Field(name: name, type: field.type, bytes: start..<start + field.length, decimals: field.decimals))
      start += field.length
    }
  }

  private static func unique(_ name: String, among names: inout [String]) -> String {
    let base = name.isEmpty ? "field_\(names.count + 1)" : name
    var (candidate, number) = (base, 2)
    while names.contains(candidate) {
      candidate = "\(base)_\(number)"
      number += 1
    }
    names.append(candidate)
    return candidate
  }

  /// What the byte of the language driver stands for.
  private static let encodings: [UInt8: TextEncoding] = [
    0x02: .cp850, 0x03: .windows1252, 0x04: .macRoman, 0x08: .cp850, 0x0A: .cp850, 0x10: .cp850, 0x14: .cp850, 0x16: .cp850,
    0x19: .cp850, 0x1A: .cp850, 0x1D: .cp850, 0x24: .cp850, 0x37: .cp850, 0x57: .windows1252, 0x58: .windows1252,
    0x59: .windows1252,
  ]

  private static func encoding(ofPage text: String) -> TextEncoding? {
    let word = text.lowercased().filter { $0.isLetter || $0.isNumber }
    if word == "65001" || word.contains("utf8") { return .utf8 }
    return TextEncoding(name: word) ?? ["1252", "850"].first { word.hasSuffix($0) }.flatMap { TextEncoding(name: $0) }
  }
}

/// The records of a dBASE table, one after the other.
final class DBFTable {
  private(set) var head: DBFHead
  private let reader: BufferedBytes
  private let name: String
  /// The bytes of the present record.
  private(set) var record: [UInt8] = []
  private var taken = 0

  /// - Throws: `Failure` `dbf.damaged`.
  init(_ bytes: any ByteReader, codePage: String?, stated: TextEncoding?, name: String) throws {
    head = try DBFHead(bytes, codePage: codePage, stated: stated, name: name)
    reader = BufferedBytes(bytes)
    self.name = name
    if !head.isEncodingStated {
      head.encoding = EncodingGuess.encoding(
        of: Self.texts(try reader.peek(1 << 20), head), isWhole: true, newline: 0x0A, hasMark: false, mends: true)
    }
  }

  /// The texts of whole records as lines, each without a letter that the width of its field has cut.
  private static func texts(_ sample: [UInt8], _ head: DBFHead) -> [UInt8] {
    var lines: [UInt8] = []
    let fields = head.fields.filter { $0.type == 0x43 }
    for start in stride(from: 0, through: sample.count - head.recordSize, by: head.recordSize) {
      for field in fields {
        let cell = sample[start + field.bytes.lowerBound..<start + field.bytes.upperBound]
        lines += UTF8Text.withoutCutLetter(cell)
        lines.append(0x0A)
      }
    }
    return lines
  }

  /// Whether the present record was deleted, and only not yet removed.
  var isDeleted: Bool { record.first == 0x2A }

  /// Goes on to the next record.
  /// - Throws: `Failure` `dbf.damaged` for one that is cut short.
  func next() throws -> Bool {
    guard taken < head.recordCount else { return false }
    record = try reader.take(head.recordSize, reusing: record)
    // An end mark in place of a record: the head counts more than there are.
    if record.count == 1, record[0] == 0x1A { return false }
    guard record.count == head.recordSize else {
      throw Failure(
        .notUnderstood, "dbf.damaged", ["file": name, "reason": "record \(taken + 1) of \(head.recordCount) is cut short"])
    }
    taken += 1
    return true
  }

  /// Appends the text of a field: dates as `2024-01-31`, numbers as they are written; false for a blank one.
  func appendText(_ field: Int, to text: inout [UInt8]) -> Bool {
    let field = head.fields[field]
    switch field.type {
    case 0x49 where field.bytes.count == 4, 0x2B where field.bytes.count == 4:
      let value = Int32(truncatingIfNeeded: Int(record.word(at: field.bytes.lowerBound)))
      text.append(contentsOf: String(value).utf8)
      return true
    case 0x42 where field.bytes.count == 8, 0x4F where field.bytes.count == 8:
      let value = Double(bitPattern: record.long(at: field.bytes.lowerBound))
      guard value.isFinite else { return false }
      text.append(contentsOf: DecimalDigits(shortest: value).plain.utf8)
      return true
    case 0x4D, 0x47, 0x50: return false
    default: break
    }
    var cell = record[field.bytes]
    while let last = cell.last, last == 0x20 || last == 0 { cell.removeLast() }
    if field.type != 0x43 { while let first = cell.first, first == 0x20 || first == 0 { cell.removeFirst() } }
    // Stars stand for a number that did not fit.
    guard !cell.isEmpty, field.type == 0x43 || cell.first != 0x2A else { return false }
    switch field.type {
    case 0x44:
      guard cell.count == 8, cell.allSatisfy({ (0x30...0x39).contains($0) }) else { break }
      guard cell.contains(where: { $0 != 0x30 }) else { return false }
      text += cell.prefix(4)
      text.append(0x2D)
      text += cell.dropFirst(4).prefix(2)
      text.append(0x2D)
      text += cell.suffix(2)
      return true
    case 0x4C:
      guard let first = cell.first, first != 0x3F else { return false }
      text.append(contentsOf: Array("TtYy".utf8).contains(first) ? "true".utf8 : "false".utf8)
      return true
    default: break
    }
    if head.encoding == .utf8 {
      cell = UTF8Text.withoutCutLetter(cell)
      // A cell in another encoding among UTF-8, as in a delimited file.
      let isSound = cell.withUnsafeBufferPointer { UTF8Text.isValid($0) }
      (isSound ? TextEncoding.utf8 : .windows1252).append(cell, to: &text)
    } else {
      head.encoding.append(cell, to: &text)
    }
    return true
  }

  func value(_ field: Int) -> FieldValue {
    var bytes: [UInt8] = []
    guard appendText(field, to: &bytes) else { return .null }
    let text = String(decoding: bytes, as: UTF8.self)
    switch head.fields[field].type {
    case 0x4C: return .bool(text == "true")
    case 0x4E, 0x46, 0x49, 0x42, 0x4F, 0x2B: return Self.number(text).map(FieldValue.number) ?? .text(text)
    default: return .text(text)
    }
  }

  /// Digits as JSON has them; nil for what is no number.
  private static func number(_ text: String) -> String? {
    guard let value = Double(text), value.isFinite else { return nil }
    let isPlain =
      text.first.map { $0.isNumber || $0 == "-" } == true && !text.hasSuffix(".")
      && text.allSatisfy { "-.0123456789".contains($0) }
    let digits = text.drop { $0 == "-" }
    if isPlain, digits.first != ".", digits.count == 1 || digits.first != "0" || digits.dropFirst().first == "." {
      return text
    }
    let shortest = DecimalDigits(shortest: value)
    return (-6...21).contains(shortest.exponent) ? shortest.plain : shortest.scientific
  }
}

extension TextEncoding {
  /// Appends a cell as UTF-8.
  func append(_ cell: ArraySlice<UInt8>, to text: inout [UInt8]) {
    switch self {
    case .utf8: text += cell
    case .utf8Twice: text += TwiceEncoded.mended(Array(cell)[...]) ?? Array(cell)
    default: for byte in cell { append(byte, to: &text) }
    }
  }

  func text(_ cell: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    append(cell, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
