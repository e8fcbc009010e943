public import PlazaGeometry

/// What is known of a file of records before it is read to the end.
public struct RecordSchema: Sendable {
  /// Field names in the order of the file.
  public var fields: [String]
  /// The fields that hold the position, where it stands in fields (CSV).
  public var coordinateFields: [String]
  /// Nil when the file does not say and its field names do not either.
  public var crs: CRS?
  /// Whether the file or the caller says what `crs` is, rather than a form or the names of fields.
  public var isCRSStated = false
  /// Whether records have positions; a table may have none.
  public var hasPositions = true
  /// `.` or `,`: how the numbers of its fields are written.
  public var decimalMark: UInt8 = 0x2E
  /// Whether the caller stated that mark.
  public var isDecimalMarkStated = false
  /// What is left as it is written though it could be mended.
  public var asWritten: Set<Mending> = []
  /// What the reader found or assumed (delimiter, encoding, CRS …), to be told to the user.
  public var notes: [Diagnostic]

  public init(fields: [String], coordinateFields: [String], crs: CRS?, notes: [Diagnostic]) {
    self.fields = fields
    self.coordinateFields = coordinateFields
    self.crs = crs
    self.notes = notes
  }
}

/// What an analysis wants of each record beside its position.
public struct PointRequest: Sendable {
  /// Indices into `RecordSchema.fields`, each once.
  public var fields: [Int]
  /// Whether a MultiPoint of several points becomes several records (`--explode`) rather than a reject.
  public var explode: Bool
  /// Whether positions are wanted at all; without them every record is `located` at an undefined place.
  public var positions: Bool

  public init(fields: [Int] = [], explode: Bool = false, positions: Bool = true) {
    self.fields = fields
    self.explode = explode
    self.positions = positions
  }
}

/// A file (or stream) of records with a place.
public protocol PointSource: Sendable {
  /// The file as the user named it.
  var name: String { get }
  var schema: RecordSchema { get }
  /// Starts a pass over all records. A stream (`-`) can be read once.
  func makeReader(_ request: PointRequest) throws -> any PointReader
  /// The first records (about 1 MiB of the file) without consuming them, to look at before a pass is made.
  func sample(_ request: PointRequest) throws -> PointBatch
}

/// One pass over a source, shared by the workers of a run.
public protocol PointReader: Sendable {
  /// Replaces the content of `batch` by the next records; false at the end. Called by several workers at once: what must be
  /// sequential (reading, inflating) happens under the reader's own lock, parsing outside it.
  func next(_ batch: inout PointBatch) throws -> Bool
}

/// A file of polygons with attributes.
public protocol LayerSource: Sendable {
  /// The file as the user named it.
  var name: String { get }
  func readLayer() throws -> LayerReading
}

/// A layer as it was read, and what its reader had to say of the file.
public struct LayerReading: Sendable {
  public var layer: Layer
  public var notes: [Diagnostic]

  public init(layer: Layer, notes: [Diagnostic]) {
    self.layer = layer
    self.notes = notes
  }
}
