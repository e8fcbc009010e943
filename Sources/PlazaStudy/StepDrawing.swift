internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaReport
internal import PlazaWords

/// What the map of a step shows beside its layer and style.
struct StepDrawing {
  var title: String
  /// Where and when, under the title.
  var subtitle: String?
  /// The files that the map was made of.
  var points: String
  var areas: String?
  /// What the map was made of, in the place of records and areas.
  var origin: Diagnostic?
  var nameField: String?
  /// Outlines of coarser areas.
  var context: PolygonColumn?
  /// Whether earlier classes lie within later ones.
  var isNested = false

  /// A step's name is written for files: `robos-por-barrio` reads *Robos por barrio*.
  /// - Parameter name: of the step; the verb's own is none, and the file of the records gives the title.
  init(name: String, verb: String, points: InputFile, areas: InputFile?) {
    self.points = Self.fileName(points.name)
    self.areas = areas.map { Self.fileName($0.name) }
    let words = name == verb ? String(Self.fileName(points.name).prefix { $0 != "." }) : name
    let spaced = words.split(whereSeparator: { $0 == "-" || $0 == "_" }).joined(separator: " ")
    title = spaced.prefix(1).uppercased() + spaced.dropFirst()
  }

  /// Takes the names and outlines of what the map shows.
  mutating func show(_ level: FinestLevel) {
    nameField = level.nameField
    context = level.context
  }

  /// Writes the style for a GIS and the map, where they are wanted.
  /// - Parameter shown: the part of the layer that the map shows; nil shows all.
  func write(
    _ layer: Layer, shown: Layer? = nil, style: LayerStyle, into files: [StepOutputs.Kind: OutputFile], _ context: StepContext
  ) throws {
    let words = Words(Language(tag: context.language) ?? .en)
    try files[.style]?.write(QGISStyle.qml(layer, style: style, words: words))
    guard let file = files[.map] else { return }
    var map = MapDrawing(title: title, words: words)
    map.subtitle = subtitle
    map.notice = context.notice
    map.source = source(words)
    map.nameField = nameField
    map.context = self.context
    map.isNested = isNested
    try file.write(map.svg(shown ?? layer, style: style))
  }

  /// The files that the drawing was made of, in words.
  func source(_ words: Words) -> String {
    if let origin { return words.render(id: origin.id, values: origin.values.mapValues(Self.fileName)) }
    guard let areas else { return words.render(id: "map.source_points", values: ["points": points]) }
    return words.render(id: "map.source", values: ["points": points, "areas": areas])
  }

  /// The period of the records in words, when the caller gave both ends.
  static func subtitle(from: String?, to: String?, _ context: StepContext) -> String? {
    guard let from, let to else { return nil }
    return Words(Language(tag: context.language) ?? .en).render(id: "map.where_when", values: ["from": from, "to": to])
  }

  private static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
