internal import PlazaLayers

/// Marks the sex and the age of each good record.
struct StrataStage: RecordStage {
  let plan: StratumPlan
  private var reader: StratumReader

  init(_ plan: StratumPlan) {
    self.plan = plan
    reader = StratumReader(plan)
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, strata) = (columns.verdicts, columns.strata)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      let sex = plan.sexSlot.map { slot in
        let (start, count) = batch.fields[slot].span(record)
        return reader.sex(text + start, count: count)
      }
      let age = plan.ageSlot.map { slot in
        let (start, count) = batch.fields[slot].span(record)
        return reader.age(text + start, count: count)
      }
      strata[record] = Int32(truncatingIfNeeded: plan.mark(sex: sex ?? 0, age: age ?? 0))
    }
  }

  func finish(_ part: inout RecordPart) { part.sexEvidence = reader.evidence }
}
