internal import PlazaLayers

/// The options of a join resolved against the fields of its records: what every worker needs to know, and nothing it may change.
struct JoinPlan: Sendable {
  struct Filter: Sendable {
    var slot: Int
    var values: Set<String>
  }

  /// The fields asked of the reader, by slot.
  private(set) var request = PointRequest()
  private(set) var kindSlot: Int?
  private(set) var dateSlot: Int?
  private(set) var weightSlot: Int?
  private(set) var countSlot: Int?
  private(set) var wide: WideMonths?
  /// How records are placed; nil until the territory is known.
  var keys: KeyPlan?
  private(set) var filters: [Filter] = []
  private(set) var accuracy: AccuracyColumn?
  /// The fields that a tagged file repeats, with their names.
  private(set) var taggedSlots: [Int] = []
  private(set) var taggedNames: [String] = []
  /// Identifying fields that were left out of it.
  private(set) var leftOut: [String] = []
  /// Which kinds a tagged file does not show; nil without one, or without kinds.
  private(set) var withholding: SensitiveKinds?
  private(set) var dateField: String?
  /// Whether the records that count at a point are kept, and the field that says how well each place is known.
  private(set) var keepsPoints = false
  private(set) var precisionSlot: Int?
  /// What stands in the place of periods, and the field that says when a record became known.
  private(set) var bins: TimeBins?
  private(set) var registeredSlot: Int?
  var notes: [Diagnostic] = []
  var dateOrder = DateOrder.yearMonthDay
  /// Whether the caller stated the order: then a date in another one is a reject, not a wrong guess.
  var isDateOrderStated = false
  /// The strata of sex and age that records are counted in; nil when rates are not standardised.
  private(set) var strata: StratumPlan?
  let period: Period?
  let from: Int?
  let to: Int?
  let assignsAll: Bool
  let decimalMark: UInt8
  let file: String

  /// - Parameter needsDate: whether a date is wanted though none was named (rates need the span of the file).
  /// - Throws: `Failure`: `join.no_field`, `join.no_date`, `join.bad_option_date`, `wide.no_months`, `wide.no_year`.
  init(_ options: JoinOptions, _ source: any PointSource, isTagged: Bool, needsDate: Bool) throws {
    let schema = source.schema
    file = source.name
    period = options.wide == nil ? options.period : options.period ?? .month
    assignsAll = options.assignment == .all
    decimalMark = schema.decimalMark
    from = try Self.moment(options.from, "--from")?.second
    to = try Self.moment(options.to, "--to")?.end
    request.explode = options.explodes
    if let by = options.by { kindSlot = try slot(by, "--by", schema) }
    if let classes = options.classes, options.by == nil { throw Failure(.usage, "classes.no_by", ["file": classes.file]) }
    let sensitive = try SensitiveKinds(classes: options.classes, keeping: options.keptKinds)
    if isTagged, options.by != nil { withholding = sensitive }
    if options.wide == nil, let when = try dateFieldName(options, schema, needsDate: needsDate) {
      dateField = when
      dateSlot = try slot(when, "--when", schema)
    }
    if let count = options.count { countSlot = try slot(count, "--count", schema) }
    if options.wide != nil {
      let columns = try WideMonths.columns(of: schema.fields, options: options, file: file)
      wide = WideMonths(
        months: try columns.map {
          .init(slot: try slot(schema.fields[$0.field], "--wide", schema), year: $0.year, month: $0.month)
        },
        yearSlot: try options.year.map { try slot($0, "--year", schema) }, period: options.period ?? .month)
      notes.append(
        Diagnostic(
          .note, "wide.columns",
          [
            "file": file, "count": String(columns.count),
            "fields": columns.map { schema.fields[$0.field] }.joined(separator: ", "),
          ]))
    }
    if let weight = options.weight { weightSlot = try slot(weight, "--weight", schema) }
    switch options.accuracy {
    case .metres(let metres)?:
      guard metres >= 0, metres <= Accuracy.limit else {
        throw Failure(.usage, "border.bad_accuracy", ["limit": "10000"])
      }
      accuracy = .metres(metres)
    case .field(let field)?: accuracy = .slot(try slot(field, "--accuracy", schema))
    case nil: break
    }
    var plan = self
    strata = try StratumPlan(options) { try plan.slot($0, $1, schema) }
    request = plan.request
    for condition in options.conditions {
      let values = Set(condition.values.map { KindText.canonical($0.utf8) })
      let slot = try slot(condition.field, "--where", schema)
      // Values of one field are alternatives, however often the option is given; different fields must all agree.
      if let known = filters.firstIndex(where: { $0.slot == slot }) {
        filters[known].values.formUnion(values)
      } else {
        filters.append(Filter(slot: slot, values: values))
      }
    }
    if isTagged {
      for name in schema.fields {
        if FieldNames.isIdentifying(name), !options.keep.contains(name) {
          leftOut.append(name)
          continue
        }
        taggedSlots.append(try slot(name, "--tagged", schema))
        taggedNames.append(name)
      }
      if !leftOut.isEmpty {
        notes.append(Diagnostic(.note, "join.left_out", ["file": file, "fields": leftOut.joined(separator: ", ")]))
      }
    }
  }

