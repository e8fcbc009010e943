/// Gathers text into chunks of about 256 KiB and gives each to a sink.
final class ChunkedOutput {
  private static let capacity = 1 << 18
  private let base: UnsafeMutablePointer<UInt8>
  private var count = 0
  private let sink: (UnsafeRawBufferPointer) throws -> Void

  init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.sink = sink
    base = .allocate(capacity: Self.capacity)
  }

  deinit { base.deallocate() }

  func flush() throws {
    if count > 0 { try sink(UnsafeRawBufferPointer(start: base, count: count)) }
    count = 0
  }

  func append(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer { try append($0) } }

  func append(_ text: StaticString) throws {
    try append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if bytes.count > Self.capacity - count { try flush() }
    if bytes.count > Self.capacity { return try sink(UnsafeRawBufferPointer(bytes)) }
    if let source = bytes.baseAddress { (base + count).update(from: source, count: bytes.count) }
    count += bytes.count
  }

  /// Lets `write` put at most `length` bytes at the place it is given; it returns how many it did.
  @inline(__always)
  func reserve(_ length: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) throws {
    if length > Self.capacity - count { try flush() }
    count += write(base + count)
  }
}
