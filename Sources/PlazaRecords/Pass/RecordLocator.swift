internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// Brings the positions of a batch into the CRS of the ground and finds the features that they are in; one for each worker.
struct RecordLocator {
  /// Nil on a ground that holds every position.
  let locator: AreaLocator?
  private let transformer: Transformer?

  /// - Throws: `Failure` when PROJ cannot make the operation.
  init(_ locator: AreaLocator?, _ transformation: Transformation?) throws {
    self.locator = locator
    do {
      transformer = try transformation.map { try Transformer($0, forRecords: true) }
    } catch let error as ProjError {
      throw CRSOperation.failure(error, files: [:])
    }
  }

  func locate(_ batch: inout PointBatch, _ columns: RecordColumns) {
    let records = 0..<batch.count
    if let transformer {
      batch.x.withUnsafeMutableBufferPointer { x in
        batch.y.withUnsafeMutableBufferPointer { y in
          _ = transformer.transform(
            x: UnsafeMutableBufferPointer(rebasing: x[records]), y: UnsafeMutableBufferPointer(rebasing: y[records]))
        }
      }
      for record in records where batch.states[record] == .located {
        if batch.x[record].isFinite, batch.y[record].isFinite { continue }
        batch.states[record] = .outOfRange
      }
    }
    guard let locator else {
      for record in records { columns.areas[record] = 0 }
      return
    }
    batch.x.withUnsafeBufferPointer { x in
      batch.y.withUnsafeBufferPointer { y in
        locator.locate(
          x: .init(rebasing: x[records]), y: .init(rebasing: y[records]),
          areas: UnsafeMutableBufferPointer(start: columns.areas, count: records.count),
          flags: UnsafeMutableBufferPointer(start: columns.flags, count: records.count))
      }
    }
  }
}
