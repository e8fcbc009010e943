public import PlazaGeometry

/// Ground of areas that lies outside of the larger area that they belong to.
public struct OutsideParents: Hashable, Sendable {
  /// The areas that have such ground, ascending.
  public var children: [Int] = []
  /// What lies outside: one feature for each of them.
  public var ground = PolygonColumn()

  public init() {}
}

extension GEOS {
  /// What of each child lies outside of its parent.
  ///
  /// By parent, the edges of the children are set off against each other and against the parent's own: where the parts make up the whole
  /// nothing is left of them. Only what is left is polygonized, and only children that meet such ground are cut.
  /// - Parameter parentOf: the parent of each child; −1 for one without, which is left out.
  /// - Throws: `GEOSError` naming the child; `CancellationError`.
  public static func outside(
    _ children: PolygonColumn, _ parents: PolygonColumn, parentOf: [Int], jobs: Int
  ) async throws -> OutsideParents {
    precondition(parentOf.count == children.featureCount, "a parent for each child")
    var balance = EdgeBalance(edges: children.vertexCount + parents.vertexCount)
    var members = [[Int]](repeating: [], count: parents.featureCount)
    for (child, parent) in parentOf.enumerated() where parent >= 0 {
      members[parent].append(child)
      balance.add(child, of: children, label: parent)
    }
    for parent in members.indices where !members[parent].isEmpty { balance.add(parent, of: parents, label: parent, sign: -1) }
    let (labels, lines) = balance.openLines()
    let groups = members
    let chunks = try await mapRanges(count: labels.count, size: 1, jobs: jobs) { context, range in
      var result = OutsideParents()
      for place in range {
        let parent = labels[place]
        let own = children.selecting(groups[parent])
        try context.outside(own, parent, of: parents, lines.selecting([place]), groups[parent], into: &result)
      }
      return result
    }
    var found: [(child: Int, chunk: Int, place: Int)] = []
    for (chunk, part) in chunks.enumerated() {
      for (place, child) in part.children.enumerated() { found.append((child, chunk, place)) }
    }
    found.sort { $0 < $1 }
    var result = OutsideParents()
    for (child, chunk, place) in found {
      result.children.append(child)
      result.ground.append(feature: place, of: chunks[chunk].ground)
    }
    return result
  }
}

extension GEOSContext {
  /// - Parameter own: the children of the parent, of the numbers `children`.
  fileprivate func outside(
    _ own: PolygonColumn, _ parent: Int, of parents: PolygonColumn, _ lines: LineColumn, _ children: [Int],
    into result: inout OutsideParents
  ) throws(GEOSError) {
    let faces = try faces(of: [lines])
    var finder = FeatureFinder(own)
    var holder = FeatureFinder(parents.selecting([parent]))
    var parts = [[Int]](repeating: [], count: children.count)
    for (face, place) in faces.places.enumerated() {
      guard holder.features(at: place).isEmpty, !finder.features(at: place).isEmpty else { continue }
      for child in finder.near(faces.column.envelope(ofFeature: face)) { parts[child].append(face) }
    }
    for child in children.indices where !parts[child].isEmpty {
      var pieces = PolygonColumn()
      for face in parts[child] {
        try intersection(child, of: own, face, of: faces.column).appendPolygons(to: &pieces)
      }
      let count = pieces.polygonCount
      guard count > 0 else { continue }
      pieces.endFeature()
      result.ground.append(contentsOf: try union(features: Array(0..<count), of: pieces.polygonsAsFeatures))
      result.children.append(children[child])
    }
  }
}
