/// The stretches of street within a limit of the entries of a search that has been run.
///
/// An edge is reached from either end as far as what is left of the limit there carries, and from the entries that lie on it.
struct ReachedParts {
  let graph: GraphPointers
  let distances: UnsafePointer<Double>
  let limit: Double

  /// Appends the stretches, disjoint, by edge and offset.
  ///
  /// - Parameter nodes: those within the limit at least, ascending.
  /// - Parameter entries: by edge.
  /// - Parameter isEntered: false for every edge; it is used and left as it was.
  func append(
    nodes: UnsafeBufferPointer<Int32>, entries: UnsafeBufferPointer<StreetEntry>, isEntered: UnsafeMutablePointer<Bool>,
    to parts: inout [StreetPart]
  ) {
    let first = parts.count
    for entry in entries { isEntered[entry.edge] = true }
    // Edges are numbered by their start, so those with a start in reach come in order; the few others follow, and a sort that finds runs
    // has little left to do.
    for node in nodes {
      let left = limit - distances[Int(node)]
      if left < 0 { continue }
      for place in Int(graph.halfOffsets[Int(node)])..<Int(graph.halfOffsets[Int(node) &+ 1]) {
        let half = graph.halves[place]
        if half.edge & 1 == 1 || isEntered[Int(half.edge >> 1)] { continue }
        append(
          Int(half.edge >> 1), half.length, fromStart: left, fromEnd: limit - distances[Int(half.node)], to: &parts)
      }
    }
    for node in nodes {
      let left = limit - distances[Int(node)]
      if left < 0 { continue }
      for place in Int(graph.halfOffsets[Int(node)])..<Int(graph.halfOffsets[Int(node) &+ 1]) {
        let half = graph.halves[place]
        if half.edge & 1 == 0 { break }
        if isEntered[Int(half.edge >> 1)] || distances[Int(half.node)] <= limit { continue }
        append(Int(half.edge >> 1), half.length, fromStart: -1, fromEnd: left, to: &parts)
      }
    }
    appendEntered(entries, to: &parts)
    for entry in entries { isEntered[entry.edge] = false }
    parts[first...].sort { ($0.edge, $0.from) < ($1.edge, $1.from) }
  }

  @inline(__always)
  private func append(_ edge: Int, _ length: Double, fromStart: Double, fromEnd: Double, to parts: inout [StreetPart]) {
    if max(fromStart, 0) + max(fromEnd, 0) >= length {
      parts.append(StreetPart(edge: edge, from: 0, to: length))
    } else {
      if fromStart > 0 { parts.append(StreetPart(edge: edge, from: 0, to: fromStart)) }
      if fromEnd > 0, length - fromEnd < length { parts.append(StreetPart(edge: edge, from: length - fromEnd, to: length)) }
    }
  }

  /// Edges with entries, whose stretches may overlap; the entries come by edge.
  private func appendEntered(_ entries: UnsafeBufferPointer<StreetEntry>, to parts: inout [StreetPart]) {
    var place = 0
    while place < entries.count {
      let edge = entries[place].edge
      let length = graph.lengths[edge]
      let first = parts.count
      append(
        edge, length, fromStart: limit - distances[Int(graph.ends[2 * edge])],
        fromEnd: limit - distances[Int(graph.ends[2 * edge + 1])],
        to: &parts)
      while place < entries.count, entries[place].edge == edge {
        let left = limit - entries[place].cost
        let (from, to) = (max(0, entries[place].from - left), min(length, entries[place].to + left))
        if left >= 0, from < to { parts.append(StreetPart(edge: edge, from: from, to: to)) }
        place += 1
      }
      merge(&parts, from: first)
    }
  }

  /// Makes the last stretches, all of one edge, disjoint and ascending.
  private func merge(_ parts: inout [StreetPart], from first: Int) {
    if parts.count < first + 2 { return }
    parts[first...].sort { ($0.from, $0.to) < ($1.from, $1.to) }
    var last = first
    for place in first + 1..<parts.count {
      if parts[place].from <= parts[last].to {
        parts[last].to = max(parts[last].to, parts[place].to)
      } else {
        last += 1
        parts[last] = parts[place]
      }
    }
    parts.removeLast(parts.count - 1 - last)
  }
}
