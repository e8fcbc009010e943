internal import PlazaLayers

/// Leaves out records whose field does not say one of some values; a text is compared once.
struct FilterStage: RecordStage {
  let filter: RecordPlan.Filter
  private let folds: Bool
  private var values = Interner()
  private var isWanted: [Bool] = []
  private var found: Set<String> = []

  /// - Parameter folds: whether case, accents and repeated blanks make no difference.
  init(_ filter: RecordPlan.Filter, folding folds: Bool) {
    self.filter = filter
    self.folds = folds
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let verdicts = columns.verdicts
    let column = batch.fields[filter.slot]
    // What another filter left out counts as seen: a value that is in the file is no misspelling.
    for record in 0..<batch.count
    where verdicts[record] == RecordColumns.Verdict.good || verdicts[record] == RecordColumns.Verdict.filtered {
      let (start, count) = column.span(record)
      let number = values.number(of: text + start, count: count)
      if number == isWanted.count {
        let key = RecordFilter.key(CanonicalText.of(values.value(number)), folding: folds)
        isWanted.append(filter.values[key] != nil)
        if isWanted[number] { found.insert(key) }
      }
      if !isWanted[number] { verdicts[record] = RecordColumns.Verdict.filtered }
    }
  }

  func finish(_ part: inout RecordPart) {
    var evidence = FilterEvidence(found: found)
    for key in filter.values.keys where !found.contains(key) {
      for number in isWanted.indices {
        evidence.near(key, CanonicalText.of(values.value(number)), folding: folds)
      }
    }
    part.filters.append(evidence)
  }
}

/// Which of the values that a filter asks for occur in the file, and what is spelled nearly like one that does not.
struct FilterEvidence: Sendable {
  private(set) var found: Set<String>
  private var nearest: [String: (text: String, distance: Int)] = [:]

  init(found: Set<String>) { self.found = found }

  mutating func near(_ key: String, _ text: String, folding folds: Bool) {
    let (wanted, other) = (Array(key.unicodeScalars), Array(RecordFilter.key(text, folding: folds).unicodeScalars))
    let limit = max(2, wanted.count / 3)
    guard !other.isEmpty, abs(wanted.count - other.count) <= limit else { return }
    let distance = PlaceName.distance(wanted, other)
    guard distance <= limit else { return }
    keep(key, (text, distance))
  }

  private mutating func keep(_ key: String, _ candidate: (text: String, distance: Int)) {
    if let known = nearest[key], known.distance < candidate.distance { return }
    if let known = nearest[key], known.distance == candidate.distance, !CanonicalText.precedes(candidate.text, known.text) {
      return
    }
    nearest[key] = candidate
  }

  func merged(with other: FilterEvidence) -> FilterEvidence {
    var merged = self
    merged.found.formUnion(other.found)
    for (key, candidate) in other.nearest { merged.keep(key, candidate) }
    return merged
  }

  /// One warning for each value that no record has.
  func notes(_ filter: RecordPlan.Filter, file: String) -> [Diagnostic] {
    filter.values.keys.filter { !found.contains($0) }.sorted(by: CanonicalText.precedes).map { key in
      var values = ["file": file, "field": filter.field, "value": filter.values[key]!]
      // What stands in a field that names people is shown to nobody.
      guard let near = nearest[key], !FieldNames.isIdentifying(filter.field) else {
        return Diagnostic(.warning, "filter.unknown_value", values)
      }
      values["nearest"] = near.text
      return Diagnostic(.warning, "filter.nearest_value", values)
    }
  }
}
