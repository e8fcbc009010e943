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

  /// An event of these rows and the bin that it falls into.
  private struct Taken {
    var event, bin: Int32
  }

  init() {}

  init(_ points: DensityPoints, _ bandwidths: [Double]?, _ layout: BinLayout, rows: Range<Int>) {
    let (xs, ys) = (points.x, points.y)
    let (weights, own) = (points.weights ?? [], bandwidths ?? [])
    let (hasWeights, varying) = (points.weights != nil, bandwidths != nil)
    let columns = layout.columns
    let bins = rows.count * columns
    // How many events each bin has, then where it begins, then where it ends.
    var places = [Int32](repeating: 0, count: bins + 1)
    let events = places.withUnsafeMutableBufferPointer { places in
      xs.withUnsafeBufferPointer { xs in
        ys.withUnsafeBufferPointer { ys in
          let taken = [Taken](unsafeUninitializedCapacity: xs.count) { taken, count in
            for i in xs.indices {
              let y = (ys[i] - layout.south) * layout.unit - 0.5
              guard let row = layout.row(y: y), rows.contains(row) else { continue }
              let x = (xs[i] - layout.west) * layout.unit - 0.5
              guard let column = layout.column(x: x) else { continue }
              let bin = Int32(truncatingIfNeeded: (row &- rows.lowerBound) &* columns &+ column)
              places[Int(bin)] &+= 1
              (taken.baseAddress! + count).initialize(to: Taken(event: Int32(truncatingIfNeeded: i), bin: bin))
              count &+= 1
            }
          }
          var start: Int32 = 0
          for bin in 0...bins { (places[bin], start) = (start, start &+ places[bin]) }
          return [Event](unsafeUninitializedCapacity: taken.count) { events, count in
            for one in taken {
              let i = Int(one.event)
              let (x, y) = ((xs[i] - layout.west) * layout.unit - 0.5, (ys[i] - layout.south) * layout.unit - 0.5)
              (events.baseAddress! + Int(places[Int(one.bin)])).initialize(
                to: Event(x: x, y: y, weight: hasWeights ? weights[i] : 1, bandwidth: varying ? own[i] * layout.unit : 0))
              places[Int(one.bin)] &+= 1
            }
            count = taken.count
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
