internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// Where the accuracy of records stands, resolved against their fields.
enum AccuracyColumn: Hashable, Sendable {
  case metres(Double)
  case slot(Int)
}

/// One worker's look at what is near the points of its batches: `find` once per batch, then `note` for its records in order.
struct BorderPass {
  private let search: BorderSearch
  private let accuracy: AccuracyColumn
  private let decimalMark: UInt8
  private let assignsAll: Bool
  private(set) var tally: BorderTally
  private var reach = BorderReach()
  /// Metres; nan where not stated, above the limit where beyond it. Empty when all are alike.
  private var radii: [Double] = []
  private var next = 0

  init(_ search: BorderSearch, accuracy: AccuracyColumn, areaCount: Int, decimalMark: UInt8, assignsAll: Bool) {
    self.search = search
    self.accuracy = accuracy
    self.decimalMark = decimalMark
    self.assignsAll = assignsAll
    tally = BorderTally(areaCount: areaCount)
  }

  /// The metric of the areas' CRS: geographic ones by the ellipsoid of WGS 84, from which others differ by less than 10⁻³.
  /// - Throws: `Failure` when PROJ does not know the CRS.
  static func metric(of crs: CRS, file: String) throws -> GroundMetric {
    if crs.isWGS84 { return .wgs84 }
    do {
      let info = try ProjContext().info(crs)
      return info.isGeographic
        ? .ellipsoid(.wgs84, degreesPerUnit: info.unitSize * 180 / .pi) : .plane(metresPerUnit: info.unitSize)
    } catch {
      throw CRSOperation.failure(error, files: [crs.description: file])
    }
  }

  /// - Parameter areas: what the locator said of the batch's points.
  mutating func find(_ batch: PointBatch, areas: [Int32], flags: [UInt8]) {
    next = 0
    let records = 0..<batch.count
    if case .slot(let slot) = accuracy { readRadii(batch, batch.fields[slot]) }
    batch.x.withUnsafeBufferPointer { x in
      batch.y.withUnsafeBufferPointer { y in
        areas.withUnsafeBufferPointer { areas in
          flags.withUnsafeBufferPointer { flags in
            let (x, y) = (UnsafeBufferPointer(rebasing: x[records]), UnsafeBufferPointer(rebasing: y[records]))
            switch accuracy {
            case .metres(let radius): search.find(x: x, y: y, radius: radius, areas: areas, flags: flags, into: &reach)
            case .slot:
              radii.withUnsafeBufferPointer { search.find(x: x, y: y, radii: $0, areas: areas, flags: flags, into: &reach) }
            }
          }
        }
      }
    }
  }

  private mutating func readRadii(_ batch: PointBatch, _ column: TextColumn) {
    radii.removeAll(keepingCapacity: true)
    batch.text.withUnsafeBufferPointer { text in
      for record in 0..<batch.count {
        let start = Int(column.starts[record])
        guard start >= 0, let base = text.baseAddress,
          let amount = DecimalAmount.parse(base + start, count: Int(column.ends[record]) - start, mark: decimalMark), amount >= 0
        else {
          radii.append(.nan)
          continue
        }
        let metres = DecimalAmount.double(amount)
        // Searched as if it were the limit: the least above it is as good.
        radii.append(min(metres, Accuracy.limit.nextUp))
      }
    }
  }

  /// Counts one record that has a place; records come in order, each at most once.
  ///
  /// By the rule of one area, a record is possibly in an area that its disc touches unless one of lower rank holds the whole
  /// disc: the first that does is the last that matters. Surely in it, then, if it comes first. Where areas overlap, an area may be
  /// named that others cover wherever the disc touches it: `count_high` is an upper bound there.
  /// - Parameter area: where it is located, −1 for outside.
  /// - Parameter count: how many records it stands for.
  @inline(__always)
  mutating func note(_ record: Int, area: Int32, count: Int = 1) {
    if !radii.isEmpty {
      let radius = radii[record]
      if radius.isNaN { tally.unstated += count } else if radius > Accuracy.limit { tally.beyond += count }
    }
    while next < reach.points.count, Int(reach.points[next]) < record { next &+= 1 }
    guard next < reach.points.count, Int(reach.points[next]) == record else { return }
    settle(area, count)
  }

  private mutating func settle(_ located: Int32, _ count: Int) {
    let touches = reach.starts[next]..<reach.starts[next &+ 1]
    let weight = Int64(count)
    if !assignsAll, !reach.touches[touches.lowerBound].isCut { return }
    tally.near += count
    for i in touches {
      let touch = reach.touches[i]
      let isCounted = assignsAll ? touch.holdsCentre : touch.area == located
      if isCounted {
        if touch.isCut || !assignsAll { tally.doubt(touch.area, weight) }
      } else {
        tally.suspect(touch.area, weight)
      }
      if !assignsAll, !touch.isCut { break }
    }
  }
}
