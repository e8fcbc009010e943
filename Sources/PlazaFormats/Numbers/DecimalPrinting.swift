// Double to decimal text, without locale and without allocating in the usual case.

/// Appends the decimal digits of an integer.
@inline(__always)
func appendDigits(_ value: UInt64, to bytes: inout [UInt8]) {
  if value < 10 { return bytes.append(0x30 &+ UInt8(truncatingIfNeeded: value)) }
  var rest = value
  let count = digitCount(value)
  let start = bytes.count
  bytes.append(contentsOf: repeatElement(0x30, count: count))
  var place = start + count
  while rest > 0 {
    place -= 1
    bytes[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
    rest /= 10
  }
}

/// How many decimal digits an integer has.
func digitCount(_ value: UInt64) -> Int {
  var count = 1
  while count < 20, value >= integerPowersOfTen[count] { count += 1 }
  return count
}

/// A coordinate as a whole number of 10⁻⁷, rounded to nearest, halves to even; nil where that does not fit or is not finite.
///
/// Exact: the product is taken with its rounding error, so a coordinate a hair beside a half goes to its own side. Two coordinates that
/// print alike have the same value here.
@inline(__always)
func sevenDecimals(_ value: Double) -> Int64? {
  let scaled = value * 1e7
  guard scaled.magnitude < 9e15 else { return nil }
  // |value| × 10⁷ < 2⁵³, where rint leaves a fraction of at most ½ that a Double holds exactly.
  let rounded = scaled.rounded(.toNearestOrEven)
  let fraction = scaled - rounded
  if fraction.magnitude != 0.5 { return Int64(rounded) }
  // The rounded product lies on a half: the error of the product says on which side of it the true one lies.
  let error = (-scaled).addingProduct(value, 1e7)
  if error == 0 { return Int64(rounded) }
  let floor = scaled.rounded(.down)
  return Int64(error > 0 ? floor + 1 : floor)
}

/// Appends a coordinate with at most seven decimals: correctly rounded, no zeros at the end, no exponent, `0` for negative zero.
///
/// - Precondition: `value` is finite.
/// - Complexity: about 15 ns.
func appendCoordinate(_ value: Double, to bytes: inout [UInt8]) {
  if let scaled = sevenDecimals(value) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      let length = writeSevenDecimals(scaled, to: digits.baseAddress!)
      bytes.append(contentsOf: UnsafeBufferPointer(start: digits.baseAddress!, count: length))
    }
  } else {
    appendLargeCoordinate(value, to: &bytes)
  }
}

/// Writes a number of 10⁻⁷ as a decimal, at most 18 bytes; returns how many.
@inline(__always)
func writeSevenDecimals(_ scaled: Int64, to text: UnsafeMutablePointer<UInt8>) -> Int {
  var p = text
  if scaled < 0 {
    p.pointee = 0x2D
    p += 1
  }
  let magnitude = scaled.magnitude
  let whole = magnitude / 10_000_000
  var fraction = UInt32(truncatingIfNeeded: magnitude &- whole &* 10_000_000)
  if whole < 10 {
    p.pointee = 0x30 &+ UInt8(truncatingIfNeeded: whole)
    p += 1
  } else {
    let count = whole < 100 ? 2 : whole < 1000 ? 3 : digitCount(whole)
    var rest = whole
    var place = count
    while place > 0 {
      place -= 1
      p[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    p += count
  }
  if fraction == 0 { return p - text }
  p.pointee = 0x2E
  var place = 7
  while place > 0 {
    p[place] = 0x30 &+ UInt8(truncatingIfNeeded: fraction % 10)
    fraction /= 10
    place -= 1
  }
  var length = 7
  while p[length] == 0x30 { length -= 1 }
  return p + 1 + length - text
}

/// Beyond 9 × 10⁸ a Double has fewer than eight exact decimals; the shortest text that gives it back is cut to seven, which it
/// can only reach below 2⁵³.
@inline(never)
private func appendLargeCoordinate(_ value: Double, to bytes: inout [UInt8]) {
  precondition(value.isFinite, "coordinates that are written are finite")
  appendPlain(DecimalDigits(shortest: value).rounded(decimals: 7), to: &bytes)
}

/// Appends a computed number: at most 12 significant digits, the shortest text that has them, no exponent from 10⁻⁶ to 10¹⁵.
///
/// Rounded once, halves away from zero as the shortest decimal text of the number writes them; `0` for negative zero.
/// - Precondition: `value` is finite.
func appendNumber(_ value: Double, to bytes: inout [UInt8]) {
  precondition(value.isFinite, "numbers that are written are finite")
  if value == value.rounded(.towardZero), value.magnitude < 1e12 {
    if value < 0 { bytes.append(0x2D) }
    return appendDigits(UInt64(value.magnitude), to: &bytes)
  }
  let digits = DecimalDigits(shortest: value).rounded(significant: 12)
  if digits.exponent >= -5, digits.exponent <= 15 {
    appendPlain(digits, to: &bytes)
  } else {
    appendScientific(digits, to: &bytes)
  }
}

/// A decimal number 0.d₁d₂d₃… × 10^exponent with d₁ ≠ 0; zero has no digits.
private struct DecimalDigits {
  var isNegative: Bool
  var digits: [UInt8]
  var exponent: Int

  /// The shortest digits that read back as the same Double, as the standard library prints them.
  init(shortest value: Double) {
    isNegative = value < 0
    digits = []
    exponent = 0
    var point: Int?
    var written = 0
    var text = Substring("\(value.magnitude)").utf8
    if let e = text.firstIndex(of: 0x65) {
      written = Int(Substring(text[text.index(after: e)...]))!
      text = text[..<e]
    }
    for byte in text {
      if byte == 0x2E { point = digits.count } else { digits.append(byte - 0x30) }
    }
    exponent = written + (point ?? digits.count)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }

  func rounded(decimals: Int) -> DecimalDigits { rounded(significant: exponent + decimals) }

  func rounded(significant count: Int) -> DecimalDigits {
    guard digits.count > count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.trim()
      return result
    }
    result.digits = Array(digits[..<count])
    if digits[count] >= 5 {
      var place = count - 1
      while place >= 0, result.digits[place] == 9 {
        result.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        result.digits[place] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    result.trim()
    return result
  }
}

private func appendPlain(_ number: DecimalDigits, to bytes: inout [UInt8]) {
  if number.digits.isEmpty { return bytes.append(0x30) }
  if number.isNegative { bytes.append(0x2D) }
  let digits = number.digits
  if number.exponent <= 0 {
    bytes.append(0x30)
    bytes.append(0x2E)
    bytes.append(contentsOf: repeatElement(0x30, count: -number.exponent))
    bytes.append(contentsOf: digits.lazy.map { $0 + 0x30 })
  } else {
    let whole = min(number.exponent, digits.count)
    bytes.append(contentsOf: digits[..<whole].lazy.map { $0 + 0x30 })
    bytes.append(contentsOf: repeatElement(0x30, count: number.exponent - whole))
    if whole < digits.count {
      bytes.append(0x2E)
      bytes.append(contentsOf: digits[whole...].lazy.map { $0 + 0x30 })
    }
  }
}

private func appendScientific(_ number: DecimalDigits, to bytes: inout [UInt8]) {
  if number.isNegative { bytes.append(0x2D) }
  bytes.append(number.digits[0] + 0x30)
  if number.digits.count > 1 {
    bytes.append(0x2E)
    bytes.append(contentsOf: number.digits[1...].lazy.map { $0 + 0x30 })
  }
  bytes.append(0x65)
  bytes.append(contentsOf: String(number.exponent - 1).utf8)
}
