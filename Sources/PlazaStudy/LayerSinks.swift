internal import PlazaFormats
internal import PlazaGEOS
internal import PlazaLayers

/// Writes layers in the form that their name asks for.
enum LayerSinks {
  /// Decimals of a coordinate in GeoJSON: a centimetre.
  static let decimals = 7

  /// - Parameter layer: in longitude and latitude on WGS 84.
  static func write(_ layer: Layer, to file: OutputFile, notice: String?, jobs: Int, progress: any ProgressSink) async throws {
    var about: [(String, JSONValue)] = [("release", .text("internal")), ("version", .text(PlazaVersion.current))]
    if let notice { about.append(("notice", .text(notice))) }
    var layer = layer
    do {
      layer.geometry = try await GEOS.rounded(layer.geometry, decimals: decimals, jobs: jobs).column
    } catch let error as GEOSError {
      throw Failure(.failed, "output.rounding", ["path": file.path, "reason": error.description])
    }
    let writer = GeoJSONLayerWriter(members: [(name: "plaza", json: JSONValue.object(about).compact)])
    let summary = try writer.write(layer) { try file.write($0) }
    if summary.droppedRings > 0 {
      let values = [
        "path": file.path, "count": String(summary.droppedRings), "features": String(summary.emptiedFeatures),
      ]
      progress.emit(Diagnostic(.warning, "output.collapsed_rings", values))
    }
  }
}
