public import PlazaLayers

/// The styles of fields whose classes follow from the values that occur.
extension LayerStyle {
  /// Classes from light to dark, at most five unless chosen, with rounded limits: natural breaks of few different numbers, quantiles of many.
  ///
  /// The classes follow from the set of values, not from their order, and from nothing where their limits are given. Deviations are shown
  /// in two hues from the mean on, changes from zero on. Without any number there are no classes, but for those of given limits.
  /// - Parameter title: what the numbers are, with their unit.
  /// - Parameter basis: from how many records each number is; features with none, or too few of them, stand apart.
  public static func sequence(
    _ layer: Layer, field: String, _ kind: Sequence, title: StyleText, choice: ClassChoice = ClassChoice(), basis: Basis? = nil
  ) -> LayerStyle {
    let apart = basis?.classes(layer, field: field) ?? []
    let told = Set(apart.flatMap { layer.features(within: $0.bounds) })
    let numbers = (layer.column(named: field)?.values ?? []).enumerated().compactMap { feature, value in
      told.contains(feature) ? nil : value.shownNumber.map(kind.divided)
    }
    var choice = choice
    if choice.method == nil, choice.breaks.isEmpty {
      // Few areas give quantiles that part what is alike, and join what is not.
      choice.method = Set(numbers).count < ClassChoice.fewValues ? .natural : .quantile
    }
    var intervals = kind.intervals(numbers, choice)
    var colors = kind.colors(intervals, choice)
    if choice.method == .deviation, intervals.count > 1 { trim(&intervals, &colors, numbers) }
    let shown = kind.spoken(intervals)
    let classes = zip(intervals, colors).enumerated().map { place, entry in
      // A limit belongs to the class below it.
      Class(
        kind.range(entry.0), entry.1,
        label(shown[place], kind, isAbove: place > 0 && intervals[place - 1].upper == intervals[place].lower))
    }
    var style = LayerStyle(field: field, title, apart.map(\.entry) + classes, missing: "style.no_data")
    if classes.count > 1 { style.note = note(choice, numbers, kind, intervals) }
    return style
  }

  /// Leaves out the classes at both ends that no value is in: a deviation below the mean may be below everything that can be.
  private static func trim(_ intervals: inout [ClassBreaks.Interval], _ colors: inout [RGBColor], _ numbers: [Double]) {
    let used = intervals.indices.filter { place in
      numbers.contains { intervals[place].lower <= $0 && $0 <= intervals[place].upper }
    }
    guard let first = used.first, let last = used.last else { return }
    intervals[first].lower = -.infinity
    intervals[last].upper = .infinity
    (intervals, colors) = (Array(intervals[first...last]), Array(colors[first...last]))
  }

  /// How the classes were made; each value a class needs no word, and neither do quantiles that ties have made uneven.
  private static func note(
    _ choice: ClassChoice, _ numbers: [Double], _ kind: Sequence, _ intervals: [ClassBreaks.Interval]
  ) -> StyleText? {
    if !choice.breaks.isEmpty { return .sentence("style.note.fixed") }
    if choice.method == .deviation {
      let (mean, deviation) = ClassBreaks.spread(numbers)
      return .sentence(
        kind.isShare ? "style.note.deviation_share" : "style.note.deviation",
        ["mean": shown(mean), "deviation": shown(deviation)])
    }
    if intervals.allSatisfy({ $0.lower == $0.upper }) { return nil }
    if choice.method == .quantile, !areEven(numbers, intervals) { return nil }
    return .sentence("style.note.\((choice.method ?? .quantile).rawValue)")
  }

  /// Whether no class but zero has half as many values again as another.
  private static func areEven(_ numbers: [Double], _ intervals: [ClassBreaks.Interval]) -> Bool {
    var counts = [Int](repeating: 0, count: intervals.count)
    for number in numbers {
      if let place = intervals.firstIndex(where: { $0.lower <= number && number <= $0.upper }) { counts[place] += 1 }
    }
    let shown = zip(intervals, counts).filter { $0.0.upper != 0 || $0.0.lower != 0 }.map(\.1)
    guard let least = shown.min(), let most = shown.max() else { return false }
    return 2 * most <= 3 * least
  }

  private static func shown(_ value: Double) -> String {
    let scale = value.magnitude < 1 ? 1e4 : value.magnitude < 100 ? 100 : 1
    return NumberText.text((value * scale).rounded() / scale) ?? ""
  }

  /// One class for each text that a field has, in the order of their bytes; of more than the colours the last ones share grey.
  ///
  /// - Parameter title: what the texts are.
  public static func categories(_ layer: Layer, field: String, title: StyleText) -> LayerStyle {
    let texts = Set((layer.column(named: field)?.values ?? []).compactMap(\.text)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let classes = texts.enumerated().map { place, text in
      Class(.value(.text(text)), place < Palette.categories.count ? Palette.categories[place] : Palette.other, .verbatim(text))
    }
    return LayerStyle(field: field, title, classes, missing: "style.no_data")
  }

  private static func label(_ interval: ClassBreaks.Interval, _ kind: Sequence, isAbove: Bool) -> StyleText {
    func shown(_ value: Double) -> String { NumberText.text(kind == .people ? value.rounded() : value) ?? "" }
    let suffix = kind.isShare ? "share_" : ""
    let (lower, upper) = (shown(interval.lower), shown(interval.upper))
    if interval.lower == interval.upper { return .sentence("style.\(suffix)value", ["value": lower]) }
    if interval.lower == -.infinity { return .sentence("style.\(suffix)up_to", ["upper": upper]) }
    if interval.upper == .infinity { return .sentence("style.\(suffix)from", ["lower": lower]) }
    return lower == upper
      ? .sentence("style.\(suffix)value", ["value": lower])
      : .sentence("style.\(suffix)range\(isAbove ? "_above" : "")", ["lower": lower, "upper": upper])
  }
}
