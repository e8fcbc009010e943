/// The mass of quartic kernels over the inside of an area, by running moments of its shares instead of sums over cells.
///
/// The mirror image of `QuarticSweep`: in one row of cells the kernel is a polynomial of degree 4, so its sum over a run of cells follows from the sums
/// of share · s⁰ to s⁴. They run within blocks one bandwidth wide and around their middle, which keeps them near 1.
struct QuarticMass {
  private let area: InsideArea
  private let radius: Double
  private let width: Int
  /// Sums from the start of its block up to each cell, of s⁰ … s³ and of s⁴.
  private var sums: [SIMD4<Double>]
  private var fourths: [Double]

  init(radius: Double, area: InsideArea) {
    self.area = area
    self.radius = radius
    width = Int(radius)
    sums = Array(repeating: .zero, count: area.frame.columnCount)
    fourths = Array(repeating: 0, count: area.frame.columnCount)
  }

  /// Adds the mass of each of `events`, which lie in neighbouring rows, to its place in `output`.
  mutating func add(_ events: Range<Int>, of bins: PointBins, to output: UnsafeMutableBufferPointer<Double>) {
    guard !events.isEmpty else { return }
    var (south, north) = (Double.infinity, -Double.infinity)
    for event in events {
      south = min(south, bins.y[event])
      north = max(north, bins.y[event])
    }
    let first = max(0, Int((south - radius).rounded(.up)))
    let last = min(area.frame.rowCount - 1, Int((north + radius).rounded(.down)))
    guard first <= last else { return }
    for row in first...last where gather(row) { add(row: row, events: events, of: bins, to: output) }
    let scale = DensityKernel.quartic.peak / (radius * radius)
    for event in events { output[event] *= scale }
  }

  /// False where the row lies outside.
  private mutating func gather(_ row: Int) -> Bool {
    let (columns, width, inverse) = (area.frame.columnCount, width, 1 / radius)
    return area.share.withUnsafeBufferPointer { shares in
      sums.withUnsafeMutableBufferPointer { sums in
        fourths.withUnsafeMutableBufferPointer { fourths in
          var any = false
          for start in stride(from: 0, to: columns, by: width) {
            var (sum, fourth) = (SIMD4<Double>.zero, 0.0)
            let middle = Double(start) + 0.5 * Double(width)
            for column in start..<min(columns, start &+ width) {
              let share = shares[row &* columns &+ column]
              if share > 0 {
                any = true
                let s = (Double(column) - middle) * inverse
                let s2 = s * s
                sum += share * SIMD4(1, s, s2, s2 * s)
                fourth += share * (s2 * s2)
              }
              sums[column] = sum
              fourths[column] = fourth
            }
          }
          return any
        }
      }
    }
  }

  private func add(row: Int, events: Range<Int>, of bins: PointBins, to output: UnsafeMutableBufferPointer<Double>) {
    let (columns, width, radius) = (area.frame.columnCount, width, radius)
    let inverse = 1 / radius
    let (height, half, most) = (Double(row), 0.5 * Double(width), Double(columns) - 1)
    bins.x.withUnsafeBufferPointer { xs in
      bins.y.withUnsafeBufferPointer { ys in
        sums.withUnsafeBufferPointer { sums in
          fourths.withUnsafeBufferPointer { fourths in
            for event in events {
              let dy = (ys[event] - height) * inverse
              let a = 1 - dy * dy
              guard a > 0 else { continue }
              let x = xs[event]
              let chord = radius * a.squareRoot()
              let (west, east) = (max(0, (x - chord).rounded(.up)), min(most, (x + chord).rounded(.down)))
              guard west <= east else { continue }
              let (first, last) = (Int(west), Int(east))
              var start = first / width &* width
              var total = 0.0
              while start <= last {
                let end = min(last, start &+ width &- 1)
                var (sum, fourth) = (sums[end], fourths[end])
                if first > start {
                  sum -= sums[first &- 1]
                  fourth -= fourths[first &- 1]
                }
                let t = (x - (Double(start) + half)) * inverse
                let b = a - t * t
                total += b * b * sum[0] + 4 * b * t * sum[1] + (4 * t * t - 2 * b) * sum[2] - 4 * t * sum[3] + fourth
                start &+= width
              }
              output[event] += total
            }
          }
        }
      }
    }
  }
}
