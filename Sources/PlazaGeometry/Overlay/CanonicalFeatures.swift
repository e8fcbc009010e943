extension PolygonColumn {
  /// The features in an order that does not depend on the one that they came in: by box, from below and from the left, then by size.
  ///
  /// Features with the same box and surface are told apart by their coordinates; equal ones keep their order, which then changes nothing.
  public var canonicalOrder: [Int] {
    let keys = (0..<featureCount).map { feature in
      let box = envelope(ofFeature: feature)
      return [box.minY, box.minX, box.maxY, box.maxX, planarArea(ofFeature: feature)]
    }
    func precedes(_ a: Int, _ b: Int) -> Bool {
      for (one, other) in zip(keys[a], keys[b]) where one != other { return one < other }
      let (one, other) = (vertices(ofFeature: a), vertices(ofFeature: b))
      if one.count != other.count { return one.count < other.count }
      for (i, j) in zip(2 * one.lowerBound..<2 * one.upperBound, 2 * other.lowerBound..<2 * other.upperBound)
      where coordinates[i] != coordinates[j] {
        return coordinates[i] < coordinates[j]
      }
      return a < b
    }
    return (0..<featureCount).sorted(by: precedes)
  }

  /// The features in another order. O(vertices).
  public func reordered(_ order: [Int]) -> PolygonColumn {
    var result = PolygonColumn()
    result.reserveCapacity(vertices: vertexCount)
    for feature in order { result.append(feature: feature, of: self) }
    return result
  }
}