  /// Has the records kept that count at a point.
  mutating func keepPoints(_ fields: KeptFields, _ schema: RecordSchema) throws {
    keepsPoints = true
    if let precision = fields.precision { precisionSlot = try slot(precision, "--precision", schema) }
  }

  /// Has records counted by bins of time.
  mutating func divideTime(_ bins: TimeBins, _ schema: RecordSchema) throws {
    self.bins = bins
    if let registered = bins.registered { registeredSlot = try slot(registered, "--registered", schema) }
  }

  /// Settles which fields of the records are keys of the territory's areas.
  mutating func resolveKeys(_ options: JoinOptions, _ territory: Territory, _ schema: RecordSchema) throws {
    var plan = self
    let keys = try KeyPlan(options.keys, territory, schema, file: file) { try plan.slot($0, $1, schema) }
    request = plan.request
    request.positions = keys.usesPoint
    self.keys = keys
  }

  private mutating func slot(_ name: String, _ option: String, _ schema: RecordSchema) throws -> Int {
    guard let field = FieldNames.index(of: name, in: schema.fields) else {
      throw Failure(
        .notUnderstood, "join.no_field",
        ["file": file, "option": option, "field": name, "fields": schema.fields.joined(separator: ", ")])
    }
    if let known = request.fields.firstIndex(of: field) { return known }
    request.fields.append(field)
    return request.fields.count - 1
  }

  private mutating func dateFieldName(_ options: JoinOptions, _ schema: RecordSchema, needsDate: Bool) throws -> String? {
    if let when = options.when { return when }
    guard needsDate || options.period != nil || options.from != nil || options.to != nil else { return nil }
    let candidates = schema.fields.filter(FieldNames.isDate)
    guard candidates.count == 1 else {
      let fields = (candidates.isEmpty ? schema.fields : candidates).joined(separator: ", ")
      // A population alone asks for dates, which its user may not know.
      let isForRates = options.period == nil && options.from == nil && options.to == nil
      let id = candidates.isEmpty ? (isForRates ? "join.no_date_for_rates" : "join.no_date") : "join.doubtful_date"
      throw Failure(.usage, id, ["file": file, "fields": fields])
    }
    notes.append(Diagnostic(.note, "join.date_field", ["file": file, "field": candidates[0]]))
    return candidates[0]
  }

  static func moment(_ text: String?, _ option: String) throws -> Moment? {
    guard let text else { return nil }
    guard let moment = DateText.moment(text) else {
      throw Failure(.usage, "join.bad_option_date", ["option": option, "value": text])
    }
    return moment
  }
}
