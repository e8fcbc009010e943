/// Computed numbers as text: at most 12 significant digits, the shortest form of them, never `nan` or an infinity.
public enum NumberText {
  public static let significantDigits = 12

  /// - Returns: nil for a value that is not finite, because undefined is null, not a number.
  public static func text(_ value: Double) -> String? { text(value, significant: significantDigits) }

  /// A number that is known to fewer digits.
  public static func text(_ value: Double, significant digits: Int) -> String? {
    guard value.isFinite else { return nil }
    let digits = DecimalDigits(shortest: value).rounded(significant: digits)
    // The first digit stands at 10^(exponent - 1).
    return (-6...21).contains(digits.exponent) ? digits.plain : digits.scientific
  }

  /// The number that the text says.
  public static func rounded(_ value: Double) -> Double { text(value).flatMap(Double.init) ?? value }

  public static func field(_ value: Double?, significant digits: Int = significantDigits) -> FieldValue {
    value.flatMap { text($0, significant: digits) }.map(FieldValue.number) ?? .null
  }
}
