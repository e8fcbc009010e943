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
    UnreadForm("ZIP", ["zip"], magic: [0x50, 0x4B, 3, 4]),
    UnreadForm("PDF", ["pdf"], magic: Array("%PDF".utf8)),
    UnreadForm("WKT", ["wkt"]) { head in
      let beginning = String(decoding: head.text.prefix(24), as: UTF8.self).uppercased()
      let word = beginning.prefix { $0.isLetter }
      let rest = beginning.dropFirst(word.count).drop { $0 == " " }
      return ["POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"].contains(
        String(word))
        && (rest.first == "(" || rest.hasPrefix("EMPTY") || rest.hasPrefix("Z") || rest.hasPrefix("M"))
    },
    UnreadForm("XML", ["xml"], magic: Array("<?xml".utf8)),
    UnreadForm("Esri JSON") { head in
      head.isJSON && !head.mentions("FeatureCollection")
        && ["esriGeometry", "\"rings\"", "\"spatialReference\""].contains(where: head.mentions)
    },
    UnreadForm("TopoJSON") { $0.isJSON && $0.mentions("\"Topology\"") && !$0.mentions("FeatureCollection") },
    UnreadForm("Overpass JSON (OpenStreetMap)") { $0.isJSON && $0.mentions("\"osm3s\"") },
    UnreadForm("a list in JSON (not GeoJSON)") { $0.text.first == 0x5B },
    UnreadForm("data that is no text") { head in head.bytes.prefix(512).count(where: { $0 == 0 }) > 8 },
    // A page that a server sent instead of the file, often.
    UnreadForm("XML or HTML") { $0.text.first == 0x3C },
  ]
}

extension FileHead {
  /// Whether the text is an object of JSON.
  fileprivate var isJSON: Bool { text.first == 0x7B }
}
