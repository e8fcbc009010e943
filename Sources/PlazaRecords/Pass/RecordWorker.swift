internal import PlazaLayers

/// Takes batches from the reader, has every stage run over their columns and hands them to its sink, until there are no more.
struct RecordWorker<Sink: RecordSink> {
  private let locator: RecordLocator?
  private var stages: [any RecordStage]
  private var sink: Sink
  private let columns: RecordColumns
  private let levels: Int

  /// - Parameter stages: copied, so that each worker has its own.
  /// - Parameter locator: nil when positions do not matter.
  init(_ plan: RecordPlan, _ stages: [any RecordStage], _ locator: RecordLocator?, _ sink: Sink, levels: Int) {
    self.locator = locator
    self.stages = stages
    self.sink = sink
    self.levels = levels
    columns = RecordColumns(
      monthCount: plan.wide?.months.count ?? 0, foldsKinds: plan.mends(.kinds), kindAliases: plan.kindAliases)
  }

  consuming func run(_ reader: any PointReader, progress: any ProgressSink) throws -> (RecordPart, Sink) {
    var batch = PointBatch()
    while !Task.isCancelled, try reader.next(&batch) {
      columns.reserve(batch.count)
      locator?.locate(&batch, columns)
      try take(batch)
      progress.advanced(bytes: batch.text.count, records: batch.count)
    }
    var part = RecordPart(levels: levels)
    for stage in stages { stage.finish(&part) }
    part.kinds = columns.kindNames.keys
    part.spellings = columns.kindNames.counts()
    return (part, sink)
  }

  private mutating func take(_ batch: PointBatch) throws {
    try batch.text.withUnsafeBufferPointer { text in
      let base = text.baseAddress ?? UnsafePointer(bitPattern: 1)!
      for stage in stages.indices { try stages[stage].run(batch, columns, base) }
      try sink.take(batch, columns, base)
    }
  }
}
