internal import PlazaParallel

/// The surface that each feature of one column of polygons has in common with each feature of another.
///
/// Planar, in the square of the unit of the coordinates, which both columns share; no geometry is made. Features must be valid, and may
/// overlap others of their own column. Errors are some 10⁻¹⁴ of the box that two polygons have in common; overlaps below 10⁻¹² of the
/// smaller feature are left out as no overlap, so that neighbours along a border have none.
public struct Overlaps: Hashable, Sendable {
  /// The start of each left feature's pairs; one entry more than there are features.
  public private(set) var offsets: [Int] = [0]
  /// The right feature of each pair, ascending within a left feature.
  public private(set) var features: [Int32] = []
  /// The common surface of each pair, above 0.
  public private(set) var surfaces: [Double] = []

  /// Below this share of the smaller feature two features have nothing in common.
  static let least = 1e-12
  private static let chunk = 64

  /// The places of the pairs of a feature of the first column.
  public func pairs(ofFeature feature: Int) -> Range<Int> { offsets[feature]..<offsets[feature + 1] }

  /// - Parameter jobs: threads; the result does not depend on it.
  /// - Complexity: O((n + k) log n) for n edges and k pairs of blocks (of up to 160 edges) whose boxes meet, each of which costs the product
  ///   of the edges that they have within the common box.
  public init(_ left: PolygonColumn, _ right: PolygonColumn, jobs: Int) {
    let (a, b) = (EdgeBlocks(left), EdgeBlocks(right))
    let index = BoxIndex(b.boxes)
    let chunks = Chunks(of: Self.chunk, in: a.count)
    let slots = Slots<[Pair]>(count: chunks.count)
    let most = (left: a.most, right: b.most)
    runAtOnce(chunks, workers: jobs) { chunks in
      let kernel = OverlapKernel(most: most)
      var met: [Int] = []
      for chunk in chunks {
        var pairs: [Pair] = []
        for block in chunk.range {
          Self.visit(block, a, b, index, kernel, &met, &pairs)
        }
        slots[chunk.number] = pairs
      }
    }
    let size = (
      left: (0..<left.featureCount).map { left.planarArea(ofFeature: $0) },
      right: (0..<right.featureCount).map { right.planarArea(ofFeature: $0) }
    )
    collect((0..<chunks.count).lazy.map { slots[$0] ?? [] }, size.left, size.right)
  }

  private struct Pair {
    var left: Int32
    var right: Int32
    var surface: Double
    var order = 0
  }

  private static func visit(
    _ block: Int, _ a: EdgeBlocks, _ b: EdgeBlocks, _ index: BoxIndex, _ kernel: borrowing OverlapKernel, _ met: inout [Int],
    _ pairs: inout [Pair]
  ) {
    let box = a.boxes[block]
    met.removeAll(keepingCapacity: true)
    index.forEach(meeting: box) { met.append($0) }
    // The order of a sum is that of the blocks, whatever shape the index has.
    met.sort()
    a.withEdges { edges in
      let own = UnsafeBufferPointer(rebasing: edges[a.starts[block]..<a.starts[block + 1]])
      b.withEdges { edges in
        for other in met {
          let across = b.boxes[other]
          let common = Envelope(
            minX: max(box.minX, across.minX), minY: max(box.minY, across.minY), maxX: min(box.maxX, across.maxX),
            maxY: min(box.maxY, across.maxY))
          guard common.maxX > common.minX, common.maxY > common.minY else { continue }
          let surface = kernel.surface(
            own, UnsafeBufferPointer(rebasing: edges[b.starts[other]..<b.starts[other + 1]]), in: common)
          if surface > 0 { pairs.append(Pair(left: a.features[block], right: b.features[other], surface: surface)) }
        }
      }
    }
  }

  private mutating func collect(_ chunks: some Sequence<[Pair]>, _ left: [Double], _ right: [Double]) {
    var own: [Pair] = []
    func close(_ result: inout Overlaps, upTo feature: Int) {
      // Pairs of the same two features are summed in the order of their blocks.
      own.sort { $0.right == $1.right ? $0.order < $1.order : $0.right < $1.right }
      let current = result.offsets.count - 1
      var place = 0
      while place < own.count {
        let other = own[place].right
        var sum = 0.0
        while place < own.count, own[place].right == other {
          sum += own[place].surface
          place += 1
        }
        if sum > Self.least * min(left[current], right[Int(other)]) {
          result.features.append(other)
          result.surfaces.append(sum)
        }
      }
      own.removeAll(keepingCapacity: true)
      while result.offsets.count <= feature { result.offsets.append(result.features.count) }
    }
    for chunk in chunks {
      for pair in chunk {
        if Int(pair.left) > offsets.count - 1 { close(&self, upTo: Int(pair.left)) }
        own.append(pair)
        own[own.count - 1].order = own.count
      }
    }
    close(&self, upTo: left.count)
  }
}
