internal import PlazaLayers

/// Writes single records to the files that list them; the last stage of all.
struct RowStage: RecordStage {
  private let rejects: (any RowSink)?
  private let tagged: (any RowSink)?
  private let fields: TaggedFields?
  private let fieldNames: [String]
  private let territory: Territory?

  init(_ rows: RowSinks, _ plan: RecordPlan, _ territory: Territory?) {
    (rejects, tagged) = (rows.rejects, rows.tagged)
    fields = plan.tagged
    fieldNames = plan.request.fields.indices.map(plan.fieldName)
    self.territory = territory
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) throws {
    if let rejects { try rejects.write(rejected(batch, columns, text), chunk: batch.index) }
    guard let tagged, let territory, let fields else { return }
    var rows = RowBlock(columns: fields.header(isNested: territory.isNested).count)
    for record in 0..<batch.count
    where columns.verdicts[record] == RecordColumns.Verdict.good && columns.sensitive[record] == 0 {
      tag(&rows, fields, record, batch, Int(columns.places[record]), territory, text)
    }
    try tagged.write(rows, chunk: batch.index)
  }

  /// A cell that is no number and no date may be anything, a name among it: it is not written, and its field tells where it is.
  private func rejected(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) -> RowBlock {
    var rows = RowBlock(columns: RowSinks.rejectsHeader.count)
    var fault = 0
    for record in 0..<batch.count {
      while fault < batch.faults.count, batch.faults[fault].record < record { fault += 1 }
      guard let reason = RecordColumns.Verdict.rejection(columns.verdicts[record]) else { continue }
      var (field, cell) = ("", "")
      if fault < batch.faults.count, batch.faults[fault].record == record {
        (field, cell) = (batch.faults[fault].field, batch.faults[fault].cell)
      }
      let slot = Int(columns.faults[record])
      if reason == .badDate || reason == .badWeight || reason == .totalRow {
        cell = batch.fields[slot].text(record, text)
        field = slot < fieldNames.count ? fieldNames[slot] : ""
      }
      rows.append(Int64(batch.lines[record]))
      rows.append(reason.rawValue)
      rows.append(field)
      rows.append(reason == .totalRow || reason == .notAPoint ? cell : PlainText.shown(cell))
    }
    return rows
  }

  private func tag(
    _ rows: inout RowBlock, _ fields: TaggedFields, _ record: Int, _ batch: PointBatch, _ place: Int, _ territory: Territory,
    _ text: UnsafePointer<UInt8>
  ) {
    rows.append(Int64(batch.lines[record]))
    for (field, slot) in fields.slots.enumerated() {
      let (start, count) = batch.fields[slot].span(record)
      let cell = UnsafeBufferPointer(start: text + start, count: count)
      if !fields.shows(cell, field) {
        rows.append(PlainText.mask)
      } else if fields.forms[field] == .number {
        rows.append(number: cell)
      } else {
        rows.append(cell)
      }
    }
    let found = place < 0 ? nil : territory.place(ofCell: place)
    rows.append(found.map { territory.levels[$0.level].areas.codes[$0.area] } ?? "")
    rows.append(found.map { territory.levels[$0.level].areas.names[$0.area] } ?? "")
    if territory.isNested { rows.append(found.map { territory.levels[$0.level].name } ?? "") }
  }
}
