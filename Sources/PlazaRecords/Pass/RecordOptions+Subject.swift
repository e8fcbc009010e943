internal import PlazaLayers

extension RecordOptions {
  /// What is counted where kinds are not asked for: the values that records were chosen by, else the id of the word for records.
  package var subject: String {
    let values = conditions.flatMap(\.values)
    return values.isEmpty || values.count > 3 ? "compare.records" : values.map(KindName.spoken).joined(separator: ", ")
  }
}
