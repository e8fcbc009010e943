internal import PlazaAnalysis
public import PlazaFormats
public import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// Opens files of records by what they hold, not by their names.
public enum PointSources {
  /// - Throws: `Failure` for a file that cannot be read or whose form is not known.
  /// - Parameter mayLackPosition: whether a table without fields of a position is read without one, though positions are wanted.
  public static func open(
    _ file: InputFile, csv: CSVOptions, assumedCRS: CRS?, needsPosition: Bool = true, mayLackPosition: Bool = false
  ) throws -> any PointSource {
    let input = Input(file.name, path: file.path)
    switch FileForm(try input.head(FileForm.evidence)) {
    case .json:
      return try GeoJSONPointSource(
        name: file.name, open: { try input.open() }, isStream: input.isStream, assumedCRS: assumedCRS)
    case .text:
      do {
        return try CSVPointSource(input, options: csv, assumedCRS: assumedCRS, needsPosition: needsPosition)
      } catch let failure as Failure where mayLackPosition && failure.diagnostic.id == "csv.no_position" {
        return try CSVPointSource(input, options: csv, assumedCRS: assumedCRS, needsPosition: false)
      }
    case .empty: throw Failure(.notUnderstood, "input.empty", ["path": file.name])
    case .unknown(let what): throw Failure(.notUnderstood, "input.form", ["path": file.name, "what": what])
    }
  }
}

/// Opens files of areas.
public enum LayerSources {
  /// - Throws: `Failure`.
  public static func read(_ file: InputFile, jobs: Int) throws -> LayerReading {
    let input = Input(file.name, path: file.path)
    switch FileForm(try input.head(FileForm.evidence)) {
    case .json: return try GeoJSONLayerSource(name: file.name, open: { try input.open() }, jobs: jobs).readLayer()
    case .text: throw Failure(.notUnderstood, "areas.not_geojson", ["path": file.name])
    case .empty: throw Failure(.notUnderstood, "input.empty", ["path": file.name])
    case .unknown(let what): throw Failure(.notUnderstood, "input.form", ["path": file.name, "what": what])
    }
  }
}

/// Opens files of features of any geometry: spaces, streets, entrances, hazards.
public enum FeatureSources {
  /// Reads GeoJSON of any geometry, or a table with positions, and repairs invalid polygons.
  /// - Parameter isStrict: whether an invalid polygon ends the run.
  /// - Throws: `Failure`.
  public static func read(
    _ file: InputFile, csv: CSVOptions = CSVOptions(), assumedCRS: CRS? = nil, isStrict: Bool = false, jobs: Int
  ) async throws -> FeatureReading {
    let input = Input(file.name, path: file.path)
    var reading: FeatureReading
    switch FileForm(try input.head(FileForm.evidence)) {
    case .json:
      reading = try GeoJSONLayerSource(name: file.name, open: { try input.open() }, jobs: jobs).readFeatures()
    case .text: reading = try RecordFeatures.read(CSVPointSource(input, options: csv, assumedCRS: assumedCRS))
    case .empty: throw Failure(.notUnderstood, "input.empty", ["path": file.name])
    case .unknown(let what): throw Failure(.notUnderstood, "input.form", ["path": file.name, "what": what])
    }
    let repairs = try await reading.features.repairPolygons(file: file.name, isStrict: isStrict, jobs: jobs)
    if let repairs { reading.notes.append(repairs) }
    return reading
  }
}

/// Opens rasters.
public enum RasterSources {
  /// The first band of a GeoTIFF, or an ASCII grid.
  /// - Parameter assumedCRS: what the raster is in, when the caller says so; else the file, or a `.prj` beside it, says it.
  /// - Throws: `Failure`: that of `RasterFile.open`.
  public static func open(_ file: InputFile, assumedCRS: CRS?) throws -> RasterReading {
    try RasterFile.open(file.name, path: file.path, assumedCRS: assumedCRS)
  }
}

/// What a file is, by its first bytes.
public enum FileForm: Hashable, Sendable {
  case json
  case text
  case empty
  /// Something that this version does not read, by name.
  case unknown(String)

  public static let evidence = 4096

  public init(_ head: [UInt8]) {
    let known: [(magic: [UInt8], name: String)] = [
      (Array("SQLite format 3".utf8), "GeoPackage"), ([0x50, 0x4B, 3, 4], "ZIP (XLSX, KMZ, Shapefile)"),
      ([0, 0, 0x27, 0x0A], "Shapefile"), (Array("%PDF".utf8), "PDF"), ([0xD0, 0xCF, 0x11, 0xE0], "XLS"),
      (Array("PAR1".utf8), "Parquet"), (Array("fgb".utf8), "FlatGeobuf"), (Array("<?xml".utf8), "XML (KML, GML)"),
      ([0x49, 0x49, 42, 0], "TIFF"), ([0x4D, 0x4D, 0, 42], "TIFF"), ([0x49, 0x49, 43, 0], "TIFF"), ([0x4D, 0x4D, 0, 43], "TIFF"),
    ]
    if let match = known.first(where: { head.starts(with: $0.magic) }) {
      self = .unknown(match.name)
      return
    }
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    switch text.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0x1E].contains($0) }) {
    case nil: self = .empty
    case 0x7B, 0x5B: self = .json
    // A page that a server sent instead of the file, often.
    case 0x3C: self = .unknown("XML or HTML")
    default: self = .text
    }
  }
}
