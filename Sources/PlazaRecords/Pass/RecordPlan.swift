internal import PlazaGeometry
package import PlazaLayers
internal import PlazaPROJ

/// The options of a pass resolved against the fields of its records, its ground and its first records: made once, and never changed.
package struct RecordPlan: Sendable {
  /// What is asked of the reader; slots are places in it.
  package let request: PointRequest
  package let kindSlot: Int?
  /// Of a date in several fields that of the month.
  package let dateSlot: Int?
  /// The slots of a date in several fields; nil for one in one.
  let dateParts: DateParts?
  package let weightSlot: Int?
  package let countSlot: Int?
  /// The field that says how well each place is known.
  package let precisionSlot: Int?
  package let wide: WideMonths?
  /// How records are placed by their fields; nil on a ground without codes.
  package let keys: KeyPlan?
  /// How positions get into the CRS of the ground; nil when they do not matter.
  package let crs: CRSChoice?
  let filters: [Filter]
  package let accuracy: AccuracyColumn?
  package let tagged: TaggedFields?
  /// Which records must not be shown at their places; nil where none is.
  package let sensitive: SensitivePlan?
  /// What stands in the place of periods, and the field that says when a record became known.
  package let bins: TimeBins?
  let registeredSlot: Int?
  package let dateOrder: DateOrder
  let isDateOrderStated: Bool
  /// The strata of sex and age that records are counted in; nil when they are not.
  package let strata: StratumPlan?
  package let period: Period?
  package let from: Int?
  package let to: Int?
  package let assignsAll: Bool
  /// Different rows that are remembered at most, to tell those that repeat others.
  let repeatLimit: Int
  package let decimalMark: UInt8
  let isDecimalMarkStated: Bool
  /// The kind that is meant, by what another name of it is compared by.
  let kindAliases: [String: String]
  /// The columns of weights by their slots, as their first records write them.
  let weightColumn: NumberColumn
  /// The columns whose numbers are whole.
  let wholeSlots: Set<Int>
  let blankIs: RecordOptions.BlankMeaning?
  /// Columns of a table of counts that are looked at for the words of totals.
  let totalSlots: [Int]
  private let asWritten: Set<Mending>
  private let fieldNames: [String]
  package let file: String
  /// Whether the file or the caller says what positions are in.
  let isCRSStated: Bool
  /// What the fields, the keys and the CRS gave cause to say.
  let fieldNotes: [Diagnostic]

  /// The records whose field says one of some values.
  struct Filter: Sendable {
    let slot: Int
    let field: String
    /// As they were asked for, by what they are compared by.
    fileprivate(set) var values: [String: String]
  }

  /// Whether something that is plainly meant otherwise is read as it is meant.
  package func mends(_ mending: Mending) -> Bool { !asWritten.contains(mending) }

  /// The name of a field of the file by its slot.
  func fieldName(_ slot: Int) -> String { fieldNames[request.fields[slot]] }

  package var usesPoint: Bool { keys?.usesPoint ?? true }
  /// What was chosen for keys and positions.
  var placeNotes: [Diagnostic] { (keys?.notes ?? []) + (crs?.notes ?? []) }

  /// What a verb wants of the pass beside its user's options.
  package struct Wish: Sendable {
    /// Whether a date is wanted though none was named (rates need the span of the file).
    package var needsDate = false
    /// Whether a tagged file is to be written.
    package var isTagged = false
    /// The kinds of which no record counts, because the pass shows places; nil counts all.
    package var excluding: SensitiveKinds?
    /// What time is divided into, in the place of the options' period.
    package var bins: TimeBins?
    /// The field that says how well each place is known.
    package var precision: String?
    /// Different rows that are remembered at most, to tell those that repeat others.
    package var repeatLimit = RowFingerprints.plainLimit

    package init(
      needsDate: Bool = false, bins: TimeBins? = nil, precision: String? = nil, excluding: SensitiveKinds? = nil,
      repeatLimit: Int = RowFingerprints.plainLimit
    ) {
      self.needsDate = needsDate
      self.bins = bins
      self.precision = precision
      self.excluding = excluding
      self.repeatLimit = repeatLimit
    }
  }

  /// - Throws: `Failure`: `join.no_field`, `join.no_date`, `join.bad_option_date`, `wide.no_months`, `wide.no_year`, `keys.none`,
  ///   `keys.no_position`, `date.ambiguous`, `date.unreadable`, `points.swapped`, and as `CRSChoice` does.
  package init(_ options: RecordOptions, _ source: any PointSource, on ground: Ground, _ wish: Wish) throws {
    let schema = source.schema
    var slots = FieldSlots(schema, file: source.name, explodes: options.explodes)
    var notes: [Diagnostic] = []
    file = source.name
    isCRSStated = schema.isCRSStated
    repeatLimit = wish.repeatLimit
    period = options.wide == nil ? options.period : options.period ?? .month
    assignsAll = options.assignment == .all
    decimalMark = schema.decimalMark
    isDecimalMarkStated = schema.isDecimalMarkStated
    asWritten = schema.asWritten
    fieldNames = schema.fields
    blankIs = options.blankIs
    kindAliases = Dictionary(
      options.keys.kindAliases.map { (KindName.folded($0.alias), $0.target) }, uniquingKeysWith: { first, _ in first })
    from = try Self.moment(options.from, "--from")?.second
    to = try Self.moment(options.to, "--to")?.end
    kindSlot = try slots.slot(options.by, "--by")
    if let classes = options.classes, options.by == nil { throw Failure(.usage, "classes.no_by", ["file": classes.file]) }
    let kept = try SensitiveKinds(classes: options.classes, keeping: options.keptKinds)
    let date = options.wide == nil ? try DateField(options, source, wish, &notes) : nil
    dateParts = try date?.parts?.mapped { try slots.slot(schema.fields[$0], "--when") as Int }
    dateSlot = try dateParts?.month ?? slots.slot(date?.field, "--when")
    countSlot = try slots.slot(options.count, "--count")
    wide = options.wide == nil ? nil : try Self.wide(options, schema, &slots, &notes)
    weightSlot = try slots.slot(options.weight, "--weight")
    accuracy = try Self.accuracy(options.accuracy, &slots)
    strata = try StratumPlan(options.populationTable, sex: options.sex, age: options.age) { try slots.slot($0, $1) }
    filters = try Self.filters(options.conditions, &slots, folding: !asWritten.contains(.kinds))
    var tagged: TaggedFields?
    var sensitive: SensitivePlan?
    if wish.isTagged || wish.excluding != nil {
      let found = try SensitiveFields(source, options, trustsBy: wish.excluding != nil)
      notes += found.notes(schema, file: file)
      sensitive = try SensitivePlan(found, wish.excluding ?? kept, schema, excludes: wish.excluding != nil) {
        try slots.slot($0, "--kinds")
      }
      if wish.isTagged {
        try found.requireKnown(schema, file: file)
        var fields = TaggedFields(options, schema, found)
        fields.slots = try fields.names.map { try slots.slot($0, "--tagged") }
        notes.append(
          Diagnostic(
            .note, "join.left_out", ["file": file, "fields": fields.leftOut.joined(separator: ", ")]))
        tagged = fields
      }
    }
    self.sensitive = sensitive
    self.tagged = tagged
    bins = wish.bins
    registeredSlot = try slots.slot(wish.bins?.registered, "--registered")
    precisionSlot = try slots.slot(wish.precision, "--precision")
    fieldNotes = try notes + [UnusedCounts.note(source, options)].compactMap(\.self)

    var keys = try ground.territory.map { territory in
      try KeyPlan(options.keys, territory, schema, file: source.name) { try slots.slot($0, $1) }
    }
    if keys == nil, !schema.hasPositions { throw Failure(.notUnderstood, "keys.no_position", ["file": file]) }
    let usesPoint = keys?.usesPoint ?? true
    var whole: Set<Int> = Set(wide?.months.map(\.slot) ?? [])
    if let countSlot { whole.insert(countSlot) }
    wholeSlots = whole
    totalSlots =
      whole.isEmpty || asWritten.contains(.totalRows)
      ? []
      : try Self.totalSlots(
        schema, &slots, besides: whole.union([dateSlot, weightSlot, dateParts?.year, dateParts?.day].compactMap { $0 }))
    slots.request.positions = usesPoint
    request = slots.request
    let crs = usesPoint ? try CRSChoice(source, on: ground.crs, file: ground.file, around: ground.geometry?.envelope) : nil
    self.crs = crs
    let sample = try RecordSample(source, request)
    weightColumn = try Self.weights(sample, weightSlot, schema, asWritten, file: file)
    isDateOrderStated = options.dateOrder != nil
    dateOrder =
      try options.dateOrder ?? (dateParts == nil ? sample.dateOrder(dateSlot, field: date?.field ?? "") : nil) ?? .yearMonthDay
    keys?.chooseWidths(sample.batch, file: file)
    keys?.chooseDeclaredLevel(sample.batch, file: file)
    self.keys = keys
    if let crs, let extent = ground.extent(of: crs.ground) { try sample.refuseSwapped(crs, extent) }
  }

  private static func filters(
    _ conditions: [RecordFilter.Condition], _ slots: inout FieldSlots, folding: Bool
  ) throws -> [Filter] {
    var filters: [Filter] = []
    for (field, values) in RecordFilter(conditions).fields {
      // Two ways of writing a field's name are one field.
      let slot = try slots.slot(field, "--where") as Int
      if !filters.contains(where: { $0.slot == slot }) { filters.append(Filter(slot: slot, field: field, values: [:])) }
      let place = filters.firstIndex { $0.slot == slot }!
      for value in values.sorted(by: CanonicalText.precedes) {
        filters[place].values[RecordFilter.key(value, folding: folding)] = value
      }
    }
    return filters
  }

  /// The fields of a table of counts that may say that a row is the sum of others: all that hold no numbers, as far as they are few.
  private static func totalSlots(_ schema: RecordSchema, _ slots: inout FieldSlots, besides used: Set<Int>) throws -> [Int] {
    var found: [Int] = []
    for field in schema.fields.prefix(24) where !schema.coordinateFields.contains(field) && !FieldNames.isIdentifying(field) {
      let slot = try slots.slot(field, "--count") as Int
      if !used.contains(slot) { found.append(slot) }
    }
    return found
  }

  /// How the weights of the first records are written, which holds for all.
  private static func weights(
    _ sample: RecordSample, _ slot: Int?, _ schema: RecordSchema, _ asWritten: Set<Mending>, file: String
  ) throws -> NumberColumn {
    guard let slot else { return .whole() }
    var evidence = NumberColumn.Evidence()
    sample.batch.text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      for record in 0..<sample.batch.count where sample.batch.states[record] != .badRow {
        let (start, count) = sample.batch.fields[slot].span(record)
        evidence.note(base + start, count: count, line: sample.batch.lines[record])
      }
    }
    return try NumberColumn.measured(
      evidence, otherwise: schema.decimalMark, stated: schema.isDecimalMarkStated ? schema.decimalMark : nil,
      mends: !asWritten.contains(.thousands), file: file, field: schema.fields[sample.request.fields[slot]], option: "--decimal")
  }

  /// A column of counts of the file.
  var wholeColumn: NumberColumn {
    .whole(stated: isDecimalMarkStated ? decimalMark : nil, mends: mends(.thousands))
  }

  /// What is said of the marks that were taken to divide thousands.
  func amountNotes(_ mendings: Mendings) -> [Diagnostic] {
    guard mendings[.thousands] > 0 else { return [] }
    let fields = [countSlot, weightSlot].compactMap { $0 } + (wide?.months.map(\.slot) ?? [])
    return [
      Diagnostic(
        .warning, "mended.thousands",
        [
          "file": file, "count": String(mendings[.thousands]), "line": mendings.line(.thousands).map(String.init) ?? "",
          "fields": fields.prefix(3).map(fieldName).joined(separator: ", "),
        ])
    ]
  }

  private static func wide(
    _ options: RecordOptions, _ schema: RecordSchema, _ slots: inout FieldSlots, _ notes: inout [Diagnostic]
  ) throws -> WideMonths {
    let columns = try WideMonths.columns(of: schema.fields, options: options, file: slots.file)
    notes.append(
      Diagnostic(
        .note, "wide.columns",
        [
          "file": slots.file, "count": String(columns.count),
          "fields": columns.map { schema.fields[$0.field] }.joined(separator: ", "),
        ]))
    return WideMonths(
      months: try columns.map {
        .init(slot: try slots.slot(schema.fields[$0.field], "--wide"), year: $0.year, month: $0.month)
      },
      yearSlot: try slots.slot(options.year, "--year"), period: options.period ?? .month)
  }

  private static func accuracy(_ accuracy: Accuracy?, _ slots: inout FieldSlots) throws -> AccuracyColumn? {
    switch accuracy {
    case .metres(let metres)?:
      guard metres >= 0, metres <= Accuracy.limit else {
        throw Failure(.usage, "border.bad_accuracy", ["limit": "10000"])
      }
      return .metres(metres)
    case .field(let field)?: return .slot(try slots.slot(field, "--accuracy"))
    case nil: return nil
    }
  }

  package static func moment(_ text: String?, _ option: String) throws -> Moment? {
    guard let text else { return nil }
    guard let moment = DateText.moment(text) else {
      throw Failure(.usage, "join.bad_option_date", ["option": option, "value": text])
    }
    return moment
  }
}
