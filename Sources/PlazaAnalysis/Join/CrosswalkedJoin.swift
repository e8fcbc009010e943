public import PlazaLayers
public import PlazaRecords

/// The counts of a join on another division of the territory: a series that stays comparable when areas change.
///
/// Amounts are counts times shares: exact decimals of 10⁻⁹ whose sum is the number of records joined, whole numbers where areas went over
/// whole. Rates use them; a part of a count is not a count, no Poisson variable has its value, so where a former area was divided the
/// limits are null.
public struct CrosswalkedJoin: Sendable {
  /// The files, as the user named them.
  public let from: String
  public let to: String
  public let table: String
  /// Former areas, and those of them that were divided between several new ones.
  public let formerCount: Int
  public let dividedCount: Int
  /// The account of the new areas.
  public let areas: AreaAccount
  public let findings: [Diagnostic]
  public let notes: [Diagnostic]
  /// The rows of the tidy table, under the same header as that of the join.
  public let rows: RowBlock
  private let assembly: CrosswalkedLayer

  /// The new areas with their fields and the carried ones, in longitude and latitude on WGS 84; made at each call.
  /// - Throws: `Failure` when the areas' CRS does not lead to WGS 84.
  /// - Complexity: O(vertices).
  public func makeLayer() throws -> Layer { try assembly.layer() }
}

extension JoinResult {
  /// Carries what was counted to another division.
  ///
  /// The new areas have the populations of their own field, where one was named, else those of the former areas carried by the same
  /// shares, where there were any.
  /// - Parameter set: the new areas; `populationField` whether their populations are their own.
  /// - Throws: `Failure` `correspondence.levels` when the join was of several levels, `correspondence.classes` when records count in
  ///   several classes, `correspondence.complete` for a complete table, `correspondence.missing`,
  ///   `correspondence.unknown_to`.
  public func crosswalked(
    by table: Correspondence, from former: String, to set: AreaSet, named file: String, hasOwnPopulations: Bool
  ) throws -> CrosswalkedJoin {
    guard !assembly.territory.isNested else {
      throw Failure(.usage, "correspondence.levels", ["file": table.name])
    }
    guard !assembly.counts.isRepeated else { throw Failure(.usage, "correspondence.classes", ["file": table.name]) }
    guard !isTableComplete else { throw Failure(.usage, "correspondence.complete", ["file": table.name]) }
    let old = assembly.territory.finest
    let crosswalk = try Crosswalk(table, from: old.codes, to: set.codes)
    let counts = CrosswalkedCounts(assembly.counts, by: crosswalk, areaCount: set.count)
    let populations =
      hasOwnPopulations
      ? set.populations
      : try assembly.rates.map { rates in crosswalk.carried(try old.codes.indices.map { try rates.population($0) }) }
    let rates = populations.map { CrosswalkedRates($0, isWhole: crosswalk.isWhole, span: span, isWeighted: assembly.isWeighted) }
    let layer = CrosswalkedLayer(
      set: set, counts: counts, rates: rates, locatedShare: assembly.locatedShare.first ?? nil, isWeighted: assembly.isWeighted)
    return try CrosswalkedJoin(
      from: former, to: file, table: table.name, crosswalk: crosswalk, formerCount: old.count, layer: layer, span: span)
  }
}

extension CrosswalkedJoin {
  init(
    from: String, to: String, table: String, crosswalk: Crosswalk, formerCount: Int, layer: CrosswalkedLayer, span: JoinSpan
  ) throws {
    (self.from, self.to, self.table) = (from, to, table)
    self.formerCount = formerCount
    dividedCount = crosswalk.dividedCount
    assembly = layer
    rows = try layer.table(span)
    var areas = layer.set.account
    areas.withoutRecords = layer.counts.byArea.count { $0 == 0 }
    self.areas = areas
    var notes = layer.set.notes + crosswalk.notes
    let replaced = layer.replacedFields
    if !replaced.isEmpty {
      notes.append(Diagnostic(.warning, "join.replaced_fields", ["fields": replaced.joined(separator: ", ")]))
    }
    self.notes = notes
    var findings = [
      Diagnostic(
        .note, crosswalk.dividedCount == 0 ? "carried.whole" : "carried.divided",
        [
          "from": from, "to": to, "table": table, "areas": String(formerCount), "new": String(layer.set.count),
          "divided": String(crosswalk.dividedCount),
        ])
    ]
    if let most = layer.most { findings.append(most) }
    self.findings = findings
  }
}

