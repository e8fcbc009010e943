/// What some events of one strip are in one row of cells, for `QuarticSweep`: where each begins and ends, and its polynomial.
///
/// These are found for a batch of events before any of them is added, two at a time: the cells of an event hang on a square root, and its neighbours add to
/// the same ones, so that the processor could begin an event only when the one before it is done.
struct ChordBatch: ~Copyable {
  static let size = 128
  private let columns: UnsafeMutablePointer<Double>

  private enum Column: Int, CaseIterable {
    case a, chord, first, last, c0, c1, c2, c3
  }

  init() {
    columns = .allocate(capacity: Self.size * Column.allCases.count)
    columns.initialize(repeating: 0, count: Self.size * Column.allCases.count)
  }

  deinit { columns.deallocate() }

  /// The first and the last cell that an event may reach, from its anchor; a cell at the very end has no density, whether it is taken in or not.
  @inline(__always) func first(_ event: Int) -> Int { Int(Int32(truncatingIfNeeded: self[.first, event].bitPattern)) }
  @inline(__always) func last(_ event: Int) -> Int { Int(Int32(truncatingIfNeeded: self[.last, event].bitPattern)) }
  /// The weighted coefficients of s⁰ and s¹ around the anchor.
  @inline(__always) func low(_ event: Int) -> SIMD2<Double> { SIMD2(self[.c0, event], self[.c1, event]) }
  /// Of s² and s³; that of s⁴ is the weight.
  @inline(__always) func middle(_ event: Int) -> SIMD2<Double> { SIMD2(self[.c2, event], self[.c3, event]) }

  @inline(__always)
  private subscript(column: Column, event: Int) -> Double {
    get { columns[column.rawValue &* Self.size &+ event] }
    nonmutating set { columns[column.rawValue &* Self.size &+ event] = newValue }
  }

  /// Takes in some events.
  /// - Parameter x: places in cells from the anchor of number 0; `anchor` is that of this strip.
  /// - Parameter count: at most `size`.
  @inline(__always)
  func fill(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, weight: UnsafePointer<Double>, count: Int, row: Double, anchor: Double,
    radius: Double
  ) {
    let inverse = 1 / radius
    // The roots by themselves: where a root could be of less than 0, the C library is asked, and it keeps nothing in registers.
    for event in 0..<count {
      let dy = (y[event] - row) * inverse
      let a = max(0, 1 - dy * dy)
      self[.a, event] = a
      self[.chord, event] = radius * a.squareRoot()
    }
    let rounding = EventStrips.rounding
    var event = 0
    while event < count {
      // Of an odd number the last has a companion that counts for nothing.
      let next = min(event &+ 1, count &- 1)
      let (x, w) = (SIMD2(x[event], x[next]) - anchor, SIMD2(weight[event], weight[next]))
      let (a, chord) = (load(.a, event), load(.chord, event))
      store(x - chord + 0.5 + rounding, .first, event)
      store(x + chord - 0.5 + rounding, .last, event)
      let t = x * inverse
      let b = a - t * t
      store(b * b * w, .c0, event)
      store(4 * t * b * w, .c1, event)
      store((6 * t * t - 2 * a) * w, .c2, event)
      store(-4 * t * w, .c3, event)
      event &+= 2
    }
  }

  @inline(__always)
  private func load(_ column: Column, _ event: Int) -> SIMD2<Double> {
    UnsafeRawPointer(columns + (column.rawValue &* Self.size &+ event)).loadUnaligned(as: SIMD2<Double>.self)
  }

  @inline(__always)
  private func store(_ values: SIMD2<Double>, _ column: Column, _ event: Int) {
    UnsafeMutableRawPointer(columns + (column.rawValue &* Self.size &+ event)).storeBytes(of: values, as: SIMD2<Double>.self)
  }
}
