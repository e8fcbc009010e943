import PlazaGeometry
import PlazaLayers
import Testing

@testable import PlazaReport

@Suite struct ClassBreaksTests {
  @Test func `every value is in exactly one class, the first that holds it, whatever the order`() {
    for seed in UInt64(0)..<60 {
      var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
      func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(1 << 31)
      }
      let isInteger = seed % 2 == 0
      let values = (0..<Int(seed) + 1).map { _ in
        let value = next() * next() * next() * 10_000
        return isInteger ? value.rounded() : value
      }
      let intervals = ClassBreaks.intervals(values, count: 5)
      #expect(intervals == ClassBreaks.intervals(values.reversed(), count: 5), "seed \(seed)")
      #expect((1...5).contains(intervals.count), "seed \(seed)")
      for (before, after) in zip(intervals, intervals.dropFirst()) { #expect(before.upper <= after.lower, "seed \(seed)") }
      var counts = Array(repeating: 0, count: intervals.count)
      for value in values {
        let index = intervals.firstIndex { $0.lower <= value && value <= $0.upper }
        if let index { counts[index] += 1 } else { Issue.record("seed \(seed): \(value) is in no class") }
      }
      #expect(!counts.contains(0), "seed \(seed): a class without values")
    }
  }

  @Test func `few distinct values are a class each`() {
    #expect(ClassBreaks.intervals([3, 1, 3, 1, 7], count: 5).map(\.lower) == [1, 3, 7])
    #expect(ClassBreaks.intervals([], count: 5).isEmpty)
  }

  @Test func `zero is a class of its own, and limits have two digits`() {
    let values = (0...1000).map(Double.init)
    let intervals = ClassBreaks.intervals(values, count: 6)
    #expect(intervals.map(\.lower) == [0, 1, 201, 401, 601, 801])
    #expect(intervals.map(\.upper) == [0, 200, 400, 600, 800, 1000])
  }

  @Test func `integers have classes that do not touch, other numbers classes that do`() {
    let intervals = ClassBreaks.intervals((1...100).map { Double($0) / 8 }, count: 5)
    #expect(zip(intervals, intervals.dropFirst()).allSatisfy { $0.upper == $1.lower })
    #expect(intervals.first?.lower == 0.12 && intervals.last?.upper == 13)
  }
}
