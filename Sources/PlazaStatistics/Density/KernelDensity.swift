import PlazaParallel

/// The kernel density of events at the centres of the cells of a frame, in events per km².
///
/// `f(u) = Σ wᵢ k(|u − xᵢ| / h) / h²` with a kernel of mass 1, weights in place of events where they have them. Exact: nothing is binned or cut, save the
/// Gaussian beyond six standard deviations; a cell that no event reaches is 0. Events outside of the frame count as far as they reach into it.
/// The same bits for any number of workers and any order of the events.
/// - Parameter bandwidth: in metres; the standard deviation for the Gaussian.
/// - Returns: one value per cell, row 0 in the south.
/// - Throws: `DensityError.badBandwidth`.
/// - Complexity: quartic, O(events × rows within reach + cells); other kernels, O(events × cells within reach).
public func kernelDensity(
  of points: DensityPoints, kernel: DensityKernel = .quartic, bandwidth: Double, frame: RasterFrame, workers: Int = 1
) throws(DensityError) -> [Double] {
  let radius = try checkedRadius(bandwidth, in: frame)
  let bins = PointBins(points, frame: frame, reach: radius * kernel.reach, workers: workers)
  return density(of: bins, kernel: kernel, radius: radius, greatest: radius, frame: frame, workers: workers)
}

/// The kernel density of events that each have a bandwidth of their own, in events per km²; see `adaptiveBandwidths`.
/// - Throws: `DensityError.lengthMismatch`, `.badBandwidth`.
/// - Complexity: O(events × cells within reach).
public func kernelDensity(
  of points: DensityPoints, kernel: DensityKernel = .quartic, bandwidths: [Double], frame: RasterFrame, workers: Int = 1
) throws(DensityError) -> [Double] {
  let greatest = try greatestRadius(bandwidths, of: points, in: frame)
  let bins = PointBins(points, frame: frame, reach: greatest * kernel.reach, bandwidths: bandwidths, workers: workers)
  return density(of: bins, kernel: kernel, radius: greatest, greatest: greatest, frame: frame, workers: workers)
}

/// The bandwidth in cells.
func checkedRadius(_ bandwidth: Double, in frame: RasterFrame) throws(DensityError) -> Double {
  let radius = bandwidth / frame.cell
  guard bandwidth.isFinite, radius >= 1, radius <= 1e5 else { throw .badBandwidth(meters: bandwidth, cell: frame.cell) }
  return radius
}

/// The greatest of the bandwidths of the events, in cells.
func greatestRadius(_ bandwidths: [Double], of points: DensityPoints, in frame: RasterFrame) throws(DensityError) -> Double {
  guard bandwidths.count == points.count else { throw .lengthMismatch(expected: points.count, found: bandwidths.count) }
  var greatest = 1.0
  for bandwidth in bandwidths { greatest = max(greatest, try checkedRadius(bandwidth, in: frame)) }
  return greatest
}

/// Workers take rows by turns; a row is summed by one of them, in the order of the bins.
func density(
  of bins: PointBins, kernel: DensityKernel, radius: Double, greatest: Double, frame: RasterFrame, workers: Int
) -> [Double] {
  let columns = frame.columnCount
  // Per cell², then per m², then per km².
  let scale = kernel.peak / (frame.cell * frame.cell) * 1e6
  let sweeps = kernel == .quartic && radius >= QuarticSweep.leastRadius && bins.bandwidth.isEmpty
  let strips =
    sweeps ? QuarticSweep.strips(of: bins, radius: radius, columnCount: columns, workers: workers) : nil
  return [Double](unsafeUninitializedCapacity: frame.cellCount) { buffer, count in
    nonisolated(unsafe) let output = buffer.baseAddress!
    runAtOnce(Chunks(of: 16, in: frame.rowCount), workers: workers) { chunks in
      if let strips {
        var sweep = QuarticSweep(radius: radius, columnCount: columns)
        for chunk in chunks {
          sweep.write(
            rows: chunk.range, of: strips, scale: scale / (radius * radius), to: output + chunk.range.lowerBound * columns)
        }
      } else {
        let scatter = RowScatter(kernel: kernel, bandwidth: radius, greatest: greatest, columnCount: columns)
        for chunk in chunks {
          for row in chunk.range { scatter.write(row: row, of: bins, scale: scale, to: output + row * columns) }
        }
      }
    }
    count = frame.cellCount
  }
}
