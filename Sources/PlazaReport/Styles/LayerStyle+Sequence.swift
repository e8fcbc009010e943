public import PlazaLayers

/// The styles of fields whose classes follow from the values that occur.
extension LayerStyle {
  /// What a sequence of numbers is, which decides its colours.
  public enum Sequence: Hashable, Sendable {
    case counts
    case rates
    /// People who may be part of one: shown whole, and less than half a person is nobody.
    case people
    /// Parts of a whole, shown in percent.
    case shares
  }

  /// Classes from light to dark, at most five unless chosen, that hold about equally many areas unless chosen, with rounded limits.
  ///
  /// The classes follow from the set of values, not from their order, and from nothing where their limits are given. Deviations are shown
  /// in two hues from the mean on. Without any number there are no classes, but for those of given limits.
  /// - Parameter title: what the numbers are, with their unit.
  public static func sequence(
    _ layer: Layer, field: String, _ kind: Sequence, title: StyleText, choice: ClassChoice = ClassChoice()
  ) -> LayerStyle {
    let numbers = (layer.column(named: field)?.values ?? []).compactMap { value -> Double? in
      guard case .number(let digits) = value, let number = Double(digits), number.isFinite else { return nil }
      return kind.divided(number)
    }
    let ramp = kind == .rates ? Palette.rates : Palette.counts
    var intervals: [ClassBreaks.Interval]
    if choice.isOwn {
      intervals = ClassBreaks.intervals(numbers, count: ramp.count + 1)
      // Nothing at all is not the lightest shade of something.
      let hasZero = intervals.first == ClassBreaks.Interval(lower: 0, upper: 0)
      if !hasZero, intervals.count > ramp.count { intervals = ClassBreaks.intervals(numbers, count: ramp.count) }
    } else {
      intervals = ClassBreaks.intervals(numbers, choice, count: choice.count ?? ramp.count)
    }
    let hasZero = intervals.first.map { $0.lower == 0 && $0.upper == 0 } ?? false
    let isDiverging = choice.breaks.isEmpty && choice.method == .deviation && intervals.count > 1
    var colors = Palette.shades(isDiverging ? Palette.diverging : ramp, max(1, intervals.count - (hasZero ? 1 : 0)))
    if hasZero { colors.insert(Palette.neutral, at: 0) }
    if isDiverging { trim(&intervals, &colors, numbers) }
    let classes = zip(intervals, colors).map { Class(kind.range($0), $1, label($0, kind)) }
    var style = LayerStyle(field: field, title, classes, missing: "style.no_data")
    if classes.count > 1 { style.note = note(choice, numbers, kind, isSingle: intervals.allSatisfy { $0.lower == $0.upper }) }
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

  /// How the classes were made; each value a class needs no word.
  private static func note(_ choice: ClassChoice, _ numbers: [Double], _ kind: Sequence, isSingle: Bool) -> StyleText? {
    if !choice.breaks.isEmpty { return .sentence("style.note.fixed") }
    if choice.method == .deviation {
      let (mean, deviation) = ClassBreaks.spread(numbers)
      return .sentence(
        kind == .shares ? "style.note.deviation_share" : "style.note.deviation",
        ["mean": shown(mean), "deviation": shown(deviation)])
    }
    return isSingle ? nil : .sentence("style.note.\((choice.method ?? .quantile).rawValue)")
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
      Class(.value(.text(text)), place < Palette.categories.count ? Palette.categories[place] : Palette.tooFew, .verbatim(text))
    }
    return LayerStyle(field: field, title, classes, missing: "style.no_data")
  }

  private static func label(_ interval: ClassBreaks.Interval, _ kind: Sequence) -> StyleText {
    func shown(_ value: Double) -> String { NumberText.text(kind == .people ? value.rounded() : value) ?? "" }
    let suffix = kind == .shares ? "share_" : ""
    let (lower, upper) = (shown(interval.lower), shown(interval.upper))
    if interval.lower == interval.upper { return .sentence("style.\(suffix)value", ["value": lower]) }
    if interval.lower == -.infinity { return .sentence("style.\(suffix)up_to", ["upper": upper]) }
    if interval.upper == .infinity { return .sentence("style.\(suffix)from", ["lower": lower]) }
    return lower == upper
      ? .sentence("style.\(suffix)value", ["value": lower])
      : .sentence("style.\(suffix)range", ["lower": lower, "upper": upper])
  }
}

extension LayerStyle.Sequence {
  /// A number as classes are made of it: shares are told in tenths of a percent.
  fileprivate func divided(_ number: Double) -> Double {
    switch self {
    case .counts, .rates: number
    case .people: number < 0.5 ? 0 : number
    case .shares: (number * 1000).rounded() / 1000
    }
  }

  /// What a class holds: also what is shown as one of its limits.
  fileprivate func range(_ interval: ClassBreaks.Interval) -> LayerStyle.Values {
    switch self {
    case .counts, .rates: .range(lower: interval.lower, upper: interval.upper)
    case .people: .range(lower: interval.lower, upper: interval.upper == 0 ? 0.5 : interval.upper)
    case .shares: .range(lower: interval.lower - 0.0005, upper: interval.upper + 0.0005)
    }
  }
}
