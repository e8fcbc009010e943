/// Which polygon a vertex belongs to, without an entry per vertex.
struct PolygonOfVertex: Sendable {
  /// The polygon of every 32nd vertex.
  private let firsts: [Int32]
  /// The vertex at which each polygon begins, and at last their number.
  private let starts: [Int32]

  init(_ column: PolygonColumn) {
    let starts = column.polygonOffsets.map { Int32(column.ringOffsets[$0]) }
    var firsts: [Int32] = []
    firsts.reserveCapacity(column.vertexCount / 32 + 1)
    var polygon = 0
    for vertex in stride(from: 0, to: column.vertexCount, by: 32) {
      while polygon + 2 < starts.count, Int(starts[polygon + 1]) <= vertex { polygon += 1 }
      firsts.append(Int32(polygon))
    }
    self.firsts = firsts
    self.starts = starts
  }

  @inline(__always)
  func polygon(of vertex: Int) -> Int {
    var polygon = Int(firsts[vertex >> 5])
    while Int(starts[polygon + 1]) <= vertex { polygon += 1 }
    return polygon
  }

  @inline(__always)
  func vertices(ofPolygon polygon: Int) -> Range<Int> { Int(starts[polygon])..<Int(starts[polygon + 1]) }

  /// Bytes.
  var size: Int { (firsts.count + starts.count) * 4 }
}
