internal import CTiff
internal import PlazaGeometry
internal import PlazaLayers

/// How the cells of a TIFF are stored.
struct GeoTIFFLayout: Hashable, Sendable {
  enum Sample: Hashable, Sendable { case u8, i8, u16, i16, u32, i32, u64, i64, f32, f64 }

  var columnCount: Int
  var rowCount: Int
  var sample: Sample
  var bandCount: Int
  /// Bands lie beside each other in every cell.
  var isInterleaved: Bool
  /// Nil where the rows are stored in strips.
  var tile: (width: Int, height: Int)? {
    get { tileWidth > 0 ? (tileWidth, tileHeight) : nil }
    set { (tileWidth, tileHeight) = newValue ?? (0, 0) }
  }
  private var tileWidth = 0
  private var tileHeight = 0
  /// Rows of a strip.
  var stripRows = 0
  /// What stands for nothing, as the file writes it.
  var noData: Double?
  /// What stands for nothing by what the caller says.
  var otherNoData: Double?
  /// A value is what is stored times the scale, plus the offset.
  var scale = 1.0
  var offset = 0.0
  /// Whether the first row is the southernmost.
  var isSouthUp = false

  var isScaled: Bool { scale != 1 || offset != 0 }

  var storage: RasterStorage {
    RasterStorage(sample: sample.name, bands: bandCount, noData: otherNoData ?? noData, scale: scale, offset: offset)
  }

  /// A block of strips has about so many cells; a strip of more than the second is read in order, in parts.
  private static let blockCells = 1 << 19
  private static let stripCells = 1 << 22
  static let columnLimit = 1 << 24
  static let rowLimit = 1 << 26

  /// - Throws: `Failure` `raster.unsupported`, `raster.too_large`, `raster.damaged`.
  init(_ tiff: TIFFHandle, name: String, cellLimit: Int? = nil) throws {
    func unsupported(_ what: String) -> Failure { Failure(.notUnderstood, "raster.unsupported", ["file": name, "what": what]) }
    guard let width = tiff.u32(TIFFTAG_IMAGEWIDTH), let height = tiff.u32(TIFFTAG_IMAGELENGTH), width > 0, height > 0 else {
      throw tiff.damaged
    }
    (columnCount, rowCount) = (Int(width), Int(height))
    try RasterLimits.check(columns: columnCount, rows: rowCount, limit: cellLimit, file: name)
    guard columnCount <= Self.columnLimit, rowCount <= Self.rowLimit else { throw unsupported("\(columnCount) × \(rowCount)") }
    bandCount = Int(tiff.u16(TIFFTAG_SAMPLESPERPIXEL) ?? 1)
    isInterleaved = bandCount > 1 && tiff.u16(TIFFTAG_PLANARCONFIG) != UInt16(PLANARCONFIG_SEPARATE)
    let (bits, format) = (tiff.u16(TIFFTAG_BITSPERSAMPLE) ?? 1, tiff.u16(TIFFTAG_SAMPLEFORMAT) ?? 1)
    switch (Int32(format), bits) {
    case (SAMPLEFORMAT_UINT, 8), (SAMPLEFORMAT_VOID, 8): sample = .u8
    case (SAMPLEFORMAT_UINT, 16), (SAMPLEFORMAT_VOID, 16): sample = .u16
    case (SAMPLEFORMAT_UINT, 32), (SAMPLEFORMAT_VOID, 32): sample = .u32
    case (SAMPLEFORMAT_UINT, 64): sample = .u64
    case (SAMPLEFORMAT_INT, 8): sample = .i8
    case (SAMPLEFORMAT_INT, 16): sample = .i16
    case (SAMPLEFORMAT_INT, 32): sample = .i32
    case (SAMPLEFORMAT_INT, 64): sample = .i64
    case (SAMPLEFORMAT_IEEEFP, 32): sample = .f32
    case (SAMPLEFORMAT_IEEEFP, 64): sample = .f64
    default: throw unsupported("\(bits) bit, SampleFormat \(format)")
    }
    let compression = tiff.u16(TIFFTAG_COMPRESSION) ?? 1
    guard compression == UInt16(COMPRESSION_NONE) || TIFFIsCODECConfigured(compression) == 1 else {
      throw unsupported("Compression \(compression)")
    }
    // Colours that are not stored cell by cell.
    if tiff.u16(TIFFTAG_PHOTOMETRIC) == UInt16(PHOTOMETRIC_YCBCR) { throw unsupported("YCbCr") }
    if TIFFIsTiled(tiff.pointer) != 0 {
      guard let width = tiff.u32(TIFFTAG_TILEWIDTH), let height = tiff.u32(TIFFTAG_TILELENGTH), width > 0, height > 0,
        Int(height) <= 1 << 13, Int(width) <= Self.columnLimit
      else { throw unsupported("TileLength \(tiff.u32(TIFFTAG_TILELENGTH) ?? 0)") }
      tile = (Int(width), Int(height))
    } else {
      stripRows = min(rowCount, tiff.u32(TIFFTAG_ROWSPERSTRIP).map { Int($0) } ?? rowCount)
      guard stripRows > 0 else { throw tiff.damaged }
    }
    let text = tiff.text(GeoTag.noData)
    noData = Double(text.filter { $0 != " " }.lowercased())
    let metadata = GeoMetadata(tiff.text(GeoTag.metadata))
    (scale, offset) = (metadata.scale, metadata.offset)
  }

  var rowsPerBlock: Int {
    if tileHeight > 0 { return min(tileHeight, rowCount) }
    let wanted = max(1, Self.blockCells / columnCount)
    if isSequential { return min(wanted, rowCount) }
    return min(rowCount, stripRows * max(1, wanted / stripRows))
  }

  /// Strips that are too large to be decoded at once are decoded row by row, from their start on.
  var isSequential: Bool { tileHeight == 0 && stripRows > 1 && stripRows * columnCount > Self.stripCells }
}
