/// A form that GDAL reads for us, by how it is known.
struct GDALForm: Sendable {
  /// As people call it.
  let name: String
  private let recognises: @Sendable (FileHead) -> Bool

  /// The form of a file that begins so; nil for one that we read ourselves, or that nobody knows.
  static func name(of head: FileHead) -> String? { all.first { $0.recognises(head) }?.name }

  /// The form of an archive as a whole; nil for one of which a file inside is read.
  static func name(ofArchive names: [String]) -> String? {
    let files = names.map { $0.lowercased() }
    if files.contains(where: { $0.hasSuffix(".gdbtable") }) { return archivedGDB }
    return files.contains("content.xml") && files.contains("mimetype") ? "ODS" : nil
  }

  static let archivedGDB = "FileGDB"

  private static func beginning(_ magic: String) -> @Sendable (FileHead) -> Bool {
    { head in head.begins(with: Array(magic.utf8)) }
  }

  /// A root element, after what stands before it in XML.
  private static func element(_ names: String...) -> @Sendable (FileHead) -> Bool {
    { head in
      guard head.text.first == 0x3C else { return false }
      // A name may end with its line.
      let text = String(decoding: head.text.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
      return names.contains { name in text.contains("<\(name)>") || text.contains("<\(name) ") || text.contains(":\(name) ") }
    }
  }

  private static let all: [GDALForm] = [
    GDALForm(name: "KML", recognises: element("kml")),
    GDALForm(name: "GPX", recognises: element("gpx")),
    GDALForm(name: "GML", recognises: element("FeatureCollection", "featureCollection")),
    GDALForm(name: "FlatGeobuf", recognises: beginning("fgb")),
    GDALForm(name: "Parquet", recognises: beginning("PAR1")),
    GDALForm(name: "XLS") { head in head.begins(with: [0xD0, 0xCF, 0x11, 0xE0]) },
    GDALForm(name: "MapInfo TAB") { head in
      head.ending == "tab" && String(decoding: head.text.prefix(6), as: UTF8.self).lowercased() == "!table"
    },
    GDALForm(name: "MapInfo MIF") { head in
      head.ending == "mif" && String(decoding: head.text.prefix(7), as: UTF8.self).lowercased() == "version"
    },
    GDALForm(name: "DXF") { head in head.ending == "dxf" && head.words(2) == ["0", "SECTION"] },
  ]
}

extension Input {
  /// The form of an archive that is one file to its readers; nil for one in which files lie.
  func formOfArchive() throws -> String? {
    isStream ? nil : GDALForm.name(ofArchive: try ZipArchive(path: path, name: name).entries.map(\.name))
  }
}
