internal import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords

/// What the fields of a file of areas and of a file of records say about the keys of a step.
struct DraftChoices {
  private(set) var settings: [DraftSetting] = []

  init(areas: FileInfo, points: FileInfo) {
    guard case .areas(let area) = areas.content, case .records(let records) = points.content else { return }
    chooseCode(areas, area)
    if let name = area.nameField { clear("name", name) }
    chooseKind(records.kindFields)
    let hasDates = chooseDate(points, records)
    choosePopulation(area.populationFields, hasDates: hasDates)
    if records.counts.rejected > 0 { clear("rejects", "true") }
  }

  /// What several levels say: lists in their order.
  init(levels: [DraftLevels.Level], keys: DraftKeys?, points: FileInfo) {
    guard case .records(let records) = points.content else { return }
    let first = levels.map { $0.codes[0].joined(separator: ",") }
    let isAsked = levels.contains { $0.codes.count > 1 }
    // Each line changes one level's code: whoever chooses sees what there is to choose from.
    var lines = [DraftSetting.Line(key: "code", value: "", list: first)]
    for (place, level) in levels.enumerated() {
      for other in level.codes.dropFirst().prefix(3) {
        var list = first
        list[place] = other.joined(separator: ",")
        lines.append(.init(key: "code", value: "", list: list))
      }
    }
    settings.append(
      DraftSetting(
        standing: isAsked ? .asked : .clear, reason: isAsked ? Diagnostic(.note, "init.ask_codes") : nil, lines: lines))
    list("name", levels.map(\.name))
    list("parent", levels.map(\.parent))
    if let keys, !keys.isEmpty {
      let reason = Diagnostic(.note, "init.keys", ["share": NumberText.text(keys.share) ?? "0"])
      list("key", keys.codes, reason)
      list("key-name", keys.names, keys.codes.allSatisfy(\.isEmpty) ? reason : nil)
    }
    chooseKind(records.kindFields)
    let hasDates = chooseDate(points, records)
    if hasDates, levels.contains(where: { !$0.population.isEmpty }) {
      let own = levels.map(\.population)
      // The finest level's are added up for the others; without it every level must have its own.
      if !own[0].isEmpty { list("population", own) }
    }
    if records.counts.rejected > 0 { clear("rejects", "true") }
  }

  private mutating func list(_ key: String, _ values: [String], _ reason: Diagnostic? = nil) {
    guard values.contains(where: { !$0.isEmpty }) else { return }
    settings.append(DraftSetting(standing: .clear, reason: reason, lines: [.init(key: key, value: "", list: values)]))
  }

  mutating func ask(_ reason: Diagnostic, _ lines: [DraftSetting.Line]) {
    settings.insert(DraftSetting(standing: .asked, reason: reason, lines: lines), at: 0)
  }

  private mutating func clear(_ key: String, _ value: String, _ reason: Diagnostic? = nil) {
    settings.append(DraftSetting(standing: .clear, reason: reason, lines: [.init(key: key, value: value)]))
  }

  private mutating func add(_ standing: DraftSetting.Standing, _ id: String, _ lines: [DraftSetting.Line]) {
    settings.append(DraftSetting(standing: standing, reason: Diagnostic(.note, id), lines: lines))
  }

  /// The field that the join would find by itself is clear; one of several is a question.
  private mutating func chooseCode(_ info: FileInfo, _ areas: AreasInfo) {
    let named = info.fields.filter { FieldNames.isCode($0.name) && $0.isKey && $0.kind != .json }.map(\.name)
    if named.count == 1 { return clear("code", named[0]) }
    let keys = named.isEmpty ? areas.codeFields : named
    if keys.count == 1 { return clear("code", keys[0], Diagnostic(.note, "init.only_code")) }
    if keys.count > 1 { return add(.asked, "init.ask_code", keys.map { .init(key: "code", value: $0) }) }
    let rest = info.fields.filter { $0.kind != .number && $0.kind != .json && $0.empty == 0 && $0.distinct > 1 }
    let codes = rest.filter { FieldNames.isCode($0.name) }
    let best = (codes.isEmpty ? rest.sorted { ($1.distinct, $0.name) < ($0.distinct, $1.name) } : codes).prefix(3)
    add(
      .asked, "init.ask_repeated_code",
      best.map { .init(key: "code", value: $0.name) } + [.init(key: "merge-codes", value: "true")])
  }

  /// Few values that come back are not yet kinds: the name must say so too.
  private mutating func chooseKind(_ fields: [String]) {
    let named = fields.filter { field in
      let name = FieldNames.normalised(field)
      return Suggestion.kindWords.contains { name.contains($0) }
    }
    if named.count == 1 {
      clear("by", named[0])
    } else if !fields.isEmpty {
      add(.possible, "init.possible_by", fields.map { .init(key: "by", value: $0) })
    }
  }

  /// The field that alone has the right name, or is the only one.
  private static func only(_ fields: [String], _ isNamed: (String) -> Bool) -> String? {
    let named = fields.filter { isNamed(FieldNames.normalised($0)) }
    let left = named.isEmpty ? fields : named
    return left.count == 1 ? left[0] : nil
  }

  private mutating func chooseDate(_ info: FileInfo, _ records: RecordsInfo) -> Bool {
    guard let field = Self.only(records.dateFields, FieldNames.isDate) else {
      if !records.dateFields.isEmpty {
        add(.possible, "init.possible_when", records.dateFields.map { .init(key: "when", value: $0) })
      }
      return false
    }
    let period = DraftSetting.Line(key: "period", value: Period.month.rawValue)
    guard let order = info.fields.first(where: { $0.name == field })?.dateOrder else {
      let orders = [DateOrder.dayMonthYear, .monthDayYear].map { DraftSetting.Line(key: "date-order", value: $0.rawValue) }
      add(.possible, "init.possible_order", [.init(key: "when", value: field)] + orders + [period])
      return false
    }
    clear("when", field)
    // The run reads more than was looked at here: the order is stated, so that it does not depend on the first records again.
    if order != .yearMonthDay { clear("date-order", order.rawValue) }
    clear("period", period.value)
    return true
  }

  private mutating func choosePopulation(_ fields: [String], hasDates: Bool) {
    guard !fields.isEmpty else { return }
    if fields.count == 1, hasDates { return clear("population", fields[0]) }
    add(
      .possible, hasDates ? "init.possible_population" : "init.possible_population_undated",
      fields.map { .init(key: "population", value: $0) })
  }
}
