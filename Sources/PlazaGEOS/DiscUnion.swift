internal import Glibc
internal import PlazaGeometry

/// The union of equal polygons around many centres, by the arcs of each outline that no other one covers.
///
/// The outlines of two copies of one convex polygon cross at most twice, so each neighbour covers one stretch of an outline. What is left over
/// is the outline of the union: an arc ends where it enters a neighbour, whose arc goes on from there. O(n k) for k neighbours, most of
/// which are not looked at, where GEOS joins the shapes two by two.
struct DiscUnion {
  /// The corners of the polygon around 0, counter-clockwise, symmetric about it; the first is not repeated.
  let corners: [Coordinate]
  /// In the order of y, then x, each once: what comes out does not depend on the order of the input.
  private let centres: [Coordinate]
  private let grid: CentreGrid
  private var arcs: [Arc] = []
  /// The first arc of each centre; one entry more than there are centres.
  private var arcOffsets: [Int] = [0]

  /// A stretch of the outline of one disc that no other covers, from where it leaves one disc to where it enters another.
  private struct Arc {
    var disc: Int
    var left: Int
    var entered: Int
    /// In corners from the first, with fractions of edges; the end is beyond the start, by up to a whole turn.
    var start: Double
    var end: Double
    var first: Coordinate
  }

  /// A stretch that one neighbour covers.
  private struct Cover {
    var start: Double
    var length: Double
    var disc: Int
    /// Where the outline leaves the neighbour.
    var exit: Coordinate
  }

  /// - Parameter corners: an even number of them.
  init(centres: [Coordinate], corners: [Coordinate]) {
    self.corners = corners
    var sorted = centres.sorted { $0.y == $1.y ? $0.x < $1.x : $0.y < $1.y }
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    self.centres = sorted
    let radius = corners.reduce(0) { max($0, ($1.x * $1.x + $1.y * $1.y).squareRoot()) }
    grid = CentreGrid(sorted, reach: 2 * radius)
  }

  /// The outlines of the union: counter-clockwise around ground, clockwise around holes; each repeats its first position.
  /// - Returns: nil where centres stand so that rounding leaves an arc without its next one; GEOS has to answer then.
  mutating func outlines() -> [[Double]]? {
    guard let arcsOfLoneDiscs = findArcs() else { return nil }
    var rings = arcsOfLoneDiscs
    var isUsed = [Bool](repeating: false, count: arcs.count)
    for first in arcs.indices where !isUsed[first] {
      var ring: [Double] = []
      var index = first
      repeat {
        if isUsed[index] { return nil }
        isUsed[index] = true
        let arc = arcs[index]
        append(arc, to: &ring)
        let candidates = arcOffsets[arc.entered]..<arcOffsets[arc.entered + 1]
        guard let next = candidates.first(where: { arcs[$0].left == arc.disc }) else { return nil }
        index = next
      } while index != first
      ring += ring.prefix(2)
      guard ring.count >= 8 else { return nil }
      rings.append(ring)
    }
    return rings
  }

  private func append(_ arc: Arc, to ring: inout [Double]) {
    let count = corners.count
    let centre = centres[arc.disc]
    ring.append(arc.first.x)
    ring.append(arc.first.y)
    var corner = arc.start.rounded(.down) + 1
    while corner < arc.end {
      let offset = corners[Int(corner) % count]
      let (x, y) = (centre.x + offset.x, centre.y + offset.y)
      if ring[ring.count - 2] != x || ring[ring.count - 1] != y {
        ring.append(x)
        ring.append(y)
      }
      corner += 1
    }
  }

  /// Fills `arcs`.
  /// - Returns: the whole outlines of discs that meet no other; nil when two centres are too near each other to be told apart.
  private mutating func findArcs() -> [[Double]]? {
    let count = Double(corners.count)
    var lone: [[Double]] = []
    var covers: [Cover] = []
    for disc in centres.indices {
      covers.removeAll(keepingCapacity: true)
      // 64 slices of the outline, and which of them are covered already: inside a crowd a few neighbours cover all.
      var covered: UInt64 = 0
      let isDone = grid.forEachNear(centres[disc]) { other in
        guard other != disc else { return .next }
        let pair = Crossing.find(centres[min(disc, other)], centres[max(disc, other)], corners)
        switch pair {
        case .apart: return .next
        case .tooNear: return .stop
        case .crossing(let crossing):
          let cover = crossing.cover(isFirst: disc < other, by: other, corners: corners.count)
          covers.append(cover)
          covered |= Self.slices(from: cover.start / count * 64, length: cover.length / count * 64)
          return covered == .max ? .finish : .next
        }
      }
      guard isDone else { return nil }
      if covered != .max {
        if covers.isEmpty {
          var ring = corners.flatMap { [centres[disc].x + $0.x, centres[disc].y + $0.y] }
          ring += ring.prefix(2)
          lone.append(ring)
        } else {
          appendArcs(of: disc, between: &covers)
        }
      }
      arcOffsets.append(arcs.count)
    }
    return lone
  }

