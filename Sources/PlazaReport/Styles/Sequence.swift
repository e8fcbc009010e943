public import PlazaLayers

extension LayerStyle {
  /// What a sequence of numbers is, which decides its colours: the same field has the same ones, however its classes are made.
  public enum Sequence: Hashable, Sendable {
    case counts
    case rates
    /// People who may be part of one: shown whole, and less than half a person is nobody.
    case people
    /// Parts of a whole, shown in percent.
    case shares
    /// Parts of a whole that are well served, shown in percent, and in no colour of alarm.
    case served
    /// More or less than before, around zero.
    case changes
  }
}

extension LayerStyle.Sequence {
  var isShare: Bool { self == .shares || self == .served }

  private var ramp: [RGBColor] { self == .rates || self == .served ? Palette.rates : Palette.counts }

  /// A number as classes are made of it: shares are told in tenths of a percent.
  func divided(_ number: Double) -> Double {
    switch self {
    case .counts, .rates, .changes: number
    case .people: number < 0.5 ? 0 : number
    case .shares, .served: (number * 1000).rounded() / 1000
    }
  }

  /// What a class holds: also what is shown as one of its limits.
  func range(_ interval: ClassBreaks.Interval) -> LayerStyle.Values {
    switch self {
    case .counts, .rates, .changes: .range(lower: interval.lower, upper: interval.upper)
    case .people: .range(lower: interval.lower, upper: interval.upper == 0 ? 0.5 : interval.upper)
    case .shares, .served: .range(lower: interval.lower - 0.0005, upper: interval.upper + 0.0005)
    }
  }

  /// - Parameter choice: with a method, or with limits.
  func intervals(_ numbers: [Double], _ choice: ClassChoice) -> [ClassBreaks.Interval] {
    let count = choice.count ?? ramp.count
    guard self == .changes, choice.breaks.isEmpty, choice.method != .deviation else {
      return ClassBreaks.intervals(numbers, choice, count: count)
    }
    // Less and more have the same limits, so that a colour is as much on both sides; no class holds both.
    let side = max(1, choice.count.map { $0 / 2 } ?? 3)
    let sizes = ClassBreaks.intervals(numbers.filter { $0 != 0 }.map(\.magnitude), choice, count: side)
    func used(_ sign: Double) -> [ClassBreaks.Interval] {
      let most = numbers.map { sign * $0 }.max() ?? 0
      return most > 0 ? sizes.filter { $0.lower < most || $0.upper == $0.lower && $0.lower <= most } : []
    }
    return used(-1).reversed().map { .init(lower: -$0.upper, upper: -$0.lower) }
      + (numbers.contains(0) ? [.init(lower: 0, upper: 0)] : []) + used(1)
  }

  /// One for each class.
  func colors(_ intervals: [ClassBreaks.Interval], _ choice: ClassChoice) -> [RGBColor] {
    let (below, above) = (Array(Palette.diverging[...2]), Array(Palette.diverging[4...]))
    if choice.method == .deviation, intervals.count > 1 { return below + above }
    if self == .changes {
      let less = intervals.count { $0.upper <= 0 && $0.lower < 0 }
      let more = intervals.count { $0.lower >= 0 && $0.upper > 0 }
      let most = max(1, less, more)
      // From zero on: the same step, the same depth.
      return Palette.shades(below.reversed(), most).prefix(less).reversed()
        + Array(repeating: Palette.neutral, count: intervals.count - less - more) + Palette.shades(above, most).prefix(more)
    }
    let hasZero = intervals.first.map { $0.lower == 0 && $0.upper == 0 } ?? false
    return (hasZero ? [Palette.neutral] : []) + Palette.shades(ramp, max(1, intervals.count - (hasZero ? 1 : 0)))
  }

  /// The limits as people read them: a class of one value has as few digits, three at least, as tell it from the others.
  func spoken(_ intervals: [ClassBreaks.Interval]) -> [ClassBreaks.Interval] {
    let single = intervals.filter { $0.lower == $0.upper && $0.lower != $0.lower.rounded() }.map(\.lower)
    guard !single.isEmpty else { return intervals }
    let digits = (3...15).first { digits in Set(single.map { Self.rounded($0, digits) }).count == single.count } ?? 15
    return intervals.map { interval in
      guard interval.lower == interval.upper, interval.lower != interval.lower.rounded() else { return interval }
      let value = Self.rounded(interval.lower, digits)
      return .init(lower: value, upper: value)
    }
  }

  private static func rounded(_ value: Double, _ digits: Int) -> Double {
    var scale = 1.0
    while value.magnitude * scale < 100, scale < 1e12 { scale *= 10 }
    for _ in 3..<max(3, digits) { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
