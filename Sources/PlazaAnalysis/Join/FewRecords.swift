internal import PlazaLayers
internal import PlazaRecords

extension JoinResult {
  /// Fewer records than this are too few for a rate: the limits of four are a factor of nine apart, and among many areas with few people
  /// one record alone makes some rate the highest of all.
  public static let leastRecordsForRate = 5
  /// A period that nobody waits for, in months.
  private static let longestPeriod = 120

  /// Where most areas of the finest level have too few records for a rate, and what would give them more: a longer period, by the people
  /// of the area in the middle, or a coarser level.
  static func fewRecords(_ rates: JoinRates?, _ counts: AreaCounts, _ territory: Territory, _ span: JoinSpan) -> [Diagnostic] {
    guard let rates else { return [] }
    let kind = JoinFindings.commonest(counts)
    func count(_ row: Int) -> Int64 { kind.map { counts.byPlaceAndKind[row * counts.kinds.count + $0] } ?? counts.byPlace[row] }
    /// The people of each area of a level, and its records.
    func areas(_ level: Int) -> [(people: Double, count: Int64)] {
      counts.places.ranges[level].compactMap { row in
        guard counts.places.places[row].area >= 0, let people = try? rates.population(row), people > 0 else { return nil }
        return (people, count(row))
      }
    }
    func few(_ areas: [(people: Double, count: Int64)]) -> Int { areas.count { $0.count < leastRecordsForRate } }
    let finest = areas(0)
    guard 2 * few(finest) > finest.count else { return [] }
    var values = ["few": String(few(finest)), "total": String(finest.count), "least": String(leastRecordsForRate)]
    if let kind { values["kind"] = counts.kinds[kind].name }
    if let level = territory.levels.indices.dropFirst().first(where: { 2 * few(areas($0)) <= areas($0).count }) {
      values["level"] = territory.levels[level].name
      return [Diagnostic(.warning, "rates.few_level", values)]
    }
    let records = finest.reduce(0) { $0 + Double($1.count) }
    let middle = finest.map(\.people).sorted()[finest.count / 2] / finest.reduce(0) { $0 + $1.people }
    if let years = span.years, records > 0 {
      let months = (years * 12 * Double(leastRecordsForRate) / (records * middle)).rounded(.up)
      if months <= Double(longestPeriod) {
        values["months"] = String(Int(months))
        return [Diagnostic(.warning, "rates.few_months", values)]
      }
    }
    return [Diagnostic(.warning, "rates.few", values)]
  }
}
