/// Rows of an exact quartic density, by sums of polynomials instead of sums over cells.
///
/// In one row of cells an event at height dy is (a − (s − t)²)² with a = 1 − dy²/h²: a polynomial of degree 4 in s on an interval, which costs two
/// additions however wide it is. Its coefficients are taken around the nearest of a series of anchors, half a bandwidth apart, with |t| ≤ ¼; they are
/// added where the interval begins and where it ends, and summed from both sides towards the anchor. Nothing is ever subtracted, so no mass is left behind
/// where no event reaches. Where it does not cross its anchor, the kernel is evaluated cell by cell, and so it is for cells that all events of a
/// strip leave so little that the polynomial is small against its terms: every cell has at least ten correct digits.
struct QuarticSweep: ~Copyable {
  /// Coefficients of s⁰ to s⁴, and a place that is not used.
  private typealias Sums = (low: SIMD2<Double>, middle: SIMD2<Double>, high: SIMD2<Double>)
  private let layout: Layout
  private let columnCount: Int
  private let batch = ChordBatch()
  /// Of the cells around an anchor that its events can reach, the anchor in the middle.
  private var sums: [Sums]
  private var cells: [Double]

  /// - Parameter radius: the bandwidth in cells, at least `leastRadius`.
  init(radius: Double, columnCount: Int) {
    layout = Layout(radius: radius)
    self.columnCount = columnCount
    sums = Array(repeating: (.zero, .zero, .zero), count: 2 * layout.half)
    cells = Array(repeating: 0, count: 2 * layout.half)
  }

  /// Below it a row has so few cells that visiting them is quicker.
  static let leastRadius = 6.0

  /// The events as a sweep wants them.
  static func strips(of bins: PointBins, radius: Double, columnCount: Int, workers: Int) -> EventStrips {
    let layout = Layout(radius: radius)
    return EventStrips(bins, spacing: layout.spacing, pad: layout.pad, columnCount: columnCount, workers: workers)
  }

  /// Writes `scale` · Σ weight · (1 − d²)² for the centres of some rows, the first of which begins at `output`.
  mutating func write(rows: Range<Int>, of strips: EventStrips, scale: Double, to output: UnsafeMutablePointer<Double>) {
    let (layout, columnCount, half) = (layout, columnCount, layout.half)
    output.update(repeating: 0, count: rows.count * columnCount)
    for strip in 0..<strips.count {
      let anchor = strip * layout.spacing
      // The columns of the frame that the strip reaches.
      let west = max(0, anchor - half - layout.pad)
      let east = min(columnCount, anchor + half - layout.pad)
      guard west < east else { continue }
      for row in rows {
        let events = strips.events(of: strip, near: row, reach: layout.radius)
        guard !events.isEmpty else { continue }
        add(events, of: strips, row: Double(row), anchor: Double(anchor))
        let line = output + (row - rows.lowerBound) * columnCount
        cells.withUnsafeMutableBufferPointer { cells in
          for column in west..<east { line[column] += cells[column &- anchor &+ half &+ layout.pad] }
          cells.update(repeating: 0)
        }
      }
    }
    for cell in 0..<rows.count * columnCount { output[cell] *= scale }
  }

  /// Adds some events of one strip to the cells around its anchor.
  private mutating func add(_ events: Range<Int>, of strips: EventStrips, row: Double, anchor: Double) {
    let layout = layout
    sums.withUnsafeMutableBufferPointer { sums in
      cells.withUnsafeMutableBufferPointer { cells in
        strips.x.withUnsafeBufferPointer { xs in
          strips.y.withUnsafeBufferPointer { ys in
            strips.weight.withUnsafeBufferPointer { weights in
              guard let xs = xs.baseAddress, let ys = ys.baseAddress, let weights = weights.baseAddress,
                let sums = sums.baseAddress, let cells = cells.baseAddress
              else { return }
              var event = events.lowerBound
              while event < events.upperBound {
                let count = min(ChordBatch.size, events.upperBound &- event)
                let (x, y, weight) = (xs + event, ys + event, weights + event)
                batch.fill(x: x, y: y, weight: weight, count: count, row: row, anchor: anchor, radius: layout.radius)
                for number in 0..<count {
                  let (first, last) = (batch.first(number), batch.last(number))
                  if first < 0 && last >= 0 {
                    let (low, middle, high) = (batch.low(number), batch.middle(number), SIMD2(weight[number], 0))
                    let (begin, end) = (sums + layout.half + first, sums + layout.half + last)
                    begin.pointee.low += low
                    begin.pointee.middle += middle
                    begin.pointee.high += high
                    end.pointee.low += low
                    end.pointee.middle += middle
                    end.pointee.high += high
                  } else if first <= last {
                    layout.addPlainly(x[number] - anchor, y[number] - row, weight[number], first...last, to: cells + layout.half)
                  }
                }
                event &+= count
              }
              let all = (
                x: xs + events.lowerBound, y: ys + events.lowerBound, weight: weights + events.lowerBound, count: events.count
              )
              layout.gather(sums + layout.half, into: cells + layout.half) { offset in
                layout.crossing(all.x, all.y, all.weight, all.count, anchor: anchor, row: row, at: offset)
              }
            }
          }
        }
      }
    }
  }

