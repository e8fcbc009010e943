/// What can be read of a file.
public enum FileContent: String, Hashable, Sendable, CaseIterable {
  /// Records one after the other, mostly with a position.
  case records
  /// Polygons with attributes.
  case areas
  /// Points, lines and polygons with attributes.
  case features
  /// Named columns of text.
  case table
  /// One number per cell of a grid.
  case raster
}

/// A form in which files are written: what it is called, how it is recognised, who reads it and who writes it.
///
/// A format is a folder with an enum that has no cases, and a word in the list `Formats.all`; nothing else names it.
public protocol Format: Sendable {
  /// As people call it: `GeoJSON`.
  static var name: String { get }
  /// Endings of the names of its files, lower case and without the dot, the usual one first. A file is recognised by what it holds, not by these.
  static var endings: [String] { get }
  /// What its datasets can be read as; anything else is refused with the names of the formats that can.
  static var contents: Set<FileContent> { get }
  /// Whether one file can hold several layers, so that `Reading.layer` chooses.
  static var hasLayers: Bool { get }
  /// The libraries that read or write it, with the versions that are loaded.
  static var libraries: [FormatLibrary] { get }
  static func recognises(_ head: FileHead) -> Bool
  /// Looks at no more of the input than is needed; a stream is read when its records are.
  /// - Throws: `Failure`.
  static func open(_ input: Input, _ reading: Reading) throws -> any Dataset
  /// Who writes layers in it, by the endings of their names; none for a format in which no layers are written.
  static var layerWriters: [any LayerWriter.Type] { get }
  /// Who writes rasters in it.
  static var rasterWriters: [any RasterWriter.Type] { get }
  /// Who writes tables in it.
  static var tableWriters: [any TableWriter.Type] { get }
}

extension Format {
  public static var hasLayers: Bool { false }
  public static var libraries: [FormatLibrary] { [] }
  public static var layerWriters: [any LayerWriter.Type] { [] }
  public static var rasterWriters: [any RasterWriter.Type] { [] }
  public static var tableWriters: [any TableWriter.Type] { [] }
}

/// A library of the system on which reading or writing stands.
public struct FormatLibrary: Hashable, Sendable {
  public var name: String
  /// The version that is loaded, as `4.5.0`.
  public var version: String

  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// A file's first bytes (inflated), by which its format is recognised.
public struct FileHead: Sendable {
  /// How many bytes are looked at.
  public static let size = 4096

  public let bytes: [UInt8]
  /// Of the file's name, lower case; for texts that any file could begin with.
  public let ending: String
  /// What follows a byte order mark, blanks and record separators; empty for a file without anything.
  public let text: ArraySlice<UInt8>

  public init(_ bytes: [UInt8], ending: String = "") {
    (self.bytes, self.ending) = (bytes, ending)
    let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    text = unmarked.drop { [0x20, 0x09, 0x0A, 0x0D, 0x1E].contains($0) }
  }

  public func begins(with magic: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// Whether the first bytes have a text somewhere.
  func mentions(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard let first = wanted.first, text.count >= wanted.count else { return false }
    return text.indices.dropLast(wanted.count - 1).contains { text[$0] == first && text[$0...].starts(with: wanted) }
  }

  /// The first words of the text, divided by blanks and control characters.
  public func words(_ count: Int) -> [String] {
    text.split(maxSplits: count, whereSeparator: { $0 <= 0x20 }).prefix(count).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Input {
  /// What its format is recognised by.
  func fileHead() throws -> FileHead { FileHead(try head(FileHead.size), ending: (memberName ?? name).ending) }
}
