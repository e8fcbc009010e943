internal import Synchronization

/// Adds the parts of zones from the north to the south, whichever block is done first.
///
/// Parts wait only for the blocks to the north of theirs, so few are held at a time.
final class BlockJoining: Sendable {
  private struct State: Sendable {
    var sums: [ZonalSum]
    var waiting: [Int: [ZonePart]] = [:]
    var next = 0
  }

  private let state: Mutex<State>
  private let blockCount: Int
  private let wanted: @Sendable (Int) -> Bool

  /// - Parameter wanted: the blocks that parts come from.
  init(_ sums: [ZonalSum], blockCount: Int, wanted: @escaping @Sendable (Int) -> Bool) {
    state = Mutex(State(sums: sums))
    self.blockCount = blockCount
    self.wanted = wanted
  }

  func add(_ parts: [ZonePart], block: Int) {
    state.withLock { state in
      state.waiting[block] = parts
      while state.next < blockCount {
        if let parts = state.waiting.removeValue(forKey: state.next) {
          for part in parts { state.sums[part.zone].add(part) }
        } else if wanted(state.next) {
          return
        }
        state.next += 1
      }
    }
  }

  var sums: [ZonalSum] { state.withLock { $0.sums } }
}

extension ZonalSum {
  fileprivate mutating func add(_ part: ZonePart) {
    sum += part.sum
    coverage += part.coverage
    low += part.low
    high += part.high
    nodata += part.nodata
    weight += part.weight
    weightedSum += part.weightedSum
    if part.minimum <= part.maximum {
      minimum = min(minimum ?? part.minimum, part.minimum)
      maximum = max(maximum ?? part.maximum, part.maximum)
    }
    for index in part.classes.indices {
      classes[index].coverage += part.classes[index].coverage
      classes[index].sum += part.classes[index].sum
      classes[index].weight += part.classes[index].weight
    }
  }
}
