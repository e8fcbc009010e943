internal import PlazaGeometry

/// A quarter of a degree by a quarter, within which one azimuthal equidistant projection is true to a few millionths.
struct LocalCell: Hashable, Comparable {
  private var column: Int
  private var row: Int

  /// - Parameter box: in degrees; its middle counts.
  init(_ box: Envelope) {
    column = Int(saturating: ((box.minX + box.maxX) / 2 * 4).rounded())
    row = Int(saturating: ((box.minY + box.maxY) / 2 * 4).rounded())
  }

  /// Distances from the middle are true however far they lead.
  var crs: CRS {
    let (longitude, latitude) = (Double(column) / 4, Double(row) / 4)
    return .definition("+proj=aeqd +lat_0=\(latitude) +lon_0=\(longitude) +datum=WGS84 +units=m +no_defs")
  }

  static func < (a: LocalCell, b: LocalCell) -> Bool { (a.row, a.column) < (b.row, b.column) }
}
