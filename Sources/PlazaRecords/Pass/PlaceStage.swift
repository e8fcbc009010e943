internal import PlazaGeometry
internal import PlazaLayers

/// Places records by their points: the cells of the finest level, or of plain polygons, are the features that the locator names.
struct PointPlaceStage: RecordStage {
  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (places, areas) = (columns.places, columns.areas)
    let unplaced = RecordColumns.Place.ofState
    batch.states.withUnsafeBufferPointer { states in
      for record in 0..<batch.count {
        // Of rejected records it does not matter.
        places[record] =
          states[record] == .located
          ? (areas[record] >= 0 ? areas[record] : RecordColumns.Place.outside) : unplaced[Int(states[record].rawValue)]
      }
    }
  }
}

/// Places records by the codes and names in their fields beside their points, and compares what they declare with where they lie.
struct KeyPlaceStage: RecordStage {
  private let plan: KeyPlan
  private let locator: AreaLocator?
  /// `line,declared,located` of every record whose point lies in another area than it declares.
  private let disagreeing: (any RowSink)?
  private var keys: KeyLocator
  private var disagree = 0

  init(_ plan: KeyPlan, _ locator: AreaLocator?, disagreeing: (any RowSink)?) {
    self.plan = plan
    self.locator = locator
    self.disagreeing = disagreeing
    keys = KeyLocator(plan)
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) throws {
    if plan.usesKeys { place(batch, columns, text) } else { PointPlaceStage().run(batch, columns, text) }
    if plan.declaredSlot >= 0, let locator { try compare(batch, columns, text, locator) }
  }

  private mutating func place(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, places, methods) = (columns.verdicts, columns.places, columns.methods)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      let hasPoint = plan.usesPoint && batch.states[record] == .located
      let point = hasPoint ? Int(columns.areas[record]) : -1
      var hasKey = false
      if let found = keys.locate(record, batch.fields, text, point: point, hasKey: &hasKey) {
        places[record] = Int32(plan.territory.cell(found.level, found.area))
        methods[record] = found.method == .point ? 0 : found.method == .code ? 1 : 2
      } else if hasPoint {
        places[record] = RecordColumns.Place.outside
      } else {
        places[record] = RecordColumns.Place.unlocated(hasKey ? .unknownCode : .noCode)
      }
    }
  }

  private mutating func compare(
    _ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>, _ locator: AreaLocator
  ) throws {
    var rows = disagreeing.map { _ in RowBlock(columns: 3) }
    var all: [Int32] = []
    for record in 0..<batch.count where columns.verdicts[record] == RecordColumns.Verdict.good {
      guard batch.states[record] == .located, columns.areas[record] >= 0 else { continue }
      all.removeAll(keepingCapacity: true)
      if columns.flags[record] == 0 {
        all.append(columns.areas[record])
      } else {
        locator.appendAreas(coveringX: batch.x[record], y: batch.y[record], to: &all)
      }
      guard keys.contradicts(record, batch.fields, text, covering: all.lazy.map { Int($0) }) else { continue }
      disagree += 1
      rows?.append(Int64(batch.lines[record]))
      rows?.append(batch.fields[plan.declaredSlot].text(record, text))
      rows?.append(plan.territory.finest.codes[Int(columns.areas[record])])
    }
    if let rows { try disagreeing?.write(rows, chunk: batch.index) }
  }

  func finish(_ part: inout RecordPart) {
    part.keys = keys.counts()
    part.account.disagree += disagree
  }
}

/// Finds all areas of the records that lie in several, where each of them is to count.
struct SeveralStage: RecordStage {
  let locator: AreaLocator

  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    for record in 0..<batch.count where columns.verdicts[record] == RecordColumns.Verdict.good {
      guard columns.places[record] >= 0, columns.methods[record] == 0, columns.flags[record] != 0 else { continue }
      var all: [Int32] = []
      locator.appendAreas(coveringX: batch.x[record], y: batch.y[record], to: &all)
      columns.several.append((record, all))
    }
  }
}
