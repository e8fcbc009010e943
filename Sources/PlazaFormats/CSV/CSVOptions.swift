/// How bytes become text.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case macRoman = "macintosh"

  /// Reads the names people use: `utf8`, `UTF-8`, `cp1252`, `ansi`, `latin1` …
  public init?(name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "utf8bom", "ascii": self = .utf8
    case "windows1252", "cp1252", "1252", "ansi", "win1252": self = .windows1252
    case "latin1", "iso88591", "88591", "iso885915": self = .latin1
    case "macintosh", "macroman", "mac": self = .macRoman
    default: return nil
    }
  }
}

/// What the caller states about a delimited file; what is nil is found by evidence.
public struct CSVOptions: Hashable, Sendable {
  public var delimiter: UInt8?
  /// `.` or `,`.
  public var decimalMark: UInt8?
  public var encoding: TextEncoding?
  public var longitude: String?
  public var latitude: String?
  public var easting: String?
  public var northing: String?

  public init() {}
}

/// How a delimited file is written: what was stated or found.
public struct CSVDialect: Hashable, Sendable {
  public var delimiter: UInt8
  public var newline: UInt8
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

extension CSVOptions {
  /// Reads a delimiter as people name it: `,` `;` `tab` `\t` `|` or their words.
  public static func delimiter(named text: String) -> UInt8? {
    switch text.lowercased() {
    case ",", "comma": 0x2C
    case ";", "semicolon": 0x3B
    case "\t", "\\t", "tab": 0x09
    case "|", "bar", "pipe": 0x7C
    default: nil
    }
  }

  public static func decimalMark(named text: String) -> UInt8? {
    switch text.lowercased() {
    case ".", "point": 0x2E
    case ",", "comma": 0x2C
    default: nil
    }
  }
}
