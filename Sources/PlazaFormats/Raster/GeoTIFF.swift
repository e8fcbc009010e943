internal import PlazaGeometry
internal import PlazaLayers

/// GeoTIFF, also BigTIFF.
public enum GeoTIFF: Format {
  public static let name = "GeoTIFF"
  public static let endings = ["tif", "tiff"]
  public static let contents: Set<FileContent> = [.raster]
  public static var libraries: [FormatLibrary] { [FormatLibrary(name: "libtiff", version: TIFF.version)] }
  public static var rasterWriters: [any RasterWriter.Type] { [GeoTIFFWriter.self] }

  /// A TIFF of either order of bytes, or a BigTIFF.
  public static func recognises(_ head: FileHead) -> Bool {
    [[0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43]].contains { head.begins(with: $0) }
  }

  public static func open(_ input: Input, _ reading: Reading) throws -> any Dataset {
    GeoTIFFDataset(input: input, reading: reading)
  }
}

/// A GeoTIFF, to be read as a raster.
struct GeoTIFFDataset: Dataset {
  let input: Input
  let reading: Reading
  var format: any Format.Type { GeoTIFF.self }

  func raster() throws -> RasterReading {
    if input.isStream { throw Failure(.usage, "raster.stream", ["file": name]) }
    let source = try GeoTIFFSource(name: name, path: input.path, reading: reading)
    return RasterReading(source: source, storage: source.layout.storage, notes: source.notes)
  }
}
