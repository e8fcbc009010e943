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
    UnreadForm("ZIP (KMZ)", ["kmz", "zip"], magic: [0x50, 0x4B, 3, 4]),
    UnreadForm("PDF", ["pdf"], magic: Array("%PDF".utf8)),
    UnreadForm("XLS", ["xls"], magic: [0xD0, 0xCF, 0x11, 0xE0]),
    UnreadForm("Parquet", ["parquet"], magic: Array("PAR1".utf8)),
    UnreadForm("FlatGeobuf", ["fgb"], magic: Array("fgb".utf8)),
    UnreadForm("XML (KML, GML)", ["kml", "gml", "xml"], magic: Array("<?xml".utf8)),
    UnreadForm("Esri JSON") { head in
      head.isJSON && !head.mentions("FeatureCollection")
        && ["esriGeometry", "\"rings\"", "\"spatialReference\""].contains(where: head.mentions)
    },
    UnreadForm("Overpass JSON (OpenStreetMap)") { $0.isJSON && $0.mentions("\"osm3s\"") },
    UnreadForm("TopoJSON") { $0.isJSON && $0.mentions("\"Topology\"") && !$0.mentions("FeatureCollection") },
    UnreadForm("a list in JSON (not GeoJSON)") { $0.text.first == 0x5B },
    // A page that a server sent instead of the file, often.
    UnreadForm("XML or HTML") { $0.text.first == 0x3C },
  ]
}

extension FileHead {
  /// Whether the text is an object of JSON.
  fileprivate var isJSON: Bool { text.first == 0x7B }

  /// Whether the first bytes have a text somewhere.
  fileprivate func mentions(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard let first = wanted.first, text.count >= wanted.count else { return false }
    return text.indices.dropLast(wanted.count - 1).contains { text[$0] == first && text[$0...].starts(with: wanted) }
  }
}
