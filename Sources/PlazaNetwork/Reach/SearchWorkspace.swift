/// The memory of searches on one graph: every worker has one and uses it again for each search.
final class SearchWorkspace {
  /// A place of the heap: a node at a distance from a space.
  struct Item {
    var distance: Double
    var node: Int32
    var origin: Int32
  }

  /// Infinite where the present search has not been.
  let distances: UnsafeMutablePointer<Double>
  /// The space that is nearest, the lowest of equals; of no meaning where the distance is infinite.
  let origins: UnsafeMutablePointer<Int32>
  /// Nodes with a finite distance, each once.
  let touched: UnsafeMutablePointer<Int32>
  var touchedCount = 0
  /// Marks of edges, all false between their uses.
  let isEntered: UnsafeMutablePointer<Bool>
  /// Only grows.
  private(set) var heap: UnsafeMutablePointer<Item>
  private(set) var capacity = 4_096
  let nodeCount: Int

  init(_ graph: StreetGraph) {
    nodeCount = graph.nodeCount
    distances = .allocate(capacity: nodeCount)
    distances.initialize(repeating: .infinity, count: nodeCount)
    origins = .allocate(capacity: nodeCount)
    origins.initialize(repeating: 0, count: nodeCount)
    touched = .allocate(capacity: nodeCount)
    isEntered = .allocate(capacity: graph.edgeCount)
    isEntered.initialize(repeating: false, count: graph.edgeCount)
    heap = .allocate(capacity: capacity)
  }

  deinit {
    distances.deallocate()
    origins.deallocate()
    touched.deallocate()
    isEntered.deallocate()
    heap.deallocate()
  }

  /// Makes the heap twice as large, keeping its first items.
  func grow(keeping count: Int) {
    let larger = UnsafeMutablePointer<Item>.allocate(capacity: 2 * capacity)
    larger.update(from: heap, count: count)
    heap.deallocate()
    heap = larger
    capacity *= 2
  }

  func sortTouched() {
    var nodes = UnsafeMutableBufferPointer(start: touched, count: touchedCount)
    nodes.sort()
  }

  /// Forgets the search that was run last.
  func reset() {
    for i in 0..<touchedCount { distances[Int(touched[i])] = .infinity }
    touchedCount = 0
  }
}
