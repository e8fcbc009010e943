internal import PlazaLayers

extension CSVRowParser {
  /// Makes every kept cell UTF-8: what is not becomes `badEncoding`, or is transcoded behind the chunk.
  func decode(_ batch: inout PointBatch, _ count: Int) {
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
}
