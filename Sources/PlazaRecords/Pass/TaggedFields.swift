package import PlazaLayers

/// The fields of the records that a tagged file repeats: all but those that identify people, unless the caller keeps them.
package struct TaggedFields: Sendable {
  package let names: [String]
  /// Identifying fields that were left out.
  package let leftOut: [String]
  /// Where the reader has them; empty until it was asked.
  package var slots: [Int] = []

  package init(_ options: RecordOptions, _ schema: RecordSchema) {
    func isLeftOut(_ name: String) -> Bool { FieldNames.isIdentifying(name) && !options.keep.contains(name) }
    names = schema.fields.filter { !isLeftOut($0) }
    leftOut = schema.fields.filter(isLeftOut)
  }
}
