import Glibc

/// Rows of a density of any kernel, cell by cell: O(events × cells within reach).
struct RowScatter {
  let kernel: DensityKernel
  /// The bandwidth in cells of events that have none of their own.
  let bandwidth: Double
  /// The greatest bandwidth in cells.
  let greatest: Double
  let columnCount: Int

  /// Writes `scale` · Σ weight / h² · profile for the centres of one row, h in cells.
  func write(row: Int, of bins: PointBins, scale: Double, to output: UnsafeMutablePointer<Double>) {
    output.update(repeating: 0, count: columnCount)
    let varying = !bins.bandwidth.isEmpty
    let height = Double(row)
    for event in bins.events(near: row, reach: greatest * kernel.reach) {
      let h = varying ? bins.bandwidth[event] : bandwidth
      let dy = (bins.y[event] - height) / h
      let left = kernel.reach * kernel.reach - dy * dy
      guard left > 0 else { continue }
      let x = bins.x[event]
      let chord = h * left.squareRoot()
      let first = max(0, (x - chord).rounded(.up))
      let last = min(Double(columnCount - 1), (x + chord).rounded(.down))
      guard first <= last else { continue }
      add(bins.weight[event] * scale / (h * h), x: x, dy: dy, inverse: 1 / h, cells: Int(first)...Int(last), to: output)
    }
  }

  @inline(__always)
  private func add(
    _ weight: Double, x: Double, dy: Double, inverse: Double, cells: ClosedRange<Int>, to output: UnsafeMutablePointer<Double>
  ) {
    let squared = dy * dy
    switch kernel {
    case .gaussian: addGaussian(weight * exp(-0.5 * squared), x: x, inverse: inverse, cells: cells, to: output)
    case .uniform: each(cells, x, inverse, output) { squared + $0 < 1 ? weight : 0 }
    case .epanechnikov: each(cells, x, inverse, output) { weight * max(0, 1 - squared - $0) }
    case .triangular: each(cells, x, inverse, output) { weight * max(0, 1 - (squared + $0).squareRoot()) }
    case .quartic:
      each(cells, x, inverse, output) {
        let rest = max(0, 1 - squared - $0)
        return weight * (rest * rest)
      }
    case .triweight:
      each(cells, x, inverse, output) {
        let rest = max(0, 1 - squared - $0)
        return weight * (rest * rest * rest)
      }
    }
  }

  @inline(__always)
  private func each(
    _ cells: ClosedRange<Int>, _ x: Double, _ inverse: Double, _ output: UnsafeMutablePointer<Double>, _ value: (Double) -> Double
  ) {
    for cell in cells {
      let u = (Double(cell) - x) * inverse
      output[cell] += value(u * u)
    }
  }

  /// exp(−u²/2) along a row by ratios of neighbours, started afresh every 16 cells so that no more than two digits are lost.
  @inline(__always)
  private func addGaussian(
    _ weight: Double, x: Double, inverse: Double, cells: ClosedRange<Int>, to output: UnsafeMutablePointer<Double>
  ) {
    let shrink = exp(-inverse * inverse)
    var cell = cells.lowerBound
    while cell <= cells.upperBound {
      let u = (Double(cell) - x) * inverse
      var value = weight * exp(-0.5 * u * u)
      var ratio = exp(-(u + 0.5 * inverse) * inverse)
      let end = min(cells.upperBound, cell + 15)
      while cell <= end {
        output[cell] += value
        value *= ratio
        ratio *= shrink
        cell += 1
      }
    }
  }
}
