/// Takes pieces of known sizes from a reader, front to back.
final class BufferedBytes {
  private let source: any ByteReader
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  private static let blockSize = 1 << 18

  init(_ source: any ByteReader) { self.source = source }

  /// The next bytes without taking them; fewer at the end.
  func peek(_ count: Int) throws -> [UInt8] {
    try fill(count)
    return Array(buffer[start..<min(buffer.count, start + count)])
  }

  /// Takes bytes; fewer at the end.
  /// - Parameter reusing: an array whose memory is used again.
  func take(_ count: Int, reusing old: consuming [UInt8] = []) throws -> [UInt8] {
    try fill(count)
    var piece = old
    piece.removeAll(keepingCapacity: true)
    piece.append(contentsOf: buffer[start..<min(buffer.count, start + count)])
    start += piece.count
    return piece
  }

  /// Sees to it that so many bytes are there, if the source has them; memory is taken as they come, not as a file claims them.
  private func fill(_ count: Int) throws {
    while buffer.count - start < count, !isAtEnd {
      if start > 0 {
        buffer.removeFirst(start)
        start = 0
      }
      let (filled, wanted) = (buffer.count, max(Self.blockSize, min(count, 2 * buffer.count) - buffer.count))
      buffer.append(contentsOf: repeatElement(0, count: wanted))
      let read = try buffer.withUnsafeMutableBytes { try source.fill(UnsafeMutableRawBufferPointer(rebasing: $0[filled...])) }
      buffer.removeLast(wanted - read)
      isAtEnd = read < wanted
    }
  }
}
