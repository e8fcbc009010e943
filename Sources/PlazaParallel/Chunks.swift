/// Some work in pieces of a fixed size, which workers take by turns as they become free.
///
/// A sequence that its copies share: each piece comes to one of those who go through it. The pieces do not depend on the number of workers, so what is made of
/// each and joined by their numbers does not either.
package struct Chunks: Sequence, IteratorProtocol, Sendable {
  package struct Chunk: Sendable {
    /// From 0, in the order of the ranges.
    package let number: Int
    package let range: Range<Int>
  }

  private let size: Int
  private let total: Int
  private let turns: Turns
  /// How many pieces there are.
  package let count: Int

  /// - Parameter size: of each piece but the last, at least 1.
  package init(of size: Int, in total: Int) {
    (self.size, self.total) = (size, total)
    count = (total + size - 1) / size
    turns = Turns(of: count)
  }

  package func next() -> Chunk? {
    guard let number = turns.next() else { return nil }
    return Chunk(number: number, range: number * size..<Swift.min(total, (number + 1) * size))
  }
}

/// Runs `body` on some threads at once, each with the same chunks to take from; no more threads than there are chunks.
///
/// What a worker needs for itself it makes before its loop:
/// ```swift
/// let chunks = Chunks(of: 64, in: values.count)
/// let sums = Slots<Double>(count: chunks.count)
/// runAtOnce(chunks, workers: 4) { chunks in
///   for chunk in chunks { sums[chunk.number] = values[chunk.range].reduce(0, +) }
/// }
/// ```
package func runAtOnce(_ chunks: Chunks, workers: Int, _ body: @Sendable (Chunks) -> Void) {
  runAtOnce(Swift.max(1, Swift.min(workers, chunks.count))) { _ in body(chunks) }
}
