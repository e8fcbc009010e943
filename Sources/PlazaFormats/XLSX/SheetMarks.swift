internal import PlazaLayers

/// What a sheet says of its cells before they are read: which are merged downwards, and which formulas have no result.
///
/// What is merged stands behind the cells, so that the file is looked through once before. A formula's result is what the program that wrote
/// it last had computed; files that a script made have none until an office program saves them.
struct SheetMarks: Sendable {
  /// By the place of the first cell that is merged: the last row.
  private(set) var lastRows: [CellPlace: Int] = [:]
  /// Cells that hold a formula and no result: they read as blank.
  private(set) var unsolved = 0
  private static let limit = 100_000

  /// Looks for `<mergeCell ref="A2:A5"/>`, and for `<f>` without `<v>`, by their bytes.
  /// - Complexity: O(bytes of the sheet).
  init(of sheet: Workbook.Sheet, in workbook: Workbook) throws {
    guard let entry = workbook.entry(ending: sheet.path) else {
      throw Failure(.notUnderstood, "xlsx.no_workbook", ["file": workbook.archive.name])
    }
    let reader = try workbook.archive.open(entry)
    var cell = Cell()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var kept = 0
    while true {
      let count = try buffer.withUnsafeMutableBytes { try reader.fill(UnsafeMutableRawBufferPointer(rebasing: $0[kept...])) }
      let end = kept + count
      let isLast = end < buffer.count
      // What may go on in the next piece is kept for it.
      let limit = isLast ? end : end - Self.longest
      buffer.withUnsafeBufferPointer { bytes in
        for at in 0..<limit where bytes[at] == 0x3C { take(bytes, at, end, &cell) }
      }
      if isLast { return }
      buffer.replaceSubrange(0..<Self.longest, with: Array(buffer[limit..<end]))
      kept = Self.longest
    }
  }

  /// Bytes of a mark that are looked at.
  private static let longest = 64

  /// The present cell.
  private struct Cell {
    var isText = false
    var hasFormula = false
    var hasResult = false
  }

  private static let merge = Array("<mergeCell ref=\"".utf8)
  private static let text = Array("t=\"str\"".utf8)

  /// Takes the mark that begins at a place; elements of cells are told by one letter and what follows it.
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int, _ cell: inout Cell) {
    guard at + 3 < end else { return }
    let (letter, next) = (bytes[at + 1], bytes[at + 2])
    let isWhole = next == 0x20 || next == 0x3E || next == 0x2F
    let last = min(end, at + Self.longest)
    switch letter {
    case 0x63 where isWhole:
      cell = Cell()
      let own = bytes[at..<last].prefix { $0 != 0x3E }
      cell.isText = own.indices.contains { own[$0] == 0x74 && own[$0...].starts(with: Self.text) }
    case 0x66 where isWhole: cell.hasFormula = true
    case 0x76 where isWhole && cell.hasFormula:
      // A text may be empty; a number may not.
      let isEmpty = next == 0x2F || next == 0x3E && bytes[at + 3] == 0x3C
      cell.hasResult = cell.isText || !isEmpty
    case 0x2F where next == 0x63 && bytes[at + 3] == 0x3E:
      if cell.hasFormula, !cell.hasResult { unsolved += 1 }
      cell = Cell()
    case 0x6D where bytes[at..<last].starts(with: Self.merge):
      merge(bytes[at..<last].dropFirst(Self.merge.count).prefix(40).prefix { $0 != 0x22 })
    default: break
    }
  }

  private mutating func merge(_ range: some Collection<UInt8>) {
    let ends = range.split(separator: 0x3A)
    guard ends.count == 2, let first = CellPlace(ends[0]), let last = CellPlace(ends[1]), last.row > first.row,
      lastRows.count < Self.limit
    else { return }
    lastRows[first] = last.row
  }

  /// What is to be told to the user.
  func notes(file: String) -> [Diagnostic] {
    unsolved == 0 ? [] : [Diagnostic(.warning, "xlsx.unsolved", ["file": file, "count": String(unsolved)])]
  }
}
