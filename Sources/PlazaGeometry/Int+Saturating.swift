extension Int {
  /// The whole part of a number; the nearest `Int` beyond their range, 0 for what is no number.
  ///
  /// A number that comes from a file may be anything, and `Int(_:)` ends the process where it has no answer.
  @inlinable
  package init(saturating value: Double) {
    if value >= 0x1p63 {
      self = .max
    } else if value < -0x1p63 {
      self = .min
    } else {
      self = value.isNaN ? 0 : Int(value)
    }
  }
}
