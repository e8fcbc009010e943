public import PlazaGeometry
public import PlazaLayers

/// A raster in a GeoTIFF (also BigTIFF), its first band.
///
/// Integers of 8 to 64 bits and floats of 32 and 64, in strips or tiles, with whatever compression libtiff has. The raster lies along the axes.
public struct GeoTIFFSource: RasterSource {
  public let grid: RasterGrid
  public let crs: CRS
  public var rowsPerBlock: Int { layout.rowsPerBlock }
  public var isSequential: Bool { layout.isSequential }
  /// What the reader had to say of the file.
  public let notes: [Diagnostic]
  let layout: GeoTIFFLayout
  private let name: String
  private let path: String

  /// - Parameter assumedCRS: what the raster is in, when the caller says so.
  /// - Throws: `Failure` `raster.damaged`, `raster.unsupported`, `raster.no_position`, `raster.rotated`, `raster.user_crs`, `crs.missing`.
  public init(name: String, path: String? = nil, assumedCRS: CRS? = nil) throws {
    self.name = name
    self.path = path ?? name
    let tiff = try TIFFHandle(path: self.path, name: name)
    layout = try GeoTIFFLayout(tiff, name: name)
    let keys = GeoKeys(directory: tiff.shorts(GeoTag.keyDirectory), texts: tiff.text(GeoTag.texts))
    grid = try Self.grid(tiff, layout, keys, name: name)
    if let assumedCRS {
      crs = assumedCRS
    } else if case .known(let known) = keys.reference {
      crs = known
    } else if let beside = try ProjectionFile.read(beside: self.path) {
      crs = beside
    } else {
      throw Failure(.notUnderstood, keys.reference == .none ? "crs.missing" : "raster.user_crs", ["file": name])
    }
    notes = layout.bandCount > 1 ? [Diagnostic(.note, "raster.bands", ["file": name, "count": String(layout.bandCount)])] : []
  }

  public func makeReader() throws -> any RasterReader {
    try GeoTIFFReader(TIFFHandle(path: path, name: name), layout)
  }

  private static func grid(_ tiff: TIFFHandle, _ layout: GeoTIFFLayout, _ keys: GeoKeys, name: String) throws -> RasterGrid {
    var (west, north, width, height): (Double, Double, Double, Double)
    let (scale, tie, matrix) = (
      tiff.doubles(GeoTag.pixelScale), tiff.doubles(GeoTag.tiePoint), tiff.doubles(GeoTag.transformation)
    )
    if matrix.count >= 8 {
      guard matrix[1] == 0, matrix[4] == 0, matrix[0] > 0, matrix[5] < 0 else {
        throw Failure(.notUnderstood, "raster.rotated", ["file": name])
      }
      (west, north, width, height) = (matrix[3], matrix[7], matrix[0], -matrix[5])
    } else if scale.count >= 2, tie.count >= 6 {
      // A height below 0 is a common mistake of writers; rows go south all the same.
      (width, height) = (scale[0], scale[1].magnitude)
      (west, north) = (tie[3] - tie[0] * width, tie[4] + tie[1] * height)
    } else {
      throw Failure(.notUnderstood, "raster.no_position", ["file": name])
    }
    if keys.isPoint {
      west -= width / 2
      north += height / 2
    }
    guard
      let grid = RasterGrid(
        west: west, north: north, cellWidth: width, cellHeight: height, columnCount: layout.columnCount, rowCount: layout.rowCount
      )
    else { throw Failure(.notUnderstood, "raster.no_position", ["file": name]) }
    return grid
  }
}
