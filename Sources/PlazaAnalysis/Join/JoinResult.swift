public import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ

/// What a join found: the account, counts by area, kind and period, and the areas with their new fields.
public struct JoinResult: Sendable {
  /// A kind of incident, as it was written, with the name of its fields.
  public struct Kind: Hashable, Sendable {
    public var name: String
    public var slug: String
    /// Good records of the kind, with or without a place.
    public var total: Int64
    /// Those in an area; a record counts once for each area that it is assigned to.
    public var assigned: Int64
    /// Whether it has fields of its own in the layer: the 60 commonest have.
    public var hasColumn: Bool
  }

  /// The CRS of both sides and how one was brought into the other.
  public struct Coordinates: Hashable, Sendable {
    public var points: CRS
    public var areas: CRS
    public var operation: String
    public var accuracyMetres: Double?
  }

  public let account: Account
  public let areas: AreaAccount
  /// In the order of their bytes; empty when kinds were not asked for.
  public let kinds: [Kind]
  public let coordinates: Coordinates
  /// The span of the records in years; nil when no rate needed it.
  public let years: Double?
  /// What `nearBorder` of the account goes by; nil when it was not asked for.
  public let accuracy: Accuracy?
  private let assembly: JoinLayer
  /// The rows of the tidy table under `tableHeader`.
  public let table: RowBlock
  public let tableHeader: [String]
  /// What the result says in words, the most important first.
  public let findings: [Diagnostic]
  /// The areas in the order of their codes, with their fields and ours, in longitude and latitude on WGS 84; made at each call.
  /// - Throws: `Failure` when the areas' CRS does not lead to WGS 84.
  /// - Complexity: O(vertices).
  public func makeLayer() throws -> Layer { try assembly.layer() }

  public private(set) var warnings: [Diagnostic] = []

  /// The columns of the file of rejected records.
  public static let rejectsHeader = ["line", "reason", "cell"]

  mutating func addNotes(_ notes: [Diagnostic]) {
    warnings = notes.filter { $0.severity == .warning } + warnings
  }
}

extension JoinResult {
  static let columnLimit = 60

  init(
    _ total: JoinTotal, areas set: AreaSet, plan: JoinPlan, options: JoinOptions, placement: Placement
  ) throws {
    let counts = JoinCounts(total, areaCount: set.count, hasKinds: plan.kindSlot != nil)
    let span = JoinSpan(total, plan: plan, options: options)
    account = total.account
    var areas = set.account
    areas.withoutRecords = counts.byArea.count { $0 == 0 }
    self.areas = areas
    kinds = counts.kinds
    coordinates = Coordinates(
      points: placement.points, areas: placement.areas, operation: placement.operation?.operation ?? "",
      accuracyMetres: placement.operation == nil ? 0 : placement.operation?.accuracyMetres)
    let rates = options.areas.population == nil ? nil : JoinRates(set.populations, span: span, isWeighted: plan.weightSlot != nil)
    accuracy = options.accuracy
    years = rates == nil ? nil : span.years
    let located = JoinLocatedShare.share(total.account)
    assembly = JoinLayer(
      set: set, counts: counts, rates: rates, borders: total.borders, locatedShare: located, isWeighted: plan.weightSlot != nil)
    let table = try JoinTable(set, counts, rates, span: span, plan: plan, locatedShare: located)
    self.table = table.rows
    tableHeader = table.header
    findings = try JoinFindings.findings(total.account, set, counts, rates, span, plan)
    warnings = Self.warnings(total, plan, hasRates: rates != nil, replaced: assembly.replacedFields)
  }

  private static func warnings(_ total: JoinTotal, _ plan: JoinPlan, hasRates: Bool, replaced: [String]) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    if total.account.ambiguous > 0 {
      warnings.append(
        Diagnostic(
          .warning, plan.assignsAll ? "join.ambiguous_all" : "join.ambiguous", ["count": String(total.account.ambiguous)]))
    }
    if total.undated > 0 { warnings.append(Diagnostic(.warning, "join.undated", ["count": String(total.undated)])) }
    if let borders = total.borders { warnings += borders.warnings(total.account) }
    if hasRates, plan.weightSlot != nil { warnings.append(Diagnostic(.warning, "join.weighted_rates")) }
    if total.kinds.count > columnLimit {
      warnings.append(
        Diagnostic(.warning, "join.many_kinds", ["count": String(total.kinds.count), "limit": String(columnLimit)]))
    }
    if !replaced.isEmpty {
      warnings.append(Diagnostic(.warning, "join.replaced_fields", ["fields": replaced.joined(separator: ", ")]))
    }
    return warnings
  }
}

/// The share of good records that have a place.
enum JoinLocatedShare {
  static func share(_ account: Account) -> Double? {
    let good = account.joined + account.outside + account.unlocated
    return good == 0 ? nil : Double(account.joined + account.outside) / Double(good)
  }
}
