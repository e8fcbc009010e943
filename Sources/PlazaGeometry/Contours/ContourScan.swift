/// The crossings of a level with the lines between cell centres, and how they follow one another, found row by row.
///
/// Positions are in cells from the centre of cell (0, 0). Around the raster stands one more row or column of zeros on each side. Crossings
/// are numbered as they are found: for each row those along it, from the left, then those between it and the row below. A segment has the
/// inside on its left.
struct ContourScan {
  private let columnCount: Int
  private let rowCount: Int
  private let level: Double
  /// x and y of each crossing, and the crossing after it on its ring.
  private var positions: [Double] = []
  private var next: [Int32] = []
  /// Of the row below and of this one: values with a zero on either side, and the crossing to the right of each centre.
  private var below: [Double]
  private var here: [Double]
  private var alongBelow: [Int32]
  private var along: [Int32]
  /// The crossing below each centre of this row.
  private var across: [Int32]

  init(columnCount: Int, rowCount: Int, level: Double) {
    self.columnCount = columnCount
    self.rowCount = rowCount
    self.level = level
    below = Array(repeating: 0, count: columnCount + 2)
    here = below
    alongBelow = Array(repeating: 0, count: columnCount + 2)
    along = alongBelow
    across = along
  }

  /// Takes the next row, from −1 to `rowCount`.
  mutating func advance(_ row: Int, _ values: UnsafeBufferPointer<Double>) {
    swap(&below, &here)
    swap(&alongBelow, &along)
    let isWithin = row >= 0 && row < rowCount
    for column in 0..<columnCount {
      let value = isWithin ? values[row &* columnCount &+ column] : 0
      precondition(value.isFinite, "a value that is not finite")
      here[column &+ 1] = value
    }
    let place = Double(row)
    if isWithin {
      for column in 0...columnCount where (here[column] >= level) != (here[column &+ 1] >= level) {
        along[column] = add(Double(column &- 1) + crossing(here[column], here[column &+ 1]), place)
      }
    }
    guard row >= 0 else { return }
    for column in 1...columnCount where (below[column] >= level) != (here[column] >= level) {
      across[column] = add(Double(column &- 1), place - 1 + crossing(below[column], here[column]))
    }
    join()
  }

  /// Where between 0 and 1 the level is crossed from one value to the other, kept clear of both ends.
  @inline(__always)
  private func crossing(_ from: Double, _ to: Double) -> Double {
    let part = (level - from) / (to - from)
    return min(max(part, ContourPolygons.clearance), 1 - ContourPolygons.clearance)
  }

  @inline(__always)
  private mutating func add(_ x: Double, _ y: Double) -> Int32 {
    positions.append(x)
    positions.append(y)
    next.append(-1)
    return Int32(next.count - 1)
  }

  /// The segments of the squares between the row below and this one.
  private mutating func join() {
    let (level, below, here) = (level, below, here)
    let (bottom, top, side) = (alongBelow, along, across)
    for c in 0...columnCount {
      let code =
        (below[c] >= level ? 1 : 0) | (below[c &+ 1] >= level ? 2 : 0) | (here[c &+ 1] >= level ? 4 : 0)
        | (here[c] >= level ? 8 : 0)
      switch code {
      case 1: link(bottom[c], side[c])
      case 2: link(side[c &+ 1], bottom[c])
      case 3: link(side[c &+ 1], side[c])
      case 4: link(top[c], side[c &+ 1])
      case 6: link(top[c], bottom[c])
      case 7: link(top[c], side[c])
      case 8: link(side[c], top[c])
      case 9: link(bottom[c], top[c])
      case 11: link(side[c &+ 1], top[c])
      case 12: link(side[c], side[c &+ 1])
      case 13: link(bottom[c], side[c &+ 1])
      case 14: link(side[c], bottom[c])
      case 5, 10:
        // Quarters of the diagonals' sums, so that the mean is the same whichever way the raster is turned.
        let isJoined = (below[c] / 4 + here[c &+ 1] / 4) + (below[c &+ 1] / 4 + here[c] / 4) >= level
        if (code == 5) == isJoined {
          // The two outside corners of 5, or the two inside corners of 10, are cut off.
          link(code == 5 ? bottom[c] : side[c &+ 1], code == 5 ? side[c &+ 1] : bottom[c])
          link(code == 5 ? top[c] : side[c], code == 5 ? side[c] : top[c])
        } else {
          link(code == 5 ? bottom[c] : side[c], code == 5 ? side[c] : bottom[c])
          link(code == 5 ? top[c] : side[c &+ 1], code == 5 ? side[c &+ 1] : top[c])
        }
      default: break
      }
    }
  }

  @inline(__always)
  private mutating func link(_ from: Int32, _ to: Int32) { next[Int(from)] = to }

  /// The rings as polygons of one feature, in the plane of the raster.
  ///
  /// A ring's first crossing lies on the lowest row that it crosses. There an exterior enters the region and goes down, a hole leaves it and goes
  /// up; and the crossing before a hole's first, where the row entered the region, is on a ring of the same polygon that was met before.
  func polygons(x: Double, y: Double, cell: Double) -> PolygonColumn {
    let count = next.count
    var polygonOf = [Int32](repeating: -1, count: count)
    var polygonCount: Int32 = 0
    var rings: [(first: Int32, polygon: Int32)] = []
    for first in 0..<count where polygonOf[first] < 0 {
      let isExterior = positions[2 &* Int(next[first]) &+ 1] < positions[2 &* first &+ 1]
      let polygon = isExterior ? polygonCount : polygonOf[first &- 1]
      if isExterior { polygonCount += 1 }
      rings.append((Int32(first), polygon))
      var crossing = first
      repeat {
        polygonOf[crossing] = polygon
        crossing = Int(next[crossing])
      } while crossing != first
    }
    // The exterior of a polygon was met before its holes.
    rings.sort { $0.polygon != $1.polygon ? $0.polygon < $1.polygon : $0.first < $1.first }
    var column = PolygonColumn()
    column.reserveCapacity(vertices: count + rings.count)
    for (place, ring) in rings.enumerated() {
      var crossing = Int(ring.first)
      repeat {
        column.append(x: x + positions[2 &* crossing] * cell, y: y + positions[2 &* crossing &+ 1] * cell)
        crossing = Int(next[crossing])
      } while crossing != Int(ring.first)
      column.append(x: x + positions[2 &* crossing] * cell, y: y + positions[2 &* crossing &+ 1] * cell)
      column.endRing()
      if place + 1 == rings.count || rings[place + 1].polygon != ring.polygon { column.endPolygon() }
    }
    column.endFeature()
    return column
  }
}
