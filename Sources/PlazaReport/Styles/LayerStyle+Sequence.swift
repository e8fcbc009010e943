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

  /// At most five classes from light to dark that hold about equally many areas, with rounded limits.
  ///
  /// The classes follow from the set of values, not from their order. Without any number there are no classes.
  /// - Parameter title: what the numbers are, with their unit.
  public static func sequence(_ layer: Layer, field: String, _ kind: Sequence, title: StyleText) -> LayerStyle {
    let numbers = (layer.column(named: field)?.values ?? []).compactMap { value -> Double? in
      guard case .number(let digits) = value, let number = Double(digits), number.isFinite else { return nil }
      return kind == .people && number < leastPerson ? 0 : number
    }
    let ramp = kind == .rates ? Palette.rates : Palette.counts
    var intervals = ClassBreaks.intervals(numbers, count: ramp.count + 1)
    // Nothing at all is not the lightest shade of something.
    let hasZero = intervals.first == ClassBreaks.Interval(lower: 0, upper: 0)
    if !hasZero, intervals.count > ramp.count { intervals = ClassBreaks.intervals(numbers, count: ramp.count) }
    let shades = intervals.count - (hasZero ? 1 : 0)
    let classes = intervals.enumerated().map { index, interval in
      let shade = index - (hasZero ? 1 : 0)
      return Class(
        .range(lower: interval.lower, upper: kind == .people && interval.upper == 0 ? leastPerson : interval.upper),
        shade < 0 ? Palette.neutral : ramp[place(shade, of: shades, in: ramp.count)], label(interval, kind))
    }
    return LayerStyle(field: field, title, classes, missing: "style.no_data")
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

  /// Few shades are spread over the whole ramp; a single one is its middle.
  private static func place(_ shade: Int, of shades: Int, in colors: Int) -> Int {
    shades == 1 ? colors / 2 : (shade * (colors - 1) + (shades - 1) / 2) / (shades - 1)
  }

  private static let leastPerson = 0.5

  private static func label(_ interval: ClassBreaks.Interval, _ kind: Sequence) -> StyleText {
    func shown(_ value: Double) -> String { NumberText.text(kind == .people ? value.rounded() : value) ?? "" }
    let (lower, upper) = (shown(interval.lower), shown(interval.upper))
    return lower == upper
      ? .sentence(kind == .shares ? "style.share_value" : "style.value", ["value": lower])
      : .sentence(kind == .shares ? "style.share_range" : "style.range", ["lower": lower, "upper": upper])
  }
}
