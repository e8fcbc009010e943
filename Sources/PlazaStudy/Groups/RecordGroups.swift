public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers
internal import PlazaWords

/// Which time counts.
public struct TimeGroup: ParsableArguments, Sendable {
  @Option(help: help("Field with the date.", value: "field"))
  public var when: String?

  @Option(help: help("Order of dates: ymd, dmy or mdy. Default: found by evidence.", value: "order"))
  public var dateOrder: DateOrder?

  @Option(help: help("First date that counts, as 2019, 2019-05 or 2019-05-17.", value: "date"))
  public var from: String?

  @Option(help: help("Last date that counts, at its own precision.", value: "date"))
  public var to: String?

  public init() {}

  /// The period in words, when both ends are given.
  var subtitle: @Sendable (Words) -> String? {
    guard let from, let to else { return { _ in nil } }
    return { $0.render(id: "map.where_when", values: ["from": from, "to": to]) }
  }

  func apply(to options: inout PointOptions) {
    (options.when, options.dateOrder, options.from, options.to) = (when, dateOrder, from, to)
  }

  func apply(to options: inout JoinOptions) {
    (options.when, options.dateOrder, options.from, options.to) = (when, dateOrder, from, to)
  }
}

/// Which records count.
public struct FilterGroup: ParsableArguments, Sendable {
  @Option(help: help("Only records whose field has one of the values; repeatable.", value: "field=v1,v2"))
  public var `where`: [Condition] = []

  @Flag(help: help("A MultiPoint of several points is several records; otherwise it is rejected."))
  public var explode = false

  public init() {}

  var conditions: [JoinOptions.Condition] { self.where.map(\.condition) }
}

/// Rows that stand for several records.
public struct RowCountGroup: ParsableArguments, Sendable, Checked {
  @Option(help: help("Field with the number of records that a row stands for, counted instead of 1.", value: "field"))
  public var count: String?

  @Option(help: help("Columns named after months hold counts: `month`."))
  public var wide: JoinOptions.Wide?

  @Option(help: help("Field with the year of a wide table whose columns do not say it.", value: "field"))
  public var year: String?

  public init() {}

  func apply(to options: inout JoinOptions) { (options.count, options.wide, options.year) = (count, wide, year) }

  public func check() throws(Failure) {
    if year != nil, wide == nil { throw .needs("--year", "--wide month") }
    if wide != nil, count != nil { throw .excludes("--wide", "--count") }
  }
}

/// What kinds of incident stand for.
public struct ClassTableGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "What the kinds of --by stand for, and which of them expose people: CSV with country, name and iccs, as GeoData/reference/classes.csv.",
      value: "file"))
  public var classes: InputFile?

  @Option(help: help("Whose names the classes are read for, when the table has several countries.", value: "code"))
  public var classCountry: String?

  public init() {}

  /// - Parameter level: 1 to 4; nil counts kinds.
  /// - Throws: `Failure` as reading the table does.
  func mapping(_ run: Run, level: Int? = nil) throws -> ClassMapping? {
    try classes.map { try ClassFile($0.placed(in: run.folder), country: classCountry, level: level).read() }
  }

  public func check() throws(Failure) {
    if classes == nil, classCountry != nil { throw .needs("--class-country", "--classes") }
  }
}

/// The same, and whether classes are taken in the place of kinds.
public struct ClassGroup: ParsableArguments, Sendable, Checked {
  @OptionGroup public var table: ClassTableGroup

  @Option(
    help: help(
      "Take classes, cut to this level of the classification (1 to 4), instead of kinds; what has no class stays its own kind.",
      value: "level"))
  public var classLevel: Whole<LevelRange>?
  public enum LevelRange: WholeBounds { public static var range: ClosedRange<Int> { 1...4 } }

  public init() {}

  func mapping(_ run: Run) throws -> ClassMapping? { try table.mapping(run, level: classLevel?.value) }

  public func check() throws(Failure) {
    if table.classes == nil, classLevel != nil { throw .needs("--class-level", "--classes") }
  }
}

/// Records of verbs that take each kind by itself.
public struct PlacedRecordGroup: ParsableArguments, Sendable, Checked {
  @Option(help: help("Field with the kind of incident: each is taken by itself.", value: "field"))
  public var by: String?

  @OptionGroup public var classes: ClassGroup
  @OptionGroup public var filter: FilterGroup
  @OptionGroup public var rows: RowCountGroup

  public init() {}

  func apply(to options: inout JoinOptions) {
    options.by = by
    options.conditions = filter.conditions
    options.explodes = filter.explode
    rows.apply(to: &options)
  }

  public func check() throws(Failure) {
    if classes.table.classes != nil, by == nil { throw .needs("--classes", "--by") }
  }
}

extension DateOrder: ExpressibleByArgument {}
extension JoinOptions.Wide: ExpressibleByArgument {}
