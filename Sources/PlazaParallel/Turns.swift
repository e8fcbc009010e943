internal import Synchronization

/// Hands out the numbers from 0 to a count, each once, to whoever asks next.
package final class Turns: Sendable {
  private let count: Int
  private let taken = Atomic<Int>(0)

  package init(of count: Int) { self.count = count }

  /// The next number; nil when all are taken.
  package func next() -> Int? {
    let turn = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return turn < count ? turn : nil
  }
}
