internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// The rates that stand behind `rate_eb` when they were asked for.
extension JoinLayer {
  private static let localFields = ["rate_eb_local"]
  private static let presentFields = ["rate_present"]
  private static let standardizedFields = ["rate_std", "rate_std_low", "rate_std_high", "smr", "smr_low", "smr_high"]

  var furtherRateFields: [String] {
    (rates?.neighbors == nil ? [] : Self.localFields) + (rates?.floating == nil ? [] : Self.presentFields)
      + (hasStandardized ? Self.standardizedFields : [])
  }

  private var hasStandardized: Bool { rates?.asksStrata == true }

  /// - Parameter kind: nil for all records.
  func furtherRateColumns(_ rates: JoinRates, _ suffix: String, kind: Int?, _ rows: [Int]) throws -> [Column] {
    var columns: [Column] = []
    if let neighbors = rates.neighbors {
      var values: [Int: Double] = [:]
      for level in territory.levels.indices {
        // The rows of a level that are areas stand in the order of its codes, as its areas do.
        let own = rows.filter { counts.places.places[$0].level == level }
        let sums = own.map { row in kind.map { counts.byPlaceAndKind[row * counts.kinds.count + $0] } ?? counts.byPlace[row] }
        for (row, value) in zip(own, try rates.stabilized(own, counts: sums, neighbors: neighbors[level])) { values[row] = value }
      }
      columns.append(Column(name: "rate_eb_local\(suffix)", values: rows.map { NumberText.field(values[$0]) }))
    }
    if rates.floating != nil {
      let values = try rows.map { row in
        let place = kind.map { row * counts.kinds.count + $0 }
        let count = place.map { counts.byPlaceAndKind[$0] } ?? counts.byPlace[row]
        let weight = place.map { counts.weightByPlaceAndKind[$0] } ?? counts.weightByPlace[row]
        return NumberText.field(try rates.presentRate(place: row, amount: Self.amount(count, weight, isWeighted)))
      }
      columns.append(Column(name: "rate_present\(suffix)", values: values))
    }
    guard hasStandardized else { return columns }
    let values = try rows.map { row -> [Double?] in
      guard let found = try rates.strata?.rates(row: row, kind: kind ?? 0) else { return [nil, nil, nil, nil, nil, nil] }
      return [
        found.direct?.value, found.direct?.limits.low, found.direct?.limits.high, found.ratio?.value, found.ratio?.limits.low,
        found.ratio?.limits.high,
      ]
    }
    for (place, name) in Self.standardizedFields.enumerated() {
      columns.append(Column(name: name + suffix, values: values.map { NumberText.field($0[place]) }))
    }
    return columns
  }
}
