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

  /// - Parameter reading: what the raster is in, where it does not say; the value that stands for no data; how many cells may be read.
  /// - Throws: `Failure` `raster.damaged`, `raster.unsupported`, `raster.too_large`, `raster.no_position`, `raster.rotated`,
  ///   `raster.user_crs`, `crs.missing`.
  public init(name: String, path: String? = nil, reading: Reading = Reading()) throws {
    self.name = name
    self.path = path ?? name
    let tiff = try TIFFHandle(path: self.path, name: name)
    var layout = try GeoTIFFLayout(tiff, name: name, cellLimit: reading.cellLimit)
    layout.otherNoData = reading.noData
    let keys = GeoKeys(directory: tiff.shorts(GeoTag.keyDirectory), texts: tiff.text(GeoTag.texts))
    (grid, layout.isSouthUp) = try Self.grid(tiff, layout, keys, name: name)
    self.layout = layout
    var notes: [Diagnostic] = []
    // What the file says holds; what the caller says is for files that say nothing.
    if case .known(let known) = keys.reference {
      crs = known
    } else if let beside = try ProjectionFile.read(beside: self.path) {
      crs = beside
    } else if let assumed = reading.assumedCRS {
      crs = assumed
    } else {
      throw Failure(.notUnderstood, keys.reference == .none ? "crs.missing" : "raster.user_crs", ["file": name])
    }
    _ = crs.winning(over: reading.assumedCRS, file: name, &notes)
    if layout.bandCount > 1 {
      notes.append(Diagnostic(.note, "raster.bands", ["file": name, "count": String(layout.bandCount)]))
    }
    if layout.isScaled {
      notes.append(
        Diagnostic(
          .note, "raster.scaled",
          ["file": name, "scale": NumberText.text(layout.scale) ?? "", "offset": NumberText.text(layout.offset) ?? ""]))
    }
    self.notes = notes
  }

  public func makeReader() throws -> any RasterReader {
    try GeoTIFFReader(TIFFHandle(path: path, name: name), layout)
  }

  /// The cells from the north, and whether the file has their rows from the south.
  private static func grid(
    _ tiff: TIFFHandle, _ layout: GeoTIFFLayout, _ keys: GeoKeys, name: String
  ) throws -> (grid: RasterGrid, isSouthUp: Bool) {
    var (west, north, width, height): (Double, Double, Double, Double)
    let (scale, tie, matrix) = (
      tiff.doubles(GeoTag.pixelScale), tiff.doubles(GeoTag.tiePoint), tiff.doubles(GeoTag.transformation)
    )
    if matrix.count >= 8 {
      guard matrix[1] == 0, matrix[4] == 0, matrix[0] > 0, matrix[5] != 0, matrix[5].isFinite else {
        throw Failure(.notUnderstood, "raster.rotated", ["file": name])
      }
      (west, north, width, height) = (matrix[3], matrix[7], matrix[0], -matrix[5])
    } else if scale.count >= 2, tie.count >= 6 {
      // Below 0 the rows go north, as the standard has it.
      (width, height) = (scale[0], scale[1])
      (west, north) = (tie[3] - tie[0] * width, tie[4] + tie[1] * height)
    } else {
      throw Failure(.notUnderstood, "raster.no_position", ["file": name])
    }
    if keys.isPoint {
      west -= width / 2
      north += height / 2
    }
    let isSouthUp = height < 0
    if isSouthUp {
      north -= Double(layout.rowCount) * height
      height = -height
    }
    guard
      let grid = RasterGrid(
        west: west, north: north, cellWidth: width, cellHeight: height, columnCount: layout.columnCount, rowCount: layout.rowCount
      )
    else { throw Failure(.notUnderstood, "raster.no_position", ["file": name]) }
    return (grid, isSouthUp)
  }
}
