internal import Glibc
internal import PlazaGeometry
internal import PlazaLayers

/// Splits a chunk of whole records into the columns of a batch: the hot loop of the CSV reader.
///
/// Eight bytes at a time are compared with the delimiter, the newline and the quote; only where one of them stands is anything
/// decided. Only the fields that are used are kept, as places in the chunk; nothing is copied unless it must be decoded.
struct CSVRowParser: Sendable {
  let dialect: CSVDialect
  let fieldCount: Int
  /// The batch column of each field of the file, −1 for one that nobody asked for.
  let slots: [Int]
  let slotCount: Int
  /// The columns of the position; nil when positions are not wanted.
  let position: (x: Int, y: Int)?
  /// Where one column holds both coordinates, which of them stands first.
  let order: WrittenPosition.Order?
  /// Where the first positions are: what lies there with its coordinates exchanged has them exchanged. Nil where nothing is exchanged.
  let neighborhood: Envelope?
  /// Whether positions are longitude and latitude, and so have a range.
  let isGeographic: Bool
  /// The names of the fields, for what is said of their cells.
  let names: [String]
  /// What is left as it is written.
  var asWritten: Set<Mending> = []
  /// Whether the caller stated the encoding: then a cell in another one is a reject.
  var isEncodingStated = false

  /// The name of the field of a column of the batch.
  private func name(ofSlot slot: Int) -> String { slots.firstIndex(of: slot).map { names[$0] } ?? "" }

  func parse(_ batch: inout PointBatch, _ chunk: CSVChunker.Chunk) {
    batch.index = chunk.index
    batch.mendings.removeAll()
    Self.resize(&batch, records: chunk.lineCount, columns: slotCount)
    split(&batch, chunk)
    decode(&batch, chunk.count)
    if let position {
      if let order { locateWhole(&batch, position.x, order) } else { locate(&batch, position) }
    }
    if batch.faults.count > 1 { batch.faults.sort { $0.record < $1.record } }
  }

  private static func resize(_ batch: inout PointBatch, records: Int, columns: Int) {
    batch.faults.removeAll(keepingCapacity: true)
    if batch.fields.count != columns { batch.fields = Array(repeating: TextColumn(), count: columns) }
    let rows = max(0, records - batch.rows.starts.count)
    batch.rows.starts.append(contentsOf: repeatElement(0, count: rows))
    batch.rows.ends.append(contentsOf: repeatElement(0, count: rows))
    let missing = records - batch.x.count
    guard missing > 0 || batch.fields.contains(where: { $0.starts.count < records }) else { return }
    if missing > 0 {
      batch.x.append(contentsOf: repeatElement(0, count: missing))
      batch.y.append(contentsOf: repeatElement(0, count: missing))
      batch.states.append(contentsOf: repeatElement(.located, count: missing))
      batch.lines.append(contentsOf: repeatElement(0, count: missing))
    }
    for column in batch.fields.indices {
      let short = max(0, records - batch.fields[column].starts.count)
      batch.fields[column].starts.append(contentsOf: repeatElement(-1, count: short))
      batch.fields[column].ends.append(contentsOf: repeatElement(-1, count: short))
    }
  }

  // MARK: Records and fields

  private func split(_ batch: inout PointBatch, _ chunk: CSVChunker.Chunk) {
    var count = 0
    var blankRows = BlankRows()
    batch.text.withUnsafeMutableBufferPointer { text in
      batch.lines.withUnsafeMutableBufferPointer { lines in
        batch.states.withUnsafeMutableBufferPointer { states in
          withColumnPointers(&batch.fields) { starts, ends in
            batch.rows.starts.withUnsafeMutableBufferPointer { rowStarts in
              batch.rows.ends.withUnsafeMutableBufferPointer { rowEnds in
                count = splitRecords(
                  text.baseAddress!, chunk, lines.baseAddress!, states.baseAddress!, starts, ends,
                  rows: (rowStarts.baseAddress!, rowEnds.baseAddress!), &blankRows)
              }
            }
          }
        }
      }
    }
    batch.count = count
    if blankRows.count > 0 { batch.mendings.note(.blankRows, line: blankRows.firstLine, count: blankRows.count) }
  }

