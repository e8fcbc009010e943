internal import PlazaLayers

extension GeoTIFFWriter: RasterWriter {
  public static var endings: [String] { GeoTIFF.endings }

  public static func write(_ raster: WrittenRaster, to output: OpenOutput) throws {
    try output.file.write(bytes(raster.grid, crs: raster.crs, path: output.path, row: raster.fill))
  }
}
