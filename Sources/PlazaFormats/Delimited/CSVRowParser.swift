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
  func name(ofSlot slot: Int) -> String { slots.firstIndex(of: slot).map { names[$0] } ?? "" }

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
}
