internal import PlazaLayers

extension ComparedRows {
  /// Kinds that have records on one side of a window only, enough of them that it is no chance: an office may have given them another name.
  func kindNotes(_ counts: AreaCounts, _ windows: [ComparedWindow]) -> [Diagnostic] {
    guard !counts.kinds.isEmpty else { return [] }
    for (index, window) in windows.enumerated() {
      func names(_ isMeant: (ComparedCounts) -> Int?) -> [String] {
        counts.kinds.indices.compactMap { kind in isMeant(whole[kind][index]).map { (counts.kinds[kind].name, $0) } }
          .sorted { $0.1 == $1.1 ? CanonicalText.precedes($0.0, $1.0) : $0.1 > $1.1 }.map { "\($0.0) (\($0.1))" }
      }
      let gone = names { $0.now == 0 && $0.before >= ComparedCounts.leastRecords ? $0.before : nil }
      let new = names { $0.before == 0 && $0.now >= ComparedCounts.leastRecords ? $0.now : nil }
      guard !gone.isEmpty || !new.isEmpty else { continue }
      func list(_ names: [String]) -> String { names.prefix(5).joined(separator: "; ") + (names.count > 5 ? "; …" : "") }
      return [
        Diagnostic(
          .warning, gone.isEmpty ? "compare.kinds_new" : new.isEmpty ? "compare.kinds_gone" : "compare.kinds_both",
          ["window": window.window.rawValue, "gone": list(gone), "new": list(new)])
      ]
    }
    return []
  }
}
