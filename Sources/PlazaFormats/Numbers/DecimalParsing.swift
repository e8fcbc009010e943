// Decimal text to Double, rounded to nearest-even, independent of the locale. A coordinate with up to 15 digits costs one division;
// up to 19 digits one 128-bit division or multiplication; what is longer or of an extreme exponent goes to the standard library.

/// The number that a whole text writes: an optional sign, digits with an optional decimal mark, an optional exponent.
///
/// At least one digit is asked for; it may stand before or after the mark (`.5` and `5.` are numbers, a lone `.` is not). Anything
/// else, blanks included, gives nil, and so does a number too large for a Double. One too small is 0.
/// - Parameter decimal: the decimal mark, `.` or `,`.
/// - Complexity: O(count); about 8 ns for a coordinate such as `-89.1234567`.
@inline(__always)
func parseDecimal(_ text: UnsafePointer<UInt8>, count: Int, decimal: UInt8 = 0x2E) -> Double? {
  guard count > 0 else { return nil }
  let end = text + count
  var p = text
  let negative = p.pointee == 0x2D
  if negative || p.pointee == 0x2B { p += 1 }
  var mantissa: UInt64 = 0
  let first = p
  while p < end, isDigit(p.pointee) {
    mantissa = mantissa &* 10 &+ UInt64(p.pointee &- 0x30)
    p += 1
  }
  var digits = p - first
  var exponent = 0
  if p < end, p.pointee == decimal {
    p += 1
    let fraction = p
    while p < end {
      // The last bytes of the text are read with those before them, so that nothing after the text is touched.
      let rest = end - p
      let word: UInt64
      if rest >= 8 {
        word = loadEightBytes(p)
      } else if count >= 8 {
        word = loadEightBytes(end - 8) &>> UInt64(truncatingIfNeeded: 64 &- 8 &* rest)
      } else {
        while p < end, isDigit(p.pointee) {
          mantissa = mantissa &* 10 &+ UInt64(p.pointee &- 0x30)
          p += 1
        }
        break
      }
      let found = leadingDigitCount(word)
      if found == 0 { break }
      mantissa = mantissa &* integerPowersOfTen[found] &+ digitsValue(word, count: found)
      p += found
      if found < 8 { break }
    }
    exponent = fraction - p
    digits &-= exponent
  }
  if digits == 0 { return nil }
  if p < end {
    guard let written = exponentPart(&p, end), p == end else { return nil }
    exponent += written
  }
  if digits <= 19, let value = scaledByPowerOfTen(mantissa, exponent) { return negative ? -value : value }
  return libraryDecimal(text, count: count, decimal: decimal)
}

