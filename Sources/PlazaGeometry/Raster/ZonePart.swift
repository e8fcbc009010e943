/// The sums of one zone over some rows.
struct ZonePart: Sendable {
  let zone: Int
  var sum = 0.0
  var coverage = 0.0
  var low = 0.0
  var high = 0.0
  var nodata = 0.0
  var minimum = Double.infinity
  var maximum = -Double.infinity
  var weight = 0.0
  var weightedSum = 0.0
  /// By class of the value; empty without breaks.
  var classes: [ZonalSum.Class]

  init(zone: Int, classCount: Int) {
    self.zone = zone
    classes = Array(repeating: ZonalSum.Class(), count: classCount)
  }

  /// What rounding leaves where there is nothing, or all.
  private static let noise = 1e-12
  /// From where on a cell counts as touched, and how far below 1 as inside.
  private static let sliver = 1e-8

  /// Adds cells that are covered alike.
  @inline(__always)
  mutating func add(
    _ columns: Range<Int>, _ values: UnsafePointer<Double>, _ weights: UnsafePointer<Double>?, coverage share: Double,
    _ breaks: [Double]
  ) {
    if share < Self.noise { return }
    let share = share > 1 - Self.noise ? 1 : share
    if weights != nil || !breaks.isEmpty {
      for column in columns { addCell(values[column], weights?[column], share, breaks) }
      return
    }
    let run = CellRun(values, columns)
    sum += share * run.sum
    coverage += share * Double(run.count)
    nodata += share * Double(columns.count - run.count)
    weight += share * Double(run.count)
    weightedSum += share * run.sum
    if share > Self.sliver {
      high += run.sum
      if share >= 1 - Self.sliver { low += run.sum }
      if run.minimum < minimum { minimum = run.minimum }
      if run.maximum > maximum { maximum = run.maximum }
    }
  }

  private mutating func addCell(_ value: Double, _ weight: Double?, _ share: Double, _ breaks: [Double]) {
    guard value == value else {
      nodata += share
      return
    }
    sum += share * value
    coverage += share
    if share > Self.sliver {
      high += value
      if share >= 1 - Self.sliver { low += value }
      if value < minimum { minimum = value }
      if value > maximum { maximum = value }
    }
    var share = (cell: share, weight: share * (weight ?? 1))
    if share.weight.isNaN { share.weight = 0 }
    self.weight += share.weight
    weightedSum += share.weight * value
    if classes.isEmpty { return }
    var place = 0
    while place < breaks.count, value >= breaks[place] { place += 1 }
    classes[place].coverage += share.cell
    classes[place].sum += share.cell * value
    classes[place].weight += share.weight
  }
}

/// The sum of neighbouring cells, in an order that depends on their number alone.
struct CellRun {
  var sum = 0.0
  /// Cells that hold a value.
  var count = 0
  var minimum = Double.infinity
  var maximum = -Double.infinity

  @inline(__always)
  init(_ values: UnsafePointer<Double>, _ columns: Range<Int>) {
    if columns.count > 1 {
      addAll(values + columns.lowerBound, columns.count)
    } else {
      add(values[columns.lowerBound])
    }
  }

  @inline(__always)
  private mutating func add(_ value: Double) {
    guard value == value else { return }
    sum += value
    count += 1
    minimum = value
    maximum = value
  }

  @inline(never)
  private mutating func addAll(_ values: UnsafePointer<Double>, _ length: Int) {
    typealias Eight = SIMD8<Double>
    let raw = UnsafeRawPointer(values)
    let whole = length & ~7
    var sums = Eight.zero
    var least = Eight(repeating: .infinity)
    var most = Eight(repeating: -.infinity)
    var place = 0
    while place < whole {
      let eight = raw.loadUnaligned(fromByteOffset: place * 8, as: Eight.self)
      sums += eight
      least.replace(with: eight, where: eight .< least)
      most.replace(with: eight, where: eight .> most)
      place += 8
    }
    minimum = least.min()
    maximum = most.max()
    var total = sums.sum()
    while place < length {
      let value = values[place]
      total += value
      if value < minimum { minimum = value }
      if value > maximum { maximum = value }
      place += 1
    }
    // Comparisons with nan are false, so it has touched the sum alone.
    (sum, count) = total == total ? (total, length) : Self.present(values, length)
  }

  private static func present(_ values: UnsafePointer<Double>, _ length: Int) -> (sum: Double, count: Int) {
    var (sum, count) = (0.0, 0)
    for place in 0..<length where values[place] == values[place] {
      sum += values[place]
      count += 1
    }
    return (sum, count)
  }
}
