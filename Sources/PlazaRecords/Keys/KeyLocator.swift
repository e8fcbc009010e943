internal import PlazaLayers

/// Places records by the codes and names in their fields; one for each worker, because it remembers what it has looked up.
///
/// A text is read once: after that its bytes lead to its area by way of the interner.
struct KeyLocator {
  package struct Found {
    package var level: Int
    package var area: Int
    package var method: KeyOptions.Method
  }

  /// What a cell says.
  private enum Answer {
    static let unmatched: Int32 = -1
    static let blank: Int32 = -2
    static let notAsked: Int32 = -3
    static let unread: Int32 = -4
  }

  private struct Column {
    var values = Interner()
    var answers: [Int32] = []
    var matches: [AreaCodes.Match] = []
    /// Of names: as they are compared.
    var folded: [String] = []
    /// Records that were placed by this text.
    var uses: [Int] = []
    var scoped: [UInt64: Int32] = [:]
  }

  private struct MissKey: Hashable {
    var level: Int
    var role: KeyCounts.Miss.Role
    var number: Int
    var scope: Int
  }

  private struct Declared {
    var values = Interner()
    /// The areas that each text may mean; nil for blank.
    var areas: [[Int32]?] = []
  }

  private let plan: KeyPlan
  private let levels: Int
  private var codes: [Column]
  private var names: [Column]
  private var declared = Declared()
  private var misses: [MissKey: Int] = [:]
  private var keyed = 0
  private var matched = 0
  // Of the present record, by level.
  private var codeAreas: [Int32]
  private var codeNumbers: [Int]
  private var nameAreas: [Int32]
  private var nameNumbers: [Int]
  private var nameScopes: [Int]

  init(_ plan: KeyPlan) {
    self.plan = plan
    levels = plan.territory.levels.count
    codes = (0..<levels).map { _ in Column() }
    names = codes
    codeAreas = Array(repeating: 0, count: levels)
    nameAreas = codeAreas
    codeNumbers = Array(repeating: 0, count: levels)
    nameNumbers = codeNumbers
    nameScopes = codeNumbers
  }

  /// The area of the finest level that the record is known at.
  /// - Parameter point: its area at the finest level by its position; −1 for none.
  /// - Returns: nil when nothing places it; `hasKey` is then whether a field said anything.
  mutating func locate(
    _ record: Int, _ fields: [TextColumn], _ text: UnsafePointer<UInt8>, point: Int, hasKey: inout Bool
  ) -> Found? {
    // A point is the first that is asked as a rule, and then nothing else matters.
    if point >= 0, plan.order[0] == .point { return Found(level: 0, area: point, method: .point) }
    read(record, fields, text)
    var found: Found?
    search: for level in 0..<levels {
      for method in plan.order {
        switch method {
        case .point where level == 0 && point >= 0: found = Found(level: 0, area: point, method: .point)
        case .code where codeAreas[level] >= 0: found = Found(level: level, area: Int(codeAreas[level]), method: .code)
        case .name where nameAreas[level] >= 0: found = Found(level: level, area: Int(nameAreas[level]), method: .name)
        default: continue
        }
        break search
      }
    }
    note(found, &hasKey)
    return found
  }

  private mutating func read(_ record: Int, _ fields: [TextColumn], _ text: UnsafePointer<UInt8>) {
    var scope = -1
    // A parent that is stated and not known leaves its parts without a name: theirs may stand under another one.
    var isLost = false
    for level in (0..<levels).reversed() {
      codeAreas[level] = Answer.notAsked
      nameAreas[level] = Answer.notAsked
      if plan.codeSlots[level] >= 0 { code(level, record, fields[plan.codeSlots[level]], text) }
      if plan.nameSlots[level] >= 0 {
        name(level, record, fields[plan.nameSlots[level]], text, scope: scope, isLost: isLost)
      }
      let known = codeAreas[level] >= 0 ? codeAreas[level] : nameAreas[level]
      if known >= 0 {
        scope = plan.territory.cell(level, Int(known))
        isLost = false
      } else if codeAreas[level] == Answer.unmatched && !plan.isDerived[level] || nameAreas[level] == Answer.unmatched {
        isLost = true
      }
    }
  }

  private mutating func code(_ level: Int, _ record: Int, _ column: TextColumn, _ text: UnsafePointer<UInt8>) {
    let (start, count) = column.span(record)
    let number = codes[level].values.number(of: text + start, count: count)
    codeNumbers[level] = number
    if number == codes[level].answers.count {
      let value = CanonicalText.of(codes[level].values.value(number))
      let found = value.isEmpty ? nil : plan.gazetteer.area(coded: value, level: level, recordWidth: plan.recordWidths[level])
      // `NULL` is no code that areas lack, but none.
      codes[level].answers.append(found?.area ?? (MissingText.matches(value) ? Answer.blank : Answer.unmatched))
      codes[level].matches.append(found?.match ?? .exact)
      codes[level].uses.append(0)
    }
    codeAreas[level] = codes[level].answers[number]
  }