/// The JSON number that begins at `p`; afterwards `p` stands behind it. Nil, with `p` at the offending byte, if the bytes there break
/// the grammar of RFC 8259 (section 6) or `end` cuts the number short of a digit that it needs.
///
/// A number too large for a Double is infinite. Eight bytes from `end` on must be readable; they are never part of the number as
/// long as the byte at `end` is not a digit, which the windows of this module see to.
@inline(__always)
func scanJSONNumber(_ p: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> Double? {
  let start = p
  let negative = p.pointee == 0x2D
  if negative { p += 1 }
  let integerStart = p
  var word = loadEightBytes(p)
  var found = leadingDigitCount(word)
  if found == 0 { return nil }
  var mantissa = digitsValue(word, count: found)
  p += found
  while found == 8 {
    word = loadEightBytes(p)
    found = leadingDigitCount(word)
    if found == 0 { break }
    mantissa = mantissa &* integerPowersOfTen[found] &+ digitsValue(word, count: found)
    p += found
  }
  var digits = p - integerStart
  if digits > 1, integerStart.pointee == 0x30 {
    p = integerStart + 1
    return nil
  }
  var exponent = 0
  if p.pointee == 0x2E {
    p += 1
    let fraction = p
    repeat {
      word = loadEightBytes(p)
      found = leadingDigitCount(word)
      if found == 0 { break }
      mantissa = mantissa &* integerPowersOfTen[found] &+ digitsValue(word, count: found)
      p += found
    } while found == 8
    exponent = fraction - p
    if exponent == 0 { return nil }
    digits &-= exponent
  }
  if p.pointee | 0x20 == 0x65 {
    guard let written = exponentPart(&p, end) else { return nil }
    exponent += written
  }
  if digits <= 19, let value = scaledByPowerOfTen(mantissa, exponent) { return negative ? -value : value }
  return libraryDecimal(start, count: p - start, decimal: 0x2E) ?? (negative ? -.infinity : .infinity)
}

/// The exponent at `p` (`e`, an optional sign, digits), held within ±100 000; nil, with `p` where it breaks, if there is none.
@inline(never)
private func exponentPart(_ p: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int? {
  guard p < end, p.pointee | 0x20 == 0x65 else { return nil }
  p += 1
  var negative = false
  if p < end, p.pointee == 0x2D || p.pointee == 0x2B {
    negative = p.pointee == 0x2D
    p += 1
  }
  guard p < end, isDigit(p.pointee) else { return nil }
  var value = 0
  while p < end, isDigit(p.pointee) {
    value = min(value * 10 + Int(p.pointee &- 0x30), 100_000)
    p += 1
  }
  return negative ? -value : value
}

/// mantissa × 10^exponent, correctly rounded; nil where these two methods do not reach.
@inline(__always)
private func scaledByPowerOfTen(_ mantissa: UInt64, _ exponent: Int) -> Double? {
  // Both operands are exact, so the one operation rounds once (W. D. Clinger 1990, "How to read floating point numbers accurately").
  if mantissa <= 1 &<< 53 {
    let value = Double(Int64(truncatingIfNeeded: mantissa))
    if exponent <= 0, exponent >= -22 { return value / exactPowersOfTen[-exponent] }
    if exponent > 0, exponent <= 22 { return value * exactPowersOfTen[exponent] }
  }
  return scaledByPowerOfFive(mantissa, exponent)
}

/// mantissa × 5^exponent in 128-bit integers, rounded once, then shifted: exact for exponents from −27 to 27.
@inline(never)
private func scaledByPowerOfFive(_ mantissa: UInt64, _ exponent: Int) -> Double? {
  guard mantissa != 0 else { return 0 }
  guard exponent >= -27, exponent <= 27 else { return nil }
  let power = integerPowersOfFive[abs(exponent)]
  let significand: UInt64
  let shift: Int
  if exponent < 0 {
    // Both are shifted to 64 bits: their quotient lies between ½ and 2, so × 2⁶³ it has 63 or 64 bits, and the remainder
    // decides only whether anything is left below them.
    let numerator = mantissa << UInt64(mantissa.leadingZeroBitCount)
    let denominator = power << UInt64(power.leadingZeroBitCount)
    let (quotient, remainder) = denominator.dividingFullWidth((numerator >> 1, numerator << 63))
    significand = quotient | (remainder == 0 ? 0 : 1)
    shift = power.leadingZeroBitCount - mantissa.leadingZeroBitCount - 63
  } else {
    let product = mantissa.multipliedFullWidth(by: power)
    if product.high == 0 {
      significand = product.low
      shift = 0
    } else {
      let drop = 64 - product.high.leadingZeroBitCount
      let lost = drop == 64 ? product.low : product.low & ((1 << UInt64(drop)) - 1)
      let kept = drop == 64 ? product.high : product.high << UInt64(64 - drop) | product.low >> UInt64(drop)
      significand = kept | (lost == 0 ? 0 : 1)
      shift = drop
    }
  }
  // The lowest bit stands for everything below it: with at least 63 bits it lies far under the bit that is rounded.
  return Double(sign: .plus, exponent: shift + exponent, significand: Double(significand))
}

/// The standard library's reading of a text whose grammar has been checked; nil when it overflows.
@inline(never)
private func libraryDecimal(_ text: UnsafePointer<UInt8>, count: Int, decimal: UInt8) -> Double? {
  var copy = String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  if decimal != 0x2E {
    copy = String(decoding: copy.utf8.map { $0 == decimal ? 0x2E : $0 }, as: UTF8.self)
  }
  guard let value = Double(copy), value.isFinite else { return nil }
  return value
}
