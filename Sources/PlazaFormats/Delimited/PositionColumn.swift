internal import PlazaGeometry
internal import PlazaLayers

/// A field that holds whole positions, as its first values show it.
struct PositionColumn: Hashable, Sendable {
  var field: Int
  var order: WrittenPosition.Order
  /// Whether values beyond 90°, letters or the form say what stands first; else it is taken for the latitude, as maps on the web give it.
  var isOrderKnown: Bool

  /// With fewer of its values being positions, a field has none.
  private static let leastShare = 0.8

  /// - Parameter isStated: whether the caller names the field: then whole numbers are positions too.
  init?(_ field: Int, _ rows: [[String]], mark: UInt8, isStated: Bool = false) {
    self.field = field
    var (values, found, exact) = (0, 0, 0)
    var orders: Set<WrittenPosition.Order> = []
    for row in rows where field < row.count && !MissingText.matches(row[field]) {
      values += 1
      guard let position = WrittenPosition(row[field], mark: mark) else { continue }
      found += 1
      if position.first != position.first.rounded(), position.second != position.second.rounded() { exact += 1 }
      if let order = position.order {
        orders.insert(order)
      } else if position.first.magnitude > 90 {
        orders.insert(.longitudeFirst)
      } else if position.second.magnitude > 90 {
        orders.insert(.latitudeFirst)
      }
    }
    guard found > 0, Double(found) >= Self.leastShare * Double(values),
      isStated || Double(exact) >= Self.leastShare * Double(found)
    else { return nil }
    // Cells that say two things decide nothing; each is then read as it says itself.
    isOrderKnown = orders.count == 1
    order = isOrderKnown ? orders.first! : .latitudeFirst
  }
}

extension CSVSniffer {
  /// Where the first positions are: the box of the middle 98 % of them, as wide again on each side; nil for fewer than ten.
  func neighborhood(of x: Int, _ y: Int) -> Envelope? {
    let mark = dialect.decimalMark
    func number(_ row: [String], _ field: Int) -> Double? {
      field < row.count ? Array(row[field].utf8).span.number(mark) : nil
    }
    let places = sampleRows.compactMap { row -> Coordinate? in
      guard let x = number(row, x), let y = number(row, y), x.magnitude <= 180, y.magnitude <= 90, x != 0 || y != 0 else {
        return nil
      }
      return Coordinate(x: x, y: y)
    }
    guard places.count >= 10 else { return nil }
    func middle(_ values: [Double]) -> (low: Double, high: Double) {
      let sorted = values.sorted()
      let cut = sorted.count / 100
      let (low, high) = (sorted[cut], sorted[sorted.count - 1 - cut])
      let width = max(high - low, 0.1)
      return (low - width, high + width)
    }
    let (across, up) = (middle(places.map(\.x)), middle(places.map(\.y)))
    return Envelope(minX: across.low, minY: up.low, maxX: across.high, maxY: up.high)
  }
}
