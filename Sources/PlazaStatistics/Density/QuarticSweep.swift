/// Rows of an exact quartic density, by sums of polynomials instead of sums over cells.
///
/// In one row of cells an event at height dy is (a − (s − t)²)² with a = 1 − dy²/h²: a polynomial of degree 4 in s on an interval, which costs two
/// additions however wide it is. Its coefficients are taken around the nearest of a series of anchors, one bandwidth apart, with |t| ≤ ½; they are
/// added where the interval begins and where it ends, and summed from both sides towards the anchor. Nothing is ever subtracted, so no mass is left behind
/// where no event reaches. Near its ends, where the polynomial is small against its terms, and where it does not cross its anchor, the kernel is
/// evaluated cell by cell: every cell has at least ten correct digits.
struct QuarticSweep {
  /// Coefficients of s⁰ to s⁴, and a place that is not used.
  private typealias Sums = (low: SIMD2<Double>, middle: SIMD2<Double>, high: SIMD2<Double>)
  private let radius: Double
  private let spacing: Int
  private let peel: Int
  private let pad: Int
  private let columnCount: Int
  /// Half the number of cells around an anchor that its events can reach.
  private let half: Int
  private let anchorCount: Int
  private var sums: [Sums]
  private var cells: [Double]
  private var chords: [Chord]

  /// - Parameter radius: the bandwidth in cells, at least `leastRadius`.
  init(radius: Double, columnCount: Int) {
    self.radius = radius
    self.columnCount = columnCount
    spacing = Int(radius)
    peel = max(1, Int(radius / 32))
    half = spacing / 2 + Int(radius) + 3
    pad = 2 * Int(radius) + 8
    anchorCount = (columnCount + 2 * pad) / spacing + 2
    sums = Array(repeating: (.zero, .zero, .zero), count: anchorCount * 2 * half)
    cells = Array(repeating: 0, count: columnCount + 2 * pad + 2 * spacing + half)
    chords = Array(repeating: Chord(x: 0, a: 0, weight: 0, first: 0, last: 0, anchor: 0), count: 256)
  }

  /// Below it a row has so few cells that visiting them is quicker.
  static let leastRadius = 6.0

  /// Writes `scale` · Σ weight · (1 − d²)² for the centres of one row.
  mutating func write(row: Int, of bins: PointBins, scale: Double, to output: UnsafeMutablePointer<Double>) {
    let events = bins.events(near: row, reach: radius)
    let (pad, inverse) = (pad, 1 / radius)
    let layout = Layout(radius: radius, spacing: spacing, half: half, peel: peel)
    let (anchorCount, columnCount) = (anchorCount, columnCount)
    sums.withUnsafeMutableBufferPointer { sums in
      cells.withUnsafeMutableBufferPointer { cells in
        chords.withUnsafeMutableBufferPointer { chords in
          bins.x.withUnsafeBufferPointer { xs in
            bins.y.withUnsafeBufferPointer { ys in
              bins.weight.withUnsafeBufferPointer { weights in
                var event = events.lowerBound
                while event < events.upperBound {
                  let end = min(events.upperBound, event &+ chords.count)
                  var count = 0
                  while event < end {
                    let dy = (ys[event] - Double(row)) * inverse
                    let a = 1 - dy * dy
                    if a > 0 {
                      chords[count] = layout.chord(x: xs[event] + Double(pad), a: a, weight: weights[event])
                      count &+= 1
                    }
                    event &+= 1
                  }
                  for number in 0..<count { layout.add(chords[number], to: sums, cells) }
                }
              }
            }
          }
        }
        Self.gather(sums, into: cells, anchors: anchorCount, spacing: spacing, half: half, inverse: inverse)
        for column in 0..<columnCount { output[column] = cells[column &+ pad] * scale }
        cells.update(repeating: 0)
      }
    }
  }

  /// Where an event reaches in a row.
  ///
  /// These are found for a batch of events before any of them is added: the cells of an event hang on a square root, and its neighbours add to the
  /// same ones, so that the processor could begin an event only when the one before it is done.
  private struct Chord {
    var x, a, weight: Double
    var first, last, anchor: Int32
  }

