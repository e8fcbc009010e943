/// The events that reach a frame, sorted by the row of cells in which they lie and, within it, from west to east.
///
/// Coordinates are in cells from the centre of cell (0, 0), so that those of a cell are whole numbers. Events in one place are one, with the
/// sum of their weights. The order is canonical: it does not depend on the order in which the events came.
struct PointBins: Sendable {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var weight: [Double] = []
  /// The bandwidth of each in cells; empty where all have the same.
  private(set) var bandwidth: [Double] = []
  /// Where each row begins; one entry more than there are rows. Row 0 lies `margin` rows south of the frame's.
  private(set) var rowOffsets: [Int] = []
  let margin: Int

  private struct Event {
    var x, y, weight, bandwidth: Double

    @inline(__always)
    static func < (a: Event, b: Event) -> Bool {
      if a.x != b.x { return a.x < b.x }
      if a.y != b.y { return a.y < b.y }
      if a.bandwidth != b.bandwidth { return a.bandwidth < b.bandwidth }
      return a.weight < b.weight
    }
  }

  /// - Parameter reach: in cells; events farther than that from the frame are left out.
  /// - Parameter bandwidths: in metres, one per event.
  /// - Complexity: O(n + cells), and O(k log k) for k events of one cell.
  init(_ points: DensityPoints, frame: RasterFrame, reach: Double, bandwidths: [Double]? = nil) {
    margin = Int(reach) + 2
    let rows = frame.rowCount + 2 * margin
    // Narrow columns order the events almost wholly; fewer of them when the frame is so large that counting would cost more than sorting.
    let columns = min(frame.columnCount + 2 * margin, max(1, (1 << 22) / rows))
    let perColumn = Double(columns) / Double(frame.columnCount + 2 * margin)
    let shift = Double(margin) + 0.5
    let (west, south, unit) = (frame.x0, frame.y0, 1 / frame.cell)
    let (width, height) = (Double(frame.columnCount) - 0.5 + reach, Double(frame.rowCount) - 0.5 + reach)
    let low = -0.5 - reach

    var bins = [Int32](repeating: -1, count: points.count)
    var starts = [Int](repeating: 0, count: rows * columns + 1)
    bins.withUnsafeMutableBufferPointer { bins in
      starts.withUnsafeMutableBufferPointer { starts in
        points.x.withUnsafeBufferPointer { px in
          points.y.withUnsafeBufferPointer { py in
            for i in px.indices {
              let x = (px[i] - west) * unit - 0.5
              let y = (py[i] - south) * unit - 0.5
              guard x >= low, y >= low, x <= width, y <= height else { continue }
              let bin = Int(y + shift) * columns + min(columns - 1, Int((x + shift) * perColumn))
              bins[i] = Int32(truncatingIfNeeded: bin)
              starts[bin + 1] += 1
            }
          }
        }
        for bin in 0..<rows * columns { starts[bin + 1] += starts[bin] }
      }
    }
    let kept = starts[rows * columns]
    let (xs, ys) = (points.x, points.y)
    let (weights, own) = (points.weights ?? [], bandwidths ?? [])
    let (hasWeights, varying) = (points.weights != nil, bandwidths != nil)
    var ends = starts
    let events = [Event](unsafeUninitializedCapacity: kept) { events, count in
      let buffer = events
      ends.withUnsafeMutableBufferPointer { ends in
        for i in 0..<xs.count where bins[i] >= 0 {
          let bin = Int(bins[i])
          let event = Event(
            x: (xs[i] - west) * unit - 0.5, y: (ys[i] - south) * unit - 0.5, weight: hasWeights ? weights[i] : 1,
            bandwidth: varying ? own[i] * unit : 0)
          (buffer.baseAddress! + ends[bin]).initialize(to: event)
          ends[bin] += 1
        }
      }
      count = kept
      starts.withUnsafeBufferPointer { starts in
        for bin in 0..<rows * columns where starts[bin + 1] - starts[bin] > 1 {
          Self.sort(buffer, starts[bin], starts[bin + 1])
        }
      }
    }
    merge(events, starts: starts, rows: rows, columns: columns, varying: varying)
  }

  /// Insertion sort, for a handful of events mostly.
  private static func sort(_ buffer: UnsafeMutableBufferPointer<Event>, _ start: Int, _ end: Int) {
    guard end - start <= 16 else {
      var part = UnsafeMutableBufferPointer(rebasing: buffer[start..<end])
      part.sort { $0 < $1 }
      return
    }
    for i in (start + 1)..<end {
      let event = buffer[i]
      var place = i
      while place > start, event < buffer[place - 1] {
        buffer[place] = buffer[place - 1]
        place -= 1
      }
      buffer[place] = event
    }
  }

  private mutating func merge(_ events: [Event], starts: [Int], rows: Int, columns: Int, varying: Bool) {
    // Locals, because each access to a property of self would be checked.
    var (xs, ys, weights, own): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    xs.reserveCapacity(events.count)
    ys.reserveCapacity(events.count)
    weights.reserveCapacity(events.count)
    var offsets: [Int] = []
    offsets.reserveCapacity(rows + 1)
    for row in 0..<rows {
      let first = xs.count
      offsets.append(first)
      for i in starts[row * columns]..<starts[(row + 1) * columns] {
        let event = events[i]
        let last = xs.count - 1
        if last >= first, xs[last] == event.x, ys[last] == event.y, !varying || own[last] == event.bandwidth {
          weights[last] += event.weight
        } else if event.weight > 0 {
          xs.append(event.x)
          ys.append(event.y)
          weights.append(event.weight)
          if varying { own.append(event.bandwidth) }
        }
      }
    }
    offsets.append(xs.count)
    (x, y, weight, bandwidth, rowOffsets) = (xs, ys, weights, own, offsets)
  }

  var count: Int { x.count }

  /// The events that may lie within `reach` cells of a row of the frame.
  @inline(__always)
  func events(near row: Int, reach: Double) -> Range<Int> {
    let rows = Int(reach) + 1
    let first = max(0, row + margin - rows)
    let last = min(rowOffsets.count - 2, row + margin + rows)
    return rowOffsets[first]..<rowOffsets[last + 1]
  }

  /// The same events with other weights, one for each.
  func weighted(by weights: [Double]) -> PointBins {
    var copy = self
    copy.weight = weights
    return copy
  }
}
