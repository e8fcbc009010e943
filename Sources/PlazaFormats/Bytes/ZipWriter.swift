internal import CZlib
internal import PlazaLayers

/// Writes a ZIP archive (APPNOTE 6.3) from the front to its end: files one after the other, deflated, their sizes behind them.
///
/// The date of every file is `SOURCE_DATE_EPOCH`, else 1980-01-01, before which the format knows none.
final class ZipWriter {
  private struct Entry {
    var name: [UInt8]
    var start: Int
    var crc: UInt = 0
    var size = 0
    var compressed = 0
  }

  /// Files above it would need the larger form of the format, which nothing here is large enough for.
  static let limit = Int(UInt32.max)

  private let path: String
  private let sink: ([UInt8]) throws -> Void
  private var entries: [Entry] = []
  private var count = 0
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isDeflating = false
  private var output = [UInt8](repeating: 0, count: 1 << 16)
  private let moment: [UInt8]

  /// - Parameter path: what the archive is called in messages.
  init(path: String, _ sink: @escaping ([UInt8]) throws -> Void) {
    self.path = path
    self.sink = sink
    stream.initialize(to: z_stream())
    let date = SourceDate.current
    let isEarly = date.year < 1980
    let time = isEarly ? 0 : date.hour << 11 | date.minute << 5 | date.second / 2
    let day = isEarly ? 1 << 5 | 1 : (min(date.year, 2107) - 1980) << 9 | date.month << 5 | date.day
    moment = Self.little(time, 2) + Self.little(day, 2)
  }

  deinit {
    if isDeflating { deflateEnd(stream) }
    stream.deallocate()
  }

  /// One file: the body hands its bytes over piece by piece.
  /// - Throws: `Failure` `zip.too_large_to_write`, and what the sink and the body throw.
  func add(_ name: String, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
    var entry = Entry(name: Array(name.utf8), start: count)
    try put(
      Self.little(0x0403_4B50, 4) + Self.shared + moment + [UInt8](repeating: 0, count: 12) + Self.little(entry.name.count, 2))
    try put([0, 0] + entry.name)
    stream.pointee = z_stream()
    guard plaza_deflate_init_raw(stream) == Z_OK else { throw tooLarge }
    isDeflating = true
    defer {
      deflateEnd(stream)
      isDeflating = false
    }
    let start = count
    try body { bytes in
      entry.size += bytes.count
      entry.crc = bytes.withUnsafeBufferPointer { UInt(crc32_z(uLong(entry.crc), $0.baseAddress, z_size_t($0.count))) }
      try deflate(bytes, isLast: false)
    }
    try deflate([], isLast: true)
    entry.compressed = count - start
    guard entry.size <= Self.limit, count <= Self.limit else { throw tooLarge }
    try put(Self.little(0x0807_4B50, 4) + sizes(entry))
    entries.append(entry)
  }

  /// Writes the directory.
  func finish() throws {
    let start = count
    for entry in entries {
      try put(Self.little(0x0201_4B50, 4) + Self.little(20, 2) + Self.shared + moment + sizes(entry))
      try put(Self.little(entry.name.count, 2) + [UInt8](repeating: 0, count: 12) + Self.little(entry.start, 4) + entry.name)
    }
    let size = count - start
    guard count <= Self.limit else { throw tooLarge }
    let entryCount = Self.little(entries.count, 2)
    try put(
      Self.little(0x0605_4B50, 4) + [0, 0, 0, 0] + entryCount + entryCount + Self.little(size, 4) + Self.little(start, 4) + [
        0, 0,
      ])
  }

  /// Version 2.0, sizes behind the bytes and names in UTF-8, deflated.
  private static let shared: [UInt8] = [20, 0, 0x08, 0x08, 8, 0]

  private func sizes(_ entry: Entry) -> [UInt8] {
    Self.little(Int(entry.crc), 4) + Self.little(entry.compressed, 4) + Self.little(entry.size, 4)
  }

  private var tooLarge: Failure {
    Failure(.cannotCreate, "zip.too_large_to_write", ["path": path, "limit": String((Self.limit + 1) >> 30)])
  }

  private func deflate(_ bytes: [UInt8], isLast: Bool) throws {
    var bytes = bytes
    try bytes.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = uInt(input.count)
      repeat {
        let free = output.count
        let status = output.withUnsafeMutableBufferPointer { buffer in
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = uInt(free)
          return CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        }
        let made = free - Int(stream.pointee.avail_out)
        if made > 0 { try put(Array(output[..<made])) }
        if status == Z_STREAM_END { break }
      } while stream.pointee.avail_out == 0 || isLast
    }
  }

  private func put(_ bytes: [UInt8]) throws {
    count += bytes.count
    try sink(bytes)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
