internal import PlazaLayers

/// Finds the rows that hold the sum of others, once records are placed: they are no records, and check their parts.
///
/// A kind is looked at once; a field of the place only where no area bears its text.
struct TotalRowStage: RecordStage {
  private let kindSlot: Int?
  private let slots: [Int]
  private let keys: KeyPlan?
  /// Whether rows are sums, so that totals can be checked against their parts.
  private let isTable: Bool
  /// Whether nothing divides the rows but place and kind, which are read: only then is it known of what a row is the total.
  private let isChecked: Bool
  private var texts: [Interner]
  /// By text: what it is the total of; nil for none.
  private var parts: [[String?]]
  private var rows = TotalRows()
  private var kinds: [String] = []

  /// - Parameter readsKinds: whether the kinds of records are known by now.
  init(_ plan: RecordPlan, readsKinds: Bool) {
    kindSlot = readsKinds ? plan.kindSlot : nil
    keys = plan.keys
    isTable = plan.countSlot != nil || plan.wide != nil
    let own = (plan.keys?.usesKeys == true ? plan.keys!.codeSlots + plan.keys!.nameSlots : []).filter { $0 >= 0 }
    var slots = plan.totalSlots.filter { $0 != plan.kindSlot }
    for slot in own where !slots.contains(slot) && slot != plan.kindSlot { slots.append(slot) }
    self.slots = slots
    isChecked = isTable && (kindSlot != nil || slots.allSatisfy { own.contains($0) })
    texts = slots.map { _ in Interner() }
    parts = slots.map { _ in [] }
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let totalKinds = kindSlot == nil ? [] : columns.kindNames.totals
    guard !totalKinds.isEmpty || !slots.isEmpty else { return }
    let verdicts = columns.verdicts
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      let place = columns.places[record]
      let isKind = totalKinds.contains(Int(columns.kinds[record]))
      var found: (slot: Int, part: String)?
      var isOfOthers = false
      if isTable || place < 0 {
        for index in slots.indices {
          guard let part = part(index, record, batch, text) else { continue }
          if found == nil || isKey(slots[index]) { found = (slots[index], part) }
          if !isKey(slots[index]) { isOfOthers = true }
        }
      }
      guard isKind || found != nil else {
        if isTable { rows.addPart(place, kind: Int(columns.kinds[record]), columns.counts[record]) }
        continue
      }
      verdicts[record] = RecordColumns.Verdict.rejected(.totalRow)
      columns.faults[record] = Int32(isKind ? kindSlot! : found!.slot)
      // A total of a part that is named, or of a field that says nothing of place or kind, has no parts that are known here.
      let isOfPlaces = found.map { isKey($0.slot) && place < 0 } ?? false
      let isKnown = isChecked && !isOfOthers && (found == nil || isOfPlaces && found!.part.isEmpty)
      rows.addTotal(
        isKnown ? (isOfPlaces ? nil : place, isKind ? nil : Int(columns.kinds[record])) : .none, columns.counts[record],
        line: batch.lines[record])
    }
    kinds = columns.kindNames.keys
  }

  private func isKey(_ slot: Int) -> Bool { keys.map { $0.codeSlots.contains(slot) || $0.nameSlots.contains(slot) } ?? false }

  private mutating func part(_ index: Int, _ record: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) -> String? {
    let (start, count) = batch.fields[slots[index]].span(record)
    let number = texts[index].number(of: text + start, count: count)
    if number == parts[index].count {
      parts[index].append(TotalWords.part(of: CanonicalText.of(texts[index].value(number))))
    }
    return parts[index][number]
  }

  func finish(_ part: inout RecordPart) {
    var named = rows
    named.name(kinds)
    part.totalRows += named
  }
}

/// Rows of totals and what their parts come to.
struct TotalRows: Sendable {
  /// A place and a kind; nil is all of them.
  private struct Key: Hashable, Sendable {
    var place: Int32?
    var kind: String?
  }

