internal import PlazaLayers
internal import PlazaStatistics

/// How much counts vary by themselves, of each window by the months before it.
struct Histories: Sendable {
  /// Windows with the same months share them.
  private let masks: [[Bool]]
  private let maskOfWindow: [Int]
  private let lengths: [Int]
  /// `[mask][kind]`.
  private let fits: [[CountHistory?]]
  private let kinds: Int

  /// The months of the window that has fewest.
  var months: Int { maskOfWindow.map { mask in masks[mask].count(where: \.self) }.min() ?? 0 }

  init(_ uses: PeriodUses, _ windows: [ComparedWindow], _ territory: TerritoryCounts, isComplete: [Bool]) {
    var masks: [[Bool]] = []
    maskOfWindow = windows.map { window in
      let mask = uses.history(before: window, isComplete: isComplete)
      if let known = masks.firstIndex(of: mask) { return known }
      masks.append(mask)
      return masks.count - 1
    }
    let days = uses.past.map { Double($0.count) }
    fits = masks.map { mask in
      territory.kinds.map { kind in
        CountHistory(counts: mask.indices.map { mask[$0] ? kind.past[$0] : nil }, expected: days, perYear: 12)
      }
    }
    self.masks = masks
    lengths = windows.map(\.months)
    kinds = territory.kinds.count
  }

  /// Of all records of a kind.
  func ofTerritory(kind: Int, window: Int) -> Dispersion? {
    fits[maskOfWindow[window]][kind].flatMap { PooledHistory([$0]).dispersion(of: $0, length: lengths[window]) }
  }

  /// Of each row, by what the territory's trend and season let expect in its months.
  func ofRows(_ rows: [ComparedRows.Row], _ places: JoinPlaces) -> OfRows {
    var ofMask: [(histories: [CountHistory?], pooled: [PooledHistory])] = []
    let families = rows.map { places.places[$0.place].level * kinds + $0.kind }
    for (mask, fits) in zip(masks, fits) {
      let histories = rows.map { row -> CountHistory? in
        guard !row.past.isEmpty, let fit = fits[row.kind] else { return nil }
        return CountHistory(
          counts: mask.indices.map { mask[$0] ? Int(row.past[$0]) : nil }, expected: fit.fitted, perYear: nil)
      }
      var members = [[CountHistory]](repeating: [], count: kinds * places.ranges.count)
      for (family, history) in zip(families, histories) {
        if let history { members[family].append(history) }
      }
      ofMask.append((histories, members.map { PooledHistory($0) }))
    }
    return OfRows(ofMask: ofMask, families: families, maskOfWindow: maskOfWindow, lengths: lengths)
  }

  struct OfRows {
    fileprivate let ofMask: [(histories: [CountHistory?], pooled: [PooledHistory])]
    fileprivate let families: [Int]
    fileprivate let maskOfWindow: [Int]
    fileprivate let lengths: [Int]

    func dispersion(row: Int, window: Int) -> Dispersion? {
      let (histories, pooled) = ofMask[maskOfWindow[window]]
      return histories[row].flatMap { pooled[families[row]].dispersion(of: $0, length: lengths[window]) }
    }
  }
}
