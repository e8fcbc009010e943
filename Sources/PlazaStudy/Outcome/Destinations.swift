internal import PlazaFormats
internal import PlazaLayers
internal import PlazaWords

/// Where the outputs of one step go, before anything is opened.
public struct Destinations: Sendable {
  public struct Place: Sendable {
    public var output: Output
    public var path: String
    /// What the layer is called in a file of several; nil takes the name of the file.
    public var layer: String?
  }

  /// The marks of tables that are text.
  var csv = CSVForm.plain

  /// In the order in which the verb declares them, which is that in which they are opened and told.
  public private(set) var places: [Place]

  init(_ outputs: [Output], paths: [String: OutputPath]) {
    places = outputs.compactMap { output in
      paths[output.name].map { Place(output: output, path: $0.path, layer: $0.layer) }
    }
  }

  /// Whether a table is written as text.
  var hasText: Bool {
    places.contains { $0.isTable && Formats.tableWriter(for: $0.path) is CSVTableWriter.Type }
  }

  func prefixed(_ place: (String) -> String) -> Destinations {
    var moved = self
    for index in places.indices { moved.places[index].path = place(places[index].path) }
    return moved
  }

  /// Every file that is written, those that a format brings with it beside the file itself: an id of what it is, and where.
  public var all: [(what: String, path: String)] { named.map { ($0.what, $0.path) } }

  /// The same as one reads them again: a layer of a file of several with its name, where it has one of its own.
  public var named: [(what: String, path: String, name: String)] {
    places.flatMap { place in
      [("output.\(place.output.id)", place.path, place.name)]
        + place.companions.map { ("output.\($0.kind.rawValue)", $0.path, $0.path) }
    }
  }

  /// Whether a file is one to which layers can be added.
  public var holdSeveral: Bool { places.contains { $0.holdsSeveral } }

  /// What is written, each thing once: a file, or a layer of one that holds several.
  func identities(_ identity: (String) -> String?) -> [(path: String, identity: String)] {
    places.flatMap { place -> [(path: String, identity: String)] in
      let layer = place.holdsSeveral ? OutputPath.mark + PlaceName.folded(place.layer ?? place.path.layerName) : ""
      return [identity(place.path).map { (place.path, $0 + layer) }].compactMap { $0 }
        + place.companions.compactMap { companion in identity(companion.path).map { (companion.path, $0) } }
    }
  }

  /// Whether every name asks for a form in which such a thing is written.
  /// - Throws: `Failure` `output.form`.
  func check() throws(Failure) {
    for place in places {
      // What is no file has no ending: standard output, a device.
      let isNamed = place.path != "-" && !place.path.hasPrefix("/dev/")
      let ending = Self.ending(place.path)
      let own = place.isTable ? Formats.tableEndings : [Self.ending(place.output.suffix)]
      let isOther = !place.isLayer && !place.isRaster && !own.contains(ending) && Self.endings.contains(ending)
      let isUnknown = place.isLayer && ending.isEmpty
      if isNamed, isOther || isUnknown {
        let endings = own.map { "." + $0 }.joined(separator: ", ")
        throw Failure(.usage, "output.form", ["path": place.path, "endings": endings])
      }
    }
    for place in places where place.isLayer {
      do { _ = try Formats.layerWriter(for: place.path) } catch let failure as Failure { throw failure } catch {}
    }
    for place in places {
      guard let layer = place.layer, !place.holdsSeveral else { continue }
      throw Failure(.usage, "output.no_layers", ["path": place.path, "layer": layer])
    }
  }

  /// - Parameter inputs: the paths of what is read.
  /// - Throws: `Failure` `output.twice`, `output.is_input`.
  func refuseTwice(beside inputs: [String]) throws(Failure) {
    var seen: Set<String> = []
    let read = Set(inputs.compactMap(RelativePath.identity))
    for (path, identity) in identities(RelativePath.identity) {
      guard seen.insert(identity).inserted else { throw Failure(.usage, "output.twice", ["path": path]) }
      if RelativePath.identity(path).map(read.contains) == true { throw Failure(.usage, "output.is_input", ["path": path]) }
    }
  }

  /// What names end in that ask for something else than a table, a summary or a drawing.
  private static let endings: Set<String> = [
    "csv", "json", "svg", "geojson", "png", "pdf", "jpg", "xlsx", "xlsm", "xls", "ods", "html", "shp", "dbf", "gpkg", "kml",
    "tif", "asc", "zip", "gz",
  ]

