internal import PlazaLayers

/// What a workbook says of its sheets, beside their cells (ECMA-376, part 1, 18).
struct Workbook: Sendable {
  struct Sheet: Sendable {
    var name: String
    var isHidden: Bool
    /// Its file inside the archive.
    var path: String
  }

  /// How a number is to be read, by the style of its cell.
  enum Form: Sendable { case number, date, time, moment }

  let archive: ZipArchive
  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904, as on the old Macintosh.
  private(set) var isFrom1904 = false
  /// By the number of a style.
  private(set) var forms: [Form] = []
  private(set) var strings = SharedStrings()

  /// - Throws: `Failure` `xml.damaged`, `xlsx.no_workbook`, `xlsx.too_large`, those of `ZipArchive`.
  init(_ archive: ZipArchive) throws {
    self.archive = archive
    guard let book = entry(ending: "xl/workbook.xml") else {
      throw Failure(.notUnderstood, "xlsx.no_workbook", ["file": archive.name])
    }
    let targets = TargetTaker()
    if let relations = entry(ending: "xl/_rels/workbook.xml.rels") { try parse(relations, into: targets) }
    let taker = BookTaker()
    try parse(book, into: taker)
    isFrom1904 = taker.isFrom1904
    sheets = taker.sheets.compactMap { sheet in
      targets.paths[sheet.relation].map { Sheet(name: sheet.name, isHidden: sheet.isHidden, path: $0) }
    }
    let styles = StyleTaker()
    if let file = entry(ending: "xl/styles.xml") { try parse(file, into: styles) }
    forms = styles.forms
    let texts = StringTaker(limit: SharedStrings.limit)
    if let file = entry(ending: "xl/sharedStrings.xml") { try parse(file, into: texts) }
    if texts.isOverLimit {
      throw Failure(.notUnderstood, "xlsx.too_large", ["file": archive.name, "limit": String(SharedStrings.limit >> 20)])
    }
    strings = texts.strings
  }

  func entry(ending path: String) -> ZipArchive.Entry? { archive.entries.first { $0.name == path || $0.name == "/" + path } }

  func parse(_ entry: ZipArchive.Entry, into taker: any XMLTaker) throws {
    try XMLParser.parse(archive.open(entry), into: taker, name: archive.name)
  }

  /// The sheet that is meant: the one of that name, or the only one that people see and that holds something.
  /// - Throws: `Failure` `layers.unknown`, `layers.several`, `layers.none`.
  func chosen(_ name: String?) throws -> Sheet {
    let list = sheets.map(\.name).joined(separator: ", ")
    if let name {
      let found = sheets.first { $0.name == name } ?? sheets.first { PlaceName.folded($0.name) == PlaceName.folded(name) }
      guard let found else {
        throw Failure(.usage, "layers.unknown", ["file": archive.name, "layer": name, "layers": list])
      }
      return found
    }
    var candidates = sheets.filter { !$0.isHidden }
    if candidates.count > 1 { candidates = try candidates.filter { try !isEmpty($0) } }
    // What is said of a table beside it is no table.
    let tables = candidates.filter { !Self.notes.contains(PlaceName.folded($0.name)) }
    if !tables.isEmpty { candidates = tables }
    guard let first = candidates.first else { throw Failure(.notUnderstood, "layers.none", ["file": archive.name]) }
    guard candidates.count == 1 else {
      throw Failure(
        .usage, "layers.several",
        ["file": archive.name, "count": String(candidates.count), "layers": candidates.map(\.name).joined(separator: ", ")])
    }
    return first
  }

  /// The names of sheets that people write for readers.
  private static let notes = Set(
    ["Léeme", "Lee me", "Leia-me", "Leiame", "Read me", "Readme"].map(PlaceName.folded))

  private func isEmpty(_ sheet: Sheet) throws -> Bool {
    guard let entry = entry(ending: sheet.path) else { return true }
    let reader = try archive.open(entry)
    var head = [UInt8](repeating: 0, count: 1 << 16)
    let count = try head.withUnsafeMutableBytes { try reader.fill($0) }
    return !String(decoding: head[..<count], as: UTF8.self).contains("<c ")
  }
}

