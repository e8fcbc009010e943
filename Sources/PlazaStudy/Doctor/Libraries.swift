internal import CCrypto
internal import PlazaFormats
internal import PlazaGEOS
internal import PlazaPROJ

/// A library of the system on which Plaza stands.
public struct Library: Hashable, Sendable {
  /// As JSON names it: `geos`.
  public var name: String
  /// As people call it: `GEOS`.
  public var title: String
  /// The version that is loaded; nil when that cannot be known.
  public var version: String?
  /// Whether another version could change a result.
  public var decidesResults = false

  /// Every library, those of the formats too: the one list.
  public static var all: [Library] {
    [
      Library(name: "geos", title: "GEOS", version: GEOS.version, decidesResults: true),
      Library(name: "proj", title: "PROJ", version: PROJ.version, decidesResults: true),
    ] + Formats.libraries.map { Library(name: $0.name, title: $0.name, version: $0.version) } + [
      Library(name: "libcrypto", title: "libcrypto", version: String(cString: OpenSSL_version(OPENSSL_VERSION_STRING)))
    ]
  }
}
