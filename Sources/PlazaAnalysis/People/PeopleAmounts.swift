/// The people of each unit: everybody, and those of each group.
struct PeopleAmounts: Sendable {
  /// 0 where nobody knows.
  let totals: [Double]
  private let isKnown: [Bool]
  let groupCount: Int
  /// By unit and, within it, group.
  private let groups: [Double]

  /// - Parameter order: which rows become units, in the order that sums over them have.
  init(_ columns: PeopleColumns, rows order: [Int]) {
    totals = order.map { columns.totals[$0] }
    isKnown = order.map { columns.isKnown[$0] }
    groupCount = columns.groups.count
    groups = order.flatMap { row in columns.amounts.map { $0[row] } }
  }

  @inline(__always)
  func isKnown(_ unit: Int) -> Bool { isKnown[unit] }

  /// Not a number where nobody knows.
  @inline(__always)
  func group(_ group: Int, of unit: Int) -> Double { groups[unit * groupCount + group] }
}
