import Glibc

/// Text written to a file through one buffer, because a workload has hundreds of megabytes of short cells.
final class ByteWriter {
  private static let capacity = 1 << 20
  private let descriptor: Int32
  private let path: String
  private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: ByteWriter.capacity + 64)
  private var used = 0

  init(path: String) throws(BenchError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if descriptor < 0 { throw BenchError("cannot write \(path): \(String(cString: strerror(errno)))") }
  }

  deinit {
    buffer.deallocate()
    Glibc.close(descriptor)
  }

  func write(_ text: StaticString) {
    write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.capacity - used)
      memcpy(buffer + used, UnsafeRawBufferPointer(rebasing: part).baseAddress!, part.count)
      advance(part.count)
      rest = rest.dropFirst(part.count)
    }
  }

  /// Its eight bytes, little-endian.
  func write(double value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { write($0) }
  }

  func write(byte: UInt8) {
    buffer[used] = byte
    advance(1)
  }

  /// A non-negative integer, with zeros in front up to `width` (at most 20 digits).
  func write(_ value: Int, width: Int = 1) {
    var digits = 1
    var limit = 10
    while digits < 19, value >= limit {
      digits += 1
      limit &*= 10
    }
    digits = max(digits, width)
    var rest = value
    for place in stride(from: used + digits - 1, through: used, by: -1) {
      buffer[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    advance(digits)
  }

  /// `scaled` / 10^`decimals`, all decimals written.
  func write(scaled: Int, decimals: Int, unit: Int) {
    if scaled < 0 { write(byte: 45) }
    write(scaled.magnitude > 0 ? Int(scaled.magnitude) / unit : 0)
    write(byte: 46)
    write(Int(scaled.magnitude) % unit, width: decimals)
  }

  func finish() throws(BenchError) {
    flush()
    if failed { throw BenchError("cannot write \(path): \(String(cString: strerror(errno)))") }
  }

  private var failed = false

  private func advance(_ count: Int) {
    used += count
    if used >= Self.capacity { flush() }
  }

  private func flush() {
    var done = 0
    while done < used, !failed {
      let count = Glibc.write(descriptor, buffer + done, used - done)
      if count < 0 && errno != EINTR { failed = true }
      done += max(count, 0)
    }
    used = 0
  }
}

/// What went wrong, in one line.
struct BenchError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