/// What was counted, on the new areas: units of 10⁻⁹.
struct CrosswalkedCounts: Sendable {
  struct Entry: Sendable {
    var area: Int
    var kind: Int
    var period: Int
    var amount: Int128
    var weight: Int128
  }

  let kinds: [JoinResult.Kind]
  private(set) var entries: [Entry]
  private(set) var byArea: [Int128]
  private(set) var weightByArea: [Int128]
  /// `[area × kinds + kind]`.
  private(set) var byAreaAndKind: [Int128]
  private(set) var weightByAreaAndKind: [Int128]

  init(_ counts: AreaCounts, by crosswalk: Crosswalk, areaCount: Int) {
    kinds = counts.kinds
    func carried(_ amount: (AreaCounts.Entry) -> Int128) -> [UInt64: Int128] {
      // Of one level the places are its areas.
      let carried = crosswalk.carried(
        counts.entries.map {
          Crosswalk.Entry(key: Tally.key(area: $0.place, kind: $0.kind, period: $0.period), amount: amount($0))
        })
      return Dictionary(uniqueKeysWithValues: carried.map { ($0.key, $0.amount) })
    }
    let amounts = carried { Int128($0.count) * DecimalAmount.scale }
    let weights = carried(\.weight)
    entries = Set(amounts.keys).union(weights.keys).map { key in
      let (area, kind, period) = Tally.parts(key)
      return Entry(area: area, kind: kind, period: period, amount: amounts[key] ?? 0, weight: weights[key] ?? 0)
    }
    // An unknown period is written as nothing, which sorts first.
    func rank(_ period: Int) -> Int { period == Tally.unknownPeriod ? .min : period }
    entries.sort { ($0.area, $0.kind, rank($0.period)) < ($1.area, $1.kind, rank($1.period)) }
    byArea = Array(repeating: 0, count: areaCount)
    weightByArea = byArea
    byAreaAndKind = Array(repeating: 0, count: areaCount * kinds.count)
    weightByAreaAndKind = byAreaAndKind
    for entry in entries {
      byArea[entry.area] += entry.amount
      weightByArea[entry.area] += entry.weight
      guard !kinds.isEmpty else { continue }
      byAreaAndKind[entry.area * kinds.count + entry.kind] += entry.amount
      weightByAreaAndKind[entry.area * kinds.count + entry.kind] += entry.weight
    }
  }
}

/// Rates of carried amounts: with limits only where whole areas were put together.
struct CrosswalkedRates: Sendable {
  private let whole: JoinRates
  private let divided: JoinRates
  private let isWhole: [Bool]

  init(_ populations: [Double?], isWhole: [Bool], span: JoinSpan, isWeighted: Bool) {
    let populations = JoinPopulations(populations, span: span)
    whole = JoinRates(populations, span: span, isWeighted: isWeighted)
    divided = JoinRates(populations, span: span, isWeighted: true)
    self.isWhole = isWhole
  }

  func population(_ area: Int) throws -> Double? { try whole.population(area) }

  func rate(area: Int, amount: Int128, weight: Int128, isWeighted: Bool, period: Int? = nil) throws -> JoinRates.Rate {
    let value = DecimalAmount.double(isWeighted ? weight : amount)
    guard isWhole[area] else { return try divided.rate(place: area, count: 0, amount: value, period: period) }
    return try whole.rate(place: area, count: Int64(amount / DecimalAmount.scale), amount: value, period: period)
  }
}
