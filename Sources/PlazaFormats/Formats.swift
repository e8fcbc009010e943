internal import PlazaLayers

/// The formats that Plaza reads and writes: the one list.
public enum Formats {
  /// In the order in which they are asked whether a file is theirs: any text that no other form claims is taken for a delimited file, so that
  /// one comes last.
  public static let all: [any Format.Type] = [
    GeoTIFF.self, ASCIIGrid.self, GDAL.self, GeoJSON.self, GeoPackage.self, Shapefile.self, XLSX.self, Delimited.self,
  ]

  /// Opens a file by what it holds, whatever its name says; `.gz` is inflated, a file in a `.zip` is opened there, `-` is standard input.
  ///
  /// ```swift
  /// var reading = Reading()
  /// reading.delimiter = UInt8(ascii: ";")
  /// let homicides = try Formats.open("homicidios.csv.gz", as: reading).records()
  /// ```
  /// - Parameter path: where the file is, when that differs from the name in messages.
  /// - Throws: `Failure` for a file that cannot be read, `input.empty`, `input.form` for one in a form that is not read, `input.no_layers`.
  public static func open(_ name: String, path: String? = nil, as reading: Reading = Reading()) throws -> any Dataset {
    var input = Input(name, path: path)
    var reading = reading
    var head = try input.fileHead()
    if head.begins(with: [0x50, 0x4B, 3, 4]), !all.contains(where: { $0.recognises(head) }) {
      if let form = try input.formOfArchive() { return try GDAL.open(input, reading, form: form) }
      input = try input.member(
        reading.layer,
        endings: Set(all.filter { !$0.contents.isDisjoint(with: [.records, .areas, .table]) }.flatMap { $0.endings }))
      reading.layer = nil
      head = try input.fileHead()
    }
    if head.text.isEmpty { throw Failure(.notUnderstood, "input.empty", ["path": name]) }
    guard let format = all.first(where: { $0.recognises(head) }) else {
      throw Failure(.notUnderstood, "input.form", ["path": name, "what": UnreadForm.name(of: head) ?? "?"])
    }
    if let layer = reading.layer, !format.hasLayers {
      throw Failure(.usage, "input.no_layers", ["file": name, "format": format.name, "layer": layer])
    }
    return try format.open(input, reading)
  }

  /// The names of the formats that can be read as something, for messages and help.
  public static func names(reading content: FileContent) -> String {
    all.filter { $0.contents.contains(content) }.map { $0.name }.joined(separator: ", ")
  }

  /// The endings of files that can be read as something of this, each once, `gz` too.
  public static func endings(reading contents: Set<FileContent>) -> [String] {
    all.filter { !$0.contents.isDisjoint(with: contents) }.flatMap { $0.endings } + ["gz"]
  }

  /// Whether a file's name says that it can be read as something of this, also compressed.
  public static func mayRead(_ name: String, as contents: Set<FileContent>) -> Bool {
    let stem = name.ending == "gz" ? name.withoutEnding : name
    return endings(reading: contents).dropLast().contains(stem.ending)
  }

  /// The libraries on which reading and writing stand, each once.
  public static var libraries: [FormatLibrary] {
    [FormatLibrary(name: "zlib", version: Zlib.version)] + all.flatMap { $0.libraries }
  }

  // MARK: Writing

  /// Who writes a layer under a name, by its ending; a name without an ending that says otherwise (also `-`) gets the first that writes layers.
  /// - Throws: `Failure` `output.form` for the ending of a format in which no layers are written.
  public static func layerWriter(for path: String) throws -> any LayerWriter.Type {
    let writers = all.flatMap { $0.layerWriters }
    if let writer = writers.first(where: { $0.endings.contains(where: path.ends(in:)) }) { return writer }
    // What is compressed is written in no form but those above.
    let isTaken =
      ["zip", "gz"].contains(path.ending)
      || all.contains { $0.endings.contains(path.ending) } || UnreadForm.all.contains { $0.endings.contains(path.ending) }
    guard !isTaken, let first = writers.first else {
      let endings = writers.flatMap { $0.endings }.map { "." + $0 }
      throw Failure(.usage, "output.form", ["path": path, "endings": endings.joined(separator: ", ")])
    }
    return first
  }

  /// Who writes a raster under a name, by its ending; nil for a name that asks for no raster.
  public static func rasterWriter(for path: String) -> (any RasterWriter.Type)? {
    all.flatMap { $0.rasterWriters }.first { $0.endings.contains(path.ending) }
  }

  /// Who writes a table under a name, by its ending; a name without an ending that says otherwise gets delimited text.
  public static func tableWriter(for path: String) -> any TableWriter.Type {
    all.flatMap { $0.tableWriters }.first { $0.endings.contains(path.ending) } ?? CSVTableWriter.self
  }

  /// Whether a name asks for a table.
  public static func asksForTable(_ path: String) -> Bool { tableEndings.contains(path.ending) }

  /// What the names of tables end in, the usual one first.
  public static var tableEndings: [String] { all.reversed().flatMap { $0.tableWriters }.flatMap { $0.endings } }
}
