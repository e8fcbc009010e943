internal import PlazaLayers

/// Counts of cells by day: pages of 64 days with a number for each cell, made when a record falls on one of their days.
///
/// A record costs one access to memory. Of very many cells most days have nothing in most of them: there only combinations that occur
/// take memory.
package struct DayGrid: Sendable {
  private static let pageDays = 64
  /// With more cells combinations that occur are kept.
  private static let mostCells = 1 << 14
  private static let mostBytes = 1 << 29

  private let cellCount: Int
  /// By day / 64, from the first page on; empty ones have no record.
  private var pages: [[UInt32]] = []
  private var firstPage = 0
  /// Where there are many cells.
  private var sparse: Tally?

  package init(cells: Int) {
    cellCount = cells
    sparse = cells > Self.mostCells ? Tally() : nil
  }

  package mutating func add(cell: Int, day: Int, count: Int64) {
    guard sparse == nil else {
      sparse!.add(Tally.key(area: cell, kind: 0, period: day), count: count)
      return
    }
    let page = day >> 6
    guard let place = place(ofPage: page) else { return add(cell: cell, day: day, count: count) }
    if pages[place].isEmpty { pages[place] = [UInt32](repeating: 0, count: cellCount * Self.pageDays) }
    Self.add(UInt32(clamping: count), to: &pages[place][cell &* Self.pageDays &+ (day & (Self.pageDays - 1))])
  }

  package mutating func merge(_ other: DayGrid) {
    if let others = other.sparse {
      spill()
      sparse!.merge(others, kinds: [0])
      return
    }
    other.eachPage { page, counts in
      if sparse == nil, let place = place(ofPage: page) {
        guard !pages[place].isEmpty else {
          pages[place] = counts
          return
        }
        for slot in counts.indices where counts[slot] > 0 { Self.add(counts[slot], to: &pages[place][slot]) }
      } else {
        Self.add(page, counts, to: &sparse!)
      }
    }
  }

  /// Where a page stands, made if need be; nil where that would be too many, and all that was counted has become a tally.
  private mutating func place(ofPage page: Int) -> Int? {
    if pages.isEmpty { firstPage = page }
    let wanted = max(pages.count, page - firstPage + 1, pages.count + firstPage - page)
    guard wanted * cellCount * Self.pageDays * 4 <= Self.mostBytes else {
      spill()
      return nil
    }
    if page < firstPage {
      pages.insert(contentsOf: repeatElement([], count: firstPage - page), at: 0)
      firstPage = page
    }
    if page - firstPage >= pages.count {
      pages.append(contentsOf: repeatElement([], count: page - firstPage - pages.count + 1))
    }
    return page - firstPage
  }

  /// Keeps combinations that occur from here on: dates of a thousand years would take all memory.
  private mutating func spill() {
    guard sparse == nil else { return }
    var tally = Tally()
    eachPage { Self.add($0, $1, to: &tally) }
    (sparse, pages) = (tally, [])
  }

  private static func add(_ page: Int, _ counts: [UInt32], to tally: inout Tally) {
    for slot in counts.indices where counts[slot] > 0 {
      tally.add(
        Tally.key(area: slot / pageDays, kind: 0, period: page * pageDays + slot % pageDays), count: Int64(counts[slot]))
    }
  }

  /// What is beyond four thousand million a day is as complete as that.
  @inline(__always)
  private static func add(_ count: UInt32, to sum: inout UInt32) {
    let (value, isOver) = sum.addingReportingOverflow(count)
    sum = isOver ? .max : value
  }

  private func eachPage(_ body: (Int, [UInt32]) -> Void) {
    for (place, counts) in pages.enumerated() where !counts.isEmpty { body(firstPage + place, counts) }
  }

  /// Tells every group of cells its days with records, one group after the other.
  /// - Parameter groups: the groups of each cell, ascending; a cell without an entry is in none.
  /// - Parameter count: of groups.
  package func eachGroup(_ groups: [[Int32]], count: Int, _ body: (_ group: Int, _ days: [(day: Int, count: Int64)]) -> Void) {
    var cells = [[Int]](repeating: [], count: count)
    for (cell, own) in groups.enumerated() { for group in own { cells[Int(group)].append(cell) } }
    if let sparse { return eachSparse(sparse, groups, count, body) }
    var days: [(day: Int, count: Int64)] = []
    var sums = [Int64](repeating: 0, count: Self.pageDays)
    for group in 0..<count where !cells[group].isEmpty {
      days.removeAll(keepingCapacity: true)
      eachPage { page, counts in
        for day in sums.indices { sums[day] = 0 }
        for cell in cells[group] where cell < cellCount {
          let start = cell * Self.pageDays
          for day in 0..<Self.pageDays { sums[day] += Int64(counts[start + day]) }
        }
        for day in sums.indices where sums[day] > 0 { days.append((page * Self.pageDays + day, sums[day])) }
      }
      if !days.isEmpty { body(group, days) }
    }
  }

  private func eachSparse(
    _ sparse: Tally, _ groups: [[Int32]], _ count: Int, _ body: (Int, [(day: Int, count: Int64)]) -> Void
  ) {
    var rolled = Tally()
    for (key, number, _) in sparse.entries() {
      let (cell, _, day) = Tally.parts(key)
      guard cell < groups.count else { continue }
      for group in groups[cell] { rolled.add(Tally.key(area: Int(group), kind: 0, period: day), count: number) }
    }
    var days: [(day: Int, count: Int64)] = []
    var last = -1
    for (key, number, _) in rolled.entries() {
      let (group, _, day) = Tally.parts(key)
      if group != last, last >= 0 {
        body(last, days)
        days.removeAll(keepingCapacity: true)
      }
      last = group
      days.append((day, number))
    }
    if last >= 0 { body(last, days) }
  }
}
