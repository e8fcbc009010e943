public import PlazaGeometry
public import PlazaLayers

/// A raster as it was opened, and what its reader had to say of the file.
public struct RasterReading: Sendable {
  public var source: any RasterSource
  public var notes: [Diagnostic]
}

/// Opens rasters by what the file holds, not by its name: GeoTIFF or an ASCII grid.
public enum RasterFile {
  /// - Parameter assumedCRS: what the raster is in, when the caller says so; else the file, or a `.prj` beside it, says it.
  /// - Throws: `Failure`: those of `GeoTIFFSource` and `ASCIIGridSource`, `raster.not_raster`, `raster.stream`, `input.empty`.
  public static func open(_ name: String, path: String? = nil, assumedCRS: CRS? = nil) throws -> RasterReading {
    let input = Input(name, path: path)
    let head = try input.head(4096)
    if head.isEmpty { throw Failure(.notUnderstood, "input.empty", ["path": name]) }
    if isTIFF(head) {
      if input.isStream { throw Failure(.usage, "raster.stream", ["file": name]) }
      let source = try GeoTIFFSource(name: name, path: path, assumedCRS: assumedCRS)
      return RasterReading(source: source, notes: source.notes)
    }
    guard ASCIIGridSource.isGrid(head) else { throw Failure(.notUnderstood, "raster.not_raster", ["file": name]) }
    return RasterReading(source: try ASCIIGridSource(input, path: path ?? name, assumedCRS: assumedCRS), notes: [])
  }

  /// Whether a file that begins so is a TIFF, of either order of bytes, or a BigTIFF.
  public static func isTIFF(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x49, 0x49, 42, 0]) || head.starts(with: [0x4D, 0x4D, 0, 42]) || head.starts(with: [0x49, 0x49, 43, 0])
      || head.starts(with: [0x4D, 0x4D, 0, 43])
  }
}
