package import PlazaLayers

/// Counts the records by day, once for each cell of the ground and once for each kind: what the completeness of a time is judged by.
///
/// Records without a date, or with one that says no day, are in neither; nor are tables of months.
package struct DaySink: RecordSink {
  /// By cell and day; empty where that was not asked.
  package private(set) var cells: DayGrid
  /// By kind and day, with the records that are in no cell.
  package private(set) var kinds = Tally()
  private let countsCells: Bool
  private let isOfMonths: Bool

  package init(_ pass: RecordPass, countsCells: Bool) {
    self.countsCells = countsCells
    cells = DayGrid(cells: countsCells ? pass.ground.cellCount : 0)
    isOfMonths = pass.plan.wide != nil
  }

  package mutating func take(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    guard !isOfMonths else { return }
    let (verdicts, places, numbers) = (columns.verdicts, columns.places, columns.kinds)
    let (days, lastDays, counts) = (columns.firstDays, columns.lastDays, columns.counts)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good && counts[record] != 0 {
      let day = Int(days[record])
      guard days[record] != RecordColumns.noDay, lastDays[record] == days[record], Tally.periodRange.contains(day) else {
        continue
      }
      kinds.add(Tally.key(area: 0, kind: Int(numbers[record]), period: day), count: counts[record])
      if countsCells, places[record] >= 0 {
        cells.add(cell: Int(places[record]), day: day, count: counts[record])
      }
    }
    guard countsCells else { return }
    for (record, areas) in columns.several where verdicts[record] == RecordColumns.Verdict.good && areas.count > 1 {
      guard days[record] != RecordColumns.noDay, lastDays[record] == days[record] else { continue }
      for area in areas where area != places[record] {
        cells.add(cell: Int(area), day: Int(days[record]), count: counts[record])
      }
    }
  }

  package mutating func merge(_ other: DaySink, kinds renamed: [Int]) {
    cells.merge(other.cells)
    kinds.merge(other.kinds, kinds: renamed)
  }
}
