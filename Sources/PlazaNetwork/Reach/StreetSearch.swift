/// Shortest distances from the entries of spaces to the nodes around them, over plain pointers.
///
/// From many sources, up to a limit, with the nodes to be looked at in buckets of equal width by distance: those of one bucket may be looked at in
/// any order, and again if they come nearer (Meyer and Sanders 2003, doi:10.1016/S0196-6774(03)00076-2, on one thread). A distance is the
/// least over all ways of the lengths added up from the entry, which does not depend on the order of the search; of two spaces at the same
/// distance the lower is kept.
struct StreetSearch {
  private let graph: GraphPointers
  private let limit: Double
  /// Buckets in a metre.
  private let scale: Double
  private let workspace: SearchWorkspace
  private let distances: UnsafeMutablePointer<Double>
  /// Nil where one space is searched from, so that none need be named.
  private let origins: UnsafeMutablePointer<Int32>?
  private let touched: UnsafeMutablePointer<Int32>
  private let heads: UnsafeMutablePointer<Int32>
  private var items: UnsafeMutablePointer<SearchWorkspace.Item>
  private var capacity: Int
  private var count = 0
  private var touchedCount = 0

  init(_ graph: GraphPointers, limit: Double, workspace: SearchWorkspace, namesOrigins: Bool) {
    (self.graph, self.limit, self.workspace) = (graph, limit, workspace)
    scale = limit > 0 ? min(Double(SearchWorkspace.buckets - 1) / limit, .greatestFiniteMagnitude) : 0
    distances = workspace.distances
    origins = namesOrigins ? workspace.origins : nil
    touched = workspace.touched
    heads = workspace.heads
    items = workspace.items
    capacity = workspace.capacity
  }

  /// Leaves the distances of all nodes within the limit in the workspace, which has been reset.
  mutating func run(_ entries: UnsafeBufferPointer<StreetEntry>, origins entryOrigins: UnsafePointer<Int32>?) {
    for place in 0..<entries.count {
      let entry = entries[place]
      let origin = entryOrigins.map { $0[place] } ?? 0
      offer(graph.ends[2 * entry.edge], entry.cost + entry.from, origin)
      offer(graph.ends[2 * entry.edge + 1], entry.cost + max(0, graph.lengths[entry.edge] - entry.to), origin)
    }
    for bucket in 0..<SearchWorkspace.buckets {
      while heads[bucket] >= 0 {
        let item = items[Int(heads[bucket])]
        heads[bucket] = item.next
        let node = Int(item.node)
        // The node has come nearer since.
        if item.distance != distances[node] { continue }
        let origin = origins.map { $0[node] } ?? 0
        var half = Int(graph.halfOffsets[node])
        let end = Int(graph.halfOffsets[node &+ 1])
        while half < end {
          offer(graph.halves[half].node, item.distance + graph.halves[half].length, origin)
          half &+= 1
        }
      }
    }
    workspace.touchedCount = touchedCount
  }

  @inline(__always)
  private mutating func offer(_ node: Int32, _ distance: Double, _ origin: Int32) {
    let place = Int(node)
    let known = distances[place]
    if distance > limit || distance > known { return }
    if let origins {
      if distance == known, origin >= origins[place] { return }
      origins[place] = origin
    } else if distance == known {
      return
    }
    if known == .infinity {
      touched[touchedCount] = node
      touchedCount &+= 1
    }
    distances[place] = distance
    if count == capacity { grow() }
    // Rounding is monotone, so that no distance comes before the bucket of a shorter one.
    let bucket = min(Int(distance * scale), SearchWorkspace.buckets &- 1)
    items[count] = SearchWorkspace.Item(distance: distance, node: node, next: heads[bucket])
    heads[bucket] = Int32(truncatingIfNeeded: count)
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    workspace.grow(keeping: count)
    items = workspace.items
    capacity = workspace.capacity
  }
}
