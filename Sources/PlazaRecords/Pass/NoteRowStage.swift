internal import PlazaLayers

/// Finds what stands below a table of records and is none: rows without a place that only say `TOTAL` and numbers, or where the table is from.
///
/// It stands before kinds are named, so that none is called `17790`.
struct NoteRowStage: RecordStage {
  private var rows = TotalRows()

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    guard batch.rows.starts.count >= batch.count else { return }
    let (verdicts, places) = (columns.verdicts, columns.places)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good && places[record] < 0 {
      let (start, end) = (Int(batch.rows.starts[record]), Int(batch.rows.ends[record]))
      guard end > start, Self.isNote(UnsafeBufferPointer(start: text + start, count: end - start)) else { continue }
      verdicts[record] = RecordColumns.Verdict.rejected(.totalRow)
      rows.addTotal(nil, 0, line: batch.lines[record])
    }
  }

  /// Whether the first cell with anything in it is a total or a note, and no letter stands behind it.
  @inline(never)
  private static func isNote(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    func isMark(_ byte: UInt8) -> Bool { [0x2C, 0x3B, 0x09, 0x7C].contains(byte) }
    guard let from = row.firstIndex(where: { $0 > 0x20 && !isMark($0) && $0 != 0x22 }),
      firstLetters.contains(row[from] | 0x20) || row[from] == 0x2A
    else { return false }
    let isQuoted = from > 0 && row[from - 1] == 0x22
    let end = row[from...].firstIndex { isQuoted ? $0 == 0x22 : isMark($0) } ?? row.endIndex
    let rest = row[end...]
    // A row of one cell is a record of a table with one field.
    guard rest.contains(where: isMark), !rest.contains(where: { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }) else { return false }
    let cell = String(decoding: row[from..<end], as: UTF8.self)
    return TotalWords.isTotal(cell) || TotalWords.isNote(cell)
  }

  /// Of the words of totals and notes.
  private static let firstLetters = Set("tsgfneoac".utf8)

  func finish(_ part: inout RecordPart) { part.totalRows += rows }
}
