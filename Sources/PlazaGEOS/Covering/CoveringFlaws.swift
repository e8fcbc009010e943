public import PlazaGeometry

/// Where areas that should lie side by side do not: ground that several cover, and ground between them that none does.
public struct CoveringFlaws: Hashable, Sendable {
  /// Two features with ground in common, the first before the second.
  public struct Pair: Hashable, Sendable {
    public var first: Int
    public var second: Int
  }

  /// Ascending.
  public var pairs: [Pair] = []
  /// What each pair has in common: one feature for each.
  public var overlaps = PolygonColumn()
  /// Ground enclosed by features that is in none: one feature of one polygon for each gap.
  public var gaps = PolygonColumn()
  /// The features around each gap, that with the longest border along it first.
  public var neighbours: [[Int]] = []
  /// Narrow ground between features that is open at an end: one feature of one polygon for each.
  public var openGaps = PolygonColumn()
  /// The features along each of these: two at least.
  public var openNeighbours: [[Int]] = []

  public init() {}
}

extension GEOS {
  /// Pairs of features with ground in common that are listed at most.
  public static let pairLimit = 1 << 21

  /// Gaps and overlaps of the features of a column.
  ///
  /// Edges that two features run through, each on its own side, bound neither a gap nor an overlap: they are set off first, and only what is
  /// left is noded and polygonized. Of each face the features that hold it are asked. Where several do, the edges that were set off there
  /// take part once more, for they may divide the features that share the ground.
  /// - Parameter column: valid features.
  /// - Parameter distance: how far beyond a gap its neighbours are looked for, in the units of the coordinates.
  /// - Parameter width: in metres of the metric: up to which ground between features is a gap though it is open at an end; 0 asks for none.
  /// - Throws: `GEOSError`; with the operation `pairs` when there are more than `pairLimit`.
  /// - Complexity: O(n) for the edges of features that fit, O((m + k) log m) for m other edges and their k crossings.
  public static func flaws(
    of column: PolygonColumn, reach distance: Double, width: Double = 0, metric: GroundMetric = .plane(metresPerUnit: 1)
  ) throws(GEOSError) -> CoveringFlaws {
    let balance = EdgeBalance(column)
    let open = balance.openLines().lines
    var result = CoveringFlaws()
    guard open.lineCount > 0 else { return result }
    let context = GEOSContext()
    var finder = FeatureFinder(column)
    let faces = try context.faces(of: [open])
    var crowded: [Int] = []
    for (face, place) in faces.places.enumerated() {
      let own = finder.features(at: place)
      if own.isEmpty {
        result.gaps.append(feature: face, of: faces.column)
        result.neighbours.append(finder.neighbours(ofGap: face, in: faces.column, distance))
      } else if own.count > 1 {
        crowded.append(face)
      }
    }
    if width > 0 {
      let open = try OpenGaps(width: width, metric: metric).find(balance, &finder, gaps: result.gaps, context)
      for gap in 0..<open.featureCount {
        let around = finder.neighbours(ofGap: gap, in: open, distance)
        guard around.count > 1 else { continue }
        result.openGaps.append(feature: gap, of: open)
        result.openNeighbours.append(around)
      }
    }
    guard !crowded.isEmpty else { return result }
    // How many hold a face is the same all over it, but not which: borders that fit may run through.
    let finer = try context.faces(of: [balance.lines(meeting: crowded.map { faces.column.envelope(ofFeature: $0) })])
    var shared: [(pair: UInt64, face: Int)] = []
    for (face, place) in finer.places.enumerated() {
      let own = finder.features(at: place)
      if shared.count + own.count * (own.count - 1) / 2 > pairLimit {
        throw GEOSError(operation: "pairs", message: "more than \(pairLimit)")
      }
      for (index, first) in own.enumerated() {
        for second in own[(index + 1)...] { shared.append((UInt64(first) << 32 | UInt64(second), face)) }
      }
    }
    try result.pair(context, finer.column, shared)
    return result
  }
}

extension CoveringFlaws {
  /// Puts the faces together that the same two features hold.
  fileprivate mutating func pair(
    _ context: GEOSContext, _ faces: PolygonColumn, _ shared: [(pair: UInt64, face: Int)]
  ) throws(GEOSError) {
    let keyed = shared.sorted { $0 < $1 }
    var start = 0
    while start < keyed.count {
      var end = start
      while end < keyed.count, keyed[end].pair == keyed[start].pair { end += 1 }
      if end == start + 1 {
        overlaps.append(feature: keyed[start].face, of: faces)
      } else {
        overlaps.append(contentsOf: try context.union(features: keyed[start..<end].map(\.face), of: faces))
      }
      pairs.append(Pair(first: Int(keyed[start].pair >> 32), second: Int(keyed[start].pair & 0xFFFF_FFFF)))
      start = end
    }
  }
}

extension FeatureFinder {
  /// The features that lie a little beyond the middle of each edge of a gap, by the length of these edges; of equal ones the first.
  fileprivate mutating func neighbours(ofGap gap: Int, in column: PolygonColumn, _ distance: Double) -> [Int] {
    var lengths: [Int: Double] = [:]
    for ring in column.rings(ofFeature: gap) {
      let vertices = column.vertices(ofRing: ring)
      // GEOS's normal form runs shells clockwise and holes counter-clockwise: what is beyond lies to the left.
      for vertex in vertices.dropLast() {
        let (a, b) = (column.coordinate(at: vertex), column.coordinate(at: vertex + 1))
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { continue }
        let place = Coordinate(
          x: (a.x + b.x) / 2 - dy / length * distance, y: (a.y + b.y) / 2 + dx / length * distance)
        if let feature = features(at: place).first { lengths[feature, default: 0] += length }
      }
    }
    return lengths.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
  }
}
