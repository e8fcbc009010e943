internal import PlazaFormats
internal import PlazaLayers

/// Reads a small table whole: every cell as text.
enum PlainTable {
  /// Columns in the order of the file; blank cells are null.
  /// - Throws: `Failure` as opening a table does.
  static func read(_ file: InputFile) throws -> [Column] { try file.open().table().columns }
}