/// Texts that cells point to, in one piece of memory.
struct SharedStrings: Sendable {
  /// Bytes of them at most.
  static let limit = 512 << 20

  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var ends: [Int] = []

  func has(_ number: Int) -> Bool { ends.indices.contains(number) }

  subscript(number: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(number) else { return [] }
    return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }
}

private final class TargetTaker: XMLTaker {
  var paths: [String: String] = [:]

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    guard element == "Relationship", let id = attributes.text("Id"), let target = attributes.text("Target") else { return }
    paths[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  func end(_ element: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class BookTaker: XMLTaker {
  var sheets: [(name: String, isHidden: Bool, relation: String)] = []
  var isFrom1904 = false

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "sheet", let name = attributes.text("name"), let relation = attributes.text("id") {
      sheets.append((name, attributes.text("state").map { $0 != "visible" } ?? false, relation))
    } else if element == "workbookPr" {
      isFrom1904 = ["1", "true"].contains(attributes.text("date1904") ?? "")
    }
  }

  func end(_ element: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Which styles show a number as a date or a time.
private final class StyleTaker: XMLTaker {
  var forms: [Workbook.Form] = []
  private var own: [Int: Workbook.Form] = [:]
  private var isInCells = false

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "numFmt", let id = attributes.text("numFmtId").flatMap({ Int($0) }), let code = attributes.text("formatCode") {
      own[id] = Self.form(ofCode: code)
    } else if element == "cellXfs" {
      isInCells = true
    } else if element == "xf", isInCells {
      let id = attributes.text("numFmtId").flatMap { Int($0) } ?? 0
      forms.append(own[id] ?? Self.form(ofNumber: id))
    }
  }

  func end(_ element: XMLName) { if element == "cellXfs" { isInCells = false } }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private static func form(ofNumber id: Int) -> Workbook.Form {
    switch id {
    case 14...17, 27...31, 36, 50...58: .date
    case 18...21, 32...35, 45...47: .time
    case 22: .moment
    default: .number
    }
  }

  /// What a code such as `dd/mm/yyyy hh:mm` shows, without what stands in quotes and brackets.
  private static func form(ofCode code: String) -> Workbook.Form {
    var letters: Set<Character> = []
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    var bracketed = ""
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "[" {
        isBracketed = true
        bracketed = ""
      } else if character == "]" {
        isBracketed = false
        // `[h]:mm` counts hours beyond a day; other brackets hold colours and conditions.
        if !bracketed.isEmpty, Set(bracketed).count == 1, "hms".contains(bracketed.prefix(1)) { letters.insert("h") }
      } else if isBracketed {
        bracketed.append(character)
      } else if character == ";" {
        break
      } else if !isQuoted, !isBracketed {
        letters.insert(character)
      }
    }
    let hasDay = !letters.isDisjoint(with: ["d", "y"])
    let hasTime = !letters.isDisjoint(with: ["h", "s"])
    if hasDay { return hasTime ? .moment : .date }
    if hasTime { return .time }
    return letters.contains("m") && letters.isDisjoint(with: ["0", "#", "?"]) ? .date : .number
  }
}

private final class StringTaker: XMLTaker {
  var strings = SharedStrings()
  var isOverLimit = false
  private let limit: Int
  private var isInText = false
  private var isInReading = false

  init(limit: Int) { self.limit = limit }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "t" { isInText = !isInReading } else if element == "rPh" { isInReading = true }
  }

  func end(_ element: XMLName) {
    if element == "t" {
      isInText = false
    } else if element == "rPh" {
      isInReading = false
    } else if element == "si" {
      strings.ends.append(strings.bytes.count)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText, !isOverLimit else { return }
    strings.bytes.append(contentsOf: bytes)
    isOverLimit = strings.bytes.count > limit
  }
}
