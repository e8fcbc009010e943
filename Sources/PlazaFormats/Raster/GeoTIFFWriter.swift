internal import CTiff
public import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// Writes a raster as a GeoTIFF: 64-bit floats in compressed strips, GDAL's tag for cells without a value.
///
/// A CRS with an EPSG code is written as that code, any other as its definition in the citation, where GDAL and Esri look for it.
/// The same values give the same bytes with the same libraries.
public enum GeoTIFFWriter: Sendable {
  /// What stands for nothing.
  public static let noData = -9999.0

  /// About so many cells make a strip.
  private static let stripCells = 1 << 16

  /// The bytes of the file. Memory: the compressed raster.
  /// - Parameter path: for messages.
  /// - Parameter row: fills a row, counted from the north; `nan` where there is nothing.
  /// - Throws: `Failure` `raster.cannot_write`, `crs.unknown`.
  public static func bytes(
    _ grid: RasterGrid, crs: CRS, path: String, row: (_ row: Int, _ values: UnsafeMutableBufferPointer<Double>) -> Void
  ) throws -> [UInt8] {
    let keys = try keys(crs, path: path)
    return try TIFFMemory.write(path: path) { tiff in
      let stripRows = max(1, min(grid.rowCount, stripCells / grid.columnCount))
      guard setFields(tiff, grid, stripRows), setPlace(tiff, grid), setKeys(tiff, keys) else { return false }
      var strip = [Double](repeating: 0, count: stripRows * grid.columnCount)
      for first in stride(from: 0, to: grid.rowCount, by: stripRows) {
        let count = min(stripRows, grid.rowCount - first)
        let written = strip.withUnsafeMutableBufferPointer { strip in
          for place in 0..<count {
            let start = place * grid.columnCount
            let values = UnsafeMutableBufferPointer(rebasing: strip[start..<start + grid.columnCount])
            row(first + place, values)
            for column in values.indices where !values[column].isFinite { values[column] = noData }
          }
          return TIFFWriteEncodedStrip(
            tiff, UInt32(first / stripRows), strip.baseAddress, tmsize_t(count * grid.columnCount * 8))
        }
        if written < 0 { return false }
      }
      return true
    }
  }

  private static func setFields(_ tiff: OpaquePointer, _ grid: RasterGrid, _ stripRows: Int) -> Bool {
    func set(_ tag: Int32, _ value: Int32) -> Bool { plaza_tiff_set_u16(tiff, UInt32(tag), UInt16(value)) == 1 }
    func setLong(_ tag: Int32, _ value: Int) -> Bool { plaza_tiff_set_u32(tiff, UInt32(tag), UInt32(value)) == 1 }
    return plaza_tiff_add_geo_fields(tiff) == 0 && setLong(TIFFTAG_IMAGEWIDTH, grid.columnCount)
      && setLong(TIFFTAG_IMAGELENGTH, grid.rowCount) && setLong(TIFFTAG_ROWSPERSTRIP, stripRows)
      && set(TIFFTAG_BITSPERSAMPLE, 64) && set(TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_IEEEFP) && set(TIFFTAG_SAMPLESPERPIXEL, 1)
      && set(TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) && set(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK)
      && set(TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE) && set(TIFFTAG_PREDICTOR, PREDICTOR_FLOATINGPOINT)
      && plaza_tiff_set_text(tiff, GeoTag.noData, "-9999") == 1
  }

  private static func setPlace(_ tiff: OpaquePointer, _ grid: RasterGrid) -> Bool {
    let (scale, tie) = ([grid.cellWidth, grid.cellHeight, 0], [0, 0, 0, grid.west, grid.north, 0])
    return plaza_tiff_set_array(tiff, GeoTag.pixelScale, 3, scale) == 1
      && plaza_tiff_set_array(tiff, GeoTag.tiePoint, 6, tie) == 1
  }

  private static func setKeys(_ tiff: OpaquePointer, _ keys: (directory: [UInt16], text: String)) -> Bool {
    plaza_tiff_set_array(tiff, GeoTag.keyDirectory, UInt16(keys.directory.count), keys.directory) == 1
      && (keys.text.isEmpty || plaza_tiff_set_text(tiff, GeoTag.texts, keys.text) == 1)
  }

  /// The key directory, and the text that its citation points to.
  private static func keys(_ crs: CRS, path: String) throws -> (directory: [UInt16], text: String) {
    let context = try ProjContext()
    let definition: String
    do {
      let isGeographic = try context.info(crs).isGeographic
      if case .authority("EPSG", let text) = crs.isWGS84 ? .epsg(4326) : crs, let code = UInt16(text), code < GeoKeys.userDefined
      {
        let key = isGeographic ? GeoKeys.Key.geographic : GeoKeys.Key.projected
        return (
          [1, 1, 0, 3, GeoKeys.Key.modelType, 0, 1, isGeographic ? 2 : 1, GeoKeys.Key.rasterType, 0, 1, 1, key, 0, 1, code], ""
        )
      }
      definition = try context.esriDefinition(of: crs)
    } catch {
      throw Failure(.notUnderstood, "crs.unknown", ["file": path, "crs": crs.description])
    }
    // A text ends with a bar, which counts. With the model left to the definition GDAL takes all of it from there.
    let text = GeoKeys.definitionPrefix + definition + "|"
    let entries: [[UInt16]] = [
      [GeoKeys.Key.modelType, 0, 1, GeoKeys.userDefined], [GeoKeys.Key.rasterType, 0, 1, 1],
      [GeoKeys.Key.projected, 0, 1, GeoKeys.userDefined],
      [GeoKeys.Key.projectedCitation, UInt16(GeoTag.texts), UInt16(clamping: text.utf8.count), 0],
    ]
    return ([1, 1, 0, UInt16(entries.count)] + entries.flatMap { $0 }, text)
  }
}
