/// The memory of searches on one graph: every worker has one and uses it again for each search.
final class SearchWorkspace {
  /// A node to be looked at, in the list of its bucket.
  struct Item {
    /// When it was put there; it is out of date where the node has come nearer since.
    var distance: Double
    var node: Int32
    /// The next item of the bucket; −1 for none.
    var next: Int32
  }

  static let buckets = 512

  /// Infinite where the present search has not been.
  let distances: UnsafeMutablePointer<Double>
  /// The space that is nearest, the lowest of equals; only kept where it is asked for.
  let origins: UnsafeMutablePointer<Int32>
  /// Nodes with a finite distance, each once.
  let touched: UnsafeMutablePointer<Int32>
  var touchedCount = 0
  /// Marks of edges, all false between their uses.
  let isEntered: UnsafeMutablePointer<Bool>
  /// The first item of each bucket; −1 for none, as they all are between searches.
  let heads: UnsafeMutablePointer<Int32>
  /// Only grows.
  private(set) var items: UnsafeMutablePointer<Item>
  private(set) var capacity = 4_096
  /// A bit for each node, all zero between their uses.
  private let bits: UnsafeMutablePointer<UInt64>

  init(_ graph: StreetGraph) {
    let nodes = graph.nodeCount
    distances = .allocate(capacity: nodes)
    distances.initialize(repeating: .infinity, count: nodes)
    origins = .allocate(capacity: nodes)
    origins.initialize(repeating: 0, count: nodes)
    touched = .allocate(capacity: nodes)
    isEntered = .allocate(capacity: graph.edgeCount)
    isEntered.initialize(repeating: false, count: graph.edgeCount)
    heads = .allocate(capacity: Self.buckets)
    heads.initialize(repeating: -1, count: Self.buckets)
    items = .allocate(capacity: capacity)
    bits = .allocate(capacity: nodes / 64 + 1)
    bits.initialize(repeating: 0, count: nodes / 64 + 1)
  }

  deinit {
    distances.deallocate()
    origins.deallocate()
    touched.deallocate()
    isEntered.deallocate()
    heads.deallocate()
    items.deallocate()
    bits.deallocate()
  }

  /// Makes room for twice as many items, keeping the first of them.
  func grow(keeping count: Int) {
    let larger = UnsafeMutablePointer<Item>.allocate(capacity: 2 * capacity)
    larger.update(from: items, count: count)
    items.deallocate()
    items = larger
    capacity *= 2
  }

  /// Puts the touched nodes in ascending order: a bit for each, read back word by word.
  func sortTouched() {
    var (first, last) = (Int.max, -1)
    for place in 0..<touchedCount {
      let node = Int(touched[place])
      bits[node >> 6] |= 1 << UInt64(node & 63)
      first = min(first, node >> 6)
      last = max(last, node >> 6)
    }
    var count = 0
    var word = first
    while word <= last {
      var rest = bits[word]
      bits[word] = 0
      while rest != 0 {
        touched[count] = Int32(word << 6 | rest.trailingZeroBitCount)
        count += 1
        rest &= rest - 1
      }
      word += 1
    }
  }

  /// Forgets the search that was run last.
  func reset() {
    for i in 0..<touchedCount { distances[Int(touched[i])] = .infinity }
    touchedCount = 0
  }
}
