internal import PlazaGeometry
internal import PlazaStatistics

/// Draws positions from polygons by their weights, evenly within each: what chance would spread records over.
struct PieceSampler: Sendable {
  private let boxes: [Envelope]
  /// The sum of the weights up to and with each piece.
  private let sums: [Double]
  private let locator: AreaLocator

  /// - Parameters:
  ///   - pieces: valid features in canonical order, which hardly overlap.
  ///   - weights: one for each, finite and not negative.
  /// - Returns: nil where no piece with surface has a weight.
  init?(_ pieces: PolygonColumn, weights: [Double], jobs: Int) {
    var sums: [Double] = []
    var total = 0.0
    for feature in 0..<pieces.featureCount {
      if pieces.planarArea(ofFeature: feature) > 0 { total += weights[feature] }
      sums.append(total)
    }
    guard total > 0, total.isFinite else { return nil }
    self.sums = sums
    boxes = (0..<pieces.featureCount).map { pieces.envelope(ofFeature: $0) }
    locator = AreaLocator(pieces, jobs: jobs)
  }

  /// Each polygon of a study area as a piece of its own, weighing its surface: an even spread.
  init?(evenOver ground: PolygonColumn, jobs: Int) {
    let pieces = PolygonColumn(
      coordinates: ground.coordinates, ringOffsets: ground.ringOffsets, polygonOffsets: ground.polygonOffsets,
      featureOffsets: Array(0...ground.polygonCount))
    self.init(pieces, weights: (0..<pieces.featureCount).map { pieces.planarArea(ofFeature: $0) }, jobs: jobs)
  }

  /// One position; O(log pieces) and as many tries as the piece's box is larger than the piece.
  func draw(_ stream: inout RandomStream) -> (x: Double, y: Double) {
    let wanted = stream.unit() * sums[sums.count - 1]
    // The first piece whose sum exceeds the wanted one: never one without weight.
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    let box = boxes[low]
    while true {
      let (x, y) = (box.minX + stream.unit() * box.width, box.minY + stream.unit() * box.height)
      // Where pieces overlap the locator names another: taken as well, or a piece that lies under another would never be hit.
      let (area, flags) = locate(x, y)
      if area == Int32(low) || area >= 0 && flags & AreaLocator.ambiguous != 0 { return (x, y) }
    }
  }

  private func locate(_ x: Double, _ y: Double) -> (area: Int32, flags: UInt8) {
    var area = AreaLocator.none
    var flags: UInt8 = 0
    withUnsafePointer(to: x) { x in
      withUnsafePointer(to: y) { y in
        withUnsafeMutablePointer(to: &area) { area in
          withUnsafeMutablePointer(to: &flags) { flags in
            locator.locate(
              x: UnsafeBufferPointer(start: x, count: 1), y: UnsafeBufferPointer(start: y, count: 1),
              areas: UnsafeMutableBufferPointer(start: area, count: 1), flags: UnsafeMutableBufferPointer(start: flags, count: 1))
          }
        }
      }
    }
    return (area, flags)
  }
}
