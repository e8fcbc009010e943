/// How far every street is from the nearest of some spaces, up to a limit.
public struct StreetReach: Sendable {
  /// A space and the walk to it.
  public struct Nearest: Hashable, Sendable {
    /// Metres.
    public var distance: Double
    /// The lowest of those equally near.
    public var space: Int

    public init(distance: Double, space: Int) {
      self.distance = distance
      self.space = space
    }
  }

  /// Metres.
  public let limit: Double
  /// For each node the metres to the nearest space; infinite beyond the limit.
  public let nodeDistances: [Double]
  private let nodeSpaces: [Int32]
  /// All entries, by edge.
  private let entries: [StreetEntry]
  private let entrySpaces: [Int32]
  private let graph: StreetGraph

  init(_ graph: StreetGraph, _ spaces: StreetEntries, limit: Double) {
    graph.check(spaces, limit: limit)
    var order: [(entry: StreetEntry, space: Int32)] = []
    for space in 0..<spaces.spaceCount {
      for entry in spaces.entries(ofSpace: space) { order.append((entry, Int32(space))) }
    }
    order.sort { $0.entry == $1.entry ? $0.space < $1.space : $0.entry < $1.entry }
    let entries = order.map { $0.entry }
    let entrySpaces = order.map { $0.space }
    var nodeDistances: [Double] = []
    var nodeSpaces: [Int32] = []
    _ = graph.withPointers { pointers in
      let workspace = SearchWorkspace(graph)
      var search = StreetSearch(pointers, limit: limit, workspace: workspace, namesOrigins: true)
      entries.withUnsafeBufferPointer { entries in
        entrySpaces.withUnsafeBufferPointer { search.run(entries, origins: $0.baseAddress) }
      }
      nodeDistances = Array(UnsafeBufferPointer(start: workspace.distances, count: graph.nodeCount))
      nodeSpaces = Array(UnsafeBufferPointer(start: workspace.origins, count: graph.nodeCount))
    }
    (self.graph, self.limit, self.entries, self.entrySpaces) = (graph, limit, entries, entrySpaces)
    (self.nodeDistances, self.nodeSpaces) = (nodeDistances, nodeSpaces)
  }

  /// The walk to the nearest space, exact on edges; nil beyond the limit. O(log entries).
  public func nearest(at position: StreetPosition) -> Nearest? {
    let edge = position.edge
    let (start, end) = graph.nodes(ofEdge: edge)
    var best = (distance: nodeDistances[start] + position.offset, space: nodeSpaces[start])
    func offer(_ distance: Double, _ space: Int32) {
      if (distance, space) < best { best = (distance, space) }
    }
    offer(nodeDistances[end] + max(0, graph.lengths[edge] - position.offset), nodeSpaces[end])
    var place = firstEntry(onEdge: edge)
    while place < entries.count, entries[place].edge == edge {
      let entry = entries[place]
      offer(entry.cost + max(0, entry.from - position.offset, position.offset - entry.to), entrySpaces[place])
      place += 1
    }
    return best.distance <= limit ? Nearest(distance: best.distance, space: Int(best.space)) : nil
  }

  /// The metres to the nearest space, exact on edges; nil beyond the limit.
  public func distance(at position: StreetPosition) -> Double? { nearest(at: position)?.distance }

  /// For each point the walk to the nearest space: from the point straight to its street, and on along the streets; nil where the point has
  /// no street or the sum is beyond the limit.
  public func nearest(to points: StreetPoints) -> [Nearest?] {
    (0..<points.count).map { point in
      guard let position = points.position(of: point), var found = nearest(at: position) else { return nil }
      found.distance += points.access[point]
      return found.distance <= limit ? found : nil
    }
  }

  /// The stretches of street within a number of metres, the limit or less, of the nearest space: disjoint, by edge and offset.
  ///
  /// Stretches of no length are left out. O(nodes + entries + edges reached).
  public func parts(within distance: Double? = nil) -> [StreetPart] {
    let distance = distance ?? limit
    precondition(distance <= limit, "streets were searched up to the limit only")
    var parts: [StreetPart] = []
    let nodes = nodeDistances.indices.filter { nodeDistances[$0] <= distance }.map { Int32($0) }
    var isEntered = [Bool](repeating: false, count: graph.edgeCount)
    _ = graph.withPointers { pointers in
      nodeDistances.withUnsafeBufferPointer { distances in
        nodes.withUnsafeBufferPointer { nodes in
          entries.withUnsafeBufferPointer { entries in
            isEntered.withUnsafeMutableBufferPointer { isEntered in
              guard let distances = distances.baseAddress, let isEntered = isEntered.baseAddress else { return }
              ReachedParts(graph: pointers, distances: distances, limit: distance)
                .append(nodes: nodes, entries: entries, isEntered: isEntered, to: &parts)
            }
          }
        }
      }
    }
    return parts
  }

  private func firstEntry(onEdge edge: Int) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].edge < edge { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension StreetGraph {
  /// How far every street is from the nearest space, up to a limit in metres.
  ///
  /// One search from all entries at once; an entry that costs more than the limit reaches nothing. The distances do not depend on the order
  /// of the entries.
  /// - Complexity: O(n log n) for n edges within the limit, and memory for every node.
  public func reach(from spaces: StreetEntries, limit: Double) -> StreetReach { StreetReach(self, spaces, limit: limit) }
}
