internal import Glibc
internal import PlazaLayers

/// What we do not read ourselves, through `ogr2ogr` of GDAL as a program of its own where it is installed: KML and KMZ, ODS and XLS, FileGDB
/// in a zip, MapInfo, DXF, GML, GPX, FlatGeobuf and whatever else it knows of these.
///
/// The layer is copied into a GeoPackage beside the other temporaries, which is then read as any other: so nothing but the copy depends on
/// GDAL, memory stays bounded, and a file can be read in several passes. That `ogr2ogr` ended well is believed only together with the
/// number of features.
public enum GDAL: Format {
  public static let name = "KML, ODS, FileGDB … (ogr2ogr)"
  public static let endings = ["kml", "kmz", "ods", "xls", "fgb", "mif", "dxf", "gml", "gpx"]
  public static let contents: Set<FileContent> = [.records, .areas, .features, .table]
  public static let hasLayers = true

  /// Its version, as `3.6.2`; nil where it is not installed.
  public static var version: String? {
    guard let found = ChildProcess.run("ogr2ogr", ["--version"]), found.status == 0 else { return nil }
    return found.output.split(separator: " ").dropFirst().first.map { String($0.prefix { $0 != "," }) }
  }

  public static func recognises(_ head: FileHead) -> Bool { GDALForm.name(of: head) != nil }

  public static func open(_ input: Input, _ reading: Reading) throws -> any Dataset {
    try open(input, reading, form: GDALForm.name(of: input.fileHead()) ?? "?")
  }

  static func open(_ input: Input, _ reading: Reading, form: String) throws -> any Dataset {
    if reading.encoding != nil || reading.delimiter != nil {
      throw Failure(.usage, "input.not_delimited", ["file": input.name, "format": form])
    }
    if reading.isOfRaster { throw Failure(.usage, "input.not_raster", ["file": input.name, "format": form]) }
    guard !input.isStream else { throw Failure(.usage, "gdal.stream", ["file": input.name, "form": form]) }
    let copy = try GDALCopy(input, reading.layer, form: form)
    var inner = reading
    inner.layer = nil
    if copy.isTable {
      let (path, name) = (copy.path, input.name)
      // Where a table has positions they are fields of it.
      let text = Input(name, path: path) { try copy.keeping(FileReader(path: path, name: name)) }
      return DelimitedDataset(input: text, reading: inner, format: GDAL.self)
    }
    return GDALDataset(
      copied: GeoPackageDataset(
        file: GeoPackageFile(Input(input.name, path: copy.path), keeping: copy), reading: inner), input: input)
  }
}

/// A layer that GDAL copied, read as the GeoPackage that it became.
struct GDALDataset: Dataset {
  let copied: GeoPackageDataset
  let input: Input
  var format: any Format.Type { GDAL.self }

  func records(_ positions: PositionRequest) throws -> any PointSource { try copied.records(positions) }
  func layer(jobs: Int) throws -> LayerReading { try copied.layer(jobs: jobs) }
  func features(jobs: Int) throws -> FeatureReading { try copied.features(jobs: jobs) }
  func table() throws -> Table { try copied.table() }
  func outline() throws -> DatasetOutline { try copied.outline() }
}

/// A GeoPackage that `ogr2ogr` made of one layer, or a CSV of a table without geometry; gone when nobody reads it any more.
final class GDALCopy: Sendable {
  let path: String
  let isTable: Bool
  private let folder: String

  /// - Throws: `Failure` `gdal.absent`, `gdal.failed`, `gdal.short`, `layers.several`, `layers.unknown`, `layers.none`.
  init(_ input: Input, _ wanted: String?, form: String) throws {
    let source = try Self.source(input, form: form)
    let layer = try Self.layer(of: source, wanted, input.name, form)
    let told = try Self.run("ogrinfo", ["-ro", "-so", source, layer], input.name, form).output
    isTable = told.split(separator: "\n").contains("Geometry: None")
    // `ogr2ogr` writes what all may read: single records stand in a folder that only their owner can enter.
    folder = try TemporaryFiles.makeFolder(in: TemporaryFiles.home, prefix: "plaza-gdal-")
    path = "\(folder)/copy.\(isTable ? "csv" : "gpkg")"
    for file in files { TemporaryFiles.add(file) }
    let options = isTable ? ["-f", "CSV"] : ["-f", "GPKG", "-nln", "layer", "-lco", "SPATIAL_INDEX=NO"]
    let made = try Self.run("ogr2ogr", options + [path, source, layer], input.name, form)
    guard made.status == 0 else { throw Self.failure(made, input.name, form) }
    let count = Self.count(in: told)
    let copied =
      try isTable ? Self.count(in: Self.run("ogrinfo", ["-ro", "-so", "-al", path], input.name, form).output) : rows(input.name)
    if let count, let copied, count >= 0, count != copied {
      throw Failure(
        .notUnderstood, "gdal.short",
        ["file": input.name, "form": form, "count": String(count), "copied": String(copied), "why": Self.reason(made)])
    }
  }