  /// The slices that lie wholly in a stretch.
  private static func slices(from start: Double, length: Double) -> UInt64 {
    let first = start.rounded(.up)
    let count = Int(((start + length).rounded(.down) - first))
    guard count > 0 else { return 0 }
    let bits: UInt64 = count >= 64 ? .max : (1 << UInt64(count)) - 1
    let turn = UInt64(Int(first) % 64)
    return turn == 0 ? bits : bits << turn | bits >> (64 - turn)
  }

  private mutating func appendArcs(of disc: Int, between covers: inout [Cover]) {
    let turn = Double(corners.count)
    covers.sort { $0.start == $1.start ? $0.disc < $1.disc : $0.start < $1.start }
    // From the first stretch once around to it again; a stretch across the first corner covers the beginning too.
    var last = covers[0]
    for cover in covers where cover.start + cover.length - turn > last.start + last.length {
      last = cover
      last.start -= turn
    }
    for cover in covers {
      let reached = last.start + last.length
      if cover.start > reached {
        arcs.append(Arc(disc: disc, left: last.disc, entered: cover.disc, start: reached, end: cover.start, first: last.exit))
      }
      if cover.start + cover.length > reached { last = cover }
    }
    let reached = last.start + last.length
    if covers[0].start + turn > reached {
      arcs.append(
        Arc(disc: disc, left: last.disc, entered: covers[0].disc, start: reached, end: covers[0].start + turn, first: last.exit))
    }
  }

  /// Where the outlines of two discs cross.
  private struct Crossing {
    /// On the outline of the first: where it enters the second, and where it leaves it.
    var enter: Double
    var exit: Double
    var enterPlace: Coordinate
    var exitPlace: Coordinate

    enum Pair {
      case apart
      case tooNear
      case crossing(Crossing)
    }

    /// The stretch of one of the two that the other covers. On the second the crossings stand half a turn on, the other way round.
    func cover(isFirst: Bool, by other: Int, corners count: Int) -> Cover {
      let turn = Double(count)
      var length = exit - enter
      if length < 0 { length += turn }
      var start = isFirst ? enter : enter + turn / 2
      if start >= turn { start -= turn }
      return Cover(start: start, length: length, disc: other, exit: isFirst ? exitPlace : enterPlace)
    }

