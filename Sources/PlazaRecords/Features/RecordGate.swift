internal import PlazaGeometry
package import PlazaLayers

/// What may leave of features that are single records: what a tagged file of the same records would show, and nothing else.
///
/// What makes features records is for ``RecordEvidence`` to say.
package struct RecordGate: Sendable {
  /// The columns that are written, in the order of the file.
  package let fields: TaggedFields
  /// What was found, to be told.
  package let notes: [Diagnostic]
  private let schema: RecordSchema
  private let plan: SensitivePlan

  /// What it makes of the features.
  package struct Verdict: Sendable {
    /// Those that must not be shown at their places.
    package var isSensitive: [Bool]
    /// Why, with how many of each.
    package var withheld: WithheldKinds
  }

  /// Nil for features that are no records.
  /// - Parameter coordinateFields: the columns that hold the position.
  /// - Throws: `Failure` `records.no_kinds` where nothing says which records would betray a victim, `join.no_field` and
  ///   `kinds.none_mistaken` for fields of kinds that are none.
  package init?(_ features: Features, coordinateFields: [String], options: RecordOptions, file: String) throws {
    let schema = RecordSchema(
      fields: features.columns.map(\.name), coordinateFields: coordinateFields, crs: features.crs, notes: [])
    let sample = features.batch(0..<min(features.count, Self.sampled))
    var plain = options
    plain.kindFields = .found
    let found = try SensitiveFields(schema, sample, plain, trustsBy: false, file: file)
    let evidence = RecordEvidence(features, found).fields
    guard !evidence.isEmpty || options.kindFields.areNamed else { return nil }
    let stated = try SensitiveFields(schema, sample, options, trustsBy: false, file: file)
    guard !stated.isUnknown else {
      throw Failure(
        .usage, "records.no_kinds",
        ["file": file, "evidence": evidence.joined(separator: ", "), "fields": schema.fields.joined(separator: ", ")])
    }
    for name in options.keep where FieldNames.index(of: name, in: schema.fields) == nil {
      throw Failure.noField(name, of: file, option: "--keep", in: schema.fields)
    }
    self.schema = schema
    fields = TaggedFields(options, schema, stated)
    plan = try SensitivePlan(
      stated, SensitiveKinds(classes: options.classes, keeping: options.keptKinds), schema, excludes: false
    ) { schema.fields.firstIndex(of: $0)! }
    notes = stated.notes(schema, file: file)
  }

  /// How many of the first records are looked at to see what fields hold.
  private static let sampled = 20_000

  /// - Complexity: O(bytes).
  package func verdict(of features: Features) throws -> Verdict {
    var isSensitive: [Bool] = []
    isSensitive.reserveCapacity(features.count)
    var stage = SensitiveStage(plan)
    let columns = RecordColumns(monthCount: 0)
    for start in stride(from: 0, to: features.count, by: Self.sampled) {
      let batch = features.batch(start..<min(features.count, start + Self.sampled))
      columns.reserve(batch.count)
      ReadableStage().run(batch, columns, UnsafePointer(bitPattern: 1)!)
      batch.text.withUnsafeBufferPointer { stage.run(batch, columns, $0.baseAddress ?? UnsafePointer(bitPattern: 1)!) }
      for record in 0..<batch.count { isSensitive.append(columns.sensitive[record] != 0) }
    }
    var part = RecordPart(levels: 1)
    stage.finish(&part)
    return Verdict(isSensitive: isSensitive, withheld: WithheldKinds(part.withheld))
  }

  /// The columns that may be written, their cells masked where they are not what their field should hold: a stray separator puts names
  /// where a date should be.
  package func shown(_ columns: [Column]) -> [Column] {
    fields.names.enumerated().compactMap { place, name in
      guard var column = columns.first(where: { $0.name == name }) else { return nil }
      for row in column.values.indices {
        guard let text = column.values[row].text else { continue }
        let isShown = text.utf8.withContiguousStorageIfAvailable { fields.shows($0, place) }
        if isShown ?? Array(text.utf8).withUnsafeBufferPointer({ fields.shows($0, place) }) { continue }
        column.values[row] = .text(PlainText.mask)
      }
      return column
    }
  }
}

extension RecordOptions.KindFields {
  /// Whether the caller names fields that say of what kind a record is.
  fileprivate var areNamed: Bool { if case .named = self { true } else { false } }
}

extension Features {
  /// Some of the features as records: their attributes as text, numbered from 1.
  fileprivate func batch(_ range: Range<Int>) -> PointBatch {
    var batch = PointBatch()
    batch.removeAll(fieldCount: columns.count)
    batch.count = range.count
    batch.states = [RecordState](repeating: .located, count: range.count)
    batch.lines = range.map { $0 + 1 }
    batch.x = [Double](repeating: 0, count: range.count)
    batch.y = batch.x
    for (place, column) in columns.enumerated() {
      for feature in range {
        guard let text = column.values[feature].text, !text.isEmpty else {
          batch.fields[place].appendNull()
          continue
        }
        let start = batch.text.count
        batch.text.append(contentsOf: text.utf8)
        batch.fields[place].append(start: start, end: batch.text.count)
      }
    }
    return batch
  }
}
