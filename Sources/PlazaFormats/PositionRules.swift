internal import PlazaGeometry
internal import PlazaLayers

/// How positions of records are taken: WGS 84 has bounds, and any longitude and latitude have a place (0, 0) that stands for a missing one.
struct PositionRules: Sendable {
  private let hasWorldBounds: Bool
  private let hasNullIsland: Bool
  /// Whether a MultiPoint of several points becomes several records.
  let explode: Bool
  /// Whether positions are wanted at all.
  let positions: Bool

  init(_ request: PointRequest, crs: CRS) {
    hasWorldBounds = crs.isWGS84
    hasNullIsland = crs.isWGS84 || crs.isGeographicByCode
    explode = request.explode
    positions = request.positions
  }

  /// What becomes of a record at a position.
  func state(x: Double, y: Double) -> RecordState {
    if x == 0, y == 0, hasNullIsland { return .nullIsland }
    return hasWorldBounds && (x.magnitude > 180 || y.magnitude > 90) ? .outOfRange : .located
  }
}

extension CRS {
  /// EPSG keeps 4001…4999 for geographic systems and their like.
  fileprivate var isGeographicByCode: Bool {
    guard case .authority("EPSG", let code) = self, let number = Int(code) else { return false }
    return (4001...4999).contains(number)
  }
}
