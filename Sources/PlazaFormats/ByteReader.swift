/// Something that gives bytes one piece after the other: a file, the inflated content of a `.gz`, standard input.
///
/// A reader is used by one thread at a time.
public protocol ByteReader: AnyObject {
  /// Fills the beginning of `buffer` and returns how many bytes it wrote; 0 at the end, and only there. `buffer` is not empty.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
