/// Interleaved coordinates as they are parsed, in memory that grows by itself.
///
/// Sound to send: a part owns its buffer and is handed over whole, never shared.
final class CoordinateBuffer: @unchecked Sendable {
  private(set) var base: UnsafeMutablePointer<Double>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 8)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var values: UnsafeBufferPointer<Double> { UnsafeBufferPointer(start: base, count: count) }

  @inline(never)
  func grow() {
    let grown = UnsafeMutablePointer<Double>.allocate(capacity: 2 * capacity)
    grown.update(from: base, count: capacity)
    base.deallocate()
    base = grown
    capacity *= 2
  }
}

extension JSONScanner {
  /// Passes one position and gives its first two numbers; what follows them (a height) is passed too.
  @inline(__always)
  mutating func position() throws(JSONError) -> (x: Double, y: Double) {
    let start = p
    guard p.pointee == 0x5B, p < end else { throw try wrongType(expected: "position") }
    p += 1
    skipBlanks()
    let x = try number()
    skipBlanks()
    try expect(0x2C)
    let y = try number()
    skipBlanks()
    if p.pointee == 0x5D {
      p += 1
    } else {
      hasHeights = true
      while p.pointee == 0x2C {
        p += 1
        skipBlanks()
        _ = try number()
        skipBlanks()
      }
      guard p.pointee == 0x5D, p < end else { throw unexpected(at: p) }
      p += 1
    }
    guard x.magnitude <= coordinateLimit, y.magnitude <= coordinateLimit else {
      throw error(.hugeCoordinate, at: start)
    }
    return (withoutDust(x), withoutDust(y))
  }

  /// Passes an array of positions, which are appended; returns how many.
  mutating func positions(into buffer: CoordinateBuffer) throws(JSONError) -> Int {
    guard isArray else { throw try wrongType(expected: "array") }
    guard try enterArray() else { return 0 }
    if depth == Self.depthLimit { throw error(.tooDeep, at: p) }
    let first = buffer.count
    var base = buffer.base
    var count = first
    var capacity = buffer.capacity
    repeat {
      let (x, y) = try position()
      if count + 2 > capacity {
        buffer.count = count
        buffer.grow()
        base = buffer.base
        capacity = buffer.capacity
      }
      base[count] = x
      base[count + 1] = y
      count += 2
    } while try nextElement()
    buffer.count = count
    return (count - first) / 2
  }
}
