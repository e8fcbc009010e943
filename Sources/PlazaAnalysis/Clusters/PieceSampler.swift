internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaStatistics

/// Draws positions from polygons by their weights, evenly within each: what chance would spread records over.
struct PieceSampler: Sendable {
  private let boxes: [Envelope]
  /// The sum of the weights up to and with each piece.
  private let sums: [Double]
  private let locator: AreaLocator

  /// About how many squares a study area is cut into.
  private static let squares = 1024
  /// A piece that so many tries do not hit is thinner than coordinates tell apart.
  private static let tries = 1_000_000

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

  /// An even spread over a study area, cut into squares so that a piece fills most of its box whatever the shape of the whole.
  /// - Throws: `GEOSError`.
  init?(evenOver ground: PolygonColumn, jobs: Int) throws(GEOSError) {
    let box = ground.envelope
    let side = (box.width * box.height / Double(Self.squares)).squareRoot()
    guard side > 0 else { return nil }
    let pieces = try GEOSContext().clip(SquareGrid(cell: side), to: ground).polygons
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
    for _ in 1..<Self.tries {
      let (x, y) = position(in: box, &stream)
      // Where pieces overlap the locator names another: taken as well, or a piece that lies under another would never be hit.
      let (area, flags) = locate(x, y)
      if area == Int32(low) || area >= 0 && flags & AreaLocator.ambiguous != 0 { return (x, y) }
    }
    return position(in: box, &stream)
  }

  private func position(in box: Envelope, _ stream: inout RandomStream) -> (x: Double, y: Double) {
    let x = box.minX + stream.unit() * box.width
    return (x, box.minY + stream.unit() * box.height)
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
