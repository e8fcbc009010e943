internal import PlazaLayers

/// Writes single records to the files that list them; the last stage of all.
struct RowStage: RecordStage {
  private let rejects: (any RowSink)?
  private let tagged: (any RowSink)?
  private let slots: [Int]
  private let territory: Territory?
  private var withholding: Withholding?

  init(_ rows: RowSinks, _ plan: RecordPlan, _ territory: Territory?) {
    (rejects, tagged) = (rows.rejects, rows.tagged)
    slots = plan.tagged?.slots ?? []
    self.territory = territory
    withholding = plan.withholding.map { Withholding($0) }
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) throws {
    if let rejects { try rejects.write(rejected(batch, columns, text), chunk: batch.index) }
    guard let tagged, let territory else { return }
    var rows = RowBlock(columns: slots.count + 2 + (territory.isNested ? 1 : 0))
    for record in 0..<batch.count where columns.verdicts[record] == RecordColumns.Verdict.good {
      let kind = Int(columns.kinds[record])
      if withholding?.withholds(kind, columns.kindNames) == true { continue }
      tag(&rows, record, batch, Int(columns.places[record]), territory, text)
    }
    try tagged.write(rows, chunk: batch.index)
  }

  private func rejected(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) -> RowBlock {
    var rows = RowBlock(columns: RowSinks.rejectsHeader.count)
    var fault = 0
    for record in 0..<batch.count {
      while fault < batch.faults.count, batch.faults[fault].record < record { fault += 1 }
      let verdict = columns.verdicts[record]
      guard verdict != RecordColumns.Verdict.good, verdict != RecordColumns.Verdict.filtered else { continue }
      let reason = RecordColumns.Verdict.reason(verdict)
      var cell = fault < batch.faults.count && batch.faults[fault].record == record ? batch.faults[fault].cell : ""
      if reason == .badDate || reason == .badWeight || reason == .totalRow {
        cell = batch.fields[Int(columns.faults[record])].text(record, text)
      }
      rows.append(String(batch.lines[record]))
      rows.append(reason.rawValue)
      rows.append(cell)
    }
    return rows
  }

  private func tag(
    _ rows: inout RowBlock, _ record: Int, _ batch: PointBatch, _ place: Int, _ territory: Territory,
    _ text: UnsafePointer<UInt8>
  ) {
    for slot in slots {
      let (start, count) = batch.fields[slot].span(record)
      rows.append(UnsafeBufferPointer(start: text + start, count: count))
    }
    let found = place < 0 ? nil : territory.place(ofCell: place)
    rows.append(found.map { territory.levels[$0.level].areas.codes[$0.area] } ?? "")
    rows.append(found.map { territory.levels[$0.level].areas.names[$0.area] } ?? "")
    if territory.isNested { rows.append(found.map { territory.levels[$0.level].name } ?? "") }
  }

  func finish(_ part: inout RecordPart) { part.withheld = withholding?.counts ?? [:] }
}
