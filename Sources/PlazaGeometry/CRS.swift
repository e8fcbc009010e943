/// A coordinate reference system as a value: what it is called, not what it means (that is PlazaPROJ's knowledge).
public enum CRS: Hashable, Sendable, CustomStringConvertible {
  /// An authority and its code, as `EPSG` and `5460`.
  case authority(String, code: String)
  /// A definition in WKT or as a PROJ string.
  case definition(String)

  /// A system by its number in the register of the IOGP.
  public static func epsg(_ code: Int) -> CRS { .authority("EPSG", code: String(code)) }

  /// Longitude and latitude on WGS 84, longitude first: what RFC 7946 prescribes.
  public static let wgs84 = CRS.authority("OGC", code: "CRS84")

  /// Longitude and latitude on WGS 84 under either of its names; Plaza keeps longitude first for both.
  public var isWGS84: Bool { self == .wgs84 || self == .epsg(4326) }

  /// Reads `EPSG:5460`, `epsg:5460`, `urn:ogc:def:crs:EPSG::5460`, `urn:ogc:def:crs:OGC:1.3:CRS84`,
  /// `http://www.opengis.net/def/crs/EPSG/0/5460`; any other text is kept as a definition.
  public init(_ text: String) {
    let parts: [Substring]
    if text.hasPrefix("http://www.opengis.net/def/crs/") || text.hasPrefix("https://www.opengis.net/def/crs/") {
      parts = text.split(separator: "/").suffix(3)
    } else if text.lowercased().hasPrefix("urn:ogc:def:crs:") {
      parts = text.split(separator: ":", omittingEmptySubsequences: false).suffix(3)
    } else {
      parts = text.split(separator: ":", omittingEmptySubsequences: false)
    }
    let isName = parts.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" } }
    guard parts.count >= 2, isName, let authority = parts.first, let code = parts.last, !authority.isEmpty, !code.isEmpty
    else {
      self = .definition(text)
      return
    }
    self = .authority(authority.uppercased(), code: code.uppercased())
  }

  public var description: String {
    switch self {
    case .authority(let name, let code): "\(name):\(code)"
    case .definition(let text): text
    }
  }
}
