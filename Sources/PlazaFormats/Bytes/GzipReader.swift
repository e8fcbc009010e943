internal import CZlib
internal import PlazaLayers

/// Inflates a gzip stream, also one of several members, from another reader.
final class GzipReader: ByteReader {
  private let source: any ByteReader
  private let name: String
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let window = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
  private var memberEnded = false
  private var sourceEnded = false

  init(_ source: any ByteReader, name: String) {
    self.source = source
    self.name = name
    stream.initialize(to: z_stream())
    _ = plaza_inflate_init_gzip(stream)
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    window.deallocate()
  }

  /// - Throws: `Failure` `input.gzip_damaged` when the stream is cut short or its check sum differs.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let capacity = buffer.count
    stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(capacity)
    while stream.pointee.avail_out == UInt32(capacity) {
      if stream.pointee.avail_in == 0, !sourceEnded { try refill() }
      if memberEnded {
        // What follows a member is another member, or padding that ends the file.
        guard stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0x1F else { return 0 }
        inflateReset(stream)
        memberEnded = false
      }
      if stream.pointee.avail_in == 0 { throw damaged("the file ends too early") }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: memberEnded = true
      default: throw damaged(stream.pointee.msg.map { String(cString: $0) } ?? "not a gzip stream")
      }
    }
    return capacity - Int(stream.pointee.avail_out)
  }

  private func refill() throws {
    let count = try source.read(into: window)
    sourceEnded = count == 0
    stream.pointee.next_in = window.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_in = UInt32(count)
  }

  private func damaged(_ reason: String) -> Failure {
    Failure(.notUnderstood, "input.gzip_damaged", ["file": name, "reason": reason])
  }
}
