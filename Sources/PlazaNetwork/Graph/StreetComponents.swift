/// The pieces of a street graph between which nobody can walk.
public struct StreetComponents: Sendable {
  /// Component of each node; components are numbered by their lowest node.
  let componentOfNode: [Int32]
  /// Edges of each component.
  public let edgeCounts: [Int]
  /// Length of each component, in metres.
  public let lengths: [Double]

  public var count: Int { lengths.count }
  /// Of all streets, in metres.
  public var totalLength: Double { lengths.reduce(0, +) }

  /// The longest component, the lowest of equals; nil in a graph without edges.
  public var largest: Int? { lengths.indices.max { (lengths[$0], -$0) < (lengths[$1], -$1) } }

  /// The share of all length that lies in the longest component; nil in a graph without edges.
  public var shareOfLargest: Double? { largest.map { lengths[$0] / totalLength } }

  /// The piece that a node belongs to.
  public func component(ofNode node: Int) -> Int { Int(componentOfNode[node]) }

  /// - Complexity: O(nodes + edges).
  init(nodeCount: Int, halfOffsets: [Int32], halves: [StreetGraph.Half], ends: [Int32], lengths: [Double]) {
    var componentOfNode = [Int32](repeating: -1, count: nodeCount)
    var count: Int32 = 0
    var open: [Int32] = []
    for node in 0..<nodeCount where componentOfNode[node] < 0 {
      componentOfNode[node] = count
      open.append(Int32(node))
      while let next = open.popLast() {
        for half in halfOffsets[Int(next)]..<halfOffsets[Int(next) + 1] {
          let other = halves[Int(half)].node
          if componentOfNode[Int(other)] < 0 {
            componentOfNode[Int(other)] = count
            open.append(other)
          }
        }
      }
      count += 1
    }
    var edgeCounts = [Int](repeating: 0, count: Int(count))
    var sums = [Double](repeating: 0, count: Int(count))
    for edge in lengths.indices {
      let component = Int(componentOfNode[Int(ends[2 * edge])])
      edgeCounts[component] += 1
      sums[component] += lengths[edge]
    }
    self.componentOfNode = componentOfNode
    self.edgeCounts = edgeCounts
    self.lengths = sums
  }
}