  private struct Layout {
    let radius, inverse, perSpacing: Double
    let spacing, half, peel: Int

    init(radius: Double, spacing: Int, half: Int, peel: Int) {
      (self.radius, self.spacing, self.half, self.peel) = (radius, spacing, half, peel)
      inverse = 1 / radius
      perSpacing = 1 / Double(spacing)
    }

    @inline(__always)
    func chord(x: Double, a: Double, weight: Double) -> Chord {
      let chord = radius * a.squareRoot()
      // A cell at the very end has no density, whether it is taken in or not.
      return Chord(
        x: x, a: a, weight: weight, first: Self.nearest(x - chord + 0.5), last: Self.nearest(x + chord - 0.5),
        anchor: Self.nearest(x * perSpacing))
    }

    /// The nearest whole number of one from 0 to 2³¹, in the last bits of a number so large that it has no fraction.
    @inline(__always)
    private static func nearest(_ value: Double) -> Int32 { Int32(truncatingIfNeeded: (value + 0x1p52).bitPattern) }

    @inline(__always)
    func add(_ chord: Chord, to sums: UnsafeMutableBufferPointer<Sums>, _ cells: UnsafeMutableBufferPointer<Double>) {
      let (x, a, weight) = (chord.x, chord.a, chord.weight)
      let (first, last, anchor) = (Int(chord.first), Int(chord.last), Int(chord.anchor))
      let place = anchor &* spacing
      let begin = first &+ peel
      let end = last &- peel
      if begin < place && end >= place {
        var cell = 0
        repeat {
          cells[first &+ cell] += weight * quartic(a, (Double(first &+ cell) - x) * inverse)
          cells[last &- cell] += weight * quartic(a, (Double(last &- cell) - x) * inverse)
          cell &+= 1
        } while cell < peel
        let t = (x - Double(place)) * inverse
        let b = a - t * t
        let low = SIMD2(b * b, 4 * t * b) * weight
        let middle = SIMD2(6 * t * t - 2 * a, -4 * t) * weight
        let high = SIMD2(weight, 0)
        let center = anchor &* 2 &* half &+ half &- place
        sums[center &+ begin].low += low
        sums[center &+ begin].middle += middle
        sums[center &+ begin].high += high
        sums[center &+ end].low += low
        sums[center &+ end].middle += middle
        sums[center &+ end].high += high
      } else if first <= last {
        for cell in first..<(last &+ 1) { cells[cell] += weight * quartic(a, (Double(cell) - x) * inverse) }
      }
    }

    @inline(__always)
    private func quartic(_ a: Double, _ u: Double) -> Double {
      let rest = max(0, a - u * u)
      return rest * rest
    }
  }

  /// Sums the polynomials towards each anchor, adds their values to the cells, and leaves the sums empty.
  @inline(__always)
  private static func gather(
    _ sums: UnsafeMutableBufferPointer<Sums>, into cells: UnsafeMutableBufferPointer<Double>, anchors: Int, spacing: Int,
    half: Int,
    inverse: Double
  ) {
    for anchor in 0..<anchors {
      let place = anchor * spacing
      let center = anchor * 2 * half + half
      for side in 0..<2 {
        var total: Sums = (.zero, .zero, .zero)
        var offset = side == 0 ? -half : half - 1
        let step = side == 0 ? 1 : -1
        for _ in 0..<half {
          let own = sums[center &+ offset]
          if own.high[0] != 0 {
            total.low += own.low
            total.middle += own.middle
            total.high += own.high
            sums[center &+ offset] = (.zero, .zero, .zero)
          }
          if total.high[0] != 0 {
            let s = Double(offset) * inverse
            let inner = total.middle[0] + s * (total.middle[1] + s * total.high[0])
            cells[place &+ offset] += total.low[0] + s * (total.low[1] + s * inner)
          }
          offset &+= step
        }
      }
    }
  }
}
