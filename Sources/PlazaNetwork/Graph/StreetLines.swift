import PlazaGeometry

/// The vertices of the lines that have a length, with repeated ones left out.
struct StreetLines {
  var x: [Double] = []
  var y: [Double] = []
  /// What the length of the segment that begins at a vertex is to its length in the plane; empty when lengths are those in the plane.
  var ratios: [Double] = []
  /// The first vertex of each line; one entry more than there are lines.
  var starts: [Int32] = [0]

  init(_ lines: LineColumn, lengths: [Double]?) {
    x.reserveCapacity(lines.vertexCount)
    y.reserveCapacity(lines.vertexCount)
    for line in 0..<lines.lineCount {
      append(lines.vertices(ofLine: line), of: lines.coordinates, lengths)
      let first = Int(starts[starts.count - 1])
      if x.count > first + 1, (first..<x.count).allSatisfy({ x[$0].isFinite && y[$0].isFinite }) {
        starts.append(Int32(x.count))
      } else {
        x.removeSubrange(first...)
        y.removeSubrange(first...)
        if lengths != nil { ratios.removeSubrange(first...) }
      }
    }
  }

  var count: Int { starts.count - 1 }

  private mutating func append(_ vertices: Range<Int>, of coordinates: [Double], _ lengths: [Double]?) {
    let first = x.count
    for vertex in vertices {
      // Adding zero makes −0 and 0 one place for every comparison of bits.
      let (nextX, nextY) = (coordinates[2 * vertex] + 0, coordinates[2 * vertex + 1] + 0)
      if x.count > first, nextX == x[x.count - 1], nextY == y[y.count - 1] { continue }
      if let lengths {
        if x.count > first {
          let length = lengths[vertex - 1]
          precondition(length > 0 && length.isFinite, "a segment between two places needs a length")
          ratios[x.count - 1] = length / planarLength(nextX - x[x.count - 1], nextY - y[y.count - 1])
        }
        ratios.append(1)
      }
      x.append(nextX)
      y.append(nextY)
    }
  }
}

/// The length of a segment; above 0 whenever its ends differ, also where the squares underflow.
@inline(__always)
func planarLength(_ x: Double, _ y: Double) -> Double {
  max((x * x + y * y).squareRoot(), .leastNormalMagnitude)
}
