/// Shortest distances from the entries of spaces to the nodes around them, over plain pointers.
///
/// Dijkstra 1959, doi:10.1007/BF01386390, from many sources and up to a limit, with a heap of four children that keeps outdated items.
/// A distance is the least over all ways of the lengths added up from the entry, which rounding does not make depend on the order of the
/// search; of two spaces at the same distance the lower is kept.
struct StreetSearch {
  private let graph: GraphPointers
  private let limit: Double
  private let workspace: SearchWorkspace
  private let distances: UnsafeMutablePointer<Double>
  private let origins: UnsafeMutablePointer<Int32>
  private let touched: UnsafeMutablePointer<Int32>
  private var heap: UnsafeMutablePointer<SearchWorkspace.Item>
  private var capacity: Int
  private var count = 0
  private var touchedCount = 0

  init(_ graph: GraphPointers, limit: Double, workspace: SearchWorkspace) {
    (self.graph, self.limit) = (graph, limit)
    self.workspace = workspace
    distances = workspace.distances
    origins = workspace.origins
    touched = workspace.touched
    heap = workspace.heap
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
    while count > 0 {
      let item = heap[0]
      removeFirst()
      let node = Int(item.node)
      // A better way was found after this one.
      if item.distance != distances[node] || item.origin != origins[node] { continue }
      var half = Int(graph.halfOffsets[node])
      let end = Int(graph.halfOffsets[node &+ 1])
      while half < end {
        offer(graph.halves[half].node, item.distance + graph.halves[half].length, item.origin)
        half &+= 1
      }
    }
    workspace.touchedCount = touchedCount
  }

  @inline(__always)
  private mutating func offer(_ node: Int32, _ distance: Double, _ origin: Int32) {
    let place = Int(node)
    let known = distances[place]
    if distance > limit || distance > known || distance == known && origin >= origins[place] { return }
    if known == .infinity {
      touched[touchedCount] = node
      touchedCount &+= 1
    }
    distances[place] = distance
    origins[place] = origin
    insert(SearchWorkspace.Item(distance: distance, node: node, origin: origin))
  }

  // MARK: Heap

  @inline(__always)
  private mutating func insert(_ item: SearchWorkspace.Item) {
    if count == capacity { grow() }
    var place = count
    count &+= 1
    while place > 0 {
      let parent = (place &- 1) >> 2
      if heap[parent].distance <= item.distance { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = item
  }

  @inline(never)
  private mutating func grow() {
    workspace.grow(keeping: count)
    heap = workspace.heap
    capacity = workspace.capacity
  }

  @inline(__always)
  private mutating func removeFirst() {
    count &-= 1
    let item = heap[count]
    var place = 0
    while true {
      let first = place << 2 &+ 1
      if first >= count { break }
      var best = first
      let end = min(first &+ 4, count)
      var child = first &+ 1
      while child < end {
        if heap[child].distance < heap[best].distance { best = child }
        child &+= 1
      }
      if heap[best].distance >= item.distance { break }
      heap[place] = heap[best]
      place = best
    }
    heap[place] = item
  }
}
