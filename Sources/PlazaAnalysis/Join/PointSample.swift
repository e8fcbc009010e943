internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// The first records, looked at before the pass: the order of their dates, and whether longitude and latitude changed places.
struct PointSample {
  private let batch: PointBatch
  private let fields: [String]

  init(_ source: any PointSource, plan: JoinPlan) throws {
    batch = try source.sample(plan.request)
    fields = source.schema.coordinateFields
  }

  /// - Throws: `Failure` `date.ambiguous`, `date.unreadable`, `points.swapped`.
  func inspect(_ plan: inout JoinPlan, _ options: JoinOptions, _ placement: Placement?, _ extent: Envelope) throws {
    try chooseDateOrder(&plan, options)
    plan.keys?.chooseWidths(batch, file: plan.file)
    plan.keys?.chooseDeclaredLevel(batch, file: plan.file)
    if let placement { try refuseSwapped(plan, placement, extent) }
  }

  private func chooseDateOrder(_ plan: inout JoinPlan, _ options: JoinOptions) throws {
    guard let slot = plan.dateSlot, let field = plan.dateField else { return }
    if let stated = options.dateOrder {
      plan.dateOrder = stated
      plan.isDateOrderStated = true
      return
    }
    let column = batch.fields[slot]
    let values = (0..<batch.count).lazy.filter { batch.states[$0] != .badRow && column.starts[$0] >= 0 }
      .map { Array(batch.text[Int(column.starts[$0])..<Int(column.ends[$0])]) }
    plan.dateOrder = try DateOrderGuess.order(of: values, field: field, file: plan.file)
  }

  private func refuseSwapped(_ plan: JoinPlan, _ placement: Placement, _ extent: Envelope) throws {
    var x: [Double] = []
    var y: [Double] = []
    for record in 0..<batch.count where batch.states[record] == .located || batch.states[record] == .outOfRange {
      x.append(batch.x[record])
      y.append(batch.y[record])
    }
    guard !x.isEmpty else { return }
    let straight = try share(x, y, placement, extent)
    guard straight == 0 else { return }
    let swapped = try share(y, x, placement, extent)
    if swapped > 0.5 {
      throw Failure(
        .notUnderstood, "points.swapped",
        ["file": plan.file, "x": fields.first ?? "x", "y": fields.last ?? "y"])
    }
  }

  /// The share of positions within the box of the areas.
  private func share(_ x: [Double], _ y: [Double], _ placement: Placement, _ extent: Envelope) throws -> Double {
    var x = x
    var y = y
    if let transformation = placement.transformation {
      let transformer = try Transformer(transformation)
      x.withUnsafeMutableBufferPointer { x in y.withUnsafeMutableBufferPointer { y in _ = transformer.transform(x: x, y: y) } }
    }
    return Double(x.indices.count { extent.contains(x: x[$0], y: y[$0]) }) / Double(x.count)
  }
}
