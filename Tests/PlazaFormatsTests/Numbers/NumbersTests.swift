import Glibc
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite("Numbers as text")
struct NumbersTests {
  private func parse(_ text: String, decimal: Character = ".") -> Double? {
    // Exactly as many bytes as the text has: a read beyond them is for the address sanitizer to find.
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { parseDecimal($0.baseAddress!, count: $0.count, decimal: decimal.asciiValue!) }
  }

  private func scan(_ text: String) -> (value: Double?, length: Int) {
    var bytes = Array(text.utf8)
    let count = bytes.count
    bytes += [UInt8](repeating: 0, count: 16)
    return bytes.withUnsafeBufferPointer { buffer in
      var p = buffer.baseAddress!
      let value = scanJSONNumber(&p, end: buffer.baseAddress! + count)
      return (value, p - buffer.baseAddress!)
    }
  }

  private func randomText(_ random: inout SplitMix64) -> String {
    let sign = Bool.random(using: &random) ? "-" : ""
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2:  // what maps hold
      return sign + "\(Int.random(in: 0...180, using: &random))." + random.digits(Int.random(in: 1...16, using: &random))
    case 3:
      return sign + "\(UInt64.random(in: 0...UInt64.max, using: &random))"
    case 4:  // every finite double as its shortest text, with an exponent where Swift writes one
      let value = Double(bitPattern: random.next())
      return value.isFinite ? "\(value)" : "1e308"
    case 5:  // halfway between two doubles, or one digit beside it
      let exponent = Int.random(in: -60...60, using: &random)
      let base = Double(sign: .plus, exponent: exponent, significand: 1 + Double.random(in: 0..<1, using: &random))
      var text = halfwayAbove(base)
      if !text.contains(".") { text += "." }
      return sign + text + ["", "0", "1", "0000000000000000000000000001"].randomElement(using: &random)!
    case 6:  // denormals
      return sign + "\(Int.random(in: 1...9, using: &random))." + random.digits(17)
        + "e-\(Int.random(in: 305...330, using: &random))"
    case 7:  // long digits
      return sign + "\(Int.random(in: 1...9, using: &random))" + random.digits(Int.random(in: 0...40, using: &random)) + "."
        + random.digits(Int.random(in: 1...40, using: &random))
    case 8:
      return sign + "0." + String(repeating: "0", count: Int.random(in: 0...20, using: &random))
        + random.digits(Int.random(in: 1...20, using: &random)) + "E+\(Int.random(in: 0...30, using: &random))"
    default:
      return sign + "\(Int.random(in: 0...9_999_999, using: &random))." + random.digits(Int.random(in: 1...12, using: &random))
        + "e\(Int.random(in: -40...40, using: &random))"
    }
  }

  /// The exact decimal expansion of base + half an ulp, from glibc.
  private func halfwayAbove(_ base: Double) -> String {
    // base + ulp/2 has one bit more than a Double, which Float80 holds.
    #if arch(x86_64)
      let value = Float80(base) + Float80(base.ulp) / 2
      var digits = [CChar](repeating: 0, count: 400)
      let length = withVaList([value]) { vsnprintf(&digits, 400, "%.130Lf", $0) }
      return String(decoding: digits[..<Int(length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return "\(base)"
    #endif
  }

  @Test("A million random texts parse as strtod parses them")
  func randomTexts() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1_000_000 {
      let text = randomText(&random)
      let expected = strtod(text, nil)
      let value = parse(text)
      if expected.isInfinite {
        if value != nil { Issue.record("\(text) should overflow") }
      } else if value?.bitPattern != expected.bitPattern {
        Issue.record("\(text): \(String(describing: value)) instead of \(expected)")
      }
      if text.utf8.first != 0x2B, !text.hasSuffix("."), !text.contains(".E"), !text.contains(".e") {
        let scanned = scan(text)
        // JSON has no leading zeros.
        let digits = text.drop { $0 == "-" }
        if digits.hasPrefix("0"), digits.dropFirst().first?.isNumber == true { continue }
        if scanned.value?.bitPattern != expected.bitPattern || scanned.length != text.utf8.count {
          Issue.record("\(text) scanned: \(scanned) instead of \(expected)")
        }
      }
    }
  }

  @Test(
    "A text that is no number gives nil",
    arguments: [
      "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1.5e", " 1", "1 ", "1..2", "1,5", "0x10", "inf", "nan", "1.2.3", "--1", "+-1",
      "1e5.5",
      "1e400", "-1e400", "123456789x", "1.23456789x", "１", "1_000", ",5", "1e99999999999",
    ])
  func rejects(text: String) { #expect(parse(text) == nil) }

  @Test("Signs, marks and edge forms")
  func forms() {
    #expect(parse("+5") == 5)
    #expect(parse(".5") == 0.5)
    #expect(parse("5.") == 5)
    #expect(parse("-89,1234567", decimal: ",") == -89.1234567)
    #expect(parse("-89,12345678901234567890123", decimal: ",") == -89.12345678901234567890123)
    #expect(parse("1.5", decimal: ",") == nil)
    #expect(parse("-0")?.sign == .minus)
    #expect(parse("0") == 0)
    #expect(parse("1e-400") == 0)
    #expect(parse("0e999999") == 0)
    #expect(parse("00012.50") == 12.5)
    #expect(parse("5.e1") == 50)
    #expect(parse("100000000000000000000000.e-20") == 1000)
    #expect(parse(".00000000000000000000000000015") == 1.5e-28)
    #expect(parse("1.7976931348623157e308") == .greatestFiniteMagnitude)
    #expect(parse("4.9406564584124654e-324") == .leastNonzeroMagnitude)
    #expect(parse("2.4703282292062327e-324") == 0)
  }

  @Test("A JSON number ends where its grammar ends")
  func jsonGrammar() {
    #expect(scan("12,3") == (12, 2))
    #expect(scan("-1.5]") == (-1.5, 4))
    #expect(scan("1e5}") == (1e5, 3))
    #expect(scan("1e400") == (.infinity, 5))
    for (text, offset) in [
      ("-", 1), ("01", 1), ("-012", 2), ("1.", 2), ("1.e5", 2), ("1e", 2), ("1e+", 3), (".5", 0), ("+1", 0), ("-a", 1),
    ] {
      let scanned = scan(text)
      #expect(scanned.value == nil, "\(text)")
      #expect(scanned.length == offset, "\(text)")
    }
  }
}
