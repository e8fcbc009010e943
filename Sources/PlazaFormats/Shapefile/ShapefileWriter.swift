internal import PlazaGeometry
public import PlazaLayers

/// Writes a layer as a shapefile: `.shp` with `.shx`, `.dbf`, `.prj` and `.cpg` beside it, and the style for QGIS.
///
/// Positions are in the CRS of the layer, with seven decimals as in GeoJSON. What the format cannot hold is said: names of more than ten
/// letters get shorter ones, texts are cut at 254 bytes. A layer of several kinds of geometry, one of more than 255 fields, or of files
/// beyond 2 GB is refused before a byte is written. Ours as the reader is: shapelib would add a library and take nothing off.
public enum ShapefileWriter: LayerWriter {
  public static let endings = ["shp"]
  /// A centimetre.
  public static let decimals: Int? = 7
  public static let saysRelease = false

  public static func companions(of path: String) -> [Companion] {
    [(Companion.Kind.index, "shx"), (.attributes, "dbf"), (.projection, "prj"), (.encoding, "cpg"), (.style, "qml")].map {
      Companion($0, beside: path, ending: $1)
    }
  }

  /// - Complexity: O(vertices + values), twice.
  public static func write(_ layer: WrittenLayer, to output: OpenOutput) throws -> [Diagnostic] {
    var files = try ShapefileFiles(layer, path: output.path)
    for part in ShapefileFiles.Part.allCases {
      guard let file = part == .shapes ? output.file : output.companions[part.companion] else { continue }
      try files.write(part) { try file.write($0) }
    }
    return files.notes
  }
}

/// Writes a shapefile as one archive, as portals take and give them: `x.shp.zip` holds `x.shp` and what belongs to it.
public enum ZippedShapefileWriter: LayerWriter {
  public static let endings = ["shp.zip"]
  public static let decimals: Int? = 7
  public static let saysRelease = false

  public static func write(_ layer: WrittenLayer, to output: OpenOutput) throws -> [Diagnostic] {
    var files = try ShapefileFiles(layer, path: output.path)
    let archive = ZipWriter(path: output.path) { try output.file.write($0) }
    let name = output.path.split(separator: "/").last.map { String($0).withoutEnding.withoutEnding } ?? "layer"
    for part in ShapefileFiles.Part.allCases where part != .style || layer.style != nil {
      try archive.add("\(name).\(part.rawValue)") { write in try files.write(part, write) }
    }
    try archive.finish()
    return files.notes
  }
}

/// The files of a shapefile, before they are written.
struct ShapefileFiles {
  enum Part: String, CaseIterable {
    case shapes = "shp"
    case index = "shx"
    case attributes = "dbf"
    case projection = "prj"
    case encoding = "cpg"
    case style = "qml"

    var companion: Companion.Kind {
      switch self {
      case .shapes, .index: .index
      case .attributes: .attributes
      case .projection: .projection
      case .encoding: .encoding
      case .style: .style
      }
    }
  }

  private let layer: WrittenLayer
  private let path: String
  private var shapes: WrittenShapes
  private let table: WrittenTable
  private let projection: String

  /// - Throws: `Failure` `shapefile.mixed`, `shapefile.fields`, `shapefile.too_large`, `crs.unknown`.
  init(_ layer: WrittenLayer, path: String) throws {
    self.layer = layer
    self.path = path
    table = try WrittenTable(layer.layer, path: path)
    shapes = try WrittenShapes(layer.layer, path: path)
    projection = try ProjectionText.of(layer.layer.crs, path: path)
  }

  mutating func write(_ part: Part, _ sink: ([UInt8]) throws -> Void) throws {
    switch part {
    case .shapes: try shapes.write(sink)
    case .index: try shapes.writeIndex(sink)
    case .attributes: try table.write(sink)
    case .projection: try sink(Array(projection.utf8))
    case .encoding: try sink(Array("UTF-8\n".utf8))
    case .style: if let style = layer.style { try sink(style(table.renamed)) }
    }
  }

  var notes: [Diagnostic] { shapes.summary.notes(path: path) + table.notes(path: path) }
}
