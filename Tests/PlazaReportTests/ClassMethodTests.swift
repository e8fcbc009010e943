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
    #expect(intervals.map(\.upper) == [76, 200, 380, 730, 4200])
  }

  @Test func `classes of one width are those that mapclassify publishes`() {
    // EqualInterval: 822.394, 1644.658, 2466.922, 3289.186, 4111.45; counts 57, 0, 0, 0, 1.
    let intervals = ClassBreaks.intervals(california, ClassChoice(method: .equal), count: 5)
    #expect(intervals.map(\.upper) == [820, 1600, 2500, 3300, 4200])
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
    #expect(intervals.first?.lower == -.infinity && intervals.last?.upper == .infinity && intervals.count == 6)
    #expect(counts(california, intervals) == [0, 0, 50, 6, 1, 1])
    // Of a map only those that some value is near to, each in the hue of its side of the mean, and none in the grey of zero.
    let style = LayerStyle.sequence(
      squares(california), field: "count", .counts, title: .sentence("style.count"), choice: ClassChoice(method: .deviation))
    #expect(
      style.classes.map { Words(.en).text($0.label) } == [
        "up to 130", "more than 130 to 670", "more than 670 to 1\u{202F}200", "more than 1\u{202F}200",
      ])
    #expect(style.classes.map(\.color) == [2, 4, 5, 6].map { Palette.diverging[$0] })
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
    #expect(fixed.classes.map { Words(.es).text($0.label) } == ["0", "1 a 10", "11 a 20", "más de 20"])
    let qml = String(decoding: QGISStyle.qml(layer, style: fixed, words: Words(.es)), as: UTF8.self)
    #expect(!qml.contains("inf") && !qml.contains("nan"))
  }

  @Test func `few different values have natural breaks, many have quantiles, and a note says so only where it is true`() {
    func made(_ values: [Double]) -> LayerStyle {
      .sequence(squares(values), field: "count", .counts, title: .sentence("style.count"))
    }
    let few = made([16, 17, 18, 80, 82, 300, 310, 320, 900])
    #expect(few.note == .sentence("style.note.natural"))
    #expect(LayerClassing(squares([16, 17, 18, 80, 82, 300, 310, 320, 900]), few).counts.max() == 3)
    #expect(made((1...100).map(Double.init)).note == .sentence("style.note.quantile"))
    // Of many equal values no class has about as many as another.
    #expect(made([Double](repeating: 1, count: 300) + (2...60).map(Double.init)).note == nil)
    // A class of one value is told with few digits, and holds it all the same.
    let single = made([30.3408659631, 149.482207936])
    #expect(single.classes.map { Words(.en).text($0.label) } == ["30.3", "149"])
    #expect(LayerClassing(squares([30.3408659631, 149.482207936]), single).counts == [1, 1])
  }

  @Test func `the colours follow what a field is, not how its classes are made`() {
    let layer = squares((1...60).map(Double.init))
    for kind in [LayerStyle.Sequence.counts, .rates, .served] {
      let colors = [nil, ClassChoice.Method.natural, .equal].map { method in
        LayerStyle.sequence(layer, field: "count", kind, title: .verbatim("t"), choice: ClassChoice(method: method)).classes.last?
          .color
      }
      #expect(Set(colors).count == 1, "\(kind)")
    }
    #expect(LayerStyle.Sequence(ofField: "covered_400_share_walk") == .served)
    #expect(LayerStyle.Sequence(ofField: "inundacion_any_share") == .shares)
    #expect(LayerStyle.Sequence(ofField: "change_pct_12m_amenazas") == .changes)
  }

  @Test func `less and more stand on two sides of zero`() {
    let layer = squares([-60, -31, -12, -5, 0, 4, 9, 40])
    for choice in [ClassChoice(), ClassChoice(method: .natural, count: 4), ClassChoice(breaks: [-10, 0, 10])] {
      let style = LayerStyle.sequence(layer, field: "count", .changes, title: .verbatim("t"), choice: choice)
      for (place, entry) in style.classes.enumerated() {
        guard case .range(let lower, let upper) = entry.values else { continue }
        #expect(!(lower < 0 && upper > 0), "\(choice)")
        let isBlue = Palette.diverging[...2].contains(entry.color)
        #expect(isBlue == (lower < 0), "class \(place) of \(choice)")
      }
      #expect(LayerClassing(layer, style).missingCount == 0)
    }
  }

  @Test func `no records, and too few of them for a rate, stand apart, on the map and in QGIS`() {
    // Ten areas with many people, where three records are clearly few; the others have few people.
    let counts = [0, 1, 3, 4, 5, 12, 40, 3] + [Int](repeating: 9, count: 4)
    let high = [50, 900, 700, 600, 800, 700, 900, 8] + [Double](repeating: 200, count: 4)
    var layer = squares(counts.map(Double.init))
    layer.columns += [
      Column(name: "rate_high", values: high.map { NumberText.field($0) }),
      Column(name: "rate", values: counts.indices.map { $0 == 3 ? .null : .integer(counts[$0] * 10) }),
    ]
    let style = LayerStyle.sequence(
      layer, field: "rate", .rates, title: .verbatim("t"),
      basis: .init(count: "count", rate: .init(least: 5, high: "rate_high", whole: 34)))
    let classing = LayerClassing(layer, style)
    #expect(style.isGraduated && Array(classing.counts[..<2]) == [1, 2] && classing.missingCount == 1)
    #expect(classing.classes[0] == 0 && classing.classes[1] == 1 && classing.classes[2] == 1 && classing.classes[3] == nil)
    #expect(classing.classes[7].map { $0 > 1 } == true, "far below the whole by many people")
    #expect(style.classes.prefix(2).map { Words(.es).text($0.label) } == ["0 registros", "muy pocos para una tasa (1 a 4)"])
    let qml = String(decoding: QGISStyle.qml(layer, style: style, words: Words(.es)), as: UTF8.self)
    #expect(qml.contains("CASE WHEN &quot;rate&quot; &gt;= -1000000000000000 AND") && qml.contains("&quot;count&quot; &lt;= 4"))
    #expect(qml.contains("label=\"0 registros\"") && !qml.contains("inf"))
    // A density is as exact as its surface: of few records too.
    let density = LayerStyle.sequence(layer, field: "rate", .counts, title: .verbatim("t"), basis: .init(count: "count"))
    #expect(LayerClassing(layer, density).counts[0] == 1 && Words(.en).text(density.classes[1].label) != "too few")
  }

  @Test func `numbers that a file holds as texts are numbers where they are too many for colours`() throws {
    var layer = squares((1...30).map(Double.init))
    layer.columns.append(Column(name: "score", values: (1...30).map { .text(String($0)) }))
    let style = try #require(LayerStyle.chosen(layer, field: "score", choice: ClassChoice()))
    #expect(style.isGraduated && LayerClassing(layer, style).missingCount == 0)
    #expect(String(decoding: QGISStyle.qml(layer, style: style, words: Words(.es)), as: UTF8.self).contains("to_real("))
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
