import Glibc

/// A bandwidth for each event, narrower where a first density is high and wider where it is low: `hᵢ = h · √(g / fᵢ)`.
///
/// `fᵢ` is the pilot at the event, between the centres of cells by bilinear interpolation, and g the geometric mean of all, so that h stays the typical
/// bandwidth. Factors are capped, as in `bw.abram` of spatstat, and no bandwidth falls below one cell. An event where the pilot is 0 takes the cap.
/// Weightless events count in nothing but get a bandwidth. Abramson 1982, doi:10.1214/aos/1176345986; Silverman 1986, section 5.3.
/// - Parameter pilot: a density over the cells of `frame`; events outside of it take its nearest border.
/// - Parameter cap: the greatest factor by which a bandwidth grows, at least 1.
/// - Returns: metres, one per event in their order.
/// - Throws: `DensityError.badBandwidth`, `.lengthMismatch`, `.noVolume` where the pilot is 0 at all events with weight.
/// - Complexity: O(n log n).
public func adaptiveBandwidths(
  of points: DensityPoints, pilot: [Double], frame: RasterFrame, bandwidth: Double, cap: Double = 5
) throws(DensityError) -> [Double] {
  precondition(cap >= 1)
  _ = try checkedRadius(bandwidth, in: frame)
  guard pilot.count == frame.cellCount else { throw .lengthMismatch(expected: frame.cellCount, found: pilot.count) }
  let heights = (0..<points.count).map { frame.interpolate(pilot, x: points.x[$0], y: points.y[$0]) }

  var logs: [(log: Double, weight: Double)] = []
  for i in heights.indices {
    let weight = points.weights?[i] ?? 1
    if heights[i] > 0, weight > 0 { logs.append((log(heights[i]), weight)) }
  }
  guard !logs.isEmpty else { throw .noVolume }
  // Sorted, so that the sum is the same for any order of the events.
  logs.sort { $0 < $1 }
  let greatest = logs.reduce(0) { max($0, $1.weight) }
  var (sum, total) = (0.0, 0.0)
  for (log, weight) in logs {
    sum += weight / greatest * log
    total += weight / greatest
  }
  let mean = exp(sum / total)
  return heights.map { height in
    let factor = height > 0 ? min(cap, (mean / height).squareRoot()) : cap
    return max(frame.cell, min(factor * bandwidth, 1e5 * frame.cell))
  }
}

extension RasterFrame {
  /// The value at a place from those at the four centres around it; beyond the outermost centres the nearest.
  func interpolate(_ values: [Double], x: Double, y: Double) -> Double {
    let u = min(max((x - x0) / cell - 0.5, 0), Double(columnCount - 1))
    let v = min(max((y - y0) / cell - 0.5, 0), Double(rowCount - 1))
    let (column, row) = (Int(u), Int(v))
    let (right, up) = (min(column + 1, columnCount - 1), min(row + 1, rowCount - 1))
    let (across, along) = (u - Double(column), v - Double(row))
    let south = values[row * columnCount + column] * (1 - across) + values[row * columnCount + right] * across
    let north = values[up * columnCount + column] * (1 - across) + values[up * columnCount + right] * across
    return south * (1 - along) + north * along
  }
}
