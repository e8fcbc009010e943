import Glibc
import PlazaGeometry
import PlazaLayers
import PlazaTesting

@testable import PlazaFormats

/// A record as a reader or an oracle sees it: cells are nil where the record cannot be read.
struct SeenRecord: Hashable {
  var line: Int
  var state: RecordState
  var cells: [[UInt8]]?
}

enum CSVOracle {
  /// What the fast reader must make of bytes whose every field is wanted.
  static func records(_ bytes: [UInt8], fieldCount: Int, delimiter: UInt8, newline: UInt8, isUTF8: Bool = true) -> [SeenRecord] {
    SlowCSV.records(bytes, delimiter: delimiter, newline: newline).compactMap { record in
      if record.cells.count == 1, !record.wasQuoted, isBlank(record.cells[0]), fieldCount > 1 || record.cells[0].isEmpty {
        return nil
      }
      let extras = record.cells.dropFirst(fieldCount)
      if record.isBroken || record.cells.count < fieldCount || !extras.allSatisfy(isBlank) {
        return SeenRecord(line: record.line, state: .badRow)
      }
      let cells = Array(record.cells.prefix(fieldCount))
      if isUTF8, !cells.allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) {
        return SeenRecord(line: record.line, state: .badEncoding)
      }
      return SeenRecord(line: record.line, state: .located, cells: cells)
    }
  }

  private static func isBlank(_ cell: [UInt8]) -> Bool { cell.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
}

func dialect(_ delimiter: UInt8 = 0x2C, newline: UInt8 = 0x0A, decimal: UInt8 = 0x2E, _ encoding: TextEncoding = .utf8)
  -> CSVDialect
{
  CSVDialect(
    delimiter: delimiter, newline: newline, decimalMark: decimal, encoding: encoding, hasByteOrderMark: false, skippedLines: 0)
}

/// The records of bytes without a header, by the fast reader.
func fastRecords(
  _ bytes: [UInt8], fieldCount: Int, _ dialect: CSVDialect, chunkSize: Int = CSVChunker.defaultChunkSize,
  recordLimit: Int = CSVChunker.defaultRecordLimit, largest: Int = 1 << 16, seed: UInt64 = 1
) throws -> [SeenRecord] {
  // As the oracle reads: nothing is mended.
  let parser = CSVRowParser(
    dialect: dialect, fieldCount: fieldCount, slots: Array(0..<fieldCount), slotCount: fieldCount, position: nil, order: nil,
    neighborhood: nil,
    isGeographic: false, names: (0..<fieldCount).map { "f\($0)" }, asWritten: Set(Mending.allCases), isEncodingStated: true)
  let reader = PieceReader(bytes, largest: largest, seed: seed)
  let chunker = try CSVChunker(reader, dialect: dialect, skipping: 0, lines: 0, chunkSize: chunkSize, recordLimit: recordLimit)
  return try seen(CSVPointReader(parser, chunker), fields: fieldCount)
}

/// Everything that a reader gives.
func seen(_ reader: any PointReader, fields: Int) throws -> [SeenRecord] {
  var records: [SeenRecord] = []
  var batch = PointBatch()
  var next = 0
  while try reader.next(&batch) {
    precondition(batch.index == next, "batches out of order")
    next += 1
    for record in 0..<batch.count {
      let state = batch.states[record]
      let isReadable = ![.badRow, .badEncoding, .tooLong].contains(state)
      let cells = (0..<fields).map {
        Array(batch.text[Int(batch.fields[$0].starts[record])..<Int(batch.fields[$0].ends[record])])
      }
      records.append(SeenRecord(line: batch.lines[record], state: state, cells: isReadable ? cells : nil))
    }
  }
  return records
}

/// Numbers of a pass over positions, with the states.
func positions(_ source: CSVPointSource) throws -> [(state: RecordState, x: Double, y: Double, line: Int)] {
  let reader = try source.makeReader(PointRequest())
  var batch = PointBatch()
  var result: [(state: RecordState, x: Double, y: Double, line: Int)] = []
  while try reader.next(&batch) {
    for record in 0..<batch.count { result.append((batch.states[record], batch.x[record], batch.y[record], batch.lines[record])) }
  }
  return result
}
