internal import Glibc
public import PlazaGeometry
public import PlazaLayers

/// An input file whose format is known, to be read as what it is wanted for.
///
/// `Formats.open` gives one. What a format cannot be read as is refused with its name and the names of those that can; a stream (`-`, a
/// pipe) can be read once.
///
/// ```swift
/// let areas = try Formats.open("municipios.geojson").layer()
/// let records = try Formats.open("delitos.csv").records()
/// ```
public protocol Dataset: Sendable {
  var format: any Format.Type { get }
  var input: Input { get }
  /// What it holds most of, from its beginning where that tells.
  func outline() throws -> DatasetOutline
  /// Its records, to be read in passes.
  func records(_ positions: PositionRequest) throws -> any PointSource
  /// Its polygons, read whole.
  /// - Parameter jobs: how many threads read; the layer does not depend on it.
  func layer(jobs: Int) throws -> LayerReading
  /// Its features of any geometry, read whole.
  func features(jobs: Int) throws -> FeatureReading
  /// Its rows as text, read whole.
  func table() throws -> Table
  /// Its first band of cells, to be read by blocks.
  func raster() throws -> RasterReading
}

/// What a caller wants of the fields of a position in a table of records.
public enum PositionRequest: Hashable, Sendable {
  /// A table without them is refused.
  case required
  /// A table may have none; where it is in doubt which they are, it is refused.
  case optional
  /// They are taken where they are clear, and left alone where not.
  case incidental
}

/// What a file mostly holds.
public enum DatasetOutline: Sendable {
  case records
  case areas
  /// Lines, or a mixture.
  case others(GeometryCensus)
  case raster
}

/// A raster as it was opened, and what its reader had to say of the file.
public struct RasterReading: Sendable {
  public var source: any RasterSource
  public var storage: RasterStorage
  public var notes: [Diagnostic]

  public init(source: any RasterSource, storage: RasterStorage, notes: [Diagnostic]) {
    self.source = source
    self.storage = storage
    self.notes = notes
  }
}

extension Dataset {
  /// The file as the user named it.
  public var name: String { input.name }

  /// Its records; a table without fields of a position is refused.
  public func records() throws -> any PointSource { try records(.required) }

  /// Its polygons, read whole on all processors.
  public func layer() throws -> LayerReading { try layer(jobs: Self.processors) }

  /// Its features of any geometry, read whole on all processors.
  public func features() throws -> FeatureReading { try features(jobs: Self.processors) }

  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
