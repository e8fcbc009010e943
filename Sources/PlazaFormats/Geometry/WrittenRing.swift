import PlazaGeometry

/// A ring as it will stand in a file: rounded to 10⁻⁷, without positions that rounding made equal.
///
/// Its area is exact, in integers, so that a ring that collapses and the direction of one that does not are beyond doubt.
struct WrittenRing {
  /// Interleaved, in units of 10⁻⁷; the last position repeats the first.
  private(set) var values: [Int64] = []
  private(set) var isCounterClockwise = false

  /// Takes a ring of a column; false if nothing is left of it, or if a coordinate is not finite.
  mutating func take(_ vertices: Range<Int>, of coordinates: UnsafeBufferPointer<Double>) -> Bool {
    values.removeAll(keepingCapacity: true)
    values.reserveCapacity(2 * vertices.count)
    var lastX = Int64.min
    var lastY = Int64.min
    for vertex in vertices {
      guard let x = sevenDecimals(coordinates[2 * vertex]), let y = sevenDecimals(coordinates[2 * vertex + 1]) else {
        return false
      }
      if x == lastX, y == lastY { continue }
      values.append(x)
      values.append(y)
      lastX = x
      lastY = y
    }
    if values.count < 8 { return false }
    let twice = twiceTheArea
    isCounterClockwise = twice > 0
    return twice != 0
  }

  private var twiceTheArea: Int128 {
    values.withUnsafeBufferPointer { values in
      let x0 = values[0]
      let y0 = values[1]
      var sum: Int128 = 0
      var x1 = values[2] - x0
      var y1 = values[3] - y0
      var index = 4
      while index < values.count {
        let x2 = values[index] - x0
        let y2 = values[index + 1] - y0
        sum &+= Int128(x1) &* Int128(y2) &- Int128(x2) &* Int128(y1)
        x1 = x2
        y1 = y2
        index += 2
      }
      return sum
    }
  }

  /// Writes `[[x,y],…]`, turned round if it does not run as wanted.
  func write(counterClockwise: Bool, to output: ChunkedOutput) throws {
    try output.append("[")
    let count = values.count / 2
    try values.withUnsafeBufferPointer { values in
      for step in 0..<count {
        let vertex = counterClockwise == isCounterClockwise ? step : count - 1 - step
        try output.reserve(48) { text in
          var p = text
          if step > 0 {
            p.pointee = 0x2C
            p += 1
          }
          p.pointee = 0x5B
          p += 1
          p += writeSevenDecimals(values[2 * vertex], to: p)
          p.pointee = 0x2C
          p += 1
          p += writeSevenDecimals(values[2 * vertex + 1], to: p)
          p.pointee = 0x5D
          return p + 1 - text
        }
      }
    }
    try output.append("]")
  }
}
