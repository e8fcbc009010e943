public import PlazaGeometry
internal import PlazaParallel

/// How an area is entered along its boundary.
public struct BoundaryRule: Hashable, Sendable {
  /// Metres that a place on the boundary may lie away from its street.
  public var access: Double
  /// Metres along the boundary from one such place to the next, at most.
  public var step: Double
  /// Whether the boundary is open everywhere: also where a street enters the area.
  public var always: Bool

  public init(access: Double = 30, step: Double = 20, always: Bool = false) {
    precondition(access >= 0 && access.isFinite && step > 0 && step.isFinite, "distances along a boundary")
    self.access = access
    self.step = step
    self.always = always
  }
}

extension StreetLocator {
  /// Where spaces that are areas are entered from the streets.
  ///
  /// The streets within an area and on its boundary, the places where they cross or touch it among them, cost nothing. Where there are none
  /// (or always, if the rule says so) the area is entered at places along its boundary, at the straight way from each to its nearest street,
  /// as Liu et al. 2021 do it (doi:10.1111/gean.12290). A street in a hole is outside.
  /// - Parameter spaces: one feature for each space, valid; one that is empty or has a coordinate that is not finite reaches
  ///   no street.
  /// - Parameter jobs: how many threads share the spaces; the result does not depend on it.
  /// - Complexity: for each area its vertices and the segments around them and within its box.
  public func entries(of spaces: PolygonColumn, rule: BoundaryRule = BoundaryRule(), jobs: Int = 1) -> StreetEntries {
    let areas = AreaEntries(locator: self, areas: spaces, rule: rule)
    let slots = Slots<[StreetEntry]>(count: spaces.featureCount)
    if graph.edgeCount > 0 {
      runAtOnce(Chunks(of: 1, in: spaces.featureCount), workers: jobs) { chunks in
        for chunk in chunks { slots[chunk.number] = areas.entries(of: chunk.number) }
      }
    }
    return StreetEntries((0..<spaces.featureCount).map { slots[$0] ?? [] })
  }
}
