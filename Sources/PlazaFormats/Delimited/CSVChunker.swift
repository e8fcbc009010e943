internal import Glibc
internal import PlazaLayers

/// Cuts a stream into chunks of whole records, in sequence; parsing them is the workers' business.
///
/// Reading and cutting take a small part of the time of parsing, so they stand behind one lock and no chunk has to be guessed at
/// and parsed again, also for `.gz` and standard input.
struct CSVChunker {
  static let defaultChunkSize = 512 << 10
  /// A record longer than this is not one: a quote was left open.
  static let defaultRecordLimit = 8 << 20
  /// Bytes after a chunk that may be read (never used) by a parser that looks at eight bytes at once.
  static let padding = 64

  private let chunkSize: Int
  private let recordLimit: Int
  private let reader: any ByteReader
  private let delimiter: UInt8
  private let newline: UInt8
  private var carry: [UInt8] = []
  private var atEnd = false
  private var nextIndex = 0
  private var nextLine: Int
  /// Whether the stream stands inside a line that was given up as too long.
  private var isInGivenUpLine = false

  struct Chunk {
    var index: Int
    /// Bytes of records; the buffer behind them is padded with newlines.
    var count: Int
    /// The line on which the chunk begins.
    var line: Int
    /// How many lines it has, which is at least its number of records.
    var lineCount: Int
    /// Where the last record begins when it cannot be read: its quote is never closed, or it is longer than the limit.
    var brokenRecord: Int?
    var isTooLong: Bool
  }

  /// - Parameter skipping: bytes before the first record (byte order mark, notes, header), on `lines` lines.
  init(
    _ reader: any ByteReader, dialect: CSVDialect, skipping: Int, lines: Int, chunkSize: Int = Self.defaultChunkSize,
    recordLimit: Int = Self.defaultRecordLimit
  ) throws {
    self.reader = reader
    self.chunkSize = chunkSize
    self.recordLimit = recordLimit
    delimiter = dialect.delimiter
    newline = dialect.newline
    nextLine = lines + 1
    var skipped = [UInt8](repeating: 0, count: skipping)
    _ = try skipped.withUnsafeMutableBytes { try reader.fill($0) }
  }

  /// Fills `buffer` with the next whole records; nil at the end of the stream.
  mutating func next(into buffer: inout [UInt8]) throws -> Chunk? {
    if isInGivenUpLine { try skipLine() }
    var filled = 0
    var wanted = max(chunkSize, carry.count + max(1, chunkSize / 2))
    while true {
      if filled == 0, buffer.count > wanted + Self.padding {
        // What the last parse decoded stands behind its chunk.
        buffer.removeLast(buffer.count - wanted - Self.padding)
      }
      if buffer.count < wanted + Self.padding {
        buffer.append(contentsOf: repeatElement(newline, count: wanted + Self.padding - buffer.count))
      }
      try buffer.withUnsafeMutableBytes { bytes in
        if filled == 0, !carry.isEmpty {
          carry.withUnsafeBytes { bytes.copyMemory(from: $0) }
          filled = carry.count
          carry.removeAll(keepingCapacity: true)
        }
        if !atEnd {
          let count = try reader.fill(UnsafeMutableRawBufferPointer(rebasing: bytes[filled..<wanted]))
          filled += count
          atEnd = filled < wanted
        }
      }
      if filled == 0 { return nil }
      let scan = buffer.withUnsafeBufferPointer {
        QuoteScan(UnsafeBufferPointer(rebasing: $0[..<filled]), delimiter: delimiter, newline: newline)
      }
      let start = scan.openRecord ?? scan.end ?? 0
      if filled - start > recordLimit || (atEnd && scan.openRecord != nil && !scan.endsWithQuote) {
        return cutBroken(&buffer, record: start, filled: filled)
      }
      if atEnd { return finish(&buffer, end: filled, filled: filled) }
      if let end = scan.end, scan.openRecord == nil || end > 0 { return finish(&buffer, end: end, filled: filled) }
      wanted = filled * 2
    }
  }

  /// Gives up a record at its first line, so that what follows is read.
  private mutating func cutBroken(_ buffer: inout [UInt8], record: Int, filled: Int) -> Chunk {
    var end = record
    while end < filled, buffer[end] != newline { end += 1 }
    isInGivenUpLine = end == filled && !atEnd
    end = min(end + 1, filled)
    let isTooLong = filled - record > recordLimit
    var chunk = finish(&buffer, end: end, filled: filled)
    chunk.brokenRecord = record
    chunk.isTooLong = isTooLong
    return chunk
  }

  /// Reads to the end of a line that was given up, which must not be taken for a record of its own.
  private mutating func skipLine() throws {
    var piece = [UInt8](repeating: 0, count: chunkSize)
    while isInGivenUpLine {
      let count = try piece.withUnsafeMutableBytes { try reader.fill($0) }
      atEnd = count < piece.count
      if let end = piece[..<count].firstIndex(of: newline) {
        carry.append(contentsOf: piece[(end + 1)..<count])
        isInGivenUpLine = false
      }
      if atEnd { isInGivenUpLine = false }
    }
  }

  private mutating func finish(_ buffer: inout [UInt8], end: Int, filled: Int) -> Chunk {
    carry.append(contentsOf: buffer[end..<filled])
    let newline = newline
    var lines = 0
    buffer.withUnsafeMutableBufferPointer { bytes in
      lines = Self.count(newline, in: UnsafeBufferPointer(rebasing: bytes[..<end]))
      if bytes[end - 1] != newline { lines += 1 }
      for index in end..<end + Self.padding { bytes[index] = newline }
    }
    defer {
      nextIndex += 1
      nextLine += lines
    }
    return Chunk(index: nextIndex, count: end, line: nextLine, lineCount: lines, brokenRecord: nil, isTooLong: false)
  }

  /// How often a byte occurs, sixteen at a time: this stands behind the lock.
  private static func count(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    let wanted = SIMD16<UInt8>(repeating: byte)
    let one = SIMD16<UInt8>(repeating: 1)
    var total = 0
    var index = 0
    while index &+ 16 <= bytes.count {
      // A lane counts to 255 at most.
      let stop = min(bytes.count &- 15, index &+ 16 &* 255)
      var lanes = SIMD16<UInt8>(repeating: 0)
      while index < stop {
        let found = (base + index).loadUnaligned(as: SIMD16<UInt8>.self) .== wanted
        lanes = lanes &+ SIMD16<UInt8>(repeating: 0).replacing(with: one, where: found)
        index &+= 16
      }
      for lane in 0..<16 { total &+= Int(lanes[lane]) }
    }
    while index < bytes.count {
      total &+= bytes[index] == byte ? 1 : 0
      index &+= 1
    }
    return total
  }
}