  private var totals: [Key: Int64] = [:]
  private var parts: [Key: Int64] = [:]
  private var count = 0
  /// Rows whose parts cannot be told.
  private var unchecked = 0
  private var firstLine = Int.max
  // By the worker's numbers of kinds, until they are named.
  private var numbered: (totals: [NumberedKey: Int64], parts: [NumberedKey: Int64]) = ([:], [:])
  private struct NumberedKey: Hashable, Sendable {
    var place: Int32?
    var kind: Int?
  }

  mutating func addPart(_ place: Int32, kind: Int, _ count: Int64) {
    numbered.parts[NumberedKey(place: place, kind: kind), default: 0] += count
  }

  mutating func addTotal(_ key: (place: Int32?, kind: Int?)?, _ count: Int64, line: Int) {
    self.count += 1
    firstLine = min(firstLine, line)
    guard let key else {
      unchecked += 1
      return
    }
    numbered.totals[NumberedKey(place: key.place, kind: key.kind), default: 0] += count
  }

  mutating func name(_ kinds: [String]) {
    func name(_ kind: Int?) -> String? { kind.map { kinds.indices.contains($0) ? kinds[$0] : "" } }
    for (key, count) in numbered.totals { totals[Key(place: key.place, kind: name(key.kind)), default: 0] += count }
    for (key, count) in numbered.parts { parts[Key(place: key.place, kind: name(key.kind)), default: 0] += count }
    numbered = ([:], [:])
  }

  static func += (left: inout TotalRows, right: TotalRows) {
    left.totals.merge(right.totals, uniquingKeysWith: +)
    left.parts.merge(right.parts, uniquingKeysWith: +)
    left.count += right.count
    left.unchecked += right.unchecked
    left.firstLine = min(left.firstLine, right.firstLine)
  }

  /// Whether totals and parts agree, said in one sentence.
  func notes(_ plan: RecordPlan, kinds: [String], names: [String]) -> [Diagnostic] {
    guard count > 0 else { return [] }
    let values = ["file": plan.file, "count": String(count), "line": String(firstLine)]
    guard !totals.isEmpty else { return [Diagnostic(.warning, "totals.left_out", values)] }
    var sums: [Key: Int64] = [:]
    for (key, count) in parts {
      for place in [key.place, nil] {
        for kind in [key.kind, nil] { sums[Key(place: place, kind: kind), default: 0] += count }
      }
    }
    let differing = totals.filter { $0.value != sums[$0.key] ?? 0 }
    guard
      let worst = differing.max(by: { left, right in
        let (a, b) = (abs(left.value - (sums[left.key] ?? 0)), abs(right.value - (sums[right.key] ?? 0)))
        return a == b ? order(left.key) > order(right.key) : a < b
      })
    else {
      return [
        Diagnostic(
          .note, "totals.agree", values.merging(["sum": String(sums[Key(place: nil, kind: nil)] ?? 0)]) { own, _ in own })
      ]
    }
    let shown = Dictionary(zip(kinds, names)) { first, _ in first }
    return [
      Diagnostic(
        .warning, "totals.differ",
        values.merging([
          "differing": String(differing.count), "checked": String(totals.count), "total": String(worst.value),
          "sum": String(sums[worst.key] ?? 0), "what": what(worst.key, plan, shown),
        ]) { own, _ in own })
    ]
  }

  private func order(_ key: Key) -> String { "\(key.place.map { String($0) } ?? "") \(key.kind ?? "")" }

  private func what(_ key: Key, _ plan: RecordPlan, _ shown: [String: String]) -> String {
    var words: [String] = []
    if let place = key.place, place >= 0, let territory = plan.keys?.territory {
      let found = territory.place(ofCell: Int(place))
      if found.area >= 0 {
        let areas = territory.levels[found.level].areas
        words.append(areas.names[found.area].isEmpty ? areas.codes[found.area] : areas.names[found.area])
      }
    }
    if let kind = key.kind { words.append(shown[kind] ?? kind) }
    return words.isEmpty ? "TOTAL" : words.joined(separator: ", ")
  }
}
