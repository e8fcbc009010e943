import PlazaGeometry
import PlazaLayers
import PlazaTesting
import PlazaWords
import Testing

@testable import PlazaReport

/// Employed people per km² of the 58 counties of California, the example that mapclassify publishes its breaks of.
private let california = [
  329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7, 6.56, 3.27, 0.33, 370.5, 4.51,
  75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85, 36.68, 0.74, 29.82, 192.05, 3.38, 11.15, 110.74, 4111.45,
  49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32,
  6.97,
]

@Suite struct ClassMethodTests {
  @Test func `natural breaks are those that mapclassify publishes`() {
    // NaturalBreaks and FisherJenks of its documentation, k = 5; counts 49, 3, 4, 1, 1.
    #expect(NaturalBreaks.limits(california.sorted(), count: 5) == [75.29, 192.05, 370.5, 722.85, 4111.45])
    let intervals = ClassBreaks.intervals(california, ClassChoice(method: .natural), count: 5)
    #expect(counts(california, intervals) == [49, 3, 4, 1, 1])
    #expect(intervals.map(\.upper) == [75.3, 192.1, 371, 723, 4111.45])
  }

  @Test func `classes of one width are those that mapclassify publishes`() {
    // EqualInterval: 822.394, 1644.658, 2466.922, 3289.186, 4111.45; counts 57, 0, 0, 0, 1.
    let intervals = ClassBreaks.intervals(california, ClassChoice(method: .equal), count: 5)
    #expect(intervals.map(\.upper) == [820, 1600, 2500, 3300, 4111.45])
    #expect(counts(california, intervals) == [57, 0, 0, 0, 1])
  }

  @Test func `deviations are those that mapclassify publishes`() {
    // StdMean: mean 125.92810344827588, deviation 546.6452286365233; limits −967.36, −420.72, …, 672.57, 1219.22.
    let (mean, deviation) = ClassBreaks.spread(california)
    #expect(abs(mean - 125.92810344827588) < 1e-10 && abs(deviation - 546.6452286365233) < 1e-10)
    let limits = ClassBreaks.deviationLimits(california, count: 6)
    for (limit, published) in zip(limits, [-967.36235382, -420.71712519, 125.92810345, 672.57333208, 1219.21856072]) {
      #expect(abs(limit - published) < 1e-7)
    }
    let intervals = ClassBreaks.intervals(california, ClassChoice(method: .deviation), count: 5)
    #expect(intervals.first?.lower == -.infinity && intervals.last?.upper == .infinity && intervals.count == 5)
    // Of a map only those that some value is near to, in the colours that they have for their distance from the mean.
    let style = LayerStyle.sequence(
      squares(california), field: "count", .counts, title: .sentence("style.count"),
      choice: ClassChoice(method: .deviation, count: 5))
    #expect(style.classes.map { Words(.en).text($0.label) } == ["up to 400", "400 to 950", "more than 950"])
    #expect(style.classes[0].color == Palette.diverging[3] && style.classes[2].color == Palette.diverging[6])
    // Halves of a deviation around the mean where the number of classes is odd.
    #expect(counts(california, intervals) == [0, 0, 56, 1, 1])
  }

  @Test func `natural breaks are the best of all divisions`() {
    for seed in UInt64(1)...60 {
      var random = SplitMix64(seed: seed)
      let size = Int.random(in: 1...11, using: &random)
      let values = (0..<size).map { _ in Double(Int.random(in: 0...20, using: &random)) / (seed % 2 == 0 ? 1 : 4) + 1e6 }.sorted()
      for count in 1...5 {
        let limits = NaturalBreaks.limits(values, count: count)
        let distinct = Set(values).count
        #expect(limits.count == min(count, distinct) && limits.last == values.last, "seed \(seed)")
        #expect(abs(squares(values, limits) - best(values, count)) < 1e-6, "seed \(seed), \(count) classes of \(values)")
      }
    }
  }

  @Test(arguments: [ClassChoice.Method.equal, .natural, .deviation, .quantile])
  func `every value is in exactly the class that its limits say`(_ method: ClassChoice.Method) {
    for seed in UInt64(1)...40 {
      var random = SplitMix64(seed: seed)
      let isInteger = seed % 2 == 0
      let values = (0..<Int(seed) * 3).map { _ in
        let value = Double.random(in: -0.2...1, using: &random) * Double.random(in: 0...4000, using: &random)
        return isInteger ? value.rounded() : value
      }
      for count in 2...9 {
        let intervals = ClassBreaks.intervals(values, ClassChoice(method: method), count: count)
        #expect(counts(values, intervals).reduce(0, +) == values.count, "seed \(seed), \(count)")
        for (before, after) in zip(intervals, intervals.dropFirst()) {
          #expect(before.upper <= after.lower && before.lower <= before.upper, "seed \(seed), \(count): \(intervals)")
        }
      }
    }
  }

