/// The columns of a graph that searches read, as plain pointers that hold while `body` runs.
struct GraphPointers {
  let halfOffsets: UnsafePointer<Int32>
  let halves: UnsafePointer<StreetGraph.Half>
  let ends: UnsafePointer<Int32>
  let lengths: UnsafePointer<Double>
}

extension StreetGraph {
  /// Nil for a graph without edges, where there is nothing to search.
  func withPointers<R>(_ body: (GraphPointers) -> R) -> R? {
    halfOffsets.withUnsafeBufferPointer { halfOffsets in
      halves.withUnsafeBufferPointer { halves in
        ends.withUnsafeBufferPointer { ends in
          lengths.withUnsafeBufferPointer { lengths in
            guard let halfOffsets = halfOffsets.baseAddress, let halves = halves.baseAddress, let ends = ends.baseAddress,
              let lengths = lengths.baseAddress, edgeCount > 0
            else { return nil }
            return body(GraphPointers(halfOffsets: halfOffsets, halves: halves, ends: ends, lengths: lengths))
          }
        }
      }
    }
  }

  /// Before entries are followed over pointers.
  func check(_ spaces: StreetEntries, limit: Double) {
    precondition(limit >= 0 && limit.isFinite, "a limit of at least 0 metres")
    precondition(spaces.entries.allSatisfy { lengths.indices.contains($0.edge) }, "an entry of another graph")
  }
}
