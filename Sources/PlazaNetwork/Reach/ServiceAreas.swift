internal import PlazaParallel

/// The streets within a walk of each space, each space by itself.
public struct ServiceAreas: Sendable {
  /// The stretches of all spaces; those of one are disjoint and stand by edge and offset.
  public let parts: [StreetPart]
  /// The first stretch of each space; one more than there are spaces.
  public let offsets: [Int]

  public var spaceCount: Int { offsets.count - 1 }
  /// The stretches within the walk of one space, by edge and offset.
  public func parts(ofSpace space: Int) -> ArraySlice<StreetPart> { parts[offsets[space]..<offsets[space + 1]] }
}

extension StreetGraph {
  /// The streets within a limit in metres of each space, each space by itself; equal to `reach` of that space alone.
  ///
  /// - Parameter jobs: how many threads share the spaces; the result does not depend on it.
  /// - Complexity: O(n log n) for each space with n edges within the limit; memory for every node and thread.
  public func serviceAreas(of spaces: StreetEntries, limit: Double, jobs: Int = 1) -> ServiceAreas {
    let found: (values: [StreetPart], offsets: [Int]) = search(spaces, limit: limit, jobs: jobs) {
      graph, workspace, entries, parts in
      workspace.sortTouched()
      ReachedParts(graph: graph, distances: workspace.distances, limit: limit).append(
        nodes: UnsafeBufferPointer(start: workspace.touched, count: workspace.touchedCount), entries: entries,
        isEntered: workspace.isEntered, to: &parts)
    }
    return ServiceAreas(parts: found.values, offsets: found.offsets)
  }

  /// Runs one search for each space and gathers what `body` appends for it, in the order of the spaces.
  func search<Value: Sendable>(
    _ spaces: StreetEntries, limit: Double, jobs: Int,
    _ body: @Sendable (GraphPointers, SearchWorkspace, UnsafeBufferPointer<StreetEntry>, inout [Value]) -> Void
  ) -> (values: [Value], offsets: [Int]) {
    check(spaces, limit: limit)
    let size = 8
    let chunks = Chunks(of: size, in: spaces.spaceCount)
    let slots = Slots<(values: [Value], ends: [Int])>(count: chunks.count)
    runAtOnce(chunks, workers: jobs) { chunks in
      _ = withPointers { graph in
        let workspace = SearchWorkspace(self)
        spaces.entries.withUnsafeBufferPointer { entries in
          // Kept from chunk to chunk for its room.
          var values: [Value] = []
          for chunk in chunks {
            values.removeAll(keepingCapacity: true)
            var ends: [Int] = []
            for space in chunk.range {
              let own = UnsafeBufferPointer(rebasing: entries[spaces.offsets[space]..<spaces.offsets[space + 1]])
              var search = StreetSearch(graph, limit: limit, workspace: workspace, namesOrigins: false)
              search.run(own, origins: nil)
              body(graph, workspace, own, &values)
              workspace.reset()
              ends.append(values.count)
            }
            // A copy of its own, of the right size.
            slots[chunk.number] = (Array(values[...]), ends)
          }
        }
      }
    }
    var values: [Value] = []
    values.reserveCapacity((0..<chunks.count).reduce(0) { $0 + (slots[$1]?.values.count ?? 0) })
    var offsets = [0]
    for piece in 0..<chunks.count {
      guard let found = slots[piece] else {
        // A graph without edges, of which no space reaches anything.
        offsets += [Int](repeating: 0, count: min(size, spaces.spaceCount - piece * size))
        continue
      }
      offsets += found.ends.map { $0 + values.count }
      values += found.values
    }
    return (values, offsets)
  }
}
