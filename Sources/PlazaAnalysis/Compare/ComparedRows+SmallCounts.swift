internal import PlazaLayers
internal import PlazaRecords

extension ComparedRows {
  /// What is said of small counts among the counts of windows.
  func smallCountWarnings(_ kinds: [JoinResult.Kind], _ options: RecordOptions) throws -> [Diagnostic] {
    var small = try SmallCounts(kinds, options)
    guard !small.isEmpty else { return [] }
    for row in rows {
      for counts in row.counts {
        small.add(Int64(counts.now), kind: kinds.isEmpty ? 0 : row.kind)
        small.add(Int64(counts.before), kind: kinds.isEmpty ? 0 : row.kind)
      }
    }
    return small.warnings
  }
}