  private struct Layout {
    let radius, inverse: Double
    /// From one anchor to the next.
    let spacing: Int
    /// Half the number of cells around an anchor that its events can reach.
    let half: Int
    /// From the western edge of the frame to the first anchor.
    let pad: Int

    init(radius: Double) {
      self.radius = radius
      inverse = 1 / radius
      spacing = Int(radius * 0.5)
      half = spacing / 2 + Int(radius) + 3
      pad = 2 * Int(radius) + 8
    }

    /// Adds an event cell by cell.
    /// - Parameter dx: from the anchor, at which `cells` are counted from 0 in both directions.
    @inline(never)
    func addPlainly(
      _ dx: Double, _ dy: Double, _ weight: Double, _ reach: ClosedRange<Int>, to cells: UnsafeMutablePointer<Double>
    ) {
      let a = strength(dy)
      for cell in reach { cells[cell] += weight * quartic(a, (Double(cell) - dx) * inverse) }
    }

    /// What the events that cross their anchor leave in one cell, summed plainly.
    @inline(never)
    func crossing(
      _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ weight: UnsafePointer<Double>, _ count: Int, anchor: Double,
      row: Double, at cell: Int
    ) -> Double {
      var sum = 0.0
      for event in 0..<count {
        let (dx, a) = (x[event] - anchor, strength(y[event] - row))
        let chord = radius * a.squareRoot()
        // As `ChordBatch` has it: the nearest whole numbers.
        let (first, last) = ((dx - chord + 0.5).rounded(.toNearestOrEven), (dx + chord - 0.5).rounded(.toNearestOrEven))
        guard first < 0, last >= 0, first <= Double(cell), Double(cell) <= last else { continue }
        sum += weight[event] * quartic(a, (Double(cell) - dx) * inverse)
      }
      return sum
    }

    /// 1 − dy², at least 0.
    @inline(__always)
    private func strength(_ dy: Double) -> Double {
      let dy = dy * inverse
      return max(0, 1 - dy * dy)
    }

    @inline(__always)
    private func quartic(_ a: Double, _ u: Double) -> Double {
      let rest = max(0, a - u * u)
      return rest * rest
    }

    /// Sums the polynomials towards the anchor, adds their values to the cells, and leaves the sums empty.
    /// - Parameter plain: the value of a cell in which that of the polynomial is lost among its terms.
    @inline(__always)
    func gather(_ sums: UnsafeMutablePointer<Sums>, into cells: UnsafeMutablePointer<Double>, plain: (Int) -> Double) {
      for side in 0..<2 {
        var total: Sums = (.zero, .zero, .zero)
        var offset = side == 0 ? -half : half - 1
        let step = side == 0 ? 1 : -1
        for _ in 0..<half {
          let own = sums[offset]
          if own.high[0] != 0 {
            total.low += own.low
            total.middle += own.middle
            total.high += own.high
            sums[offset] = (.zero, .zero, .zero)
          }
          if total.high[0] != 0 {
            let s = Double(offset) * inverse
            let inner = total.middle[0] + s * (total.middle[1] + s * total.high[0])
            let value = total.low[0] + s * (total.low[1] + s * inner)
            // The terms are at most some ten times the weight, and right to sixteen digits.
            cells[offset] += value > 1e-5 * total.high[0] ? value : plain(offset)
          }
          offset &+= step
        }
      }
    }
  }
}
