/// The orientation over integers wide enough for every finite double: each is a whole multiple of 2⁻¹⁰⁷⁴.
///
/// Some microseconds; only reached with coordinates beyond 2⁵⁰⁰ or, other than zero, below 2⁻⁴⁰⁰.
func wideOrientation(ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double) -> Int {
  let x = WideInteger(px)
  let y = WideInteger(py)
  let left = (WideInteger(ax) - x) * (WideInteger(by) - y)
  let right = (WideInteger(ay) - y) * (WideInteger(bx) - x)
  return (left - right).sign
}

/// A signed whole number of any size: sign and magnitude, least significant word first.
private struct WideInteger {
  /// −1, 0 or 1.
  var sign: Int
  /// Without leading zeros; empty for zero.
  var words: [UInt64]

  private init(sign: Int, words: [UInt64]) {
    let length = (words.lastIndex { $0 != 0 } ?? -1) + 1
    self.sign = length == 0 ? 0 : sign
    self.words = Array(words[..<length])
  }

  /// A finite value in units of 2⁻¹⁰⁷⁴, the smallest positive double.
  init(_ value: Double) {
    let shift = max(Int(value.exponentBitPattern) - 1, 0)
    let significand = value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
    var words = [UInt64](repeating: 0, count: shift / 64 + 2)
    words[shift / 64] = significand << UInt64(shift % 64)
    if shift % 64 > 0 { words[shift / 64 + 1] = significand >> UInt64(64 - shift % 64) }
    self.init(sign: value.sign == .minus ? -1 : 1, words: words)
  }

  static func - (left: WideInteger, right: WideInteger) -> WideInteger {
    if left.sign != -right.sign && left.sign != 0 && right.sign != 0 {
      switch compare(left.words, right.words) {
      case 0: return WideInteger(sign: 0, words: [])
      case 1: return WideInteger(sign: left.sign, words: difference(left.words, right.words))
      default: return WideInteger(sign: -left.sign, words: difference(right.words, left.words))
      }
    }
    return WideInteger(sign: left.sign != 0 ? left.sign : -right.sign, words: sum(left.words, right.words))
  }

  static func * (left: WideInteger, right: WideInteger) -> WideInteger {
    var words = [UInt64](repeating: 0, count: left.words.count + right.words.count)
    for (i, a) in left.words.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.words.enumerated() {
        let product = a.multipliedFullWidth(by: b)
        let (low, over) = product.low.addingReportingOverflow(carry)
        let (total, again) = words[i + j].addingReportingOverflow(low)
        words[i + j] = total
        // At most 2⁶⁴ − 1: a·b + carry + word fits in two words.
        carry = product.high &+ (over ? 1 : 0) &+ (again ? 1 : 0)
      }
      words[i + right.words.count] = carry
    }
    return WideInteger(sign: left.sign * right.sign, words: words)
  }

  private static func compare(_ a: [UInt64], _ b: [UInt64]) -> Int {
    if a.count != b.count { return a.count > b.count ? 1 : -1 }
    for i in a.indices.reversed() where a[i] != b[i] { return a[i] > b[i] ? 1 : -1 }
    return 0
  }

  private static func sum(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var result = [UInt64]()
    var carry: UInt64 = 0
    for i in 0..<max(a.count, b.count) {
      let (partial, over) = (i < a.count ? a[i] : 0).addingReportingOverflow(i < b.count ? b[i] : 0)
      let (total, again) = partial.addingReportingOverflow(carry)
      result.append(total)
      carry = over || again ? 1 : 0
    }
    result.append(carry)
    return result
  }

  /// a − b for a ≥ b.
  private static func difference(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var result = [UInt64]()
    var borrow: UInt64 = 0
    for i in a.indices {
      let (partial, under) = a[i].subtractingReportingOverflow(i < b.count ? b[i] : 0)
      let (total, again) = partial.subtractingReportingOverflow(borrow)
      result.append(total)
      borrow = under || again ? 1 : 0
    }
    return result
  }
}
