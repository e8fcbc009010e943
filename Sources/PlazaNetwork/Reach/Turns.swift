internal import Synchronization

/// Hands out numbers of pieces of work, each to one thread.
final class Turns: Sendable {
  private let taken = Atomic<Int>(0)

  func next(of count: Int) -> Int? {
    let turn = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return turn < count ? turn : nil
  }
}
