public import PlazaGeometry

extension StreetLocator {
  /// Where spaces that are known by points (a position, or the entrances of each) are entered from the streets.
  ///
  /// Every point of a feature enters at its nearest place on a street, at the cost of the straight way there.
  /// - Parameter spaces: one feature for each space.
  /// - Parameter access: metres that a point may lie away from its street.
  /// - Parameter jobs: how many threads share the points; the result does not depend on it.
  public func entries(of spaces: PointColumn, access: Double = 100, jobs: Int = 1) -> StreetEntries {
    let found = points(spaces, within: access, jobs: jobs)
    return StreetEntries(
      (0..<spaces.featureCount).map { space in
        spaces.points(ofFeature: space).compactMap { point in
          found.position(of: point).map { StreetEntry($0, cost: found.access[point]) }
        }
      })
  }
}
