internal import PlazaAnalysis
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

/// What a map shows of a layer of areas: one level, the finest unless chosen, with the one above as outlines.
struct ShownLevel {
  let areas: Layer
  let context: MapContext?
  /// The column with the names of the areas.
  let nameField: String?
  /// The level, where the layer has others too.
  private var part: LayerStyle.Only?

  /// Which of the levels is shown; nil takes the finest.
  static func place(of chosen: String?, among levels: [JoinResult.Level]) -> Int {
    chosen.flatMap { chosen in levels.firstIndex { $0.name == chosen } } ?? 0
  }

  /// - Parameter levels: finest first; none shows the whole layer.
  /// - Parameter fields: of each level, finest first; of one file that is divided into levels, the same for all.
  /// - Parameter chosen: one of the levels; nil takes the finest.
  init(_ layer: Layer, _ levels: [JoinResult.Level], _ fields: [AreaFields], chosen: String?) {
    let place = Self.place(of: chosen, among: levels)
    let named = Self.named(layer, fields, place)
    nameField = named
    guard let level = layer.column(named: "level"), !levels.isEmpty else {
      (areas, context) = (layer, nil)
      return
    }
    areas = Self.part(of: layer) { level.values[$0].text == levels[place].name }
    if areas.featureCount < layer.featureCount { part = .init(field: level.name, value: levels[place].name) }
    context = levels.dropFirst(place + 1).first.map { above in
      let coarser = Self.part(of: layer) { level.values[$0].text == above.name }
      return MapContext(
        coarser.geometry,
        names: Self.named(layer, fields, place + 1).flatMap { coarser.column(named: $0) }?.values.map { $0.text ?? "" } ?? [])
    }
  }

  /// The column with the names of a level; an area without a name is called by its code.
  private static func named(_ layer: Layer, _ fields: [AreaFields], _ place: Int) -> String? {
    let own = place < fields.count ? fields[place] : fields[0]
    return own.name ?? FieldNames.name(in: layer.columns.map(\.name)).map { layer.columns[$0].name }
      ?? (own.code.count == 1 ? own.code[0] : nil)
  }

  var shown: LayerProduct.Shown {
    var shown = LayerProduct.Shown(areas, nameField: nameField, context: context)
    shown.part = part
    return shown
  }

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
