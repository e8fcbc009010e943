/// Finds the borders near points: which areas have an edge within a distance of each, exact but for the rounding of distances.
///
/// Edges are straight in the CRS of the areas and distances those of `GroundMetric` at the point, computed in doubles: wrong by
/// less than 10⁻⁶ m for areas of this planet, so an edge whose distance is that near to the radius may be found or not. With a
/// radius of 0 (or one within that error) just the points on an edge are found, by exact orientation. What is found depends
/// neither on the cells of the locator nor on the order or direction of rings. A disc does not reach across the antimeridian.
public struct BorderSearch: Sendable {
  private let locator: AreaLocator
  private let scales: ScaleTable
  private let clearance: EdgeClearance
  private let padX: Double
  private let padY: Double
  private let exactBelow: Double

  /// - Parameter metric: of the CRS of the areas.
  /// - Complexity: O(cells of the locator), and a byte of memory for each.
  public init(_ locator: AreaLocator, metric: GroundMetric) {
    self.locator = locator
    clearance = EdgeClearance(locator)
    let box = locator.grid.box
    scales = ScaleTable(metric, from: box.minY, to: box.maxY)
    let size = (x: max(box.minX.magnitude, box.maxX.magnitude), y: max(box.minY.magnitude, box.maxY.magnitude))
    padX = size.x * 0x1p-50
    padY = size.y * 0x1p-50
    let scale = metric.scales(y: 0)
    exactBelow = max(size.x * scale.x, size.y * scale.y) * 0x1p-40
  }

  /// Finds the areas with an edge within a distance of each point of a batch.
  ///
  /// - Parameter radius: metres, 0 or more.
  /// - Parameter areas: what the locator said of these points.
  /// - Parameter flags: what it said beside.
  /// - Parameter reach: receives the points with an edge in their disc and what areas these discs touch. Points with a
  ///   coordinate or a radius that is not finite, or with a radius below 0, are left out.
  /// - Complexity: in proportion to the cells of the locator that the disc's box meets, and to the edges in these.
  public func find(
    x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, radius: Double,
    areas: UnsafeBufferPointer<Int32>, flags: UnsafeBufferPointer<UInt8>, into reach: inout BorderReach
  ) {
    withUnsafePointer(to: radius) { find(x: x, y: y, radii: $0, stride: 0, areas: areas, flags: flags, into: &reach) }
  }

  /// Finds the areas with an edge within a distance of its own of each point of a batch; see `find(x:y:radius:areas:flags:into:)`.
  public func find(
    x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, radii: UnsafeBufferPointer<Double>,
    areas: UnsafeBufferPointer<Int32>, flags: UnsafeBufferPointer<UInt8>, into reach: inout BorderReach
  ) {
    precondition(radii.count >= x.count, "columns of different length")
    guard let start = radii.baseAddress else { return reach.removeAll() }
    find(x: x, y: y, radii: start, stride: 1, areas: areas, flags: flags, into: &reach)
  }

  private func find(
    x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, radii: UnsafePointer<Double>, stride: Int,
    areas: UnsafeBufferPointer<Int32>, flags: UnsafeBufferPointer<UInt8>, into reach: inout BorderReach
  ) {
    precondition(x.count == y.count && areas.count >= x.count && flags.count >= x.count, "columns of different length")
    reach.removeAll()
    guard let xs = x.baseAddress, let ys = y.baseAddress, let areas = areas.baseAddress, let flags = flags.baseAddress,
      !locator.grid.box.isEmpty
    else { return }
    withKernel { kernel in
      var start = 0
      while start < x.count {
        kernel.find(
          x: xs, y: ys, radii: radii, stride: stride, range: start..<min(start &+ LocatorKernel.block, x.count),
          areas: areas, flags: flags, into: &reach)
        start &+= LocatorKernel.block
      }
    }
  }

  private func withKernel(_ body: (BorderKernel) -> Void) {
    scales.withReader { scales in
      clearance.withValues { clearance in
        locator.column.coordinates.withUnsafeBufferPointer { values in
          guard let values = values.baseAddress else { return }
          body(
            BorderKernel(
              locator, values: values, scales: scales, clearance: clearance, pad: (padX, padY), exactBelow: exactBelow))
        }
      }
    }
  }
}
