import PlazaParallel

/// A density that spreads every event over the inside of an area only.
public struct EdgeCorrectedDensity: Hashable, Sendable {
  /// Events per km², one value per cell; 0 outside.
  public let values: [Double]
  /// The weight of the events inside: what density · surface of the cell · its inside share sum up to.
  public let weight: Double
  /// Events that lie in cells without any inside share, or outside of the frame, and were left out.
  public let leftOutCount: Int
}

/// The kernel density of the events inside an area, each divided by the share of its kernel that falls inside.
///
/// `f(u) = Σ wᵢ k(u − xᵢ) / e(xᵢ)` with `e(xᵢ)` the kernel's mass over the inside, so nothing leaks over the border: Σ density · surface · share is the
/// weight of the events inside. The mass is summed over the same cells, so that holds to rounding and not only in the limit of small cells.
/// Jones 1993, doi:10.1007/BF00147776; Diggle 2013, ISBN 978-1-4665-6023-9, section 5.2.
/// - Parameter insideShare: per cell of the frame, from 0 (outside) to 1.
/// - Throws: `DensityError.badBandwidth`, `.lengthMismatch`, `.badShare`.
/// - Complexity: about twice that of `kernelDensity` without an area.
public func kernelDensity(
  of points: DensityPoints, kernel: DensityKernel = .quartic, bandwidth: Double, frame: RasterFrame, insideShare: [Double],
  workers: Int = 1
) throws(DensityError) -> EdgeCorrectedDensity {
  let radius = try checkedRadius(bandwidth, in: frame)
  let area = try InsideArea(insideShare, frame: frame)
  let bins = PointBins(points, frame: frame, reach: radius * kernel.reach, workers: workers)
  return area.density(of: points, in: bins, kernel: kernel, radius: radius, workers: workers)
}

/// The same for events that each have a bandwidth of their own; see `adaptiveBandwidths`.
/// - Throws: `DensityError.badBandwidth`, `.lengthMismatch`, `.badShare`.
public func kernelDensity(
  of points: DensityPoints, kernel: DensityKernel = .quartic, bandwidths: [Double], frame: RasterFrame, insideShare: [Double],
  workers: Int = 1
) throws(DensityError) -> EdgeCorrectedDensity {
  let greatest = try greatestRadius(bandwidths, of: points, in: frame)
  let area = try InsideArea(insideShare, frame: frame)
  let bins = PointBins(points, frame: frame, reach: greatest * kernel.reach, bandwidths: bandwidths, workers: workers)
  return area.density(of: points, in: bins, kernel: kernel, radius: greatest, workers: workers)
}

/// How much of each cell of a frame lies inside.
struct InsideArea: Sendable {
  let share: [Double]
  let frame: RasterFrame

  init(_ share: [Double], frame: RasterFrame) throws(DensityError) {
    guard share.count == frame.cellCount else { throw .lengthMismatch(expected: frame.cellCount, found: share.count) }
    for value in share where !(value >= 0 && value <= 1) { throw .badShare(value) }
    self.share = share
    self.frame = frame
  }

  func density(
    of points: DensityPoints, in bins: PointBins, kernel: DensityKernel, radius: Double, workers: Int
  ) -> EdgeCorrectedDensity {
    let masses = masses(of: bins, kernel: kernel, radius: radius, workers: workers)
    var weight = 0.0
    var corrected = bins.weight
    for event in 0..<bins.count {
      if masses[event] > 0 {
        weight += corrected[event]
        corrected[event] /= masses[event]
      } else {
        corrected[event] = 0
      }
    }
    var values = PlazaStatistics.density(
      of: bins.weighted(by: corrected), kernel: kernel, radius: radius, greatest: radius, frame: frame, workers: workers)
    for cell in values.indices where share[cell] == 0 { values[cell] = 0 }
    let leftOut = (0..<points.count).count { point in
      !holds(x: (points.x[point] - frame.x0) * (1 / frame.cell) - 0.5, y: (points.y[point] - frame.y0) * (1 / frame.cell) - 0.5)
    }
    return EdgeCorrectedDensity(values: values, weight: weight, leftOutCount: leftOut)
  }

  /// Whether a place lies in a cell with a share; in cells from the centre of cell (0, 0).
  @inline(__always)
  private func holds(x: Double, y: Double) -> Bool {
    let column = (x + 0.5).rounded(.down)
    let row = (y + 0.5).rounded(.down)
    guard column >= 0, row >= 0, column < Double(frame.columnCount), row < Double(frame.rowCount) else { return false }
    return share[Int(row) * frame.columnCount + Int(column)] > 0
  }

  /// The mass of each event's kernel over the inside; 0 for events that lie outside.
  func masses(of bins: PointBins, kernel: DensityKernel, radius: Double, workers: Int) -> [Double] {
    let own = bins.bandwidth
    let sweeps = kernel == .quartic && radius >= QuarticSweep.leastRadius && own.isEmpty
    // Bands of rows of events, whatever the number of workers.
    let bands = Chunks(of: 64, in: bins.rowOffsets.count - 1)
    return [Double](unsafeUninitializedCapacity: bins.count) { buffer, count in
      buffer.initialize(repeating: 0)
      nonisolated(unsafe) let output = buffer
      runAtOnce(bands, workers: workers) { bands in
        var sweep = sweeps ? QuarticMass(radius: radius, area: self) : nil
        for band in bands {
          let events = bins.rowOffsets[band.range.lowerBound]..<bins.rowOffsets[band.range.upperBound]
          sweep?.add(events, of: bins, to: output)
          for event in events {
            // A sweep is exact to some 1e-14 of the whole kernel; what little is left of one is summed plainly.
            if !holds(x: bins.x[event], y: bins.y[event]) {
              output[event] = 0
            } else if !sweeps || output[event] < 1e-4 {
              output[event] = mass(
                x: bins.x[event], y: bins.y[event], kernel: kernel, radius: sweeps || own.isEmpty ? radius : own[event])
            }
          }
        }
      }
      count = bins.count
    }
  }

  private func mass(x: Double, y: Double, kernel: DensityKernel, radius: Double) -> Double {
    let reach = radius * kernel.reach
    let inverse = 1 / radius
    let firstRow = max(0, Int((y - reach).rounded(.up)))
    let lastRow = min(frame.rowCount - 1, Int((y + reach).rounded(.down)))
    let firstColumn = max(0, Int((x - reach).rounded(.up)))
    let lastColumn = min(frame.columnCount - 1, Int((x + reach).rounded(.down)))
    return share.withUnsafeBufferPointer { share in
      var sum = 0.0
      for row in firstRow..<(max(firstRow, lastRow + 1)) {
        let dy = (y - Double(row)) * inverse
        let start = row * frame.columnCount
        for column in firstColumn..<(max(firstColumn, lastColumn + 1)) where share[start &+ column] > 0 {
          let dx = (x - Double(column)) * inverse
          sum += share[start &+ column] * kernel.profile(dx * dx + dy * dy)
        }
      }
      return sum * kernel.peak * inverse * inverse
    }
  }
}
