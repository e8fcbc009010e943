package import PlazaLayers

/// How many records of each area of a level could be another's, and how many of another could be its; parts add up in any order.
///
/// Only records near a border are counted here: the others are sure, so the bounds of a count are these apart from it.
package struct BorderTally: Hashable, Sendable {
  package let level: Int
  /// By area: records counted in it that are not surely inside.
  private(set) var doubtful: [Int64]
  /// By area: records not counted in it that are possibly inside.
  private(set) var possible: [Int64]
  /// Records whose area, or areas, could be others.
  package var near = 0
  /// Records whose accuracy is not stated or cannot be read: taken as exact.
  var unstated = 0
  /// Records whose accuracy is beyond the limit: taken as the limit.
  package var beyond = 0

  package init(level: Int, areaCount: Int) {
    self.level = level
    doubtful = Array(repeating: 0, count: areaCount)
    possible = doubtful
  }

  @inline(__always)
  package mutating func doubt(_ area: Int32, _ count: Int64) { doubtful[Int(area)] += count }

  @inline(__always)
  mutating func suspect(_ area: Int32, _ count: Int64) { possible[Int(area)] += count }

  package mutating func merge(_ other: BorderTally) {
    for area in doubtful.indices {
      doubtful[area] += other.doubtful[area]
      possible[area] += other.possible[area]
    }
    near += other.near
    unstated += other.unstated
    beyond += other.beyond
  }

  /// What the count of an area is at least: its records surely inside.
  package func low(_ area: Int, count: Int64) -> Int64 { count - doubtful[area] }

  /// What it is at most: all records possibly inside.
  package func high(_ area: Int, count: Int64) -> Int64 { count + possible[area] }
}

extension BorderTally {
  /// What a person should know of the accuracies that the records state.
  package func warnings(_ account: Account) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    let placed = String(account.joined + account.outside)
    if unstated > 0 {
      warnings.append(Diagnostic(.warning, "border.unstated", ["count": String(unstated), "total": placed]))
    }
    if beyond > 0 { warnings.append(Diagnostic(.warning, "border.beyond", ["count": String(beyond), "limit": "10000"])) }
    return warnings
  }
}
