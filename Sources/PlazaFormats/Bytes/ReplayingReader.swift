import Synchronization

/// Passes bytes on and remembers them.
final class RecordingReader: ByteReader {
  fileprivate let reader: any ByteReader
  fileprivate(set) var bytes: [UInt8] = []

  init(_ reader: any ByteReader) { self.reader = reader }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try reader.read(into: buffer)
    bytes.append(contentsOf: buffer[..<count])
    return count
  }
}

/// Gives the remembered bytes again, then those that follow.
final class ReplayingReader: ByteReader {
  private let reader: any ByteReader
  private var bytes: [UInt8]
  private var given = 0

  init(_ recorder: RecordingReader) {
    reader = recorder.reader
    bytes = recorder.bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if given == bytes.count {
      bytes = []
      given = 0
      return try reader.read(into: buffer)
    }
    let count = min(buffer.count, bytes.count - given)
    buffer.copyBytes(from: bytes[given..<given + count])
    given += count
    return count
  }
}

/// A stream whose beginning has been looked at; it can be taken once.
///
/// Sound to share: the reader is handed out under the Mutex, to one taker.
final class StreamStart: @unchecked Sendable {
  private var reader: (any ByteReader)?
  private let lock = Mutex(())

  init(_ reader: any ByteReader) { self.reader = reader }

  func take() -> (any ByteReader)? {
    lock.withLock { _ in
      defer { reader = nil }
      return reader
    }
  }
}
