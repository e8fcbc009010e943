/// The sign of (ax − px)(by − py) − (ay − py)(bx − px) without a rounding error.
///
/// Three stages: the signs of the factors, two-term products where the differences are exact (as they are between nearby
/// coordinates of few digits), and expansions. Of coordinates of 0 or from 2⁻⁴⁰⁰ to 2⁵⁰⁰, differences, products, and the errors of both are exact
/// doubles: the last bit of a product of two differences is at least 2⁻⁹⁰⁶ and its head at most 2¹⁰⁰².
@usableFromInline
@inline(never)
func exactOrientation(ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double) -> Int {
  // A difference is zero, or of a sign, exactly when its rounded value is: this holds under overflow and underflow too.
  let left = sign(ax - px) * sign(by - py)
  let right = sign(ay - py) * sign(bx - px)
  if left != right { return left > right ? 1 : -1 }
  if left == 0 { return 0 }

  let acx = TwoTerms(ax, minus: px)
  let bcy = TwoTerms(by, minus: py)
  let acy = TwoTerms(ay, minus: py)
  let bcx = TwoTerms(bx, minus: px)
  if acx.low == 0, bcy.low == 0, acy.low == 0, bcx.low == 0 {
    let l = TwoTerms(acx.high, times: bcy.high)
    let r = TwoTerms(acy.high, times: bcx.high)
    // Rounding is monotone, so the heads decide unless they are equal.
    return l.high != r.high ? sign(l.high - r.high) : sign(l.low - r.low)
  }
  var sum = Expansion()
  sum.add(acx, times: bcy)
  sum.add(acy.negated, times: bcx)
  return sum.sign
}

@inline(__always)
private func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

/// An unevaluated sum of a rounded result and its rounding error.
private struct TwoTerms {
  var high: Double
  var low: Double

  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  init(_ a: Double, plus b: Double) {
    high = a + b
    let shadow = high - a
    low = (a - (high - shadow)) + (b - shadow)
  }

  init(_ a: Double, minus b: Double) { self.init(a, plus: -b) }

  init(_ a: Double, times b: Double) {
    high = a * b
    low = (-high).addingProduct(a, b)
  }

  var negated: TwoTerms { TwoTerms(high: -high, low: -low) }
}

/// A sum of at most sixteen doubles that do not overlap, smallest first.
private struct Expansion {
  private var terms: [16 of Double] = .init(repeating: 0)
  private var count = 0

  mutating func add(_ a: TwoTerms, times b: TwoTerms) {
    add(TwoTerms(a.low, times: b.low))
    add(TwoTerms(a.low, times: b.high))
    add(TwoTerms(a.high, times: b.low))
    add(TwoTerms(a.high, times: b.high))
  }

  private mutating func add(_ product: TwoTerms) {
    add(product.low)
    add(product.high)
  }

  /// Shewchuk's grow-expansion: the terms stay without overlap, whatever the size of the new one.
  private mutating func add(_ value: Double) {
    var carry = value
    for i in 0..<count {
      let step = TwoTerms(carry, plus: terms[i])
      carry = step.high
      terms[i] = step.low
    }
    terms[count] = carry
    count += 1
  }

  /// The sign of the largest term that is not zero is the sign of the sum.
  var sign: Int {
    for i in stride(from: count - 1, through: 0, by: -1) where terms[i] != 0 { return terms[i] > 0 ? 1 : -1 }
    return 0
  }
}
