/// A form that is recognised to be named in a refusal, because it is not read.
struct UnreadForm: Sendable {
  let name: String
  /// Endings under which nothing else is written.
  let endings: [String]
  private let recognises: @Sendable (FileHead) -> Bool

  private init(_ name: String, _ endings: [String] = [], _ recognises: @escaping @Sendable (FileHead) -> Bool) {
    self.name = name
    self.endings = endings
    self.recognises = recognises
  }

  private init(_ name: String, _ endings: [String] = [], magic: [UInt8]) {
    self.init(name, endings) { $0.begins(with: magic) }
  }

  /// The form of a file that begins so; nil for one that could be text of any kind.
  static func name(of head: FileHead) -> String? { all.first { $0.recognises(head) }?.name }

  static let all: [UnreadForm] = [
    UnreadForm("GeoPackage", ["gpkg"], magic: Array("SQLite format 3".utf8)),
    UnreadForm("ZIP (XLSX, KMZ, Shapefile)", ["xlsx", "kmz", "zip"], magic: [0x50, 0x4B, 3, 4]),
    UnreadForm("Shapefile", ["shp"], magic: [0, 0, 0x27, 0x0A]),
    UnreadForm("PDF", ["pdf"], magic: Array("%PDF".utf8)),
    UnreadForm("XLS", ["xls"], magic: [0xD0, 0xCF, 0x11, 0xE0]),
    UnreadForm("Parquet", ["parquet"], magic: Array("PAR1".utf8)),
    UnreadForm("FlatGeobuf", ["fgb"], magic: Array("fgb".utf8)),
    UnreadForm("XML (KML, GML)", ["kml", "gml", "xml"], magic: Array("<?xml".utf8)),
    // A page that a server sent instead of the file, often.
    UnreadForm("XML or HTML") { $0.text.first == 0x3C },
  ]
}
