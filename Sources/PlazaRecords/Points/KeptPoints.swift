package import PlazaLayers

/// The records of one worker that count at a point, in columns and in the order in which they came.
package struct KeptPoints: RecordSink {
  private let precisionSlot: Int?
  private let isWeighted: Bool
  /// Whether rows stand for more or fewer records than one.
  let carriesCounts: Bool
  /// In the CRS of the ground.
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var kinds: [Int32] = []
  /// The records that each stands for, times its weight when there is one.
  private(set) var amounts: [Int128] = []
  /// The records that each stands for; empty where it is one.
  private(set) var counts: [Int64] = []
  /// The day, from 1970; `RecordColumns.noDay` where it is not known.
  private(set) var days: [Int32] = []
  /// The feature of the ground.
  private(set) var areas: [Int32] = []
  /// Records whose place is known less well than a block.
  private(set) var coarse = 0
  /// What they stand for.
  private(set) var coarseCases = 0
  /// Rows that stand for no record.
  private(set) var empty = 0
  /// Texts of the precision field that say nothing known, with how many records bear them.
  private(set) var unknownPrecisions: [String: Int] = [:]
  private var precisions = Interner()
  /// Whether a record of the precision may stand for a point, by its number.
  private var verdicts: [(isFine: Bool, unknown: String?)] = []

  package var count: Int { x.count }

  package init(_ pass: RecordPass) {
    precisionSlot = pass.plan.precisionSlot
    isWeighted = pass.plan.weightSlot != nil
    carriesCounts = pass.plan.countSlot != nil || pass.plan.wide != nil
  }

  package mutating func take(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    for record in 0..<batch.count where columns.verdicts[record] == RecordColumns.Verdict.good {
      let place = columns.places[record]
      guard place >= 0, columns.methods[record] == 0, batch.states[record] == .located else { continue }
      if let precisionSlot, !isFine(batch.fields[precisionSlot].span(record), text) {
        coarse += 1
        coarseCases += Int(columns.counts[record])
        continue
      }
      let count = columns.counts[record]
      guard count > 0 else {
        empty += 1
        continue
      }
      x.append(batch.x[record])
      y.append(batch.y[record])
      kinds.append(columns.kinds[record])
      amounts.append(isWeighted ? columns.weights[record] * Int128(count) : DecimalAmount.scale * Int128(count))
      if carriesCounts { counts.append(count) }
      days.append(columns.firstDays[record])
      areas.append(place)
    }
  }

  private mutating func isFine(_ span: (start: Int, count: Int), _ text: UnsafePointer<UInt8>) -> Bool {
    let number = precisions.number(of: text + span.start, count: span.count)
    if number == verdicts.count {
      let value = CanonicalText.of(precisions.value(number))
      let precision = PlacePrecision(text: value)
      verdicts.append(((precision ?? .none) <= .coarsestPoint, precision == nil ? value : nil))
    }
    if let unknown = verdicts[number].unknown { unknownPrecisions[unknown, default: 0] += 1 }
    return verdicts[number].isFine
  }

  package mutating func merge(_ other: KeptPoints, kinds renamed: [Int]) {
    x += other.x
    y += other.y
    kinds.reserveCapacity(kinds.count + other.kinds.count)
    for kind in other.kinds { kinds.append(Int32(truncatingIfNeeded: renamed[Int(kind)])) }
    amounts += other.amounts
    days += other.days
    areas += other.areas
    counts += other.counts
    coarse += other.coarse
    coarseCases += other.coarseCases
    empty += other.empty
    unknownPrecisions.merge(other.unknownPrecisions, uniquingKeysWith: +)
  }
}
