internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// The polygons of a map, in the order of their codes, with what the map says of each.
struct BacktestMap {
  let areas: AreaSet
  let file: String
  let field: String
  let isAmount: Bool
  let earlierField: String?
  /// What the field says; nil where it says nothing.
  let values: [Double?]
  /// The records that made the map; nil unless every polygon has a whole number.
  let earlier: [Int]?
  /// On WGS 84, and the surface there in km²; nil without one.
  let degrees: PolygonColumn
  let surfaces: [Double?]

  /// - Throws: `Failure` `backtest.no_field`, `backtest.not_a_number`, `backtest.no_surface`, and as `AreaSet` does.
  init(_ layer: AreaLayer, fields: AreaFields, options: BacktestOptions, jobs: Int) async throws {
    let names = layer.layer.columns.map(\.name)
    file = layer.file
    func place(_ name: String, _ option: String) throws -> Int {
      guard let place = FieldNames.index(of: name, in: names) else {
        throw Failure(
          .notUnderstood, "areas.no_field",
          ["file": layer.file, "option": option, "field": name, "fields": names.joined(separator: ", ")])
      }
      return place
    }
    guard
      let chosen = try options.field.map({ try place($0, "--field") })
        ?? BacktestOptions.fields.lazy.compactMap({ names.firstIndex(of: $0) }).first
    else {
      throw Failure(
        .usage, "backtest.no_field",
        ["file": layer.file, "fields": names.joined(separator: ", "), "known": BacktestOptions.fields.joined(separator: ", ")])
    }
    let counted =
      try options.earlier.map { try place($0, "--earlier") }
      ?? BacktestOptions.earlierFields.lazy.compactMap { names.firstIndex(of: $0) }.first
    let areas = try await AreaSet(layer.layer, named: layer.file, fields: fields, jobs: jobs)
    self.areas = areas
    field = names[chosen]
    isAmount = BacktestOptions.isAmount(field)
    values = try Self.numbers(areas, chosen, file: layer.file)
    let before = try counted.map { place in
      try Self.numbers(areas, place, file: layer.file).map { value in value.flatMap { $0 >= 0 ? Int(exactly: $0) : nil } }
    }
    if let counted, let before, !before.contains(nil) {
      earlier = before.compactMap { $0 }
      earlierField = names[counted]
    } else {
      if let name = options.earlier {
        throw Failure(.notUnderstood, "backtest.not_counts", ["file": layer.file, "field": name])
      }
      (earlier, earlierField) = (nil, nil)
    }
    degrees = try WGS84Layer.geometry(of: areas.layer)
    surfaces = try WGS84Layer.squareKilometres(of: areas.layer).map { surface in surface.flatMap { $0 > 0 ? $0 : nil } }
    guard surfaces.contains(where: { $0 != nil }) else {
      throw Failure(.notUnderstood, "backtest.no_surface", ["file": layer.file])
    }
  }

  private static func numbers(_ areas: AreaSet, _ column: Int, file: String) throws -> [Double?] {
    let column = areas.layer.columns[column]
    return try column.values.enumerated().map { place, value in
      guard let text = value.text, !text.isEmpty else { return nil }
      guard let number = Double(text), number.isFinite else {
        throw Failure(
          .notUnderstood, "backtest.not_a_number",
          ["file": file, "field": column.name, "code": areas.codes[place], "value": text])
      }
      return number
    }
  }

  /// What the polygons are ordered by, the highest first: amounts by the surface that they lie on.
  ///
  /// A projection makes whole cells of a grid differ in surface by some thousandths. Those of the median surface, to a two-hundredth, are as
  /// large as each other here: cells with the same count stay equal, and are taken at their worst.
  var scores: [Double?] {
    let sorted = surfaces.compactMap { $0 }.sorted()
    let median = sorted[sorted.count / 2]
    return values.indices.map { unit in
      guard let value = values[unit], let surface = surfaces[unit] else { return nil }
      guard isAmount else { return value }
      return value / (abs(surface - median) <= median / 200 ? median : surface)
    }
  }

  /// In records, where the field is an amount or a density; nil where it is neither or says nothing of a polygon.
  var amounts: [Double]? {
    guard isAmount || ["density", "per_km2"].contains(field) else { return nil }
    var amounts: [Double] = []
    for unit in values.indices {
      guard let value = values[unit], value >= 0 else { return nil }
      amounts.append(isAmount ? value : value * (surfaces[unit] ?? 0))
    }
    return amounts
  }

  /// 1 for the highest score; polygons of the same score share the best rank among them, one without a score has none.
  var ranks: [Int?] {
    let scores = scores
    let order = scores.indices.filter { scores[$0] != nil }.sorted { (-scores[$0]!, $0) < (-scores[$1]!, $1) }
    var ranks = [Int?](repeating: nil, count: scores.count)
    for (place, unit) in order.enumerated() {
      let above = place == 0 ? nil : order[place - 1]
      ranks[unit] = above.flatMap { scores[$0] == scores[unit] ? ranks[$0] : nil } ?? place + 1
    }
    return ranks
  }
}
