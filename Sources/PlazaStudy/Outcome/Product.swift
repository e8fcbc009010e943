public import PlazaFormats
public import PlazaGeometry
public import PlazaLayers
public import PlazaReport
public import PlazaWords

/// One thing that a verb can write: made only when somebody wants it, and written by the publisher alone.
public enum Product: Sendable {
  case layer(LayerProduct)
  /// A table with its header, handed over block by block.
  case table(output: String, header: [String], rows: @Sendable (_ write: (RowBlock) throws -> Void) throws -> Void)
  /// A drawing that is no layer, as UTF-8.
  case chart(output: String, Drawing, draw: @Sendable (ChartDrawing) throws -> [UInt8])

  /// A table that is small enough to be made whole.
  public static func table(output: String, header: [String], _ rows: RowBlock) -> Product {
    .table(output: output, header: header) { write in try write(rows) }
  }
}

/// A layer with its style and its drawing.
public struct LayerProduct: Sendable {
  /// Where the layer goes; nil is a layer that is only drawn.
  public var output: String?
  /// Where its drawing goes.
  public var map: String?
  public var drawing: Drawing
  public var style: Style
  public var make: @Sendable () throws -> Layer
  /// What the map shows of the layer.
  public var shown: @Sendable (Layer) throws -> Shown
  /// What the verb knows of the fields of the layer that somebody may have it show.
  public var fields = Fields()
  /// The levels of its areas, finest first; empty where they are not nested.
  public var levels: [String] = []
  /// The same as a raster, for an output whose name asks for one.
  public var raster: (@Sendable () -> WrittenRaster)?

  public init(
    output: String?, map: String? = nil, drawing: Drawing, style: Style, make: @escaping @Sendable () throws -> Layer,
    shown: @escaping @Sendable (Layer) throws -> Shown = { Shown($0) }, raster: (@Sendable () -> WrittenRaster)? = nil
  ) {
    self.output = output
    self.map = map
    self.drawing = drawing
    self.style = style
    self.make = make
    self.shown = shown
    self.raster = raster
  }

  /// What the fields of a layer are.
  public struct Fields: Sendable {
    /// What a field is called on the map; nil takes what it is called everywhere.
    public var title: @Sendable (String) -> StyleText? = { _ in nil }
    /// From how many records its numbers are; nil where that is no question.
    public var basis: @Sendable (String) -> LayerStyle.Basis? = { _ in nil }
    /// What is said where a chosen field is none of the layer's.
    public var missing = "map.no_field"

    public init() {}
  }

  /// How a layer looks, or how that follows from what is shown of it.
  public enum Style: Sendable {
    case fixed(LayerStyle)
    case made(@Sendable (Layer) throws -> LayerStyle)
  }

  /// What a map shows: a layer, or a part of one, with what lies around it.
  public struct Shown: Sendable {
    public var layer: Layer
    /// The column with the names of its features.
    public var nameField: String?
    /// Coarser areas around and above them: outlines, and names where there are.
    public var context: MapContext?
    /// What stands behind the name of a feature, as how much it changed; empty is nothing.
    public var remarks: [StyleText?] = []
    /// Places that the words call by a number, from 1 on, in the CRS of the layer.
    public var numbered: [Coordinate] = []
    /// What its features are, by an id of the words.
    public var unit = "map.areas"
    /// What lies over the areas.
    public var overlays: [MapOverlay] = []
    /// How the shown part of a layer is told from the rest: the classes are made of it, and hold for nothing else.
    public var part: LayerStyle.Only?

    public init(
      _ layer: Layer, nameField: String? = nil, context: MapContext? = nil, overlays: [MapOverlay] = [],
      unit: String = "map.areas"
    ) {
      self.overlays = overlays
      self.layer = layer
      self.nameField = nameField
      self.context = context
      self.unit = unit
    }
  }
}

/// What the caller has stand around a map.
public struct Caption: Hashable, Sendable {
  /// Nil takes the name of the step, or what the verb finds out.
  public var title: String?
  /// Nil names the files.
  public var source: String?
  /// Areas whose outlines lie over the map.
  public var context: InputFile?
  /// What the map shows.
  public var shown = MapChoice()

  public init(title: String? = nil, source: String? = nil, context: InputFile? = nil) {
    self.title = title
    self.source = source
    self.context = context
  }
}

/// What stands around a map or a chart.
public struct Drawing: Sendable {
  public var title: StyleText
  /// Where and when, under the title.
  public var subtitle: @Sendable (Words) -> String?
  /// What it was made of; paths among its values are told by their last part.
  public var source: Diagnostic
  /// And of what else.
  public var further: [Diagnostic] = []
  /// Where the data are from, in the caller's words: said in the place of the files.
  public var statedSource: String?
  /// How it was made, where a reader has to know: said under it, whoever's words the source is.
  public var method: Diagnostic?
  /// Whether the account is that of the records on the map: a comparison has others too.
  public var countsRecords = true
  /// Areas that the caller wants over the map, in longitude and latitude on WGS 84: read only for a map that is drawn.
  public var context: (@Sendable () throws -> MapContext)?
  /// What the caller has the map show.
  public var chosen = MapChoice()
  /// Whether earlier classes lie within later ones.
  public var isNested: Bool

  public init(
    title: StyleText, subtitle: @escaping @Sendable (Words) -> String? = { _ in nil }, source: Diagnostic, isNested: Bool = false
  ) {
    self.title = title
    self.subtitle = subtitle
    self.source = source
    self.isNested = isNested
  }

  func source(_ words: Words) -> String {
    if let statedSource { return words.render(id: "map.stated_source", values: ["source": statedSource]) }
    return ([source] + further).map { words.render(id: $0.id, values: $0.values.mapValues { RelativePath.last($0) }) }
      .joined(separator: " ")
  }
}
