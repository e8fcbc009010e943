public import PlazaFormats
public import PlazaGeometry
public import PlazaLayers

/// What is in a file, as `plaza info` says it.
public struct FileInfo: Sendable {
  public enum Content: Sendable {
    case records(RecordsInfo)
    case areas(AreasInfo)
    case raster(RasterInfo)
    /// Lines, or a mixture: nothing that can be joined.
    case other(GeometryCensus)
  }

  /// As the user named it.
  public var file: String
  /// The name of its format.
  public var format: String
  public var content: Content
  public var crs: CRSFinding
  /// The box of everything that has a place, in that CRS; empty when nothing has.
  public var extent = Envelope()
  public var fields: [FieldProfile] = []
  /// What a reader found or assumed.
  public var notes: [Diagnostic] = []
  /// What a user should know before relying on the file, the gravest first.
  public var problems: [Diagnostic] = []
}

/// A CRS, and how it is known.
public struct CRSFinding: Hashable, Sendable {
  public enum Source: String, Hashable, Sendable {
    /// RFC 7946: GeoJSON that says nothing is in WGS 84.
    case format
    case crsMember = "crs_member"
    case fieldNames = "field_names"
    case option
    /// What a raster says of itself, or a `.prj` beside it.
    case file
    case unknown
  }

  public var crs: CRS?
  public var source: Source
  /// The name in the database, as `MAGNA-SIRGAS / Colombia Bogota zone`, and the unit of the coordinates; nil when not known there.
  public var title: String?
  public var unit: String?
}

/// A file of records with (or without) a place.
public struct RecordsInfo: Sendable {
  /// Nil for GeoJSON.
  public var dialect: CSVDialect?
  /// The two fields of the position; empty for GeoJSON, and when a table has none.
  public var coordinateFields: [String]
  public var hasPositions: Bool
  /// Every record in the state in which it was read.
  public var counts = RecordCounts()
  /// The first positions that could be read.
  public var positions: [Coordinate] = []
  /// How many records the fields were looked at in.
  public var sampled = 0
  /// Fields that could divide the records into kinds, and those with dates.
  public var kindFields: [String] = []
  public var dateFields: [String] = []
}

/// A raster.
public struct RasterInfo: Sendable {
  public var columns: Int
  public var rows: Int
  public var cellWidth: Double
  public var cellHeight: Double
  public var storage: RasterStorage
  /// Of all cells with a value; nil when none has one.
  public var minimum: Double?
  public var maximum: Double?
  public var sum: Double
  public var withoutValue: Int
}

/// A file of polygons.
public struct AreasInfo: Sendable {
  public var features = 0
  public var polygons = 0
  public var rings = 0
  public var vertices = 0
  public var withoutGeometry = 0
  public var invalidCount = 0
  /// The first five.
  public var invalid: [InvalidArea] = []
  /// Fields whose values are there and unique, those with the name of a code first.
  public var codeFields: [String] = []
  public var nameField: String?
  public var populationFields: [String] = []

  public struct InvalidArea: Hashable, Sendable {
    /// From 1.
    public var feature: Int
    /// GEOS's reason, in English.
    public var reason: String
    public var place: Coordinate
  }
}
