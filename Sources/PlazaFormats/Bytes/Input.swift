internal import Glibc
internal import PlazaLayers
internal import Synchronization

/// One input file as a stream of plain bytes: `.gz` is recognised by its first bytes and inflated, `-` is standard input.
///
/// What is no regular file (a pipe, `<(…)` of a shell) is a stream as standard input is: its bytes come once.
public final class Input: Sendable {
  /// As the user named it.
  public let name: String
  public var isStandardInput: Bool { name == "-" }
  /// Whether it can be read only once.
  public let isStream: Bool
  /// Where the file is.
  let path: String
  /// A file inside an archive, where this is one.
  private let member: (archive: ZipArchive, entry: ZipArchive.Entry)?
  /// Gives its bytes, where they are made of something else.
  private let maker: (@Sendable () throws -> any ByteReader)?
  /// What `head` has taken from a stream and `open` must give again.
  private let taken = Mutex<Taken>(Taken())

  private let isUTF16 = Mutex(false)

  private struct Taken: Sendable {
    var bytes: [UInt8] = []
    var isOpen = false
    nonisolated(unsafe) var rest: (any ByteReader)?
  }

  /// - Parameter path: where the file is, when that differs from its name (a study's paths are relative to the study).
  public init(_ name: String, path: String? = nil) {
    self.name = name
    self.path = path ?? name
    (member, maker) = (nil, nil)
    var status = stat()
    isStream = name == "-" || (stat(self.path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT))
  }

  /// A file inside an archive, which is named as the archive is.
  init(_ archive: ZipArchive, _ entry: ZipArchive.Entry, path: String) {
    name = archive.name
    self.path = path
    isStream = false
    (member, maker) = ((archive, entry), nil)
  }

  /// A file as the text that is made of it.
  init(_ name: String, path: String, making maker: @escaping @Sendable () throws -> any ByteReader) {
    self.name = name
    self.path = path
    isStream = false
    (member, self.maker) = (nil, maker)
  }

  /// Whether it is a file that only its owner may read.
  public var isPrivate: Bool {
    var status = stat()
    return !isStream && stat(path, &status) == 0 && status.st_mode & 0o077 == 0
  }

  /// Of a file inside an archive, what it is called there.
  var memberName: String? { member?.entry.name }

  /// The last part of the name without its ending: of a file inside an archive that file's.
  var stem: String {
    let name = member?.entry.name ?? name
    return String(name.split(separator: "/").last ?? "").withoutEnding
  }

  /// A file of the same name with another ending, beside this one on the disk or in the archive; nil where there is none.
  func companion(_ ending: String) throws -> (any ByteReader)? {
    if let member {
      let wanted = member.entry.name.withoutEnding.lowercased() + "." + ending
      return try member.archive.entries.first { $0.name.lowercased() == wanted }.map { try member.archive.open($0) }
    }
    for candidate in [ending, ending.uppercased()] {
      let path = path.withoutEnding + "." + candidate
      if access(path, R_OK) == 0 { return try plainReader(from: FileReader(path: path, name: name)) }
    }
    return nil
  }

  /// The file's first bytes, at most `limit`, without consuming them.
  public func head(_ limit: Int) throws -> [UInt8] {
    guard isStream else { return try Self.take(limit, from: plainReader(from: rawReader())) }
    return try taken.withLock { taken in
      if taken.rest == nil { taken.rest = try plainReader(from: rawReader()) }
      if let rest = taken.rest, taken.bytes.count < limit { taken.bytes += try Self.take(limit - taken.bytes.count, from: rest) }
      return Array(taken.bytes.prefix(limit))
    }
  }

  /// Starts reading from the front. A stream can be opened once.
  /// - Throws: `Failure` for a file that is not there or cannot be read, `input.stdin_twice` for a second reading of a stream.
  public func open() throws -> any ByteReader {
    guard isStream else { return try plainReader(from: rawReader()) }
    nonisolated(unsafe) var result: (any ByteReader)?
    try taken.withLock { taken in
      if taken.isOpen { throw Failure(.usage, "input.stdin_twice") }
      let rest = try taken.rest ?? plainReader(from: rawReader())
      result = PrefixedReader(taken.bytes, rest: rest)
      taken = Taken(isOpen: true)
    }
    return result!
  }

  /// Whether the file begins so as it stands on the disk, not inflated.
  func isPlain(beginning magic: [UInt8]) throws -> Bool {
    try member == nil && Self.take(magic.count, from: openRaw()) == magic
  }

  /// Starts reading the file as it stands on the disk, not inflated.
  public func openRaw() throws -> any ByteReader { try FileReader(path: path, name: name) }

  private func rawReader() throws -> any ByteReader {
    if let maker { return try maker() }
    if let member { return try member.archive.open(member.entry) }
    return try isStandardInput ? FileReader(standardInput: name) : FileReader(path: path, name: name)
  }

  private func plainReader(from raw: any ByteReader) throws -> any ByteReader {
    let magic = try Self.take(2, from: raw)
    let whole = PrefixedReader(magic, rest: raw)
    guard magic == [0x1F, 0x8B] else { return try utf8Reader(from: whole) }
    return try utf8Reader(from: GzipReader(whole, name: name))
  }

  /// Text in UTF-16 as UTF-8, and anything else as it is.
  private func utf8Reader(from plain: any ByteReader) throws -> any ByteReader {
    let head = try Self.take(64, from: plain)
    let whole = PrefixedReader(head, rest: plain)
    guard let isBigEndian = UTF16Reader.isBigEndian(head) else { return whole }
    isUTF16.withLock { $0 = true }
    return UTF16Reader(whole, isBigEndian: isBigEndian)
  }

  /// Whether its text was found to be in UTF-16, once any of it has been read.
  var wasUTF16: Bool { isUTF16.withLock { $0 } }

  private static func take(_ limit: Int, from reader: any ByteReader) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = try bytes.withUnsafeMutableBytes { try reader.fill($0) }
    bytes.removeLast(limit - count)
    return bytes
  }
}

extension Input {
  fileprivate final class PrefixedReader: ByteReader {
    private let prefix: [UInt8]
    private var given = 0
    private let rest: any ByteReader

    init(_ prefix: [UInt8], rest: any ByteReader) {
      self.prefix = prefix
      self.rest = rest
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
      guard given < prefix.count else { return try rest.read(into: buffer) }
      let count = min(buffer.count, prefix.count - given)
      prefix.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count])) }
      given += count
      return count
    }
  }
}
