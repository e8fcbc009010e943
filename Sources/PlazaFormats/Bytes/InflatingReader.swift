internal import CZlib
internal import PlazaLayers

/// Inflates a stream that has neither head nor check sum, as it stands inside a ZIP archive.
final class InflatingReader: ByteReader {
  private let source: any ByteReader
  private let name: String
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let window = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
  private var isAtEnd = false

  init(_ source: any ByteReader, name: String) {
    self.source = source
    self.name = name
    stream.initialize(to: z_stream())
    _ = plaza_inflate_init_raw(stream)
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    window.deallocate()
  }

  /// - Throws: `Failure` `zip.damaged`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !isAtEnd, buffer.count > 0 else { return 0 }
    stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(buffer.count)
    while stream.pointee.avail_out == UInt32(buffer.count) {
      if stream.pointee.avail_in == 0 {
        let count = try source.read(into: window)
        if count == 0 { throw damaged("cut short") }
        stream.pointee.next_in = window.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_in = UInt32(count)
      }
      let code = inflate(stream, Z_NO_FLUSH)
      if code == Z_STREAM_END {
        isAtEnd = true
        break
      }
      if code != Z_OK, code != Z_BUF_ERROR { throw damaged(stream.pointee.msg.map { String(cString: $0) } ?? "not deflated") }
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }

  private func damaged(_ reason: String) -> Failure {
    Failure(.notUnderstood, "zip.damaged", ["file": name, "reason": reason])
  }
}