  private mutating func name(
    _ level: Int, _ record: Int, _ column: TextColumn, _ text: UnsafePointer<UInt8>, scope: Int, isLost: Bool
  ) {
    let (start, count) = column.span(record)
    let number = names[level].values.number(of: text + start, count: count)
    nameNumbers[level] = number
    nameScopes[level] = scope
    if number == names[level].answers.count {
      let folded = PlaceName.folded(CanonicalText.of(names[level].values.value(number)))
      names[level].folded.append(folded)
      names[level].answers.append(folded.isEmpty ? Answer.blank : Answer.unread)
    }
    if names[level].answers[number] == Answer.blank {
      nameAreas[level] = Answer.blank
    } else if isLost {
      nameAreas[level] = Answer.notAsked
    } else if scope < 0 {
      if names[level].answers[number] == Answer.unread { names[level].answers[number] = only(level, number, scope) }
      nameAreas[level] = names[level].answers[number]
    } else {
      let key = UInt64(scope) << 32 | UInt64(number)
      if let known = names[level].scoped[key] {
        nameAreas[level] = known
      } else {
        nameAreas[level] = only(level, number, scope)
        names[level].scoped[key] = nameAreas[level]
      }
    }
  }

  /// The one area of a name, within its parent when that is known.
  private func only(_ level: Int, _ number: Int, _ scope: Int) -> Int32 {
    var areas = plan.gazetteer.areas(named: names[level].folded[number], level: level)
    if scope >= 0 {
      let (upper, parent) = plan.territory.place(ofCell: scope)
      areas = areas.filter { plan.territory.ancestor(level, Int($0), at: upper) == parent }
    }
    if areas.count > 1 {
      // Names that differ in an accent only are told apart by those who write it.
      let text = CanonicalText.of(names[level].values.value(number))
      let exact = areas.filter { plan.territory.levels[level].areas.names[Int($0)] == text }
      if exact.count == 1 { return exact[0] }
    }
    if areas.isEmpty, MissingText.matches(CanonicalText.of(names[level].values.value(number))) { return Answer.blank }
    return areas.count == 1 ? areas[0] : Answer.unmatched
  }

  private mutating func note(_ found: Found?, _ hasKey: inout Bool) {
    let level = found?.level ?? levels
    // The field of a finer level's codes may hold a coarser area's own code: then nothing about it is unknown.
    var wholeSlot = -2
    if let found, found.method == .code, plan.isDerived[found.level] {
      let match = codes[found.level].matches[codeNumbers[found.level]]
      if match == .exact || match == .padded { wholeSlot = plan.codeSlots[found.level] }
    }
    var finestKey = -1
    for index in 0..<levels {
      if index < level, plan.codeSlots[index] == wholeSlot { codeAreas[index] = Answer.notAsked }
      let hasCode = codeAreas[index] >= 0 || (codeAreas[index] == Answer.unmatched && !plan.isDerived[index])
      let hasName = nameAreas[index] != Answer.blank && plan.nameSlots[index] >= 0
      guard hasCode || hasName else { continue }
      if finestKey < 0 { finestKey = index }
      guard index < level else { continue }
      if hasCode { misses[MissKey(level: index, role: .code, number: codeNumbers[index], scope: -1), default: 0] += 1 }
      if nameAreas[index] == Answer.unmatched {
        misses[MissKey(level: index, role: .name, number: nameNumbers[index], scope: nameScopes[index]), default: 0] += 1
      }
    }
    hasKey = finestKey >= 0
    guard hasKey, found?.method != .point else { return }
    keyed += 1
    if level <= finestKey { matched += 1 }
    if let found, found.method == .code { codes[found.level].uses[codeNumbers[found.level]] += 1 }
  }

  // MARK: What records declare

  /// Whether a record's own statement contradicts where its point lies: it names an area, and none of those that cover the point.
  mutating func contradicts(_ record: Int, _ fields: [TextColumn], _ text: UnsafePointer<UInt8>, covering: some Sequence<Int>)
    -> Bool
  {
    let (start, count) = fields[plan.declaredSlot].span(record)
    let number = declared.values.number(of: text + start, count: count)
    if number == declared.areas.count { declared.areas.append(meaning(CanonicalText.of(declared.values.value(number)))) }
    guard let meant = declared.areas[number] else { return false }
    guard !meant.isEmpty else {
      misses[MissKey(level: plan.declaredLevel, role: .declared, number: number, scope: -1), default: 0] += 1
      return false
    }
    for area in covering where meant.contains(Int32(plan.territory.ancestor(0, area, at: plan.declaredLevel))) { return false }
    return true
  }

  private func meaning(_ text: String) -> [Int32]? {
    guard !text.isEmpty else { return nil }
    if let found = plan.gazetteer.area(coded: text, level: plan.declaredLevel, recordWidth: plan.declaredWidth) {
      return [found.area]
    }
    return plan.gazetteer.areas(named: PlaceName.folded(text), level: plan.declaredLevel)
  }

  // MARK: The end

  func counts() -> KeyCounts {
    var counts = KeyCounts(levels: levels)
    (counts.keyed, counts.matched) = (keyed, matched)
    for (key, count) in misses {
      let value =
        switch key.role {
        case .code: codes[key.level].values.value(key.number)
        case .name: names[key.level].values.value(key.number)
        case .declared: declared.values.value(key.number)
        }
      // A row of totals is told as one.
      if plan.leavesTotals, TotalWords.isTotal(CanonicalText.of(value)) { continue }
      let miss = KeyCounts.Miss(level: key.level, role: key.role, text: CanonicalText.of(value), scope: key.scope)
      counts.misses[miss, default: 0] += count
    }
    for level in 0..<levels {
      for number in codes[level].uses.indices where codes[level].uses[number] > 0 && codes[level].matches[number] != .exact {
        let changed = KeyCounts.Changed(
          count: codes[level].uses[number], example: CanonicalText.of(codes[level].values.value(number)))
        if codes[level].matches[number] != .cut { counts.padded[level] += changed }
        if codes[level].matches[number] != .padded { counts.cut[level] += changed }
      }
    }
    return counts
  }
}
