package import PlazaLayers

/// How the records of one file are placed by their fields: which fields, against which names; shared by all workers.
package struct KeyPlan: Sendable {
  let usesPoint: Bool
  package let order: [KeyOptions.Method]
  let gazetteer: Gazetteer
  package let territory: Territory
  /// The slot of the field with the code, by level; −1 for none.
  private(set) var codeSlots: [Int]
  private(set) var nameSlots: [Int]
  /// Whether a level's codes are the beginnings of those of a finer level's field.
  private(set) var isDerived: [Bool]
  private(set) var recordWidths: [Int?]
  private(set) var declaredSlot = -1
  /// The level of the areas that records declare, and the width of the codes they write.
  private(set) var declaredLevel = 0
  private(set) var declaredWidth: Int?
  private(set) var notes: [Diagnostic]
  /// The names of the fields by slot, to be told.
  package private(set) var codeFields: [String]
  private(set) var nameFields: [String]
  package let declaredField: String?
  /// Whether the words of totals are no keys that areas lack.
  let leavesTotals: Bool

  package var usesKeys: Bool { codeSlots.contains { $0 >= 0 } || nameSlots.contains { $0 >= 0 } }

  /// - Parameter slot: asks the reader for a field: its name, the option that named it.
  /// - Throws: `Failure`: `join.no_field`, `keys.none`.
  package init(
    _ options: KeyOptions, _ territory: Territory, _ schema: RecordSchema, file: String,
    slot: (_ name: String, _ option: String) throws -> Int
  ) throws {
    self.territory = territory
    gazetteer = Gazetteer(territory, options, mendingCodes: !schema.asWritten.contains(.codes))
    leavesTotals = !schema.asWritten.contains(.totalRows)
    try Self.refuseNameless(options, territory)
    notes = gazetteer.notes
    let levels = territory.levels.count
    var order = options.order
    if order.contains(.point), !schema.hasPositions {
      guard options.locate.isEmpty else { throw Failure(.notUnderstood, "keys.no_position", ["file": file]) }
      order.removeAll { $0 == .point }
      notes.append(Diagnostic(.note, "keys.without_points", ["file": file]))
    }
    self.order = order
    usesPoint = order.contains(.point)
    codeSlots = Array(repeating: -1, count: levels)
    nameSlots = codeSlots
    isDerived = Array(repeating: false, count: levels)
    recordWidths = Array(repeating: options.width, count: levels)
    codeFields = Array(repeating: "", count: levels)
    nameFields = codeFields
    declaredField = options.declared
    func resolve(
      _ stated: [String], _ option: String, _ usual: (Territory.Level) -> String?, _ slots: inout [Int], _ fields: inout [String]
    ) throws {
      guard stated.count <= levels else {
        throw Failure(.usage, "keys.too_many", ["option": option, "count": String(stated.count), "levels": String(levels)])
      }
      for level in 0..<levels {
        var name = level < stated.count ? stated[level] : nil
        if stated.isEmpty {
          // The record field that bears the name of the areas' field.
          name = usual(territory.levels[level]).flatMap { FieldNames.index(of: $0, in: schema.fields) }.map { schema.fields[$0] }
          if let name, fields.contains(name) { continue }
        }
        guard let name, !name.isEmpty else { continue }
        slots[level] = try slot(name, option)
        fields[level] = name
        if stated.isEmpty {
          notes.append(
            Diagnostic(
              .note, option == "--key" ? "keys.code_field" : "keys.name_field",
              ["file": file, "field": name, "level": territory.levels[level].name]))
        }
      }
    }
    let isStated = options.hasKeys
    if order.contains(.code), !isStated || !options.codes.isEmpty {
      try resolve(
        options.codes, "--key", { $0.areas.codeFields.count == 1 ? $0.areas.codeFields[0] : nil }, &codeSlots, &codeFields)
    }
    if order.contains(.name), !isStated || !options.names.isEmpty {
      try resolve(options.names, "--key-name", { $0.areas.nameField }, &nameSlots, &nameFields)
    }
    for level in 0..<levels where level > 0 && codeSlots[level] < 0 && codeSlots[level - 1] >= 0 {
      guard Self.arePrefixes(territory, level) else { continue }
      codeSlots[level] = codeSlots[level - 1]
      codeFields[level] = codeFields[level - 1]
      isDerived[level] = true
    }
    if let declared = options.declared { declaredSlot = try slot(declared, "--declared") }
    let asksKeys = order.contains(.code) || order.contains(.name)
    if asksKeys, !usesKeys {
      throw Failure(.usage, "keys.none", ["file": file, "fields": schema.fields.joined(separator: ", ")])
    }
    if options.minimumMatch != nil, !asksKeys { throw Failure(.usage, "keys.match_without_keys") }
  }

  /// Names can only be looked for where areas have some.
  /// - Throws: `Failure` `keys.no_area_names`.
  private static func refuseNameless(_ options: KeyOptions, _ territory: Territory) throws {
    guard options.locate.contains(.name) || !options.names.isEmpty, options.aliases.isEmpty,
      territory.levels.allSatisfy({ $0.areas.nameField == nil })
    else { return }
    let level = territory.levels[0]
    throw Failure(
      .usage, "keys.no_area_names",
      ["file": level.file, "fields": level.areas.layer.columns.map(\.name).joined(separator: ", ")])
  }

  /// Whether the codes of a level begin those of its parts, so that a longer code says the area too.
  private static func arePrefixes(_ territory: Territory, _ level: Int) -> Bool {
    let (lower, upper) = (territory.levels[level - 1], territory.levels[level])
    return lower.areas.codes.indices.allSatisfy { area in
      let parent = upper.areas.codes[Int(lower.parents[area])]
      return lower.areas.codes[area].utf8.starts(with: parent.utf8) && lower.areas.codes[area] != parent
    }
  }

  /// Looks at the first records for codes longer than those of the areas.
  mutating func chooseWidths(_ sample: PointBatch, file: String) {
    for level in codeSlots.indices where codeSlots[level] >= 0 && recordWidths[level] == nil {
      if isDerived[level] {
        recordWidths[level] = recordWidths[level - 1] ?? gazetteer.levels[level - 1].codes.width
        continue
      }
      recordWidths[level] = gazetteer.levels[level].codes.recordWidth(of: Self.texts(codeSlots[level], sample))
      if let width = recordWidths[level], let own = gazetteer.levels[level].codes.width {
        notes.append(
          Diagnostic(
            .note, "keys.width",
            ["file": file, "field": codeFields[level], "width": String(width), "own": String(own)]))
      }
    }
  }

  /// Finds the level that records declare: where most of the texts of the first records are known. A name may be that of an area
  /// and of the one around it: of equal levels the coarser one accuses fewer records.
  mutating func chooseDeclaredLevel(_ sample: PointBatch, file: String) {
    guard declaredSlot >= 0 else { return }
    let texts = Self.texts(declaredSlot, sample)
    var best = (known: -1, isCut: true)
    for level in gazetteer.levels.indices {
      let width = gazetteer.levels[level].codes.recordWidth(of: texts)
      let known = texts.count {
        gazetteer.area(coded: $0, level: level, recordWidth: width) != nil
          || !gazetteer.areas(named: PlaceName.folded($0), level: level).isEmpty
      }
      if known > best.known || known == best.known && (best.isCut || width == nil) {
        best = (known, width != nil)
        (declaredLevel, declaredWidth) = (level, width)
      }
    }
    if territory.isNested {
      notes.append(
        Diagnostic(
          .note, "keys.declared",
          ["file": file, "field": declaredField ?? "", "level": territory.levels[declaredLevel].name]))
    }
  }

  /// The distinct texts of a field in the first records.
  private static func texts(_ slot: Int, _ sample: PointBatch) -> [String] {
    let column = sample.fields[slot]
    var texts: Set<String> = []
    for record in 0..<sample.count where sample.states[record] != .badRow && column.starts[record] >= 0 {
      texts.insert(CanonicalText.of(sample.text[Int(column.starts[record])..<Int(column.ends[record])]))
    }
    texts.remove("")
    return Array(texts)
  }
}
