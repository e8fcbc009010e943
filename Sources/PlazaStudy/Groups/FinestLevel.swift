internal import PlazaAnalysis
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// What a map shows of a layer of areas: the finest level, with the one above as outlines.
struct FinestLevel {
  let areas: Layer
  let context: PolygonColumn?
  /// The column with the names of the areas.
  let nameField: String?

  /// - Parameter levels: finest first; none shows the whole layer.
  init(_ layer: Layer, _ levels: [JoinResult.Level], _ fields: AreaFields) {
    nameField = fields.name ?? FieldNames.name(in: layer.columns.map(\.name)).map { layer.columns[$0].name }
    guard let level = layer.column(named: "level"), let finest = levels.first else {
      (areas, context) = (layer, nil)
      return
    }
    areas = Self.part(of: layer) { level.values[$0].text == finest.name }
    context = levels.count > 1 ? Self.part(of: layer) { level.values[$0].text == levels[1].name }.geometry : nil
  }

  var shown: LayerProduct.Shown { .init(areas, nameField: nameField, outlines: context) }

  private static func part(of layer: Layer, _ belongs: (Int) -> Bool) -> Layer {
    var geometry = PolygonColumn()
    let features = (0..<layer.featureCount).filter(belongs)
    for feature in features { geometry.append(feature: feature, of: layer.geometry) }
    return Layer(
      geometry: geometry,
      columns: layer.columns.map { column in
        Column(name: column.name, values: features.map { column.values[$0] })
      }, crs: layer.crs)
  }
}
