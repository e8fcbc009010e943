public import PlazaGeometry
public import PlazaLayers

/// The records of a file by state, and the box of those with a place: adds up in any order.
public struct RecordCounts: Hashable, Sendable {
  public private(set) var states = [Int](repeating: 0, count: RecordState.allCases.count)
  /// The line (or feature) on which a state occurs first, from 1; 0 when it does not.
  public private(set) var firstLines = [Int](repeating: 0, count: RecordState.allCases.count)
  public private(set) var extent = Envelope()
  /// Positions that are no longitude and latitude but would be one the other way round, or lie south of every town.
  public private(set) var swappedLooking = 0
  /// Positions out of range by so much that they must be metres.
  public private(set) var metreLooking = 0
  /// What the reader takes other than it is written.
  public private(set) var mendings = Mendings()

  /// Records that repeat another one in every byte; nil where the form of the file does not tell rows.
  public internal(set) var repeats: Account.Repeats?

  public init() {}

  public subscript(state: RecordState) -> Int { states[Int(state.rawValue)] }
  public func firstLine(_ state: RecordState) -> Int { firstLines[Int(state.rawValue)] }

  public var read: Int { states.reduce(0, +) }
  public var located: Int { self[.located] }
  public var unlocated: Int { self[.noCoordinates] + self[.nullIsland] }
  public var rejected: Int { read - located - unlocated }

  /// - Parameter isGeographic: whether positions are longitude and latitude.
  mutating func add(_ batch: PointBatch, isGeographic: Bool) {
    mendings += batch.mendings
    var counts = states
    var lines = firstLines
    var box = extent
    var swapped = 0
    var metres = 0
    batch.states.withUnsafeBufferPointer { states in
      batch.x.withUnsafeBufferPointer { x in
        batch.y.withUnsafeBufferPointer { y in
          for record in 0..<batch.count {
            let state = states[record]
            let slot = Int(state.rawValue)
            counts[slot] &+= 1
            if state == .located {
              box.expand(x: x[record], y: y[record])
              // Puerto Williams, the southernmost town, lies at 54.9° S.
              if isGeographic, y[record] < -56 { swapped &+= 1 }
              continue
            }
            if lines[slot] == 0 || batch.lines[record] < lines[slot] { lines[slot] = batch.lines[record] }
            if state == .outOfRange {
              let (east, north) = (x[record].magnitude, y[record].magnitude)
              if east <= 90, north > 90, north <= 180 { swapped &+= 1 }
              if max(east, north) > 1_000 { metres &+= 1 }
            }
          }
        }
      }
    }
    states = counts
    firstLines = lines
    extent = box
    swappedLooking += swapped
    metreLooking += metres
  }

  /// Records of a table without fields of a position: good records without a place.
  mutating func addWithoutPositions(_ batch: PointBatch) {
    mendings += batch.mendings
    for record in 0..<batch.count {
      let state = batch.states[record] == .located ? RecordState.noCoordinates : batch.states[record]
      let slot = Int(state.rawValue)
      states[slot] += 1
      if firstLines[slot] == 0 || batch.lines[record] < firstLines[slot] { firstLines[slot] = batch.lines[record] }
    }
  }

  static func += (left: inout RecordCounts, right: RecordCounts) {
    for slot in left.states.indices {
      left.states[slot] += right.states[slot]
      let lines = [left.firstLines[slot], right.firstLines[slot]].filter { $0 > 0 }
      left.firstLines[slot] = lines.min() ?? 0
    }
    left.extent.expand(right.extent)
    left.swappedLooking += right.swappedLooking
    left.metreLooking += right.metreLooking
    left.mendings += right.mendings
  }
}