  /// Rows of delimiters alone, as a spreadsheet writes them below its data.
  private struct BlankRows {
    var count = 0
    var firstLine = 0
  }

  private func withColumnPointers(
    _ fields: inout [TextColumn],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<Int32>>, UnsafeMutablePointer<UnsafeMutablePointer<Int32>>) -> Void
  ) {
    // The columns' buffers stay where they are while the loop runs: nothing else touches `fields`.
    var starts: [UnsafeMutablePointer<Int32>] = []
    var ends: [UnsafeMutablePointer<Int32>] = []
    for column in fields.indices {
      fields[column].starts.withUnsafeMutableBufferPointer { starts.append($0.baseAddress ?? Self.nowhere) }
      fields[column].ends.withUnsafeMutableBufferPointer { ends.append($0.baseAddress ?? Self.nowhere) }
    }
    starts.append(Self.nowhere)
    ends.append(Self.nowhere)
    starts.withUnsafeMutableBufferPointer { starts in
      ends.withUnsafeMutableBufferPointer { ends in body(starts.baseAddress!, ends.baseAddress!) }
    }
    withExtendedLifetime(fields) {}
  }

  nonisolated(unsafe) private static let nowhere = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

  private func splitRecords(
    _ text: UnsafeMutablePointer<UInt8>, _ chunk: CSVChunker.Chunk, _ lines: UnsafeMutablePointer<Int>,
    _ states: UnsafeMutablePointer<RecordState>, _ starts: UnsafeMutablePointer<UnsafeMutablePointer<Int32>>,
    _ ends: UnsafeMutablePointer<UnsafeMutablePointer<Int32>>,
    rows: (starts: UnsafeMutablePointer<Int32>, ends: UnsafeMutablePointer<Int32>), _ blankRows: inout BlankRows
  ) -> Int {
    let newline = dialect.newline
    let keepsBlankRows = asWritten.contains(.blankRows) || fieldCount == 1
    let delimiter = dialect.delimiter
    let fieldCount = fieldCount
    let limit = chunk.brokenRecord ?? chunk.count
    var special = SpecialBytes(text, delimiter: delimiter, newline: newline)
    var line = chunk.line
    var row = 0
    slots.withUnsafeBufferPointer { slots in
      var rowStart = 0
      while rowStart < limit {
        let rowLine = line
        var field = 0
        var fieldStart = rowStart
        var contentEnd = -1  // of a quoted field, whose content ends before its closing quote
        var isBroken = false
        while true {
          let at = special.next()
          let byte = text[at]
          if byte == 0x22 {
            if at != fieldStart { continue }
            // Jump to the closing quote; doubled quotes are made single in place.
            let quoted = Self.quotedField(text, at + 1, limit, newline, &line)
            fieldStart = at + 1
            contentEnd = quoted.contentEnd
            special.move(to: quoted.next)
            let next = text[quoted.next]
            if next != delimiter, next != newline, next != 0x0D || text[quoted.next + 1] != newline { isBroken = true }
            continue
          }
          if field < fieldCount {
            let slot = slots[field]
            if slot >= 0 {
              starts[slot][row] = Int32(truncatingIfNeeded: fieldStart)
              var end = contentEnd >= 0 ? contentEnd : at
              if contentEnd < 0, byte == newline, at > fieldStart, text[at - 1] == 0x0D { end = at - 1 }
              ends[slot][row] = Int32(truncatingIfNeeded: end)
            }
          } else if !Self.isBlank(text, fieldStart, contentEnd >= 0 ? contentEnd : at) {
            isBroken = true
          }
          field += 1
          contentEnd = -1
          fieldStart = at + 1
          if byte == newline { break }
        }
        line += 1
        let start = rowStart
        rowStart = fieldStart
        // In a table of one field a line of spaces may be a record; one without any byte is not.
        if field == 1, Self.isBlank(text, start, fieldStart - 1) {
          if fieldCount > 1 || fieldStart - start <= 1 || (fieldStart - start == 2 && text[start] == 0x0D) { continue }
        }
        // A row with anything in its first cell is never looked at again.
        let isOpen = text[start] == delimiter || text[start] <= 0x20 || text[start] == 0x22 && text[start + 1] == 0x22
        if isOpen, !keepsBlankRows,
          Self.isBlankRow(text, start, fieldStart - 1, delimiter)
        {
          if blankRows.count == 0 { blankRows.firstLine = rowLine }
          blankRows.count += 1
          continue
        }
        lines[row] = rowLine
        states[row] = .located
        rows.starts[row] = Int32(truncatingIfNeeded: start)
        rows.ends[row] = Int32(truncatingIfNeeded: Self.end(text, of: start, before: fieldStart - 1))
        if field < fieldCount || isBroken {
          states[row] = .badRow
          for slot in 0..<slotCount {
            starts[slot][row] = 0
            ends[slot][row] = 0
          }
        }
        row += 1
      }
      if chunk.brokenRecord != nil {
        lines[row] = line
        (rows.starts[row], rows.ends[row]) = (0, 0)
        states[row] = chunk.isTooLong ? .tooLong : .badRow
        for slot in 0..<slotCount {
          starts[slot][row] = 0
          ends[slot][row] = 0
        }
        row += 1
      }
    }
    return row
  }

  /// The end of a line without its carriage return.
  @inline(__always)
  private static func end(_ text: UnsafeMutablePointer<UInt8>, of start: Int, before newline: Int) -> Int {
    newline > start && text[newline - 1] == 0x0D ? newline - 1 : newline
  }

  private static func isBlank(_ text: UnsafeMutablePointer<UInt8>, _ from: Int, _ to: Int) -> Bool {
    var at = from
    while at < to {
      if text[at] != 0x20 && text[at] != 0x0D && text[at] != 0x09 { return false }
      at += 1
    }
    return true
  }

  /// Whether a row has nothing but delimiters, blanks and quotes.
  @inline(never)
  private static func isBlankRow(_ text: UnsafeMutablePointer<UInt8>, _ from: Int, _ to: Int, _ delimiter: UInt8) -> Bool {
    var at = from
    while at < to {
      let byte = text[at]
      if byte == 0xC2, at + 1 < to, text[at + 1] == 0xA0 {
        at += 2
        continue
      }
      guard byte == delimiter || byte == 0x20 || byte == 0x0D || byte == 0x09 || byte == 0x22 else { return false }
      at += 1
    }
    return true
  }

  /// From the byte after an opening quote: where the content ends, and the byte after the closing quote.
  private static func quotedField(
    _ text: UnsafeMutablePointer<UInt8>, _ from: Int, _ limit: Int, _ newline: UInt8, _ line: inout Int
  ) -> (contentEnd: Int, next: Int) {
    var read = from
    var write = from
    while read < limit {
      let byte = text[read]
      if byte == 0x22 {
        if text[read + 1] != 0x22 || read + 1 >= limit { return (write, read + 1) }
        read += 1
      } else if byte == newline {
        line += 1
      }
      text[write] = byte
      write += 1
      read += 1
    }
    return (write, read)
  }

  // MARK: Text

  /// Makes every kept cell UTF-8: what is not becomes `badEncoding`, or is transcoded behind the chunk.
  private func decode(_ batch: inout PointBatch, _ count: Int) {
    if dialect.encoding == .utf8Twice { return decodeTwice(&batch, count) }
    let isUTF8 = dialect.encoding == .utf8
    let mends = isUTF8 && !isEncodingStated && !asWritten.contains(.encoding)
    var mended = -1
    // Nearly always the whole chunk is what it should be, and no cell has to be looked at.
    let isSound = batch.text.withUnsafeBufferPointer { text in
      let chunk = UnsafeBufferPointer(rebasing: text[..<count])
      return isUTF8 ? UTF8Text.isValid(chunk) : UTF8Text.isASCII(chunk)
    }
    if isSound { return }
    var extra: [UInt8] = []
    let base = batch.text.count
    for slot in 0..<slotCount {
      for record in 0..<batch.count where batch.states[record] == .located {
        let start = Int(batch.fields[slot].starts[record])
        let end = Int(batch.fields[slot].ends[record])
        let isPlain = batch.text.withUnsafeBufferPointer { text in
          let cell = UnsafeBufferPointer(rebasing: text[start..<end])
          return isUTF8 ? UTF8Text.isValid(cell) : UTF8Text.isASCII(cell)
        }
        if isPlain { continue }
        if mends, Self.isOneByteText(batch.text[start..<end]) {
          batch.fields[slot].starts[record] = Int32(base + extra.count)
          for index in start..<end { TextEncoding.windows1252.append(batch.text[index], to: &extra) }
          batch.fields[slot].ends[record] = Int32(base + extra.count)
          if mended != record { batch.mendings.note(.encoding, line: batch.lines[record]) }
          mended = record
        } else if isUTF8 {
          batch.states[record] = .badEncoding
          let cell = String(decoding: batch.text[start..<min(end, start + 200)], as: UTF8.self)
          batch.faults.append(PointBatch.Fault(record: record, field: name(ofSlot: slot), cell: cell))
        } else {
          batch.fields[slot].starts[record] = Int32(base + extra.count)
          for index in start..<end { dialect.encoding.append(batch.text[index], to: &extra) }
          batch.fields[slot].ends[record] = Int32(base + extra.count)
        }
      }
    }
    batch.text += extra
  }

  /// Whether a cell that is no UTF-8 is text of one byte a letter: letters of Western Europe among its bytes, and no character of UTF-8.
  private static func isOneByteText(_ cell: ArraySlice<UInt8>) -> Bool {
    var at = cell.startIndex
    while at < cell.endIndex {
      let byte = cell[at]
      if byte >= 0xC2, at + 1 < cell.endIndex, cell[at + 1] & 0xC0 == 0x80 { return false }
      // Controls of Latin-1 and signs that nobody writes are damage.
      if byte >= 0x80, byte < 0xA1, ![0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0].contains(byte) { return false }
      at += 1
    }
    return true
  }

  /// Text that was made UTF-8 twice, cell by cell: one that does not read so stays as it is.
  private func decodeTwice(_ batch: inout PointBatch, _ count: Int) {
    let isASCII = batch.text.withUnsafeBufferPointer { UTF8Text.isASCII(UnsafeBufferPointer(rebasing: $0[..<count])) }
    if isASCII { return }
    var extra: [UInt8] = []
    let base = batch.text.count
    var mended = -1
    for slot in 0..<slotCount {
      for record in 0..<batch.count where batch.states[record] == .located {
        let (start, end) = (Int(batch.fields[slot].starts[record]), Int(batch.fields[slot].ends[record]))
        let cell = batch.text[start..<end]
        let isPlain = cell.withUnsafeBufferPointer { UTF8Text.isASCII($0) }
        if isPlain { continue }
        guard let text = TwiceEncoded.mended(cell) else {
          if !cell.withUnsafeBufferPointer({ UTF8Text.isValid($0) }) {
            batch.states[record] = .badEncoding
            batch.faults.append(.init(record: record, cell: String(decoding: cell.prefix(200), as: UTF8.self)))
          }
          continue
        }
        batch.fields[slot].starts[record] = Int32(base + extra.count)
        extra += text
        batch.fields[slot].ends[record] = Int32(base + extra.count)
        if mended != record { batch.mendings.note(.encoding, line: batch.lines[record]) }
        mended = record
      }
    }
    batch.text += extra
  }

  // MARK: Positions

  private func locate(_ batch: inout PointBatch, _ position: (x: Int, y: Int)) {
    let mark = dialect.decimalMark
    let mends = !asWritten.contains(.marks)
    let mendsDegrees = isGeographic && !asWritten.contains(.degrees)
    // No latitude is beyond 90°: then the two have changed places, if that leads to where the others are.
    let neighborhood = isGeographic && !asWritten.contains(.swapped) ? neighborhood : nil
    let lines = batch.lines
    var mendings = Mendings()
    let (xs, ys, bytes) = (batch.fields[position.x], batch.fields[position.y], batch.text)
    let xStarts = xs.starts.span
    let xEnds = xs.ends.span
    let yStarts = ys.starts.span
    let yEnds = ys.ends.span
    let text = bytes.span
    // Taken out while they are written: spans of two fields of one batch would exclude each other.
    var (ownStates, ownX, ownY) = (batch.states, batch.x, batch.y)
    (batch.states, batch.x, batch.y) = ([], [], [])
    var states = ownStates.mutableSpan
    var x = ownX.mutableSpan
    var y = ownY.mutableSpan
    for record in 0..<batch.count where states[record] == .located {
      let xCell = text.extracting(Int(xStarts[record])..<Int(xEnds[record]))
      let yCell = text.extracting(Int(yStarts[record])..<Int(yEnds[record]))
      let (xValue, yValue): (Double, Double)
      if let plainX = xCell.number(mark), let plainY = yCell.number(mark), abs(plainX) <= coordinateLimit,
        abs(plainY) <= coordinateLimit
      {
        (xValue, yValue) = (plainX, plainY)
      } else if xCell.isMissing || yCell.isMissing {
        states[record] = .noCoordinates
        continue
      } else if mends, let mendedX = xCell.number(mark) ?? xCell.mendedNumber(mark, isDegrees: isGeographic),
        let mendedY = yCell.number(mark) ?? yCell.mendedNumber(mark, isDegrees: isGeographic), abs(mendedX) <= coordinateLimit,
        abs(mendedY) <= coordinateLimit
      {
        mendings.note(.marks, line: lines[record])
        (xValue, yValue) = (mendedX, mendedY)
      } else if mendsDegrees, let written = Self.degrees(xCell, yCell, mark) {
        mendings.note(.degrees, line: lines[record])
        (xValue, yValue) = written
      } else {
        states[record] = .badNumber
        let isX = xCell.number(mark) == nil
        batch.faults.append(
          .init(record: record, field: name(ofSlot: isX ? position.x : position.y), cell: isX ? xCell.string : yCell.string))
        continue
      }
      x[record] = withoutDust(xValue)
      y[record] = withoutDust(yValue)
      if x[record] == 0, y[record] == 0 {
        states[record] = .nullIsland
      } else if yValue.magnitude > 90, let neighborhood, neighborhood.contains(x: yValue, y: xValue) {
        mendings.note(.swapped, line: lines[record])
        swap(&x[record], &y[record])
      } else if isGeographic, !(abs(xValue) <= 180 && abs(yValue) <= 90) {
        states[record] = .outOfRange
        let isY = abs(xValue) <= 180
        batch.faults.append(
          .init(record: record, field: name(ofSlot: isY ? position.y : position.x), cell: isY ? yCell.string : xCell.string))
      }
    }
    (batch.states, batch.x, batch.y) = (ownStates, ownX, ownY)
    if !mendings.isEmpty { batch.mendings += mendings }
  }
}

