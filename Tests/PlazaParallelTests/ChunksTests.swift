import PlazaParallel
import Testing

@Suite("Chunks")
struct ChunksTests {
  @Test(
    "every place comes once, in chunks that the number of workers does not change",
    arguments: [(0, 4), (1, 4), (8, 4), (11, 4), (1_000, 7)])
  func everyPlaceOnce(total: Int, size: Int) {
    for workers in [0, 1, 2, 9] {
      let chunks = Chunks(of: size, in: total)
      let found = Slots<Range<Int>>(count: chunks.count)
      runAtOnce(chunks, workers: workers) { chunks in
        for chunk in chunks { found[chunk.number] = chunk.range }
      }
      let ranges = (0..<chunks.count).map { found[$0] }
      #expect(ranges == stride(from: 0, to: total, by: size).map { $0..<min(total, $0 + size) })
    }
  }

  @Test("workers make what they need for themselves once, and share what there is to do")
  func workersShare() {
    let values = (0..<1_000).map(Double.init)
    let chunks = Chunks(of: 64, in: values.count)
    let sums = Slots<Double>(count: chunks.count)
    runAtOnce(chunks, workers: 4) { chunks in
      for chunk in chunks { sums[chunk.number] = values[chunk.range].reduce(0, +) }
    }
    #expect((0..<chunks.count).reduce(0) { $0 + (sums[$1] ?? 0) } == 499_500)
  }

  @Test("turns end when all are taken")
  func turnsEnd() {
    let turns = Turns(of: 2)
    #expect([turns.next(), turns.next(), turns.next(), turns.next()] == [0, 1, nil, nil])
  }
}
