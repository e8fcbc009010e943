internal import CZlib
internal import Glibc
internal import PlazaLayers

/// The files inside a ZIP archive (APPNOTE 6.3, also ZIP64): listed from its directory, and inflated one after the other from the front.
///
/// Nothing is written to the disk, so names are names only. A file may not be larger than its entry says, nor than a limit.
final class ZipArchive: Sendable {
  struct Entry: Sendable {
    var name: String
    fileprivate var method: UInt16
    fileprivate var flags: UInt16
    fileprivate var crc: UInt32
    fileprivate var compressed: Int
    var size: Int
    fileprivate var header: Int

    var isEncrypted: Bool { flags & 1 != 0 }
  }

  /// The archive as the user named it.
  let name: String
  let entries: [Entry]
  fileprivate let file: RandomAccessFile

  /// Bytes of one file inside, at most.
  static let sizeLimit = 4 << 30
  private static let entryLimit = 65_536

  /// - Throws: `Failure` `zip.damaged`, and those of files that cannot be read.
  init(path: String, name: String) throws {
    self.name = name
    file = try RandomAccessFile(path: path, name: name)
    entries = try Self.directory(file, name)
    // Programs disagree about which of two is meant.
    var seen: Set<String> = []
    if let twice = entries.first(where: { !seen.insert($0.name).inserted && !$0.name.hasSuffix("/") }) {
      throw Self.damaged(name, "two files are called \(twice.name.prefix(80))")
    }
  }

  private static func damaged(_ name: String, _ reason: String) -> Failure {
    Failure(.notUnderstood, "zip.damaged", ["file": name, "reason": reason])
  }

  /// The directory stands at the end, before a comment of at most 64 KiB.
  private static func directory(_ file: RandomAccessFile, _ name: String) throws -> [Entry] {
    let tailStart = max(0, file.size - 65_557)
    let tail = try file.bytes(tailStart..<file.size)
    guard tail.count >= 22,
      let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: { tail.word(at: $0) == 0x0605_4B50 })
    else { throw damaged(name, "no directory") }
    var count = Int(tail.half(at: end + 10))
    var size = Int(tail.word(at: end + 12))
    var start = Int(tail.word(at: end + 16))
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF, end >= 20, tail.word(at: end - 20) == 0x0706_4B50 {
      let place = Int(truncatingIfNeeded: tail.long(at: end - 12))
      guard place >= 0, place <= file.size - 56 else { throw damaged(name, "directory beyond the end") }
      let record = try file.bytes(place..<place + 56)
      guard record.word(at: 0) == 0x0606_4B50 else { throw damaged(name, "no directory") }
      count = Int(clamping: record.long(at: 32))
      size = Int(clamping: record.long(at: 40))
      start = Int(clamping: record.long(at: 48))
    }
    guard size >= 0, start >= 0, start <= file.size, size <= file.size - start else {
      throw damaged(name, "directory beyond the end")
    }
    guard count <= entryLimit, size <= 64 << 20 else { throw damaged(name, "more than \(entryLimit) files") }
    let bytes = try file.bytes(start..<start + size)
    var entries: [Entry] = []
    var at = 0
    while entries.count < count, at + 46 <= bytes.count, bytes.word(at: at) == 0x0201_4B50 {
      let lengths = (
        name: Int(bytes.half(at: at + 28)), extra: Int(bytes.half(at: at + 30)), comment: Int(bytes.half(at: at + 32))
      )
      let nameStart = at + 46
      let extraStart = nameStart + lengths.name
      guard extraStart + lengths.extra + lengths.comment <= bytes.count else { throw damaged(name, "directory cut short") }
      var entry = Entry(
        name: text(bytes[nameStart..<extraStart]), method: bytes.half(at: at + 10), flags: bytes.half(at: at + 8),
        crc: bytes.word(at: at + 16), compressed: Int(bytes.word(at: at + 20)), size: Int(bytes.word(at: at + 24)),
        header: Int(bytes.word(at: at + 42)))
      entry.readLong(bytes[extraStart..<extraStart + lengths.extra])
      entries.append(entry)
      at = extraStart + lengths.extra + lengths.comment
    }
    guard entries.count == count else { throw damaged(name, "directory cut short") }
    return entries.filter { !$0.name.hasSuffix("/") && !$0.name.hasPrefix("__MACOSX/") }
  }

  /// Names of other than UTF-8 are of code page 437; what matters of them is ASCII.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Starts reading a file of it from the front.
  /// - Throws: `Failure` `zip.damaged`, `zip.encrypted`, `zip.method`, `zip.too_large`.
  func open(_ entry: Entry) throws -> any ByteReader {
    if entry.isEncrypted { throw Failure(.notUnderstood, "zip.encrypted", ["file": name, "entry": entry.name]) }
    guard entry.size <= Self.sizeLimit else {
      throw Failure(
        .notUnderstood, "zip.too_large", ["file": name, "entry": entry.name, "limit": String(Self.sizeLimit >> 30)])
    }
    guard entry.header >= 0, entry.header <= file.size - 30 else { throw Self.damaged(name, "file beyond the end") }
    let head = try file.bytes(entry.header..<entry.header + 30)
    guard head.word(at: 0) == 0x0403_4B50 else { throw Self.damaged(name, "no file where the directory has one") }
    let start = entry.header + 30 + Int(head.half(at: 26)) + Int(head.half(at: 28))
    guard entry.compressed >= 0, start <= file.size, entry.compressed <= file.size - start else {
      throw Self.damaged(name, "file beyond the end")
    }
    let stored = StoredReader(file, start..<start + entry.compressed)
    switch entry.method {
    case 0: return CheckedReader(stored, entry, name: name)
    case 8: return CheckedReader(InflatingReader(stored, name: name), entry, name: name)
    default: throw Failure(.notUnderstood, "zip.method", ["file": name, "entry": entry.name])
    }
  }

  /// A small file of it, whole.
  func bytes(_ entry: Entry, limit: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(limit, max(0, entry.size)))
    let reader = try open(entry)
    let count = try bytes.withUnsafeMutableBytes { try reader.fill($0) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

extension ZipArchive.Entry {
  /// Sizes and places that do not fit 32 bits stand in an extra field, in this order.
  fileprivate mutating func readLong(_ extra: ArraySlice<UInt8>) {
    let bytes = Array(extra)
    var at = 0
    while at + 4 <= bytes.count {
      let (kind, length) = (bytes.half(at: at), Int(bytes.half(at: at + 2)))
      at += 4
      guard at + length <= bytes.count else { return }
      if kind == 1 {
        var place = at
        func take(_ value: inout Int) {
          guard value == 0xFFFF_FFFF, place + 8 <= at + length else { return }
          value = Int(clamping: bytes.long(at: place))
          place += 8
        }
        take(&size)
        take(&compressed)
        take(&header)
      }
      at += length
    }
  }
}

/// A file that is read at any place.
final class RandomAccessFile: Sendable {
  let size: Int
  private let descriptor: Int32
  private let name: String

  init(path: String, name: String) throws {
    self.name = name
    descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReader.failure(errno, name: name) }
    var status = stat()
    size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// - Throws: `Failure` `zip.damaged` where the file has become shorter.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let count = try bytes.withUnsafeMutableBytes { try read(at: range.lowerBound, into: $0) }
    guard count == range.count else {
      throw Failure(.notUnderstood, "zip.damaged", ["file": name, "reason": "cut short"])
    }
    return bytes
  }

  func read(at place: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = pread(descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(place + filled))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileReader.failure(errno, name: name)
      }
      filled += count
    }
    return filled
  }
}

