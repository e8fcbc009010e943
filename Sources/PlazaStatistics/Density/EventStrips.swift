import PlazaParallel

/// The events of `PointBins` by strips of columns, as `QuarticSweep` wants them: strip after strip, each from south to north by rows, each row from west to
/// east.
///
/// A strip holds the events that are nearest to one of a series of anchors, which stand `spacing` cells apart from `pad` cells west of the frame on. All that
/// its events do to a row stays within few cells, and so in the nearest cache, however wide the frame is.
struct EventStrips: Sendable {
  /// In cells from the anchor of number 0.
  private(set) var x: [Double] = []
  /// In cells from the middle of row 0.
  private(set) var y: [Double] = []
  private(set) var weight: [Double] = []
  /// Where each row of each strip begins; one more at the end.
  private var offsets: [Int] = []
  let count: Int
  private let rows: Int
  private let margin: Int

  /// A number so large that it has no fraction: what is added to it is rounded, and stands in its last bits, also when it is negative.
  static let rounding = 0x1.8p52

  /// - Parameter columnCount: of the frame; no event lies more than `pad` cells beside it.
  /// - Complexity: O(events + strips × rows).
  init(_ bins: PointBins, spacing: Int, pad: Int, columnCount: Int, workers: Int) {
    count = (columnCount + 2 * pad) / spacing + 2
    let rows = bins.rowOffsets.count - 1
    self.rows = rows
    margin = bins.margin
    let (shift, perSpacing) = (Double(pad), 1 / Double(spacing))
    let strip: @Sendable (Int) -> Int = { event in
      Int(Int32(truncatingIfNeeded: ((bins.x[event] + shift) * perSpacing + Self.rounding).bitPattern))
    }
    let chunks = { Chunks(of: 32, in: rows) }
    offsets = [Int](repeating: 0, count: count * rows + 1)
    offsets.withUnsafeMutableBufferPointer { offsets in
      nonisolated(unsafe) let offsets = offsets
      runAtOnce(chunks(), workers: workers) { chunks in
        for chunk in chunks {
          for row in chunk.range {
            for event in bins.rowOffsets[row]..<bins.rowOffsets[row + 1] { offsets[strip(event) &* rows &+ row] &+= 1 }
          }
        }
      }
      var start = 0
      for place in offsets.indices { (offsets[place], start) = (start, start &+ offsets[place]) }
    }
    var (xs, ys, weights) = (Self.room(bins.count), Self.room(bins.count), Self.room(bins.count))
    let offsets = offsets
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in
        weights.withUnsafeMutableBufferPointer { weights in
          nonisolated(unsafe) let (xs, ys, weights) = (xs, ys, weights)
          runAtOnce(chunks(), workers: workers) { chunks in
            for chunk in chunks {
              for row in chunk.range {
                // The events of a strip stand together in a row, which goes from west to east.
                var (last, place) = (-1, 0)
                for event in bins.rowOffsets[row]..<bins.rowOffsets[row + 1] {
                  let strip = strip(event)
                  if strip != last { (last, place) = (strip, offsets[strip &* rows &+ row]) }
                  xs[place] = bins.x[event] + shift
                  ys[place] = bins.y[event]
                  weights[place] = bins.weight[event]
                  place &+= 1
                }
              }
            }
          }
        }
      }
    }
    (x, y, weight) = (xs, ys, weights)
  }

  /// For values that are all written; not even set to 0, which would be work of one thread.
  private static func room(_ count: Int) -> [Double] { [Double](unsafeUninitializedCapacity: count) { $1 = count } }

  /// The events of a strip that may lie within `reach` cells of a row of the frame.
  @inline(__always)
  func events(of strip: Int, near row: Int, reach: Double) -> Range<Int> {
    let distance = Int(reach) + 1
    let first = max(0, row + margin - distance)
    let last = min(rows - 1, row + margin + distance)
    return offsets[strip &* rows &+ first]..<offsets[strip &* rows &+ last &+ 1]
  }
}
