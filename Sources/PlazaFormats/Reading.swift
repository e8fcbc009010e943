public import PlazaGeometry
public import PlazaLayers

/// What a caller says of one input file; what is nil is found by evidence, or is what the file itself says.
public struct Reading: Hashable, Sendable {
  /// How the bytes of a delimited file become text.
  public var encoding: TextEncoding?
  /// What divides the cells of a delimited file.
  public var delimiter: UInt8?
  /// `.` or `,`.
  public var decimalMark: UInt8?
  /// The fields of the position: longitude and latitude in degrees, or easting and northing in the units of a CRS.
  public var longitude: String?
  public var latitude: String?
  public var easting: String?
  public var northing: String?
  /// What the positions are in, where the file does not say.
  public var assumedCRS: CRS?
  /// What is left as it is written though it could be mended.
  public var asWritten: Set<Mending> = []
  /// The value of a raster's cells that stands for no data, beside the one that the file states.
  public var noData: Double?
  /// How many cells of a raster may be read; nil is `RasterLimits.cells`.
  public var cellLimit: Int?
  /// Which layer is read, where a file can hold several.
  public var layer: String?
  /// Whether features are read of a file that has none, or none with a geometry: who counts in it is served better by a refusal.
  public var mayBeEmpty = false

  public init() {}
}

extension Reading {
  /// Refuses what was said of a delimited file alone, for a file that has its own places and text.
  /// - Throws: `Failure` `input.not_delimited`.
  func refuseDelimited(file: String, format: String) throws {
    let isDelimited = encoding != nil || delimiter != nil || decimalMark != nil
    let hasFields = longitude != nil || latitude != nil || easting != nil || northing != nil
    if isDelimited || hasFields { throw Failure(.usage, "input.not_delimited", ["file": file, "format": format]) }
  }

  /// Whether something was said that only a raster has.
  var isOfRaster: Bool { noData != nil || cellLimit != nil }

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

/// How bytes become text.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case macRoman = "macintosh"
  case cp850 = "cp850"
  /// UTF-8 that was taken for Windows-1252 and made UTF-8 again: `PeÃ±Ã³n`.
  case utf8Twice = "utf-8 twice"

  /// Reads the names people use: `utf8`, `UTF-8`, `cp1252`, `ansi`, `latin1` …
  public init?(name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "utf8bom", "ascii": self = .utf8
    case "windows1252", "cp1252", "1252", "ansi", "win1252": self = .windows1252
    case "latin1", "iso88591", "88591", "iso885915": self = .latin1
    case "macintosh", "macroman", "mac": self = .macRoman
    case "cp850", "ibm850", "850", "oem850", "dos": self = .cp850
    case "utf8twice": self = .utf8Twice
    default: return nil
    }
  }
}
