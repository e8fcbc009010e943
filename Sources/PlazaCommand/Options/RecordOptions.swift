public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStudy

/// Which records count.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only records whose field has one of the values; repeatable.", valueName: "field=v1,v2"))
  var texts: [String] = []

  @Flag(help: "A MultiPoint of several points is several records; otherwise it is rejected.")
  var explode = false

  var conditions: [RecordFilter.Condition] {
    get throws { try texts.map { try Self.condition($0) } }
  }

  static func condition(_ text: String, option: String = "--where") throws -> RecordFilter.Condition {
    guard let mark = text.firstIndex(of: "="), mark > text.startIndex else {
      throw ValidationError("\(option) takes FIELD=VALUE1,VALUE2, not '\(text)'.")
    }
    let values = text[text.index(after: mark)...].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return .init(field: String(text[..<mark]), values: values)
  }

  func validate() throws { _ = try conditions }
}

/// Which features of a file are the spaces that are asked about.
struct SpaceChoiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only spaces whose field has one of the values; repeatable.", valueName: "field=v1,v2"))
  var only: [String] = []

  var conditions: [RecordFilter.Condition] {
    get throws { try only.map { try FilterOptions.condition($0, option: "--only") } }
  }

  func validate() throws { _ = try conditions }
}

/// Which time counts.
struct TimeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the date.", valueName: "field"))
  var when: String?

  @Option(help: ArgumentHelp("Order of dates: ymd, dmy or mdy. Default: found by evidence.", valueName: "order"))
  var dateOrder: DateOrder?

  @Option(help: ArgumentHelp("First date that counts, as 2019, 2019-05 or 2019-05-17.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Last date that counts, at its own precision.", valueName: "date"))
  var to: String?
}

/// Rows that stand for several records.
struct RowCountOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Field with the number of records that a row stands for, counted instead of 1.", valueName: "field"))
  var count: String?

  @Option(help: "Columns named after months hold counts: `month`.")
  var wide: JoinOptions.Wide?

  @Option(help: ArgumentHelp("Field with the year of a wide table whose columns do not say it.", valueName: "field"))
  var year: String?

  func apply(to options: inout JoinOptions) {
    (options.count, options.wide, options.year) = (count, wide, year)
  }

  func validate() throws {
    if year != nil, wide == nil { throw ValidationError("--year goes with --wide month.") }
    if wide != nil, count != nil { throw ValidationError("--wide month holds the counts: --count does not go with it.") }
  }
}

/// Records of verbs that take each kind by itself.
struct PlainRecordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the kind of incident: each is taken by itself.", valueName: "field"))
  var by: String?

  @OptionGroup var classes: ClassOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var rows: RowCountOptions

  func apply(to step: inout JoinStep) throws {
    step.options.by = by
    step.classes = classes.file
    step.options.conditions = try filter.conditions
    step.options.explodes = filter.explode
    rows.apply(to: &step.options)
  }

  func validate() throws { try classes.check(by: by) }
}

extension DateOrder: ExpressibleByArgument {}
extension JoinOptions.Wide: ExpressibleByArgument {}