extension CSVRowParser {
  /// Longitude and latitude of cells of which one at least is written in degrees, minutes and seconds, or with a letter; a letter in the
  /// other's cell says that they have changed places.
  @inline(never)
  private static func degrees(_ xCell: borrowing Span<UInt8>, _ yCell: borrowing Span<UInt8>, _ mark: UInt8) -> (Double, Double)?
  {
    func coordinate(_ cell: borrowing Span<UInt8>) -> WrittenCoordinate? {
      WrittenCoordinate(cell.string, mark: mark) ?? cell.number(mark).map { WrittenCoordinate(plain: $0) }
    }
    guard let x = coordinate(xCell), let y = coordinate(yCell) else { return nil }
    if x.axis == .latitude || y.axis == .longitude {
      return x.axis != .longitude && y.axis != .latitude ? (y.value, x.value) : nil
    }
    return (x.value, y.value)
  }

  /// Positions that stand in one column.
  private func locateWhole(_ batch: inout PointBatch, _ column: Int, _ order: WrittenPosition.Order) {
    for record in 0..<batch.count where batch.states[record] == .located {
      let cell = batch.text[Int(batch.fields[column].starts[record])..<Int(batch.fields[column].ends[record])]
      let text = String(decoding: cell.prefix(200), as: UTF8.self)
      if cell.withUnsafeBufferPointer({ $0.span.isMissing }) {
        batch.states[record] = .noCoordinates
      } else if let position = WrittenPosition(text, mark: dialect.decimalMark) {
        guard let (x, y) = position.coordinates(order) else {
          batch.states[record] = .outOfRange
          batch.faults.append(.init(record: record, field: name(ofSlot: column), cell: text))
          continue
        }
        (batch.x[record], batch.y[record]) = (withoutDust(x), withoutDust(y))
        if x == 0, y == 0 { batch.states[record] = .nullIsland }
      } else {
        batch.states[record] = .badNumber
        batch.faults.append(.init(record: record, field: name(ofSlot: column), cell: text))
      }
    }
  }
}
