public import PlazaGeometry

/// The CRS in metres that a study is computed in, when the caller names none.
public enum StudyCRS {
  /// How far in degrees a box may reach beyond a UTM zone: there the scale is still within a thousandth.
  public static let reach = 1.0

  /// The UTM zone of the box's centre if the box reaches at most 1° beyond it, else a Lambert azimuthal projection of equal area centred on
  /// that centre rounded to whole degrees; on WGS 84 both.
  ///
  /// The exceptions of UTM for Norway and Svalbard are not made. Beyond 80° south and 84° north there is no zone.
  /// - Parameter box: in degrees of longitude and latitude, not empty.
  public static func choose(around box: Envelope) -> CRS {
    let longitude = (box.minX + box.maxX) / 2
    let latitude = (box.minY + box.maxY) / 2
    let zone = min(60, max(1, Int(saturating: min(60, (longitude + 180) / 6)) + 1))
    let west = Double(zone) * 6 - 186
    let isInZone = box.minX >= west - reach && box.maxX <= west + 6 + reach && box.minY >= -80 - reach && box.maxY <= 84 + reach
    if isInZone { return .epsg((latitude < 0 ? 32700 : 32600) + zone) }
    return azimuthal(longitude: longitude.rounded(), latitude: latitude.rounded())
  }

  /// Lambert's azimuthal projection of equal area on WGS 84, in metres.
  public static func azimuthal(longitude: Double, latitude: Double) -> CRS {
    .definition("+proj=laea +lat_0=\(whole(latitude)) +lon_0=\(whole(longitude)) +datum=WGS84 +units=m +no_defs")
  }

  private static func whole(_ degrees: Double) -> String { String(Int(saturating: degrees)) }
}