  private static func ending(_ path: String) -> String {
    let name = RelativePath.last(path)
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// Opens every file: a name that is taken ends the run before the work, not after it.
  /// - Throws: `Failure`.
  func open(in files: OutputSet, _ words: Words) throws -> OpenOutputs {
    let form = TableForm(
      csv: csv, sheetName: words.render(id: "sheet.data"), notesName: words.render(id: "sheet.notes"))
    var opened: [String: OpenOutputs.Opened] = [:]
    var releases: [(of: String, file: OutputFile)] = []
    for place in places {
      opened[place.output.name] = try place.open(in: files, form)
      if let release = place.release { releases.append((place.path, try files.open(release.path))) }
    }
    return OpenOutputs(opened: opened, releases: releases)
  }
}

extension Destinations.Place {
  fileprivate var isTable: Bool {
    output.content == .table || output.content == .layerOrTable && Formats.asksForTable(path)
  }

  fileprivate var isRaster: Bool { output.content == .cells && Formats.rasterWriter(for: path) != nil }

  fileprivate var isLayer: Bool { [.layer, .cells, .layerOrTable].contains(output.content) && !isRaster && !isTable }

  fileprivate var holdsSeveral: Bool { isLayer && (try? Formats.layerWriter(for: path))?.holdsSeveral == true }

  /// As it is read again.
  fileprivate var name: String { layer.map { path + OutputPath.mark + $0 } ?? path }

  fileprivate var companions: [Companion] {
    var own: [Companion] = []
    if isRaster { own = Formats.rasterWriter(for: path)?.companions(of: path) ?? [] }
    if isLayer { own = (try? Formats.layerWriter(for: path))?.companions(of: path, isStyled: output.isStyled) ?? [] }
    return own + [release].compactMap { $0 }
  }

  /// Most layers, summaries and drawings say themselves who may see them; shapefiles, tables and rasters cannot, and what is no file has no
  /// neighbour.
  fileprivate var release: Companion? {
    let isFile = path != "-" && !path.hasPrefix("/dev/")
    guard isFile else { return nil }
    let says =
      if isTable {
        Formats.tableWriter(for: path).saysRelease
      } else if output.content == .other {
        true
      } else {
        !isRaster && (try? Formats.layerWriter(for: path))?.saysRelease ?? true
      }
    return says ? nil : .release(of: path)
  }

  fileprivate func open(in files: OutputSet, _ form: TableForm) throws -> OpenOutputs.Opened {
    if isTable {
      return .table(try TableOutput(path, form: form, in: files, isPrivate: output.isPrivate))
    }
    if isRaster, let raster = try RasterOutput(path, in: files) { return .raster(raster) }
    if isLayer { return .layer(try LayerOutput(path, layer: layer, isStyled: output.isStyled, in: files)) }
    return .file(try files.open(path, isPrivate: output.isPrivate))
  }
}

/// The files of a step while it runs.
struct OpenOutputs {
  enum Opened {
    case file(OutputFile)
    case layer(LayerOutput)
    case raster(RasterOutput)
    case table(TableOutput)
  }

  fileprivate(set) var opened: [String: Opened]
  /// What stands beside files that cannot say themselves who may see them.
  let releases: [(of: String, file: OutputFile)]

  /// Takes every file from everybody but its owner.
  func makePrivate() {
    for output in opened.values {
      switch output {
      case .file(let file): file.makePrivate()
      case .layer(let layer): layer.makePrivate()
      case .raster(let raster): raster.makePrivate()
      case .table(let table): table.makePrivate()
      }
    }
  }

  subscript(_ name: String?) -> Opened? { name.flatMap { opened[$0] } }

  /// The tables, by the names of their outputs.
  var tables: [TableOutput] {
    opened.sorted { $0.key < $1.key }.compactMap { if case .table(let table) = $0.value { table } else { nil } }
  }

  /// The table of an output.
  func table(_ name: String?) -> TableOutput? { if case .table(let table) = self[name] { table } else { nil } }

  /// The file of an output that is neither layer nor table.
  func file(_ name: String?) -> OutputFile? { if case .file(let file) = self[name] { file } else { nil } }
}