  deinit {
    for file in files { TemporaryFiles.remove(file) }
    TemporaryFiles.removeFolder(folder)
  }

  /// With what SQLite may have left beside a copy that was not finished.
  private var files: [String] { ["", "-journal", "-wal", "-shm"].map { path + $0 } }

  /// Gives what reads the copy, which stays as long as this is known.
  func keeping<Reader>(_ reader: Reader) -> Reader { reader }

  private static func count(in told: String) -> Int? {
    told.split(separator: "\n").first { $0.hasPrefix("Feature Count:") }.flatMap { Int($0.dropFirst(14).filter { $0 != " " }) }
  }

  private func rows(_ name: String) throws -> Int? {
    try SQLiteDatabase(reading: path, name: name).rows("SELECT count(*) FROM \"layer\"") { Int($0.integer(0)) }.first
  }

  /// As GDAL names what it opens: a form that is an archive is opened by its own driver, a FileGDB within one.
  private static func source(_ input: Input, form: String) throws -> String {
    // A name must not be taken for an option, nor for one of GDAL's own file systems.
    let path = input.path.hasPrefix("/") ? input.path : "./" + input.path
    if let member = input.memberName { return "/vsizip/\(path)/\(member)" }
    return form == GDALForm.archivedGDB ? "/vsizip/" + path : path
  }

  private static func run(_ program: String, _ arguments: [String], _ file: String, _ form: String) throws -> ChildProcess {
    // No driver that follows what a file says to other files or hosts.
    let settings = [
      "OGR_SKIP=OGR_VRT,VRT,WFS,HTTP,OAPIF,CSW,ElasticSearch", "GDAL_SKIP=VRT HTTP", "CPL_DEBUG=OFF", "LC_ALL=C.UTF-8",
    ]
    guard let child = ChildProcess.run(program, arguments, environment: settings) else {
      throw Failure(.missingComponent, "gdal.absent", ["file": file, "form": form])
    }
    return child
  }

  /// The layer that is meant: the one of that name, or the only one.
  private static func layer(of source: String, _ wanted: String?, _ file: String, _ form: String) throws -> String {
    let told = try run("ogrinfo", ["-ro", "-q", source], file, form)
    guard told.status == 0 else { throw failure(told, file, form) }
    let layers = told.output.split(separator: "\n").compactMap { layer(in: String($0)) }
    let list = layers.joined(separator: ", ")
    if let wanted {
      guard layers.contains(wanted) else {
        throw Failure(.usage, "layers.unknown", ["file": file, "layer": wanted, "layers": list])
      }
      return wanted
    }
    guard let first = layers.first else { throw Failure(.notUnderstood, "layers.none", ["file": file]) }
    guard layers.count == 1 else {
      throw Failure(.usage, "layers.several", ["file": file, "count": String(layers.count), "layers": list])
    }
    return first
  }

  /// The name in a line as `2: Comisarías (del norte) (Point)`; nil for any other line.
  static func layer(in line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), Int(line[..<colon]) != nil else { return nil }
    var name = line[line.index(after: colon)...].drop { $0 == " " }
    if name.last == ")", let open = name.lastIndex(of: "(") {
      let words = name[name.index(after: open)...].dropLast().split(separator: " ")
      let geometries: Set<Substring> = [
        "Point", "Line", "Polygon", "Multi", "Unknown", "None", "Geometry", "Collection", "Curve", "Surface",
      ]
      if words.contains(where: { word in geometries.contains(word) || geometries.contains { word.hasPrefix($0) } }) {
        name = name[..<open]
        while name.last == " " { name.removeLast() }
      }
    }
    return name.isEmpty ? nil : String(name)
  }

  private static func failure(_ child: ChildProcess, _ file: String, _ form: String) -> Failure {
    Failure(.notUnderstood, "gdal.failed", ["file": file, "form": form, "why": reason(child)])
  }

  /// What it said went wrong, in one line.
  private static func reason(_ child: ChildProcess) -> String {
    let lines = (child.errors + "\n" + child.output).split(separator: "\n")
    let errors = lines.filter { $0.hasPrefix("ERROR") }.map { line in
      line.split(separator: ":", maxSplits: 1).last.map { String($0.drop { $0 == " " }) } ?? String(line)
    }
    let text =
      errors.first ?? lines.first.map(String.init)
      ?? (child.status > 128 ? "signal \(child.status - 128)" : "exit \(child.status)")
    return String(text.prefix(300))
  }
}
