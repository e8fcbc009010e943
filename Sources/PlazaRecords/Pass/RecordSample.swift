internal import PlazaGeometry
package import PlazaLayers
internal import PlazaPROJ

/// The first records, looked at before the pass: the order of their dates, and whether longitude and latitude changed places.
package struct RecordSample {
  package let batch: PointBatch
  let request: PointRequest
  private let file: String
  private let fields: [String]

  package init(_ source: any PointSource, _ request: PointRequest) throws {
    batch = try source.sample(request)
    self.request = request
    file = source.name
    fields = source.schema.coordinateFields
  }

  /// - Returns: nil without a field of dates.
  /// - Throws: `Failure` `date.ambiguous`, `date.unreadable`.
  package func dateOrder(_ slot: Int?, field: String) throws -> DateOrder? {
    guard let slot else { return nil }
    let column = batch.fields[slot]
    let values = (0..<batch.count).lazy.filter { batch.states[$0] != .badRow && column.starts[$0] >= 0 }
      .map { Array(batch.text[Int(column.starts[$0])..<Int(column.ends[$0])]) }
    return try DateOrderGuess.order(of: values, field: field, file: file)
  }

  /// - Throws: `Failure` `points.swapped`.
  func refuseSwapped(_ crs: CRSChoice, _ extent: Envelope) throws {
    var x: [Double] = []
    var y: [Double] = []
    for record in 0..<batch.count where batch.states[record] == .located || batch.states[record] == .outOfRange {
      x.append(batch.x[record])
      y.append(batch.y[record])
    }
    guard !x.isEmpty, try share(x, y, crs, extent) == 0, try share(y, x, crs, extent) > 0.5 else { return }
    throw Failure(
      .notUnderstood, "points.swapped", ["file": file, "x": fields.first ?? "x", "y": fields.last ?? "y"])
  }

  /// The share of positions within the box of the ground.
  private func share(_ x: [Double], _ y: [Double], _ crs: CRSChoice, _ extent: Envelope) throws -> Double {
    var x = x
    var y = y
    if let transformation = crs.transformation {
      let transformer = try Transformer(transformation, forRecords: true)
      x.withUnsafeMutableBufferPointer { x in y.withUnsafeMutableBufferPointer { y in _ = transformer.transform(x: x, y: y) } }
    }
    return Double(x.indices.count { extent.contains(x: x[$0], y: y[$0]) }) / Double(x.count)
  }
}
