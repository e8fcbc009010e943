package import PlazaLayers

/// Which fields of a pass say that a record must not be shown at its place, and by what rule.
package struct SensitivePlan: Sendable {
  enum Rule: Sendable {
    /// - Parameter isNaming: whether its values may be said.
    case kind(usesTable: Bool, isNaming: Bool)
    case flag(VictimFlag)
  }

  struct Field: Sendable {
    var slot: Int
    var name: String
    var rule: Rule
  }

  let fields: [Field]
  let kinds: SensitiveKinds
  /// Whether such records count nowhere in the pass, or are only told apart.
  let excludes: Bool

  init(
    _ found: SensitiveFields, _ kinds: SensitiveKinds, _ schema: RecordSchema, excludes: Bool,
    slot: (_ field: String) throws -> Int
  ) rethrows {
    self.kinds = kinds
    self.excludes = excludes
    fields =
      try found.kinds.map {
        Field(
          slot: try slot(schema.fields[$0.field]), name: schema.fields[$0.field],
          rule: .kind(usesTable: $0.usesTable, isNaming: $0.isNaming))
      }
      + found.flags.map {
        Field(slot: try slot(schema.fields[$0.field]), name: schema.fields[$0.field], rule: .flag($0.flag))
      }
  }

  /// What a value of a field says: nil when it is no reason to withhold its record.
  func reason(_ value: String, _ field: Field) -> WithheldReason? {
    switch field.rule {
    case .flag(let flag): return flag.isRaised(by: value) ? WithheldReason(name: field.name, verdict: .flagged) : nil
    case .kind(let usesTable, let isNaming):
      switch kinds.verdict(value, usesTable: usesTable) {
      case .harmless, .kept: return nil
      case .unsaid: return WithheldReason(name: value, verdict: .unsaid)
      case let verdict:
        return isNaming ? WithheldReason(name: value, verdict: verdict) : WithheldReason(name: field.name, verdict: .flagged)
      }
    }
  }
}

extension SensitiveFields {
  /// Which records of a batch must not be shown at their places, by the words alone.
  /// - Parameter batch: with every field of the schema, in its order.
  package func sensitive(in batch: PointBatch, _ schema: RecordSchema) throws -> [Bool] {
    let plan = try SensitivePlan(self, SensitiveKinds(), schema, excludes: false) { schema.fields.firstIndex(of: $0)! }
    let columns = RecordColumns(monthCount: 0)
    columns.reserve(batch.count)
    var stage = SensitiveStage(plan)
    ReadableStage().run(batch, columns, UnsafePointer(bitPattern: 1)!)
    batch.text.withUnsafeBufferPointer { stage.run(batch, columns, $0.baseAddress ?? UnsafePointer(bitPattern: 1)!) }
    return (0..<batch.count).map { columns.sensitive[$0] != 0 }
  }
}
