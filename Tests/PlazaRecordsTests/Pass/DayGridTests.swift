import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaRecords

@Suite struct DayGridTests {
  /// Pages, combinations from the beginning on, and pages that become combinations half-way give what a dictionary gives, in any order.
  @Test(arguments: [(40, 2_000), (20_000, 2_000), (3_000, 400_000)])
  func `counts by group and day are those of a look at every record`(_ cells: Int, _ span: Int) {
    var random = SplitMix64(seed: UInt64(cells))
    var slow: [Int: [Int: Int64]] = [:]
    var groups: [[Int32]] = []
    for cell in 0..<cells {
      let own: [Int32] = [Int32(cell % 5), Int32(5 + cell % 2)]
      groups.append(cell % 7 == 3 ? [] : own)
    }
    var parts = [DayGrid(cells: cells), DayGrid(cells: cells), DayGrid(cells: cells)]
    for number in 0..<6_000 {
      let (cell, day) = (Int.random(in: 0..<cells, using: &random), Int.random(in: -span / 2...span / 2, using: &random))
      let count = Int64.random(in: 1...3, using: &random)
      // The last part holds near days only, so that parts of both forms are merged.
      let near = number % 3 == 2 ? day % 100 : day
      parts[number % 3].add(cell: cell, day: near, count: count)
      for group in groups[cell] { slow[Int(group), default: [:]][near, default: 0] += count }
    }
    for order in [[0, 1, 2], [2, 1, 0]] {
      var whole = parts[order[0]]
      for part in order.dropFirst() { whole.merge(parts[part]) }
      var found: [Int: [Int: Int64]] = [:]
      var last = -1
      whole.eachGroup(groups, count: 8) { group, days in
        #expect(group > last && days.map(\.day) == days.map(\.day).sorted())
        last = group
        found[group] = Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0.count) })
      }
      #expect(found == slow)
    }
  }
}