    /// The crossings are the ends of the chord of the polygon whose middle is half of the way between the centres.
    static func find(_ a: Coordinate, _ b: Coordinate, _ corners: [Coordinate]) -> Pair {
      corners.withUnsafeBufferPointer { corners in
        let count = corners.count
        let d = Coordinate(x: b.x - a.x, y: b.y - a.y)
        let distance = (d.x * d.x + d.y * d.y).squareRoot()
        let radius = (corners[0].x * corners[0].x + corners[0].y * corners[0].y).squareRoot()
        if distance >= 2 * radius { return .apart }
        if distance < 1e-6 * radius { return .tooNear }
        let slice = 2 * Double.pi / Double(count)
        func wrap(_ index: Int) -> Int { index < 0 ? index + count : index >= count ? index - count : index }
        // How far a position lies outside of the line of an edge.
        func outside(_ p: Coordinate, _ edge: Int) -> Double {
          let (c, e) = (corners[edge], corners[wrap(edge + 1)])
          return (p.x - c.x) * (e.y - c.y) - (p.y - c.y) * (e.x - c.x)
        }
        func sector(_ p: Coordinate) -> Int {
          let angle = atan2(p.y, p.x) / slice
          return wrap(Int((angle < 0 ? angle + Double(count) : angle).rounded(.down)) % count)
        }
        let middle = Coordinate(x: d.x / 2, y: d.y / 2)
        let ahead = sector(middle)
        if outside(middle, ahead) >= 0 { return .apart }

        // The position across the middle from a corner is inside from the wanted edge on.
        func mirrored(_ p: Coordinate) -> Coordinate { Coordinate(x: d.x - p.x, y: d.y - p.y) }
        // The slice that a position lies in, from one that cannot be far from it: crossings mirror each other in the way ahead.
        func sector(_ p: Coordinate, near guess: Int) -> Int {
          var slice = wrap(guess % count)
          func isBeyond(_ corner: Int) -> Bool { corners[corner].x * p.y - corners[corner].y * p.x >= 0 }
          for _ in 0..<4 {
            if !isBeyond(slice) {
              slice = wrap(slice - 1)
            } else if isBeyond(wrap(slice + 1)) {
              slice = wrap(slice + 1)
            } else {
              return slice
            }
          }
          return sector(p)
        }
        func isInside(_ corner: Int) -> Bool {
          let p = mirrored(corners[wrap(corner)])
          return outside(p, sector(p, near: 2 * ahead - corner)) < 0
        }
        let lowest = ahead - count / 4 - 2
        var edge = ahead - Int((acos(min(1, distance / (2 * radius))) / slice).rounded())
        edge = max(lowest, min(ahead, edge))
        // `edge` becomes the last corner that is outside.
        if isInside(edge) {
          repeat { edge -= 1 } while edge > lowest && isInside(edge)
        } else {
          while edge < ahead && !isInside(edge + 1) { edge += 1 }
        }
        let from = wrap(edge)
        let (u0, u1) = (corners[from], corners[wrap(from + 1)])
        let (v0, v1) = (mirrored(u0), mirrored(u1))
        // The far end of the edge, or where it passes the way between the centres, is inside: the last line crossed on the way in counts.
        let low = sector(v0, near: 2 * ahead - edge)
        let high = sector(v1, near: low)
        var between = wrap(high - low < 0 ? high - low + count : high - low)
        if between > count / 2 { between -= count }
        var share = 0.0
        var exitEdge = low
        var candidate = wrap(min(low, low + between) - 1)
        for _ in 0..<between.magnitude + 3 {
          let (a, b) = (outside(v0, candidate), outside(v1, candidate))
          if a > 0, a != b, a / (a - b) > share, a / (a - b) <= 1 {
            share = a / (a - b)
            exitEdge = candidate
          }
          candidate = wrap(candidate + 1)
        }
        let u = Coordinate(x: u0.x + share * (u1.x - u0.x), y: u0.y + share * (u1.y - u0.y))
        let v = mirrored(u)
        let (w0, w1) = (corners[exitEdge], corners[wrap(exitEdge + 1)])
        let (ex, ey) = (w1.x - w0.x, w1.y - w0.y)
        let along = max(0, min(1, ((v.x - w0.x) * ex + (v.y - w0.y) * ey) / (ex * ex + ey * ey)))
        return .crossing(
          Crossing(
            enter: Double(from) + share, exit: Double(exitEdge) + along, enterPlace: Coordinate(x: a.x + u.x, y: a.y + u.y),
            exitPlace: Coordinate(x: a.x + v.x, y: a.y + v.y)))
      }
    }
  }
}

/// Centres sorted into square cells, so that what is near one stands in nine of them.
private struct CentreGrid {
  enum Step { case next, finish, stop }

  private var origin = Coordinate(x: 0, y: 0)
  private let size: Double
  private var columns = 1
  private var rows = 1
  private var cells = Buckets(count: 1) { _ in }

  init(_ centres: [Coordinate], reach: Double) {
    var box = Envelope()
    for centre in centres { box.expand(x: centre.x, y: centre.y) }
    // Far-flung centres get larger cells rather than more of them than twice the centres.
    let least = (box.width * box.height / Double(2 * max(1, centres.count))).squareRoot()
    size = max(reach, least, max(box.width, box.height) / 30_000, .leastNormalMagnitude)
    guard !box.isEmpty else { return }
    origin = Coordinate(x: box.minX, y: box.minY)
    columns = Int(box.width / size) + 1
    rows = Int(box.height / size) + 1
    cells = Buckets(count: columns * rows) { [self] put in
      for (index, centre) in centres.enumerated() { put(Int32(index), cell(centre)) }
    }
  }

  private func column(_ x: Double) -> Int { min(columns - 1, Int((x - origin.x) / size)) }
  private func row(_ y: Double) -> Int { min(rows - 1, Int((y - origin.y) / size)) }
  private func cell(_ centre: Coordinate) -> Int { row(centre.y) * columns + column(centre.x) }

  /// - Returns: false when `body` stopped it.
  func forEachNear(_ centre: Coordinate, _ body: (Int) -> Step) -> Bool {
    let (column, row) = (column(centre.x), row(centre.y))
    for r in max(0, row - 1)...min(rows - 1, row + 1) {
      let row = r * columns + max(0, column - 1)...r * columns + min(columns - 1, column + 1)
      for index in cells.members[Int(cells.offsets[row.lowerBound])..<Int(cells.offsets[row.upperBound + 1])] {
        switch body(Int(index)) {
        case .next: continue
        case .finish: return true
        case .stop: return false
        }
      }
    }
    return true
  }
}
