/// A stream of bytes that is read once, front to back: a file, an inflated file, standard input.
public protocol ByteReader: AnyObject {
  /// Fills at most `buffer.count` bytes and returns how many; 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteReader {
  /// Reads until the buffer is full or the stream ends; returns how many bytes were read.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}
