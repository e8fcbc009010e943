public import PlazaGeometry
public import PlazaLayers

extension GeoJSONLayerWriter: LayerWriter {
  public static let endings = ["geojson", "json"]
  /// A centimetre.
  public static let decimals: Int? = 7
  public static let prescribedCRS: CRS? = .wgs84

  /// QGIS looks for the style under the layer's own name.
  public static func companions(of path: String) -> [Companion] {
    path.ending == "geojson" ? [Companion(.style, beside: path, ending: "qml")] : []
  }

  /// What is said of the layer stands in a member `plaza` of the collection.
  public static func write(_ layer: WrittenLayer, to output: OpenOutput) throws -> [Diagnostic] {
    let about = JSONValue.object(layer.members.map { ($0.name, $0.value) })
    let writer = GeoJSONLayerWriter(members: layer.members.isEmpty ? [] : [(name: "plaza", json: about.compact)])
    let summary = try writer.write(layer.layer) { try output.file.write($0) }
    if let file = output.companions[.style], let style = layer.style { try file.write(style([:])) }
    return summary.notes(path: output.path)
  }
}