/// A stretch of a file.
private final class StoredReader: ByteReader {
  private let file: RandomAccessFile
  private var rest: Range<Int>

  init(_ file: RandomAccessFile, _ range: Range<Int>) {
    self.file = file
    rest = range
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let wanted = min(buffer.count, rest.count)
    guard wanted > 0 else { return 0 }
    let count = try file.read(at: rest.lowerBound, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
    rest = rest.lowerBound + count..<rest.upperBound
    return count
  }
}

/// Holds a file inside an archive to its size and its check sum.
private final class CheckedReader: ByteReader {
  private let source: any ByteReader
  private let entry: ZipArchive.Entry
  private let name: String
  private var given = 0
  private var crc: UInt = 0
  private var isDone = false

  init(_ source: any ByteReader, _ entry: ZipArchive.Entry, name: String) {
    self.source = source
    self.entry = entry
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    given += count
    crc = UInt(crc32(uLong(crc), buffer.bindMemory(to: UInt8.self).baseAddress, uInt(count)))
    if given > entry.size || count == 0 && !isDone && (given != entry.size || UInt32(truncatingIfNeeded: crc) != entry.crc) {
      throw Failure(.notUnderstood, "zip.damaged", ["file": name, "reason": "\(entry.name): size or check sum differs"])
    }
    if count == 0 { isDone = true }
    return count
  }
}

extension [UInt8] {
  /// Whole numbers with the lesser byte first, as ZIP has them; the bytes must be there.
  func half(at place: Int) -> UInt16 { UInt16(self[place]) | UInt16(self[place + 1]) << 8 }
  func word(at place: Int) -> UInt32 { UInt32(half(at: place)) | UInt32(half(at: place + 2)) << 16 }
  func long(at place: Int) -> UInt64 { UInt64(word(at: place)) | UInt64(word(at: place + 4)) << 32 }
}
