/// The areas of a map that have values, in canonical order, with the weights between them.
///
/// Every sum over areas runs in this order, so that neither the order of the rows nor that of the neighbours can change the last digit.
struct AreaSample {
  /// The place of each area that is used in the caller's list.
  var places: [Int]
  /// Its rank among all areas of the list, which its random numbers hang on.
  var ranks: [Int]
  /// The values, divided by `unit` so that no power of them leaves the range of numbers.
  var values: [Double]
  /// What was taken out of the values: a power of 2.
  var unit: Double
  /// Without pairs of an area with itself.
  var weights: SpatialWeights
  var account: SampleAccount
  /// The areas of the caller's list.
  var listed: Int

  var count: Int { values.count }

  /// - Parameter order: the areas in canonical order; nil if they stand in it.
  /// - Parameter withIslands: whether areas that neither have nor are a neighbour count among those that are used.
  init(
    _ values: [Double?], weights: SpatialWeights, scaling: WeightScaling, order: [Int]?, withIslands: Bool
  ) throws(StatisticsError) {
    let listed = values.count
    guard weights.count == listed else { throw .lengthMismatch(expected: listed, found: weights.count) }
    for case let value? in values where !(abs(value) <= 1e50) { throw .badValue(value) }
    let order = try checkedOrder(order, count: listed)
    let ranked = order.enumerated().filter { values[$0.element] != nil }
    var isLinked = [Bool](repeating: withIslands, count: listed)
    if !withIslands {
      for (_, area) in ranked {
        for neighbor in weights.neighbors(of: area) where Int(neighbor) != area && values[Int(neighbor)] != nil {
          isLinked[area] = true
          isLinked[Int(neighbor)] = true
        }
      }
    }
    let used = ranked.filter { isLinked[$0.element] }
    places = used.map(\.element)
    ranks = used.map(\.offset)
    let largest = places.reduce(0.0) { max($0, abs(values[$1]!)) }
    let unit = largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
    self.unit = unit
    self.values = places.map { values[$0]! / unit }
    self.listed = listed
    let kept = Self.rows(of: weights, places: places, listed: listed)
    self.weights = scaling == .rows ? kept.rowStandardized() : kept
    account = SampleAccount(
      used: places.count,
      islands: withIslands
        ? kept.islands.map { [places] in places[$0] }.sorted()
        : ranked.map(\.element).filter { !isLinked[$0] }.sorted(),
      missing: values.indices.filter { values[$0] == nil },
      sumOfWeights: self.weights.weights.reduce(0, +))
  }

  /// Whether all values are equal; so they are if there is none.
  var isConstant: Bool { values.allSatisfy { $0 == values[0] } }

  /// The differences from the mean.
  var deviations: [Double] {
    let mean = values.reduce(0, +) / Double(count)
    return values.map { $0 - mean }
  }

  /// A column of the used areas as one of all areas, nil for the others.
  func spread<Value>(_ column: [Value?]) -> [Value?] {
    var result = [Value?](repeating: nil, count: listed)
    for (value, place) in zip(column, places) { result[place] = value }
    return result
  }

  /// The rows of some areas, renumbered, without the pairs that lead to others or to oneself.
  private static func rows(of weights: SpatialWeights, places: [Int], listed: Int) -> SpatialWeights {
    var numbers = [Int32](repeating: -1, count: listed)
    for (number, place) in places.enumerated() { numbers[place] = Int32(number) }
    var offsets = [0]
    var columns: [Int32] = []
    var values: [Double] = []
    var row: [(Int32, Double)] = []
    for place in places {
      row.removeAll(keepingCapacity: true)
      for pair in weights.rowOffsets[place]..<weights.rowOffsets[place + 1] {
        let neighbor = Int(weights.columnIndices[pair])
        if neighbor != place, numbers[neighbor] >= 0 { row.append((numbers[neighbor], weights.weights[pair])) }
      }
      row.sort { $0.0 < $1.0 }
      for (neighbor, weight) in row {
        columns.append(neighbor)
        values.append(weight)
      }
      offsets.append(columns.count)
    }
    return SpatialWeights(rowOffsets: offsets, columnIndices: columns, weights: values)
  }
}

/// The order of areas that a caller gave, or their own.
func checkedOrder(_ order: [Int]?, count: Int) throws(StatisticsError) -> [Int] {
  guard let order else { return Array(0..<count) }
  guard order.count == count else { throw .lengthMismatch(expected: count, found: order.count) }
  var isNamed = [Bool](repeating: false, count: count)
  for area in order {
    guard area >= 0, area < count, !isNamed[area] else { throw .badOrder }
    isNamed[area] = true
  }
  return order
}
