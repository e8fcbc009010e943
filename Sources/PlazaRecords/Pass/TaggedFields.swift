package import PlazaLayers

/// The fields of the records that a tagged file repeats: an allow-list, because nobody can list what betrays a person.
///
/// They are kinds, dates, the position, the number of cases that a row stands for, and what the caller names with `--keep`. Everything
/// else stays in the registry, which a row leads back to by the number that we give it.
package struct TaggedFields: Sendable {
  /// What a cell of a field must look like to be written.
  enum Form: Sendable {
    case any, number, date
  }

  package let names: [String]
  let forms: [Form]
  /// Fields that were left out.
  package let leftOut: [String]
  /// Where the reader has them; empty until it was asked.
  package var slots: [Int] = []

  package init(_ options: RecordOptions, _ schema: RecordSchema, _ found: SensitiveFields) {
    let naming = Set(found.kinds.filter(\.isNaming).map { schema.fields[$0.field] })
    func form(_ name: String) -> Form? {
      func isNamed(_ other: String?) -> Bool {
        other.flatMap { FieldNames.index(of: $0, in: schema.fields) }.map { schema.fields[$0] == name } ?? false
      }
      if options.keep.contains(where: { isNamed($0) }) { return .any }
      if schema.coordinateFields.contains(name) || isNamed(options.count) { return .number }
      if naming.contains(name) { return .any }
      if isNamed(options.when) || (FieldNames.isDate(name) && !FieldNames.isBirth(name)) { return .date }
      return nil
    }
    let forms = schema.fields.map(form)
    names = schema.fields.indices.filter { forms[$0] != nil }.map { schema.fields[$0] }
    self.forms = forms.compactMap { $0 }
    leftOut = schema.fields.indices.filter { forms[$0] == nil }.map { schema.fields[$0] }
  }

  /// - Throws: `Failure` `tagged.no_kinds`, and what the source throws.
  package init(_ options: RecordOptions, _ source: any PointSource) throws {
    let found = try SensitiveFields(source, options)
    try found.requireKnown(source.schema, file: source.name)
    self.init(options, source.schema, found)
  }

  /// The columns of the file: our number, the fields, and the area's; with several levels the level too.
  package func header(isNested: Bool) -> [String] {
    let number = names.contains("id") ? "record" : "id"
    return [number] + names + ["area_code", "area_name"] + (isNested ? ["area_level"] : [])
  }

  /// Whether a cell may be written: a stray separator puts names where a date should be.
  func shows(_ cell: UnsafeBufferPointer<UInt8>, _ field: Int) -> Bool {
    switch forms[field] {
    case .any: true
    case .number: cell.isEmpty || PlainText.isNumber(String(decoding: cell, as: UTF8.self))
    case .date:
      cell.isEmpty || PlainText.isDate(String(decoding: cell, as: UTF8.self))
        || PlainText.isNumber(String(decoding: cell, as: UTF8.self))
    }
  }
}
