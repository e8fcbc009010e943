internal import PlazaLayers

// Double to decimal text, without locale and without allocating in the usual case.

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
  bytes += DecimalDigits(shortest: value).rounded(decimals: 7).plain.utf8
}
