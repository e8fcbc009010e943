/// The events of some rows of bins, in canonical order; see `PointBins`.
struct PointBand: Sendable {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var weight: [Double] = []
  private(set) var bandwidth: [Double] = []
  /// Where each row begins.
  private(set) var rowOffsets: [Int] = []

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

  init() {}

  init(_ points: DensityPoints, _ bandwidths: [Double]?, _ layout: BinLayout, rows: Range<Int>) {
    let (xs, ys) = (points.x, points.y)
    let (weights, own) = (points.weights ?? [], bandwidths ?? [])
    let (hasWeights, varying) = (points.weights != nil, bandwidths != nil)
    let columns = layout.columns
    let bins = rows.count * columns
    // Counts, then where each bin begins, then where it ends.
    var places = [Int32](repeating: 0, count: bins + 1)
    let events = places.withUnsafeMutableBufferPointer { places in
      xs.withUnsafeBufferPointer { xs in
        ys.withUnsafeBufferPointer { ys in
          for i in xs.indices {
            let (x, y) = ((xs[i] - layout.west) * layout.unit - 0.5, (ys[i] - layout.south) * layout.unit - 0.5)
            guard let row = layout.row(x: x, y: y), rows.contains(row) else { continue }
            places[(row &- rows.lowerBound) &* columns &+ layout.column(x: x)] &+= 1
          }
          var kept: Int32 = 0
          for bin in 0...bins { (places[bin], kept) = (kept, kept &+ places[bin]) }
          return [Event](unsafeUninitializedCapacity: Int(kept)) { events, count in
            for i in xs.indices {
              let (x, y) = ((xs[i] - layout.west) * layout.unit - 0.5, (ys[i] - layout.south) * layout.unit - 0.5)
              guard let row = layout.row(x: x, y: y), rows.contains(row) else { continue }
              let bin = (row &- rows.lowerBound) &* columns &+ layout.column(x: x)
              (events.baseAddress! + Int(places[bin])).initialize(
                to: Event(x: x, y: y, weight: hasWeights ? weights[i] : 1, bandwidth: varying ? own[i] * layout.unit : 0))
              places[bin] &+= 1
            }
            count = Int(kept)
            var start = 0
            for bin in 0..<bins {
              let end = Int(places[bin])
              if end - start > 1 { Self.sort(events, start, end) }
              start = end
            }
          }
        }
      }
    }
    merge(events, ends: places, rows: rows.count, columns: columns, varying: varying)
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

  private mutating func merge(_ events: [Event], ends: [Int32], rows: Int, columns: Int, varying: Bool) {
    // Locals, because each access to a property of self would be checked.
    var (xs, ys, weights, own): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    xs.reserveCapacity(events.count)
    ys.reserveCapacity(events.count)
    weights.reserveCapacity(events.count)
    var offsets: [Int] = []
    offsets.reserveCapacity(rows)
    var start = 0
    for row in 0..<rows {
      let first = xs.count
      offsets.append(first)
      let end = Int(ends[(row + 1) * columns - 1])
      for i in start..<end {
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
      start = end
    }
    (x, y, weight, bandwidth, rowOffsets) = (xs, ys, weights, own, offsets)
  }
}
