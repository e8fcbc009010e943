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
  private let positions: Memory<Double>
  private let next: Memory<Int32>
  private var count = 0
  /// Of the row below and of this one: values with a zero on either side, which are inside, and the crossing to the right of each centre.
  private var below: Memory<Double>
  private var here: Memory<Double>
  private var insideBelow: Memory<UInt8>
  private var inside: Memory<UInt8>
  private var alongBelow: Memory<Int32>
  private var along: Memory<Int32>
  /// The crossing below each centre of this row.
  private let across: Memory<Int32>

  init(values: UnsafeBufferPointer<Double>, columnCount: Int, rowCount: Int, level: Double) {
    self.columnCount = columnCount
    self.rowCount = rowCount
    self.level = level
    let width = columnCount + 2
    (below, here) = (Memory(zeros: width), Memory(zeros: width))
    (insideBelow, inside) = (Memory(zeros: width), Memory(zeros: width))
    (alongBelow, along) = (Memory(zeros: width), Memory(zeros: width))
    across = Memory(zeros: width)
    let room = Self.crossings(values, columnCount, rowCount, level)
    positions = Memory(zeros: 2 * room)
    next = Memory(zeros: room)
    for row in -1...rowCount { advance(row, values) }
  }

  /// The number of crossings.
  private static func crossings(
    _ values: UnsafeBufferPointer<Double>, _ columnCount: Int, _ rowCount: Int, _ level: Double
  ) -> Int {
    @inline(__always) func inside(_ place: Int) -> Int { values[place] >= level ? 1 : 0 }
    let last = columnCount * (rowCount - 1)
    var count = 0
    for column in 0..<columnCount { count += inside(column) + inside(last + column) }
    for place in columnCount..<values.count { count &+= inside(place) ^ inside(place &- columnCount) }
    for row in stride(from: 0, through: last, by: columnCount) {
      count += inside(row) + inside(row + columnCount - 1)
      for place in row &+ 1..<row &+ columnCount { count &+= inside(place) ^ inside(place &- 1) }
    }
    return count
  }

  /// Takes the next row, from −1 to `rowCount`.
  private mutating func advance(_ row: Int, _ values: UnsafeBufferPointer<Double>) {
    swap(&below, &here)
    swap(&insideBelow, &inside)
    swap(&alongBelow, &along)
    let (below, here, wasInside, isInside) = (self.below.base, self.here.base, insideBelow.base, inside.base)
    let (along, across) = (self.along.base, self.across.base)
    let isWithin = row >= 0 && row < rowCount
    for column in 0..<columnCount {
      let value = isWithin ? values[row &* columnCount &+ column] : 0
      here[column &+ 1] = value
      isInside[column &+ 1] = value >= level ? 1 : 0
    }
    let place = Double(row)
    if isWithin {
      for column in 0...columnCount where isInside[column] != isInside[column &+ 1] {
        along[column] = add(Double(column &- 1) + crossing(here[column], here[column &+ 1]), place)
      }
    }
    guard row >= 0 else { return }
    for column in 1...columnCount where wasInside[column] != isInside[column] {
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
    positions.base[2 &* count] = x
    positions.base[2 &* count &+ 1] = y
    count &+= 1
    return Int32(truncatingIfNeeded: count &- 1)
  }

  /// The segments of the squares between the row below and this one.
  private func join() {
    let (below, here, wasInside, isInside) = (self.below.base, self.here.base, insideBelow.base, inside.base)
    let (bottom, top, side, next) = (alongBelow.base, along.base, across.base, next.base)
    @inline(__always) func link(_ from: Int32, _ to: Int32) { next[Int(from)] = to }
    for c in 0...columnCount {
      let code = wasInside[c] | wasInside[c &+ 1] << 1 | isInside[c &+ 1] << 2 | isInside[c] << 3
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

  /// The rings as polygons of one feature, in the plane of the raster.
  ///
  /// A ring's first crossing lies on the lowest row that it crosses. There an exterior enters the region and goes down, a hole leaves it and goes
  /// up; and the crossing before a hole's first, where the row entered the region, is on a ring of the same polygon that was met before.
  func polygons(x: Double, y: Double, cell: Double) -> PolygonColumn {
    let (positions, next) = (positions.base, next.base)
    let polygonOf = Memory<Int32>(zeros: count)
    // From 1, for 0 is what no ring has passed.
    var polygonCount: Int32 = 0
    var rings: [(polygon: Int32, first: Int32)] = []
    for first in 0..<count where polygonOf.base[first] == 0 {
      let isExterior = positions[2 &* Int(next[first]) &+ 1] < positions[2 &* first &+ 1]
      if isExterior { polygonCount += 1 }
      let polygon = isExterior ? polygonCount : polygonOf.base[first &- 1]
      rings.append((polygon, Int32(first)))
      var crossing = first
      repeat {
        polygonOf.base[crossing] = polygon
        crossing = Int(next[crossing])
      } while crossing != first
    }
    // The exterior of a polygon was met before its holes.
    rings.sort { $0 < $1 }
    var (ringOffsets, polygonOffsets) = ([0], [0])
    let coordinates = [Double](unsafeUninitializedCapacity: 2 * (count + rings.count)) { buffer, length in
      let values = buffer.baseAddress!
      for (place, ring) in rings.enumerated() {
        if place > 0, rings[place - 1].polygon != ring.polygon { polygonOffsets.append(place) }
        let start = length
        var crossing = Int(ring.first)
        repeat {
          values[length] = x + positions[2 &* crossing] * cell
          values[length &+ 1] = y + positions[2 &* crossing &+ 1] * cell
          length &+= 2
          crossing = Int(next[crossing])
        } while crossing != Int(ring.first)
        (values[length], values[length + 1]) = (values[start], values[start + 1])
        length += 2
        ringOffsets.append(length / 2)
      }
    }
    polygonOffsets.append(rings.count)
    return PolygonColumn(
      coordinates: coordinates, ringOffsets: ringOffsets, polygonOffsets: polygonOffsets,
      featureOffsets: [0, polygonOffsets.count - 1])
  }
}
