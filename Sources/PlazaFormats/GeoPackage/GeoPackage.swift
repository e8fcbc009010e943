internal import PlazaGeometry
internal import PlazaLayers
internal import Synchronization

/// GeoPackage (OGC 12-128): layers and tables in a database of SQLite, as GDAL and QGIS write them.
public enum GeoPackage: Format {
  public static let name = "GeoPackage"
  public static let endings = ["gpkg"]
  public static let contents: Set<FileContent> = [.records, .areas, .features, .table]
  public static let hasLayers = true
  public static var libraries: [FormatLibrary] { [FormatLibrary(name: "SQLite", version: SQLite.version)] }

  public static var layerWriters: [any LayerWriter.Type] { [GeoPackageWriter.self] }

  public static func recognises(_ head: FileHead) -> Bool { head.begins(with: Array("SQLite format 3\0".utf8)) }

  public static func open(_ input: Input, _ reading: Reading) throws -> any Dataset {
    try reading.refuseDelimited(file: input.name, format: name)
    if reading.isOfRaster { throw Failure(.usage, "input.not_raster", ["file": input.name, "format": name]) }
    return GeoPackageDataset(file: GeoPackageFile(input), reading: reading)
  }
}

/// A GeoPackage, to be read as records, areas, features or a table.
struct GeoPackageDataset: Dataset {
  let file: GeoPackageFile
  let reading: Reading
  var input: Input { file.input }
  var format: any Format.Type { GeoPackage.self }

  func records(_ positions: PositionRequest) throws -> any PointSource {
    try GeoPackagePointSource(file, reading, needsPosition: positions == .required)
  }

  func layer(jobs: Int) throws -> LayerReading {
    var notes: [Diagnostic] = []
    let read = try read(keepingPaths: false, &notes)
    return try LayerReading(read, file: name, notes: notes)
  }

  func features(jobs: Int) throws -> FeatureReading {
    var notes: [Diagnostic] = []
    let read = try read(keepingPaths: true, &notes)
    return try FeatureReading(read, file: name, notes: notes, mayBeEmpty: reading.mayBeEmpty)
  }

  func table() throws -> Table { try Table(GeoPackagePointSource(file, reading, needsPosition: false)) }

  func outline() throws -> DatasetOutline {
    let database = try file.open()
    let layer = try GeoPackageLayer.chosen(in: database, named: reading.layer, needsGeometry: false)
    guard let geometry = layer.geometry else { return .records }
    return try CursorFeatures.census(GeoPackageCursor(layer, fields: [], geometry: geometry, in: database)).outline
  }

  private func read(
    keepingPaths: Bool, _ notes: inout [Diagnostic]
  ) throws -> (features: Features, findings: LayerFindings, notes: [Diagnostic]) {
    let database = try file.open()
    let layer = try GeoPackageLayer.chosen(in: database, named: reading.layer, needsGeometry: true)
    guard let geometry = layer.geometry else {
      throw Failure(.notUnderstood, "gpkg.no_geometry", ["file": name, "layer": layer.identifier])
    }
    let crs = try geometry.crs(assuming: reading.assumedCRS, file: name, &notes)
    let fields = try layer.fields(in: database)
    let cursor = try GeoPackageCursor(layer, fields: fields, geometry: geometry, in: database)
    return try CursorFeatures.read(cursor, fields: fields.map(\.name), crs: crs, keepingPaths: keepingPaths)
  }
}

/// Where the database of an input is: on the disk, or in memory for one that is compressed or a stream, which is read once.
final class GeoPackageFile: Sendable {
  let input: Input
  private let bytes = Mutex<[UInt8]?>(nil)
  /// What the file is there for as long as it is read.
  private let owner: (any AnyObject & Sendable)?

  init(_ input: Input, keeping owner: (any AnyObject & Sendable)? = nil) { (self.input, self.owner) = (input, owner) }

  /// A connection of its own.
  func open() throws -> SQLiteDatabase {
    if !input.isStream, try input.isPlain(beginning: Array("SQLite".utf8)) {
      return try SQLiteDatabase(reading: input.path, name: input.name)
    }
    let whole = try bytes.withLock { bytes in
      let whole = try bytes ?? Self.whole(input)
      bytes = whole
      return whole
    }
    return try SQLiteDatabase(bytes: whole, name: input.name)
  }

  /// Bytes of a database that is held in memory, at most.
  private static let memoryLimit = 1 << 30

  private static func whole(_ input: Input) throws -> [UInt8] {
    let reader = try input.open()
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try reader.fill($0) }
      bytes += chunk[..<count]
      if bytes.count > memoryLimit {
        throw Failure(.notUnderstood, "sqlite.too_large", ["file": input.name, "limit": String(memoryLimit >> 20)])
      }
      if count < chunk.count { return bytes }
    }
  }
}