  @Test func `fixed limits give the same classes whatever the month holds`() {
    let choice = ClassChoice(breaks: [50, 0, 10])
    for values in [[0.0, 3, 11, 700], [0, 1], []] {
      let intervals = ClassBreaks.intervals(values, choice, count: 5)
      #expect(intervals.map(\.lower) == [0, 1, 11, 50] && intervals.map(\.upper) == [0, 10, 50, .infinity])
    }
  }

  @Test func `zero is no shade of something, and more classes than colours have colours between`() throws {
    let layer = squares((0...40).map(Double.init))
    let style = LayerStyle.sequence(
      layer, field: "count", .counts, title: .sentence("style.count"), choice: ClassChoice(method: .natural, count: 8))
    #expect(style.classes.count == 9 && style.classes[0].color == Palette.neutral)
    #expect(Set(style.classes.map(\.color)).count == 9)
    #expect(style.note == .sentence("style.note.natural"))
    let fixed = LayerStyle.sequence(
      layer, field: "count", .counts, title: .sentence("style.count"), choice: ClassChoice(breaks: [10, 20]))
    #expect(fixed.classes.map { Words(.es).text($0.label) } == ["hasta 10", "11 a 20", "más de 20"])
    let qml = String(decoding: QGISStyle.qml(layer, style: fixed, words: Words(.es)), as: UTF8.self)
    #expect(!qml.contains("inf") && !qml.contains("nan"))
  }

  @Test func `shares are told in tenths of a percent, and less is nothing`() {
    let layer = squares([0, 0.00001, 0.0312, 0.0315, 0.2, 0.4, 0.6, 0.8, 0.99999, 1])
    let style = LayerStyle.sequence(layer, field: "count", .shares, title: .sentence("style.count"))
    #expect(LayerClassing(layer, style).counts.first == 2 && LayerClassing(layer, style).missingCount == 0)
    #expect(Words(.es).text(style.classes[0].label) == "0\u{202F}%")
  }

  @Test func `a chosen field is shown as what it holds`() {
    let layer = squares([1, 2, 3])
    #expect(LayerStyle.chosen(layer, field: "count", choice: ClassChoice())?.title == .field("count"))
    #expect(LayerStyle.chosen(layer, field: "kind", choice: ClassChoice())?.classes.count == 3)
    #expect(Words(.es).text(.field("count")) == "Registros" && Words(.es).text(.field("propio")) == "propio")
    let many = squares((0...20).map(Double.init))
    #expect(LayerStyle.chosen(many, field: "kind", choice: ClassChoice()) == nil)
  }
}

// MARK: Support

private func counts(_ values: [Double], _ intervals: [ClassBreaks.Interval]) -> [Int] {
  var result = intervals.map { _ in 0 }
  for value in values {
    if let place = intervals.firstIndex(where: { $0.lower <= value && value <= $0.upper }) { result[place] += 1 }
  }
  return result
}

/// The squares around the means of the classes that end with the limits.
private func squares(_ values: [Double], _ limits: [Double]) -> Double {
  var rest = values[...]
  var sum = 0.0
  for limit in limits {
    let own = rest.prefix { $0 <= limit }
    let mean = own.reduce(0, +) / Double(own.count)
    sum += own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    rest = rest.dropFirst(own.count)
  }
  return sum
}

/// The least squares of any division into at most so many classes, tried one by one.
private func best(_ values: [Double], _ count: Int) -> Double {
  let distinct = Array(Set(values)).sorted()
  func tried(_ first: Int, _ classes: Int, _ limits: [Double]) -> Double {
    if classes == 1 || first == distinct.count - 1 { return squares(values, limits + [distinct.last!]) }
    return (first..<distinct.count - 1).map { tried($0 + 1, classes - 1, limits + [distinct[$0]]) }
      .reduce(squares(values, limits + [distinct.last!]), min)
  }
  return tried(0, count, [])
}

private func squares(_ values: [Double]) -> Layer {
  var geometry = PolygonColumn()
  for index in values.indices {
    for (x, y) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)] { geometry.append(x: (Double(index) + x) * 0.01, y: y * 0.01) }
    geometry.endRing()
    geometry.endPolygon()
    geometry.endFeature()
  }
  return Layer(
    geometry: geometry,
    columns: [
      Column(name: "count", values: values.map { NumberText.field($0) }),
      Column(name: "kind", values: values.indices.map { .text("kind \($0)") }),
    ], crs: .wgs84)
}
