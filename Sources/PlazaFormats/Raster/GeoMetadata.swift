/// What GDAL's metadata in a TIFF says of the values of the first band: `<Item name="SCALE" sample="0" role="scale">0.1</Item>`.
struct GeoMetadata: Hashable {
  var scale = 1.0
  var offset = 0.0

  /// What is not understood is passed over: other programs write items of their own.
  init(_ xml: String) {
    for item in xml.split(separator: "<").map(String.init) where item.hasPrefix("Item") {
      guard let end = item.firstIndex(of: ">") else { continue }
      let attributes = item[..<end].lowercased().map { $0 == "'" ? "\"" : String($0) }.joined()
      let text = item[item.index(after: end)...].filter { !$0.isWhitespace }
      // Of an item without a sample all bands have it.
      if let sample = Self.value("sample", attributes), sample != "0" { continue }
      guard let value = Double(text), value.isFinite else { continue }
      let names = [Self.value("name", attributes), Self.value("role", attributes)]
      if names.contains("scale"), value != 0 { scale = value }
      if names.contains("offset") { offset = value }
    }
  }

  private static func value(_ name: String, _ attributes: String) -> String? {
    for part in attributes.split(separator: " ") where part.hasPrefix(name + "=\"") {
      return String(part.dropFirst(name.count + 2).prefix { $0 != "\"" })
    }
    return nil
  }
}
