public import PlazaGeometry
public import PlazaLayers

/// Writes layers in one format.
public protocol LayerWriter: Sendable {
  /// What the names that ask for it end in, lower case and without the first dot: `geojson`, `shp.zip`.
  static var endings: [String] { get }
  /// To how many decimals it writes coordinates: the areas must be valid when they are rounded so. Nil for a format that rounds nothing.
  static var decimals: Int? { get }
  /// The only CRS that layers have in it; nil for a format that says what each is in.
  static var prescribedCRS: CRS? { get }
  /// Whether one file can hold several layers, each under a name.
  static var holdsSeveral: Bool { get }
  /// Whether the layer says itself who may see it; beside one that cannot a file does.
  static var saysRelease: Bool { get }
  /// Further files that it writes beside the layer.
  static func companions(of path: String) -> [Companion]
  /// - Parameter layer: in the CRS that is prescribed, where one is.
  /// - Returns: what was left out, to be told to the user.
  /// - Throws: `Failure`.
  static func write(_ layer: WrittenLayer, to output: OpenOutput) throws -> [Diagnostic]
}

/// Writes rasters in one format.
public protocol RasterWriter: Sendable {
  /// Endings of the names that ask for it, lower case and without the dot.
  static var endings: [String] { get }
  /// Further files that it writes beside the raster.
  static func companions(of path: String) -> [Companion]
  /// - Throws: `Failure`.
  static func write(_ raster: WrittenRaster, to output: OpenOutput) throws
}

extension LayerWriter {
  public static var decimals: Int? { nil }
  public static var prescribedCRS: CRS? { nil }
  public static var holdsSeveral: Bool { false }
  public static var saysRelease: Bool { true }
  public static func companions(of path: String) -> [Companion] { [] }

  /// - Parameter isStyled: whether a style is written too.
  public static func companions(of path: String, isStyled: Bool) -> [Companion] {
    companions(of: path).filter { isStyled || $0.kind != .style }
  }
}

extension RasterWriter {
  public static func companions(of path: String) -> [Companion] { [] }
}

/// A file that a writer puts beside the one that was asked for.
public struct Companion: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// How a GIS draws the layer.
    case style
    /// The CRS of what stands beside it.
    case projection
    /// Where the geometries of a shapefile stand, its attributes, and how its texts are encoded.
    case index, attributes, encoding
    /// Who may see a file that has no place to say so itself.
    case release
  }

  public var kind: Kind
  public var path: String

  public init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// What says of a table or a raster that it is internal: a comment in it would be a row to most readers.
  public static func release(of path: String) -> Companion { Companion(.release, path + ".release.json") }

  /// The file of the same name with another ending.
  public init(_ kind: Kind, beside path: String, ending: String) {
    self.init(kind, path.withoutEnding + "." + ending)
  }
}

/// A layer with what is said of it: the writer decides where each part goes.
public struct WrittenLayer {
  public var layer: Layer
  /// What the file says of itself: release, version, notice.
  public var members: [(name: String, value: JSONValue)]
  /// The style as a GIS reads it (QGIS's `.qml`), made when the writer has a place for it.
  /// - Parameter renamed: what fields are called in the file, where a format has no room for their names.
  public var style: ((_ renamed: [String: String]) throws -> [UInt8])?

  public init(
    _ layer: Layer, members: [(name: String, value: JSONValue)] = [],
    style: ((_ renamed: [String: String]) throws -> [UInt8])? = nil
  ) {
    self.layer = layer
    self.members = members
    self.style = style
  }
}

/// A raster as its writer asks for it, row by row.
public struct WrittenRaster {
  public var grid: RasterGrid
  public var crs: CRS
  /// Fills a row, counted from the north; `nan` where there is nothing.
  public var fill: (_ row: Int, _ values: UnsafeMutableBufferPointer<Double>) -> Void

  public init(
    _ grid: RasterGrid, crs: CRS, fill: @escaping (_ row: Int, _ values: UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    self.grid = grid
    self.crs = crs
    self.fill = fill
  }
}

/// A file that is open for a writer, with the companions that are.
public struct OpenOutput {
  public let file: OutputFile
  public let companions: [Companion.Kind: OutputFile]
  /// What the layer is called in a file of several.
  public let layerName: String

  /// - Parameter layerName: nil takes the name of the file.
  public init(_ file: OutputFile, layerName: String? = nil, companions: [Companion.Kind: OutputFile] = [:]) {
    self.file = file
    self.layerName = layerName ?? file.path.layerName
    self.companions = companions
  }

  public var path: String { file.path }
}

extension String {
  /// What a layer is called whose file has this path: as the file without its ending.
  public var layerName: String {
    let name = split(separator: "/").last.map(String.init) ?? self
    return name == "-" ? "layer" : name.withoutEnding
  }

  /// The last part of a path's ending, lower case: `GeoJSON` of `a/b.GeoJSON` is `geojson`; empty without one.
  var ending: String {
    let name = self[(lastIndex(of: "/").map { index(after: $0) } ?? startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Whether the path ends in a dot and this, in any case, with a name before it.
  func ends(in ending: String) -> Bool {
    let name = self[(lastIndex(of: "/").map { index(after: $0) } ?? startIndex)...].lowercased()
    return name.hasSuffix("." + ending) && name.utf8.count > ending.utf8.count + 1
  }

  /// The path without its last dot and what follows.
  var withoutEnding: String {
    ending.isEmpty ? self : String(self[..<lastIndex(of: ".")!])
  }
}
