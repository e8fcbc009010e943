import Foundation
import PlazaTesting
import Testing

@testable import PlazaLayers

@Suite struct NumberTests {
  private func parse(_ text: String, mark: Character = ".") -> Int128? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { DecimalAmount.parse($0, count: buffer.count, mark: mark.asciiValue!) }
    }
  }

  /// Half a unit away from zero, by long arithmetic on the digits of a text without an exponent.
  private func slow(_ whole: String, _ fraction: String) -> Int128? {
    let padded = fraction + String(repeating: "0", count: max(0, 10 - fraction.count))
    let kept = (whole + padded.prefix(9)).drop { $0 == "0" }
    guard kept.count < 30 else { return nil }
    let value = (kept.isEmpty ? 0 : Int128(kept)!) + (padded[padded.index(padded.startIndex, offsetBy: 9)] >= "5" ? 1 : 0)
    return value < 100_000_000_000_000_000_000_000_000_000 ? value : nil
  }

  @Test func `amounts are exact to a thousand-millionth`() {
    var random = SplitMix64(seed: 3)
    func digits(_ most: Int) -> String {
      String((0..<Int.random(in: 0...most, using: &random)).map { _ in "0123456789".randomElement(using: &random)! })
    }
    for _ in 0..<3_000 {
      let whole = digits(22)
      let fraction = digits(Bool.random(using: &random) ? 12 : 120)
      guard !whole.isEmpty || !fraction.isEmpty else { continue }
      let sign = ["", "-", "+"].randomElement(using: &random)!
      let wanted = slow(whole, fraction).map { sign == "-" ? -$0 : $0 }
      #expect(parse("\(sign)\(whole).\(fraction)") == wanted, "\(sign)\(whole).\(fraction)")
      #expect(parse(" \(sign)\(whole),\(fraction)\t", mark: ",") == wanted)
      // The same number with its mark moved and an exponent to make up for it.
      let shift = Int.random(in: 0...fraction.count, using: &random)
      let moved = whole + fraction.prefix(shift) + "." + fraction.dropFirst(shift)
      #expect(parse("\(sign)\(moved)e-\(shift)") == wanted, "\(sign)\(moved)e-\(shift)")
      #expect(parse("\(sign)0.\(String(repeating: "0", count: 40))\(whole)\(fraction)E\(40 + whole.count)") == wanted)
    }
  }

  @Test(arguments: [
    "", " ", ".", "-", "+", "e5", "1e", "1e+", "1e5x", "1.2.3", "1 2", "--1", "1,5", "abc", "0x10", "nan", "inf", "1e99999",
    "1e20", "100000000000000000000",
    "1e400", "١",
  ])
  func `what is no amount, or too large, is nothing`(text: String) {
    #expect(parse(text) == nil)
  }

  @Test func `special amounts`() {
    #expect(parse("1") == 1_000_000_000)
    #expect(parse("0.0000000005") == 1)
    #expect(parse("-0.0000000005") == -1)
    #expect(parse("0.00000000049999") == 0)
    #expect(parse("1e-10") == 0)
    #expect(parse("5e-10") == 1)
    #expect(parse("9e-9999") == 0)
    #expect(parse("0e9999") == 0)
    #expect(parse("99999999999999999999") == 99_999_999_999_999_999_999_000_000_000)
    #expect(parse("000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001") == 1_000_000_000)
    #expect(parse("1." + String(repeating: "0", count: 200)) == 1_000_000_000)
  }

  @Test func `an amount becomes the nearest double`() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<2_000 {
      let units =
        Int128(Int64.random(in: .min ... .max, using: &random)) * Int128(Int64.random(in: 1...1_000_000_000, using: &random))
      let magnitude = String(units.magnitude)
      let padded = String(repeating: "0", count: max(0, 10 - magnitude.count)) + magnitude
      let text = (units < 0 ? "-" : "") + padded.dropLast(9) + "." + padded.suffix(9)
      #expect(DecimalAmount.double(units) == Double(text)!)
    }
    #expect(DecimalAmount.double(0) == 0)
    #expect(DecimalAmount.double(-1) == -1e-9)
  }

  @Test func `computed numbers have the twelve digits that C prints`() throws {
    var random = SplitMix64(seed: 5)
    var values: [Double] = [
      1, 10, 0.1, 1e-300, 1e300, 123_456_789_012, 1_234_567_890_123, 999999999999.5, 0.1 + 0.2, 1e20, 1e21, 1e-7, 1e-8,
      .leastNonzeroMagnitude,
    ]
    for exponent in -300...300 { values.append(Double.random(in: 1..<10, using: &random) * Double("1e\(exponent)")!) }
    for _ in 0..<1_000 { values.append(Double.random(in: -1e6...1e6, using: &random)) }
    for _ in 0..<1_000 { values.append(Double(Int.random(in: 0...1 << 60, using: &random)) / 8) }
    for value in values {
      let text = try #require(NumberText.text(value))
      // C rounds the exact binary value, we the shortest text of it: they differ only where that text ends in a 5 that is the thirteenth digit.
      let wanted = Double(String(format: "%.11e", value))!
      let shortest = value.description.filter(\.isNumber).drop { $0 == "0" }
      let isTie =
        "\(value.description.prefix { $0 != "e" })".filter(\.isNumber).drop { $0 == "0" }.count == 13
        && shortest.dropFirst(12).first == "5"
      #expect(Double(text)! == wanted || isTie, "\(value) is \(text)")
      var digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
      while digits.last == "0" { digits.removeLast() }
      #expect(digits.count <= 12, "\(text)")
      #expect(!text.contains(".") || !text.prefix { $0 != "e" }.hasSuffix("0"), "\(text)")
      #expect((try? JSONSerialization.jsonObject(with: Data("[\(text)]".utf8))) != nil, "\(text)")
    }
    #expect(NumberText.text(.nan) == nil)
    #expect(NumberText.text(.infinity) == nil)
    #expect(NumberText.text(-0.0) == "0")
    #expect(NumberText.text(-12.5) == "-12.5")
    #expect(NumberText.text(0.000123) == "0.000123")
    #expect(NumberText.text(99_999_999_999_999.9) == "100000000000000")
  }

  private func randomTally(_ random: inout SplitMix64, isWeighted: Bool, _ truth: inout [UInt64: (Int64, Int128)]) -> Tally {
    var tally = Tally(isWeighted: isWeighted)
    for _ in 0..<2_500 {
      let period = [
        Tally.unknownPeriod, Tally.periodRange.lowerBound, Tally.periodRange.upperBound - 1,
        Int.random(in: -40...40, using: &random),
      ]
      .randomElement(using: &random)!
      let parts = (
        area: Int.random(in: 0...30, using: &random) * 500_000, kind: Int.random(in: 0..<4, using: &random) * 5_000,
        period: period
      )
      let key = Tally.key(area: parts.area, kind: parts.kind, period: parts.period)
      #expect(Tally.parts(key) == parts)
      let weight = Int128(Int64.random(in: .min ... .max, using: &random))
      tally.add(key, weight: weight)
      truth[key, default: (0, 0)].0 += 1
      truth[key, default: (0, 0)].1 += isWeighted ? weight : 0
    }
    return tally
  }

  private func isEqual(_ a: [(key: UInt64, count: Int64, weight: Int128)], _ b: [(key: UInt64, count: Int64, weight: Int128)])
    -> Bool
  {
    a.elementsEqual(b) { $0.key == $1.key && $0.count == $1.count && $0.weight == $1.weight }
  }

  @Test(arguments: [false, true])
  func `a tally counts as a dictionary, and merges in any order to the same`(isWeighted: Bool) {
    var random = SplitMix64(seed: 6)
    var truth: [UInt64: (Int64, Int128)] = [:]
    let parts = (0..<3).map { _ in randomTally(&random, isWeighted: isWeighted, &truth) }
    let same = Array(0..<Tally.kindLimit)
    func merged(_ order: [Int]) -> Tally {
      var total = Tally(isWeighted: isWeighted)
      for part in order { total.merge(parts[part], kinds: same) }
      return total
    }
    let wanted = truth.map { (key: $0.key, count: $0.value.0, weight: $0.value.1) }.sorted { $0.key < $1.key }
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] { #expect(isEqual(merged(order).entries(), wanted)) }
    var right = parts[1]
    right.merge(parts[2], kinds: same)
    var left = parts[0]
    left.merge(right, kinds: same)
    #expect(isEqual(left.entries(), wanted))
    #expect(left.total == 7_500)
  }
}
