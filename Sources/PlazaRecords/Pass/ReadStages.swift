internal import PlazaLayers

/// Refuses what could not be read at all; the first stage, which forgets the verdicts of the batch before.
struct ReadableStage: RecordStage {
  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let verdicts = columns.verdicts
    let bad = (
      RecordColumns.Verdict.rejected(.badRow), RecordColumns.Verdict.rejected(.badEncoding),
      RecordColumns.Verdict.rejected(.tooLong)
    )
    columns.several.removeAll(keepingCapacity: true)
    batch.states.withUnsafeBufferPointer { states in
      for record in 0..<batch.count {
        switch states[record] {
        case .badRow: verdicts[record] = bad.0
        case .badEncoding: verdicts[record] = bad.1
        case .tooLong: verdicts[record] = bad.2
        default: verdicts[record] = RecordColumns.Verdict.good
        }
      }
    }
  }
}

/// Refuses positions that could not be read; after the filters, so that what was not wanted is no reject.
struct PositionStage: RecordStage {
  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, faults) = (columns.verdicts, columns.faults)
    batch.states.withUnsafeBufferPointer { states in
      for record in 0..<batch.count where states[record] != .located && verdicts[record] == RecordColumns.Verdict.good {
        if let reason = states[record].reason, reason.isRejection {
          verdicts[record] = RecordColumns.Verdict.rejected(reason)
          faults[record] = -1
        }
      }
    }
  }
}
