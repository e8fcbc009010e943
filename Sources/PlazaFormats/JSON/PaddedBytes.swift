/// Bytes in one block of memory that always ends in zeros nobody counts, so that a scanner may load eight bytes at any of them and
/// stops at the end without asking for it: a zero byte is nowhere part of JSON.
final class PaddedBytes {
  static let padding = 64

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.padding)
    base.initialize(repeating: 0, count: Self.padding)
  }

  convenience init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count)
    let copy = Array(bytes)
    copy.withUnsafeBytes { append($0) }
  }

  deinit { base.deallocate() }

  func removeAll() { setCount(0) }

  func setCount(_ newCount: Int) {
    precondition(newCount <= capacity)
    count = newCount
    (base + count).update(repeating: 0, count: Self.padding)
  }

  func reserve(_ newCapacity: Int) {
    guard newCapacity > capacity else { return }
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity + Self.padding)
    grown.update(from: base, count: count + Self.padding)
    base.deallocate()
    base = grown
    capacity = newCapacity
  }

  func append(_ bytes: UnsafeRawBufferPointer) {
    reserve(count + bytes.count)
    if let source = bytes.baseAddress {
      (base + count).update(from: source.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    }
    setCount(count + bytes.count)
  }

  /// Reads until the memory is full or the reader ends; false when it has ended. However small its pieces, the result is the same.
  func fill(from reader: any ByteReader) throws -> Bool {
    var length = count
    defer { setCount(length) }
    while length < capacity {
      let got = try reader.read(into: UnsafeMutableRawBufferPointer(start: base + length, count: capacity - length))
      if got == 0 { return false }
      length += got
    }
    return true
  }

  /// Gives memory back after an outsized feature.
  func shrink(to newCapacity: Int) {
    guard capacity > newCapacity, count <= newCapacity else { return }
    let small = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity + Self.padding)
    small.update(from: base, count: count + Self.padding)
    base.deallocate()
    base = small
    capacity = newCapacity
  }
}
