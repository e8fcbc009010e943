internal import PlazaAnalysis
public import PlazaFormats
public import PlazaGeometry
public import PlazaLayers

extension InputFile {
  /// The file, opened by what it holds.
  /// - Throws: `Failure` for a file that cannot be read or whose form is not known.
  func open(_ reading: Reading = Reading(), assumedCRS: CRS? = nil) throws -> any Dataset {
    var reading = reading
    if let assumedCRS { reading.assumedCRS = assumedCRS }
    return try Formats.open(name, path: path, as: reading)
  }
}

/// Opens files of records by what they hold, not by their names.
public enum PointSources {
  /// - Throws: `Failure` for a file that cannot be read or whose form is not known.
  /// - Parameter mayLackPosition: whether a table without fields of a position is read without one, though positions are wanted.
  public static func open(
    _ file: InputFile, csv: Reading, assumedCRS: CRS?, needsPosition: Bool = true, mayLackPosition: Bool = false
  ) throws -> any PointSource {
    let positions: PositionRequest = mayLackPosition ? .optional : needsPosition ? .required : .incidental
    return try file.open(csv, assumedCRS: assumedCRS).records(positions)
  }
}

/// Opens files of areas.
public enum LayerSources {
  /// - Throws: `Failure`.
  public static func read(_ file: InputFile, jobs: Int) throws -> LayerReading { try file.open().layer(jobs: jobs) }
}

/// Opens files of features of any geometry: spaces, streets, entrances, hazards.
public enum FeatureSources {
  /// Reads features of any geometry, or a table with positions, and repairs invalid polygons.
  /// - Parameter isStrict: whether an invalid polygon ends the run.
  /// - Throws: `Failure`.
  public static func read(
    _ file: InputFile, csv: Reading = Reading(), assumedCRS: CRS? = nil, isStrict: Bool = false, jobs: Int
  ) async throws -> FeatureReading {
    var reading = try file.open(csv, assumedCRS: assumedCRS).features(jobs: jobs)
    let repairs = try await reading.features.repairPolygons(file: file.name, isStrict: isStrict, jobs: jobs)
    if let repairs { reading.notes.append(repairs) }
    return reading
  }
}

/// Opens rasters.
public enum RasterSources {
  /// The first band of a raster.
  /// - Parameter assumedCRS: what the raster is in, when the caller says so; else the file, or a `.prj` beside it, says it.
  /// - Throws: `Failure`.
  public static func open(_ file: InputFile, assumedCRS: CRS?) throws -> RasterReading {
    try file.open(assumedCRS: assumedCRS).raster()
  }
}

/// Opens a raster by its name.
enum RasterFile {
  static func open(_ name: String, path: String? = nil, assumedCRS: CRS? = nil) throws -> RasterReading {
    try RasterSources.open(InputFile(name, path: path), assumedCRS: assumedCRS)
  }
}
